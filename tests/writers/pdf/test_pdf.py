"""The finished PDF, asked for what a reader would notice."""

from __future__ import annotations

import logging
import re
import shutil

import msgspec
import pytest

from example_report import event_table, example_report
from inspect_pdf import fonts_of, language_of, outline_of, pages_of, properties_of
from pmexport.model import prose as p
from pmexport.model import report as r
from pmexport.model.rendering import Rendering
from pmexport.theme.load import load_theme
from pmexport.writers.pdf import write

pytestmark = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext, of poppler-utils, is missing")

THEME = load_theme("default").theme


@pytest.fixture(scope="module")
def rendering() -> Rendering:
    return write(example_report(), THEME)


def with_sections(*sections: r.Section) -> r.Report:
    return msgspec.structs.replace(example_report(), sections=sections)


def test_every_page_has_its_running_lines_and_its_number(rendering: Rendering) -> None:
    pages = pages_of(rendering.content)

    assert len(pages) == rendering.pages
    for number, page in enumerate(pages, 1):
        assert "INC-2026-0312 · Internal" in page
        assert f"{number} of {rendering.pages}" in page


def test_the_first_page_answers_what_how_bad_and_how_long(rendering: Rendering) -> None:
    first = " ".join(pages_of(rendering.content)[0].split())

    for words in ("Card payments declined across Europe", "SEV-1", "2 h 33 min", "not recorded", "3 of 9 done"):
        assert words in first


def test_what_the_document_is_stands_once_on_its_first_page_and_at_the_head_of_the_others(rendering: Rendering) -> None:
    first, *others = pages_of(rendering.content)

    assert first.count("Incident postmortem") == 1
    assert [page for page in others if page.count("Incident postmortem") != 1] == []


def test_a_table_that_goes_on_repeats_its_head() -> None:
    rows = tuple(
        msgspec.structs.replace(row, anchor=f"{turn}-{row.anchor}") for turn in range(5) for row in event_table().rows
    )
    pages = pages_of(write(with_sections(msgspec.structs.replace(event_table(), rows=rows)), THEME).content)

    assert len(pages) > 2
    assert [number for number, page in enumerate(pages, 1) if "From impact" not in page] == []


@pytest.mark.parametrize("count", [31, 38, 45])
def test_no_row_is_stranded_and_no_heading_alone(count: int) -> None:
    row = event_table().rows[1]
    rows = tuple(msgspec.structs.replace(row, anchor=f"row-{number}") for number in range(count))
    table = msgspec.structs.replace(event_table(), rows=rows, rest=())
    pages = pages_of(write(with_sections(table, msgspec.structs.replace(table, anchor="two")), THEME).content)

    assert [page for page in pages if page.count("Token cache in eu-north") < 2] == []


def test_a_row_taller_than_the_page_goes_on_and_loses_nothing() -> None:
    words = " ".join(f"w{number}" for number in range(1500))
    first, second, *_ = event_table().rows
    tall = msgspec.structs.replace(first, blocks=(p.Para((p.Str(words),)),))
    table = msgspec.structs.replace(event_table(), rows=(tall, second), rest=())
    text = " ".join(pages_of(write(with_sections(table), THEME).content))

    assert len(set(re.findall(r"\bw\d+", text))) == 1500


def test_a_long_address_stays_on_the_page() -> None:
    address = "https://metrics.tarnfell.example/" + "a" * 400
    paragraph = p.Para((p.Link((p.Str(address),), address),))
    text = pages_of(write(with_sections(r.Narrative(anchor="a", heading="A", blocks=(paragraph,))), THEME).content)[0]

    assert "".join(text.split()).count("a" * 400) == 1


def test_a_list_that_goes_on_keeps_its_numbers() -> None:
    items = tuple(p.ListItem((p.Plain((p.Str(word),)),)) for word in ("salt", "pepper"))
    narrative = r.Narrative(anchor="s-list", heading="List", blocks=(p.OrderedList(items, start=7),))
    report = msgspec.structs.replace(example_report(), sections=(narrative,))

    page = pages_of(write(report, load_theme().theme).content)[0]

    assert re.search(r"7\.\s+salt\s+8\.\s+pepper", page)


def test_bookmarks_name_title_sections_and_headings(rendering: Rendering) -> None:
    assert outline_of(rendering.content)[:4] == [
        "Card payments declined across Europe",
        " Summary",
        " Timeline",
        " Action items",
    ]


def long_report(paragraphs: int) -> r.Report:
    words = p.Para((p.Str("The session store answered slowly and then not at all. " * 12),))
    story = (
        r.Narrative(anchor=f"part-{part}", heading=f"Part {part} of it", blocks=(words,) * paragraphs)
        for part in range(4)
    )
    return with_sections(*example_report().sections, *story)


def test_a_report_of_more_than_four_pages_lists_its_contents_with_their_pages() -> None:
    pages = pages_of(write(long_report(8), THEME).content)
    listed = dict(re.findall(r"(Part \d of it)[ .]+(\d+)", " ".join(pages[:2])))

    assert len(pages) > 4
    assert listed
    for heading, page in listed.items():
        assert heading in pages[int(page) - 1]


def test_a_shorter_report_lists_none() -> None:
    story = r.Narrative(anchor="a", heading="A", blocks=(p.Para((p.Str("It answered slowly. " * 400),)),))
    pages = pages_of(write(with_sections(*example_report().sections[:3], story), THEME).content)

    assert len(pages) <= 4
    assert "Contents" not in " ".join(pages)


def test_a_single_page_says_its_title_once() -> None:
    report = with_sections(r.Masthead(anchor="top", heading="Card payments declined across Europe", kicker=""))
    (page,) = pages_of(write(report, THEME).content)

    assert page.count("Card payments declined across Europe") == 1


def test_markup_in_a_heading_is_text_in_its_bookmark() -> None:
    hostile = "</title><script>alert(1)</script>"
    masthead = r.Masthead(anchor="top", heading=hostile, kicker="")

    assert outline_of(write(with_sections(masthead), THEME).content) == [hostile]


def test_properties_come_from_the_report_alone(rendering: Rendering) -> None:
    properties = properties_of(rendering.content)

    assert (properties["/Title"], properties["/Author"]) == ("Card payments declined across Europe", "Tomas Lind")
    assert properties["/CreationDate"].startswith("D:20260312")
    assert language_of(rendering.content) == "en-GB"


def test_every_font_is_embedded_and_the_theme_s_own(rendering: Rendering) -> None:
    fonts = fonts_of(rendering.content)

    assert [name for name, embedded in fonts if not embedded] == []
    assert {name.partition("-")[0] for name, _ in fonts} <= {
        "Inter",
        "InterDisplay",
        "Inter Display",
        "JetBrains",
        "JetBrainsMono",
    }


def test_the_same_report_gives_the_same_bytes(rendering: Rendering) -> None:
    assert write(example_report(), THEME).content == rendering.content


def test_no_path_of_a_file_is_in_the_document(rendering: Rendering) -> None:
    assert str(THEME.type.faces[0].ttf.parent).encode() not in rendering.content


def test_a_character_that_no_font_has_is_told() -> None:
    section = r.Narrative(anchor="a", heading="A", blocks=(p.Para((p.Str("a \u0378 b"),)),))
    diagnostics = write(with_sections(section), THEME).diagnostics

    assert [diagnostic.code for diagnostic in diagnostics] == ["missing-glyph"]
    assert "U+0378" in diagnostics[0].message


def test_a_missing_character_is_told_where_the_engine_s_log_was_silenced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logging.getLogger("weasyprint"), "disabled", True)
    section = r.Narrative(anchor="a", heading="A", blocks=(p.Para((p.Str("a \u0378 b"),)),))

    diagnostics = write(with_sections(section), THEME).diagnostics

    assert [diagnostic.code for diagnostic in diagnostics] == ["missing-glyph"]


def test_a_report_with_every_character_says_nothing(rendering: Rendering) -> None:
    assert rendering.diagnostics == ()


def test_draft_is_marked_on_each_page() -> None:
    report = example_report()
    marked = msgspec.structs.replace(report, marks=msgspec.structs.replace(report.marks, draft="Draft"))

    assert [page for page in pages_of(write(marked, THEME).content) if "Draft" not in page] == []
