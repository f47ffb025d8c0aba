"""The leak check, tried with one fault for each channel by which something could get out."""

from __future__ import annotations

import base64
import io
import zipfile
from collections.abc import Callable

import pikepdf
import pytest
from msgspec.structs import replace

from customer_report import REPORT, page
from pmexport.customer import leakcheck
from pmexport.customer.leakcheck import Knowledge, knowledge, seal
from pmexport.customer.readback import read_back
from pmexport.errors import HeldBackError
from pmexport.model.prose import Link, Para, Str
from pmexport.model.rendering import Rendering
from pmexport.model.report import LabelledFact, Masthead, Narrative, Report
from pmexport.theme.load import load_theme
from pmexport.writers import CUSTOMER_FORMATS, writer

INTERNAL = "Noor Haddad restarted shelf-db-7 after the reindexer held every lock it could find."
THEME = load_theme().theme


def known() -> Knowledge:
    said = (*leakcheck.every_string(page()), THEME.page.footer_right, THEME.company)
    return knowledge((INTERNAL, "Nightly reindexing of shelves", "LIB-7 postmortem"), said)


def made(suffix: str, report: Report | None = None) -> bytes:
    return writer(suffix)(report or page(), THEME).content


@pytest.mark.parametrize("suffix", CUSTOMER_FORMATS)
def test_an_honest_file_is_sealed_as_it_is(suffix: str) -> None:
    content = made(suffix)

    assert seal(Rendering(content=content), suffix, known()).content == content


def with_title(report: Report) -> Report:
    return replace(report, properties=replace(report.properties, title="Nightly reindexing"))


def with_author(report: Report) -> Report:
    return replace(report, properties=replace(report.properties, authors=("Noor Haddad",)))


def with_keywords(report: Report) -> Report:
    return replace(report, properties=replace(report.properties, keywords=("reindexer",)))


def with_subject(report: Report) -> Report:
    return replace(report, properties=replace(report.properties, subject="LIB-7"))


def with_running_line(report: Report) -> Report:
    return replace(report, marks=replace(report.marks, classification="reindexer"))


def with_sentence(report: Report) -> Report:
    leak = Narrative(anchor="s-x", heading="Why", blocks=(Para((Str("The reindexer held it."),)),))
    return replace(report, sections=(*report.sections, leak))


def with_link(report: Report) -> Report:
    link = Para((Link((Str("Questions"),), "https://shelf-db-7.lib.example/"),))
    return replace(report, sections=(*report.sections, Narrative(anchor="s-x", heading="Questions", blocks=(link,))))


def with_fact(report: Report) -> Report:
    head, *rest = report.sections
    assert isinstance(head, Masthead)
    facts = (*head.facts, LabelledFact(label="", value=(Str("Haddad"),)))
    return replace(report, sections=(replace(head, facts=facts), *rest))


def with_anchor(report: Report) -> Report:
    leak = Narrative(anchor="s-shelf-db-7", heading="Questions", blocks=())
    return replace(report, sections=(*report.sections, leak))


@pytest.mark.parametrize(
    ("suffix", "fault"),
    [
        ("pdf", with_title),
        ("pdf", with_author),
        ("pdf", with_sentence),
        ("pdf", with_link),
        ("docx", with_keywords),
        ("docx", with_subject),
        ("docx", with_running_line),
        ("docx", with_anchor),
        ("html", with_author),
        ("html", with_fact),
        ("html", with_link),
        ("txt", with_sentence),
        ("status-page.md", with_link),
        ("eml", with_fact),
    ],
)
def test_a_report_that_lets_something_in_is_not_sealed(suffix: str, fault: Callable[[Report], Report]) -> None:
    content = made(suffix, fault(page()))

    with pytest.raises(HeldBackError):
        seal(Rendering(content=content), suffix, known())


def changed_pdf(change: Callable[[pikepdf.Pdf], None]) -> bytes:
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(made("pdf"))) as document:
        change(document)
        document.save(stream)
    return stream.getvalue()


def attach(document: pikepdf.Pdf) -> None:
    document.attachments["x"] = pikepdf.AttachedFileSpec(document, INTERNAL.encode(), filename="x.md")


def note(document: pikepdf.Pdf) -> None:
    document.Root.PieceInfo = document.make_stream(b"left over: shelf-db-7")


def alternative(document: pikepdf.Pdf) -> None:
    document.Root.StructTreeRoot.Alt = pikepdf.String("drawn by Haddad")


def script(document: pikepdf.Pdf) -> None:
    document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("x"))


@pytest.mark.parametrize("change", [attach, note, alternative, script])
def test_a_pdf_that_hides_something_is_not_sealed(change: Callable[[pikepdf.Pdf], None]) -> None:
    with pytest.raises(HeldBackError):
        seal(Rendering(content=changed_pdf(change)), "pdf", known())


def changed_docx(part: str, content: bytes) -> bytes:
    stream = io.BytesIO(made("docx"))
    with zipfile.ZipFile(stream, "a") as package:
        package.writestr(part, content)
    return stream.getvalue()


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("word/comments.xml", f"<w:comments {_W}/>"),
        ("word/extra.xml", f"<w:p {_W}><w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r></w:p>"),
        ("word/extra.xml", f"<w:p {_W}><w:ins><w:r><w:t>x</w:t></w:r></w:ins></w:p>"),
        ("word/extra.xml", f"<w:p {_W} w:rsidR='00A1'/>"),
        ("customXml/item1.xml", "<x/>"),
        ("word/media/x.png", "\x89PNG tEXt shelf-db-7"),
        ("word/shelf-db-7.xml", "<x/>"),
    ],
    ids=["comments", "hidden text", "tracked change", "revision id", "data part", "picture", "part name"],
)
def test_a_word_file_that_hides_something_is_not_sealed(part: str, content: str) -> None:
    with pytest.raises(HeldBackError):
        seal(Rendering(content=changed_docx(part, content.encode())), "docx", known())


@pytest.mark.parametrize(
    "leak",
    [
        "<!-- shelf-db-7 -->",
        '<img alt="drawn by Haddad" src="data:,x">',
        f'<img alt="" src="data:image/png;base64,{base64.b64encode(b"made on shelf-db-7").decode()}">',
        "<p hidden>We</p>",
        '<span style="display:none">We</span>',
        "<p>&#72;addad</p>",
        "<style>/* shelf-db-7 */</style>",
        '<p data-x="shelf-db-7">We</p>',
        '<meta name="author" content="Made Up">',
    ],
)
def test_a_page_that_hides_something_is_not_sealed(leak: str) -> None:
    content = made("html").replace(b"</main>", f"{leak}</main>".encode())

    with pytest.raises(HeldBackError):
        seal(Rendering(content=content), "html", known())


@pytest.mark.parametrize(
    "header", ["From: noor@lib.example", "Date: Wed, 04 Mar 2026 10:00:00 +0000", "X-Job: shelf-db-7"]
)
def test_a_mail_with_a_header_of_its_own_is_not_sealed(header: str) -> None:
    with pytest.raises(HeldBackError):
        seal(Rendering(content=f"{header}\r\n".encode() + made("eml")), "eml", known())


def test_the_fault_names_what_and_where() -> None:
    content = made("txt", with_sentence(page()))

    with pytest.raises(HeldBackError, match=r"reindexer.*text"):
        seal(Rendering(content=content), "txt", known())


def test_an_edited_file_may_use_ordinary_words_of_the_postmortem() -> None:
    content = made("txt").decode() + "\nEvery lock could be found after that.\n"

    assert list(leakcheck.leaks_in_edited(read_back(content.encode(), "txt"), known())) == []


@pytest.mark.parametrize("words", ["after the reindexer held every lock", "restarted shelf-db-7"])
def test_an_edited_file_may_not_use_its_sentences_or_names(words: str) -> None:
    content = made("txt").decode() + f"\nWe {words}.\n"

    assert list(leakcheck.leaks_in_edited(read_back(content.encode(), "txt"), known())) != []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The nightly reindexing of shelves is done.", True),
        ("It ran a reindexer held by nobody.", False),
        ("Held every lock, and every lock it could.", False),
    ],
)
def test_a_short_run_counts_where_its_words_are_long(words: str, found: bool) -> None:  # noqa: FBT001  a table's column
    content = made("txt").decode() + f"\n{words}\n"

    assert bool(list(leakcheck.leaks_in_edited(read_back(content.encode(), "txt"), known()))) is found


def test_a_passage_is_told_once_and_whole() -> None:
    told = leakcheck.leaks_in_edited(
        read_back(b"We know: the reindexer held every lock it could find.", "txt"), known()
    )

    assert [leak.what for leak in told if " " in leak.what] == ["the reindexer held every lock it could find"]


def test_five_small_words_are_anybodys() -> None:
    theirs = leakcheck.knowledge(["The root cause was a reindexer."], [])

    assert list(leakcheck.leaks_in_edited(read_back(b"The root cause was a change.", "txt"), theirs)) == []


def test_the_example_is_what_a_gate_would_give() -> None:
    assert REPORT.draft
