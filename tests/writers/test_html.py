"""One HTML file: complete, asking for nothing, and with the author's words as words only."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

import msgspec
import pytest
from msgspec.structs import replace

from example_report import example_report
from inspect_html import ids_of, parsed, requests_of, shape_of, text_of
from pmexport.model import prose as p
from pmexport.model import report as r
from pmexport.model.options import Paper
from pmexport.theme.load import load_theme
from pmexport.theme.theme import Theme
from pmexport.writers.html import write

HOSTILE = (
    "<script>alert(document.domain)</script>",
    'x" onmouseover="alert(1)',
    "t' onload='alert(1)",
    "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "{{ 7*7 }} {% for c in [].__class__.__base__.__subclasses__() %}{{c}}{% endfor %}",
    '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
)


@pytest.fixture(scope="module")
def theme() -> Theme:
    return load_theme("default").theme


@pytest.fixture(scope="module")
def content(theme: Theme) -> bytes:
    return write(example_report(), theme).content


def saying(words: str) -> r.Report:
    """Return a report that says `words` in every place that takes an author's words."""
    content = (
        p.Str(words),
        p.Code(words),
        p.Emph((p.Str(words),)),
        p.Link((p.Str(words),), "https://tarnfell.example/?q=" + words, words),
        p.Image(words, words, words),
        p.Note((p.Para((p.Str(words),)),)),
    )
    blocks = (
        p.Para(content),
        p.Header(3, (p.Str(words),), "heading"),
        p.CodeBlock(words, words, (p.CodePiece(words, p.CodeToken.STRING),)),
        p.Table((p.Alignment.LEFT,), ((p.Str(words),),), (p.Row(((p.Str(words),),)),)),
        p.DefinitionList((p.Definition((p.Str(words),), (p.Plain((p.Str(words),)),)),)),
    )
    marks = r.Marks(title=words, incident_id=words, kind=words, classification=words, draft=words)
    properties = r.Properties(title=words, authors=(words,), subject=words, keywords=(words,), date=words)
    badge = r.Badge(scheme=r.BadgeScheme.SEVERITY, key=words, label=words)
    action = r.ActionRow(
        anchor="row",
        priority=badge,
        blocks=blocks,
        owner=words,
        due=words,
        due_date=words,
        status=badge,
        status_note=words,
    )
    event = r.EventRow(anchor="event", day=words, clock=words, datetime=words, blocks=blocks, milestone=words)
    sections = (
        r.Masthead(anchor="top", heading=words, kicker=words, badges=(badge,)),
        r.Narrative(anchor="one", heading=words, blocks=blocks),
        r.Narrative(anchor="two", heading=words, blocks=blocks, lead=True),
        r.KeyFigures(anchor="three", heading=words, figures=(r.KeyFigure(value=words, label=words, note=words),)),
        r.EventTable(anchor="four", heading=words, clock_heading=words, event_heading=words, rows=(event,)),
        r.ActionTable(
            anchor="five", heading=words, priority_heading=words, action_heading=words, owner_heading=words,
            due_heading=words, status_heading=words, progress=words, groups=(r.ActionGroup(rows=(action,)),),
        ),
        r.Findings(anchor="six", heading=words, items=(r.Finding(title=words, text=words),)),
    )  # fmt: skip
    return msgspec.structs.replace(example_report(), marks=marks, properties=properties, sections=sections)


@pytest.mark.parametrize("words", HOSTILE)
def test_whatever_the_author_writes_is_text_and_changes_nothing_of_the_page(words: str, theme: Theme) -> None:
    page = parsed(write(saying(words), theme).content)

    assert shape_of(page) == shape_of(parsed(write(saying("x" * len(words)), theme).content))


def test_template_syntax_is_printed_as_it_was_written(theme: Theme) -> None:
    page = parsed(write(saying("Outage {{7*7}}"), theme).content)

    [title] = page.xpath("//h1")

    assert text_of(title) == "Outage {{7*7}}"


def test_the_page_asks_for_nothing(content: bytes) -> None:
    assert [address for address in requests_of(parsed(content)) if address] == []


def test_the_policy_lets_the_page_s_own_style_and_script_run_and_nothing_else(content: bytes) -> None:
    page = parsed(content)
    [meta] = page.xpath("//meta[@http-equiv='Content-Security-Policy']")
    style, script = (
        b64encode(sha256((page.findtext(f".//{name}") or "").encode()).digest()).decode()
        for name in ("style", "script")
    )

    assert meta.get("content").split("; ") == [
        "default-src 'none'",
        f"style-src 'sha256-{style}'",
        f"script-src 'sha256-{script}'",
        "img-src data:",
        "font-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ]


def test_no_element_has_a_style_of_its_own_which_the_policy_would_refuse(content: bytes) -> None:
    assert parsed(content).xpath("//@style") == []


def test_every_variable_that_the_page_uses_is_declared_on_it(content: bytes) -> None:
    page = content.decode()

    assert set(re.findall(r"var\(--([\w-]+)\)", page)) - set(re.findall(r"--([\w-]+):", page)) == set()


def test_the_file_is_under_300_kilobytes(content: bytes) -> None:
    assert len(content) < 300_000


def test_the_same_report_gives_the_same_bytes(content: bytes, theme: Theme) -> None:
    assert write(example_report(), theme).content == content


def test_no_path_of_a_file_is_in_the_page(content: bytes, theme: Theme) -> None:
    folders = {str(face.ttf.parent).encode() for face in theme.type.faces}

    assert [folder for folder in folders if folder in content] == []


def test_ids_are_unique_and_none_can_stand_for_a_name_of_the_browser(content: bytes) -> None:
    ids = ids_of(parsed(content))
    own = ("s-", "note-", "noteref-", "content")

    assert len(set(ids)) == len(ids)
    assert [name for name in ids if not name.startswith(own)] == []


def test_every_entry_of_the_contents_list_leads_to_its_part(content: bytes) -> None:
    page = parsed(content)
    links = [str(address)[1:] for address in page.xpath("//nav//a/@href")]

    assert [link for link in links if link not in ids_of(page)] == []
    assert [text_of(link) for link in page.xpath("//nav//a")] == [
        "Summary", "Timeline", "Action items", "Timeline in detail", "Impact", "Root cause", "Response", "References",
    ]  # fmt: skip


def test_fonts_travel_with_the_page_and_only_those_it_uses(theme: Theme) -> None:
    plain = msgspec.structs.replace(
        example_report(), sections=(r.Narrative(anchor="a", heading="A", blocks=(p.Para((p.Str("words"),)),)),)
    )
    style = parsed(write(plain, theme).content).findtext(".//style") or ""

    assert style.count("@font-face") == 3
    assert "JetBrains Mono" not in style.partition(":root")[0]


def test_language_and_direction_are_said(theme: Theme) -> None:
    report = msgspec.structs.replace(example_report(), language="ar", direction="rtl")
    page = parsed(write(report, theme).content)

    assert (page.get("lang"), page.get("dir")) == ("ar", "rtl")


def test_a_single_section_needs_no_contents_list(theme: Theme) -> None:
    report = example_report()
    lone = replace(
        report, sections=tuple(one for one in report.sections if isinstance(one, r.Masthead | r.Narrative))[:2]
    )

    assert b"<nav" not in write(lone, theme).content


def test_a_bar_that_says_what_the_document_is_spares_the_line_over_the_title(theme: Theme) -> None:
    named = replace(theme, company="Northwind")
    hidden = [b".kicker{display:none}" in write(example_report(), one).content for one in (theme, named)]

    assert hidden == [True, False]


def test_the_running_header_names_incident_and_classification(content: bytes) -> None:
    [marks] = parsed(content).xpath("//p[@class='marks']")

    assert text_of(marks) == "INC-2026-0312 · Internal"


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, "210mm 297mm"), (Paper.LETTER, "215.9mm 279.4mm")])
def test_a_browser_prints_a_briefing_on_the_paper_it_was_made_for(theme: Theme, paper: Paper, size: str) -> None:
    styles = write(replace(example_report(), paper=paper), theme).content.decode()

    assert f"@page briefing {{ size: {size}; margin: 12mm 18mm 12mm 18mm }}" in styles
