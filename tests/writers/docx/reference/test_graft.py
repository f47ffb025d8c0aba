"""A report within a company's document."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.shared import Mm
from msgspec.structs import replace

from example_report import example_report
from inspect_docx import WordFile, findings
from pmexport.errors import UnavailableError
from pmexport.model.diagnostic import Diagnostic
from pmexport.model.options import WordOptions
from pmexport.model.prose import Alignment, Note, Para, Row, Str, Table
from pmexport.model.report import Narrative, Report
from pmexport.model.terms import DiagnosticSeverity
from pmexport.theme.theme import Theme
from pmexport.writers.docx import write
from pmexport.writers.docx.markup import w

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Into = Callable[..., WordFile]


def test_the_report_stands_after_the_cover(company: bytes, into: Into, word: WordFile) -> None:
    texts = [line for line in into(company).text().split("\n") if line.strip()]

    assert texts[0] == "Tarn & Fell Ltd"
    assert texts[-1] == "Printed on recycled paper"
    assert texts[2:-1] == [line for line in word.text().split("\n") if line.strip()]


def test_the_report_stands_where_it_is_asked_for(letterhead: bytes, into: Into) -> None:
    texts = [line for line in into(letterhead).text().split("\n") if line.strip()]

    assert (texts[0], texts[-1]) == ("Before the report", "After the report")
    assert "{{" not in "".join(texts)
    assert len(texts) > 50


def test_blanks_of_the_cover_and_the_header_are_filled(company: bytes, into: Into) -> None:
    word = into(company)

    assert "On Card payments declined across Europe (INC-2026-0312)" in word.text()
    assert word.paragraphs("word/header1.xml")[0].text == "Tarn & Fell Ltd, Internal"


def test_the_companys_styles_take_over_by_name(company: bytes, into: Into) -> None:
    word = into(company)
    heading = next(e for e in word.xml["word/styles.xml"].iter(_W + "style") if e.get(_W + "styleId") == "Heading1")

    assert heading.find(f"{_W}rPr/{_W}color").get(_W + "val") == "123456"  # type: ignore[union-attr]
    assert "Impact" in word.styled("Heading1")


def test_a_style_of_another_id_is_found_by_its_name(company: bytes, into: Into) -> None:
    german = _replaced(company, b'"Heading1"', b'"berschrift1"')

    assert "Impact" in into(german).styled("berschrift1")


def test_what_the_company_lacks_is_added(company: bytes, into: Into) -> None:
    word = into(company)
    tags = ("pStyle", "rStyle", "tblStyle", "basedOn", "next")
    used = {str(e.get(_W + "val")) for root in word.xml.values() for tag in tags for e in root.iter(_W + tag)}
    there = {str(e.get(_W + "styleId")) for e in word.xml["word/styles.xml"].iter(_W + "style")}

    assert used - there == set()


def test_the_companys_page_is_kept_and_the_tables_fit_it(company: bytes, into: Into) -> None:
    word = into(company)
    size = word.body.find(f".//{_W}sectPr/{_W}pgSz")
    assert size is not None

    assert abs(int(str(size.get(_W + "w"))) - 11906) < 5
    assert abs(sum(word.table("Action").grid) - 8504) < 40


def test_a_template_becomes_a_document(dotx: bytes, into: Into) -> None:
    word = into(dotx)

    assert b"template.main" not in word.parts["[Content_Types].xml"]
    assert "Printed on recycled paper" in word.text()


def test_a_draft_is_marked_in_headers_of_every_kind(company: bytes, into: Into) -> None:
    assert into(company, "Draft").watermarks() == {"even": ["DRAFT"], "default": ["DRAFT"], "first": ["DRAFT"]}


def test_a_classification_that_no_line_asks_for_is_added_to_the_foot(letterhead: bytes, into: Into) -> None:
    word = into(letterhead)
    foot = next(name for name in word.names if "footer" in name and name.endswith(".xml"))

    assert "Internal" in "".join(paragraph.text for paragraph in word.paragraphs(foot))


def test_pictures_links_lists_and_notes_come_along(company: bytes, into: Into, word: WordFile) -> None:
    within = into(company)

    assert within.pictures() == word.pictures()
    assert [link.text for link in within.links()] == [link.text for link in word.links()]
    assert len(within.footnotes()) == len(word.footnotes())


def test_a_report_within_a_report_keeps_both_footnotes(report: Report, theme: Theme) -> None:
    noted = Narrative(anchor="a", heading="A", blocks=(Para((Str("x"), Note((Para((Str("A note."),)),)))),))
    first = write(replace(report, sections=(noted,)), theme).content
    both = WordFile(write(replace(report, sections=(noted,)), theme, WordOptions(reference=first)).content)

    assert both.footnotes() == ["A note.", "A note."]


def test_a_wide_table_turns_the_companys_sheet(company: bytes, report: Report, theme: Theme) -> None:
    head = tuple((Str(f"Measurement{number}"),) for number in range(12))
    wide = Narrative(anchor="w", heading="W", blocks=(Table((Alignment.DEFAULT,) * 12, head, (Row(head),)),))
    content = write(replace(report, sections=(wide,)), theme, WordOptions(reference=company)).content

    assert WordFile(content).sheets() == [False, True, False][-2:]


def test_the_companys_first_page_comes_once(report: Report, theme: Theme) -> None:
    """Its header, its number 1 and its break belong to where the document begins, not to where the sheet turns."""
    document = docx.Document()
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "Letterhead"
    document.element.body.sectPr.append(w("pgNumType", start=1))
    stream = BytesIO()
    document.save(stream)
    head = tuple((Str(f"Measurement{number}"),) for number in range(12))
    wide = Narrative(anchor="w", heading="W", blocks=(Table((Alignment.DEFAULT,) * 12, head, (Row(head),)),))
    end = Narrative(anchor="e", heading="End", blocks=(Para((Str("The end"),)),))
    options = WordOptions(reference=stream.getvalue())
    word = WordFile(write(replace(report, sections=(*report.sections, wide, end)), theme, options).content)
    sections = list(word.body.iter(_W + "sectPr"))

    assert word.sheets()[-2:] == [True, False]
    assert [one.find(_W + "titlePg") is not None for one in sections] == [True, *[False] * (len(sections) - 1)]
    assert [one.get(_W + "start") for one in word.body.iter(_W + "pgNumType")] == ["1", *[None] * (len(sections) - 1)]


def _document(build: Callable[[docx.document.Document], object]) -> bytes:
    document = docx.Document()
    build(document)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _form(document: docx.document.Document) -> None:
    table = document.add_table(3, 2)
    for row, words in enumerate((("Client", "Zeta Ltd"), ("Our report", "{{ report }}"), ("Signed", "The board"))):
        for cell, text in zip(table.rows[row].cells, words, strict=True):
            cell.text = text


@pytest.fixture
def within(report: Report, theme: Theme) -> Callable[[bytes], bytes]:
    """Return what puts the example report into a company's document, as bytes."""
    return lambda reference: write(report, theme, WordOptions(reference=reference)).content


def test_a_form_that_asks_for_the_report_in_a_cell_is_parted_there(
    within: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    content = within(_document(_form))
    texts = [line for line in WordFile(content).text().split("\n") if line.strip()]

    assert texts[:3] == ["Client", "Zeta Ltd", "Our report"]
    assert texts[-2:] == ["Signed", "The board"]
    assert findings(content, tmp_path) == []


def test_words_beside_the_placeholder_stay(within: Callable[[bytes], bytes], tmp_path: Path) -> None:
    content = within(_document(lambda document: document.add_paragraph("Please read {{ report }} with care")))

    assert WordFile(content).text().split()[:4] == ["Please", "read", "with", "care"]
    assert findings(content, tmp_path) == []


def test_a_placeholder_in_a_header_is_refused_in_one_line(into: Into) -> None:
    def build(document: docx.document.Document) -> None:
        document.sections[0].header.paragraphs[0].text = "{{ report }}"

    with pytest.raises(UnavailableError, match=r"company\.docx: asks for \{\{ report \}\} in its header"):
        into(_document(build))


def test_the_report_has_the_width_of_the_section_that_it_stands_in(into: Into) -> None:
    def build(document: docx.document.Document) -> None:
        document.add_paragraph("Cover")
        section = document.add_section()
        section.page_width, section.page_height = Mm(148), Mm(210)
        section.left_margin = section.right_margin = Mm(14)
        document.add_paragraph("{{ report }}")
        poster = document.add_section()
        poster.page_width, poster.page_height = Mm(420), Mm(297)

    widths = [sum(row) for table in into(_document(build)).tables() for row in table.widths]

    assert max(widths) <= Mm(120).pt * 20 + 20


def test_the_companys_comments_stay_beside_those_of_the_review(report: Report, theme: Theme, tmp_path: Path) -> None:
    def build(document: docx.document.Document) -> None:
        line = document.add_paragraph("Cover")
        document.add_comment(line.runs, text="Ask the board", author="Ann", initials="A")

    finding = Diagnostic(code="x", severity=DiagnosticSeverity.WARNING, line=0, message="odd", hint=None)
    options = WordOptions(reference=_document(build), findings=(finding,))
    content = write(report, theme, options).content
    comments = docx.Document(BytesIO(content)).comments

    assert [one.text.partition(".")[0] for one in comments] == ["Ask the board", "Odd"]
    assert findings(content, tmp_path) == []


@pytest.mark.parametrize("name", ["company", "dotx", "letterhead"])
def test_it_opens_and_is_valid(
    name: str, request: pytest.FixtureRequest, report: Report, theme: Theme, tmp_path: Path
) -> None:
    content = write(report, theme, WordOptions(reference=request.getfixturevalue(name))).content

    assert findings(content, tmp_path) == []
    assert docx.Document(BytesIO(content)).paragraphs


def test_the_same_parts_give_the_same_bytes(company: bytes, report: Report, theme: Theme) -> None:
    options = WordOptions(reference=company)

    assert write(report, theme, options).content == write(report, theme, options).content


def _replaced(content: bytes, old: bytes, new: bytes) -> bytes:
    stream = BytesIO()
    with ZipFile(BytesIO(content)) as package, ZipFile(stream, "w") as copy:
        for name in package.namelist():
            copy.writestr(name, package.read(name).replace(old, new))
    return stream.getvalue()


@pytest.mark.parametrize(("language", "place", "named"), [("ja", "eastAsia", "ja-JP"), ("he", "bidi", "he-IL")])
def test_a_language_is_named_where_word_looks_for_its_face(
    company: bytes, theme: Theme, language: str, place: str, named: str
) -> None:
    options = WordOptions(reference=company, reference_name="company.docx")
    made = write(replace(example_report(), language=language), theme, options)
    said = WordFile(made.content).xml["word/styles.xml"].find(f"{_W}docDefaults//{_W}lang")

    assert said is not None
    assert said.get(_W + place) == named


def test_a_company_keeps_its_other_languages(into: Into, company: bytes) -> None:
    before = WordFile(company).xml["word/styles.xml"].find(f"{_W}docDefaults//{_W}lang")
    after = into(company).xml["word/styles.xml"].find(f"{_W}docDefaults//{_W}lang")

    assert before is not None
    assert after is not None
    assert [after.get(_W + place) for place in ("eastAsia", "bidi")] == [
        before.get(_W + place) for place in ("eastAsia", "bidi")
    ]
