"""The contents list."""

import io

import docx
import pytest
from msgspec.structs import replace

from inspect_docx import Draw, WordFile
from pmexport.model.options import WordOptions
from pmexport.model.prose import Para, Str
from pmexport.model.report import Narrative, Report
from pmexport.theme.theme import Theme
from pmexport.writers.docx import write
from pmexport.writers.docx.links import bookmark_name

_HEADINGS = ["Timeline", "Action items", "Timeline in detail", "Impact", "Root cause", "Response", "References"]
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _narrative(number: int, paragraphs: int = 20) -> Narrative:
    return Narrative(anchor=f"part-{number}", heading=f"Part {number}", blocks=(Para((Str("Words."),)),) * paragraphs)


def _lines(count: int) -> Narrative:
    return Narrative(anchor="a", heading="", blocks=(Para((Str("Words."),)),) * count)


def test_it_is_filled_already(word: WordFile) -> None:
    assert word.contents() == ["Contents", *_HEADINGS]


def test_every_entry_leads_to_its_heading(word: WordFile) -> None:
    control = next(word.body.iter(_W + "sdt"))
    targets = [str(link.get(_W + "anchor")) for link in control.iter(_W + "hyperlink")]

    assert len(targets) == len(_HEADINGS)
    assert set(targets) <= set(word.bookmarks())


def test_pages_are_those_of_the_pdf_where_they_are_known(report: Report, theme: Theme) -> None:
    pages = {section.anchor: number for number, section in enumerate(report.sections, 3)}
    word = WordFile(write(report, theme, None, lambda: pages).content)
    numbers = [pages[section.anchor] for section in report.sections if section.heading in _HEADINGS]

    assert word.contents()[1:] == [f"{text}\t{number}" for text, number in zip(_HEADINGS, numbers, strict=True)]
    assert f"PAGEREF {bookmark_name(report.sections[-1].anchor)} \\h" in word.fields()


def test_a_page_that_is_not_known_leaves_all_numbers_out(report: Report, theme: Theme) -> None:
    word = WordFile(write(report, theme, None, lambda: {report.sections[2].anchor: 1}).content)

    assert word.contents()[1:] == _HEADINGS
    assert r'TOC \o "1-1" \h \z \n' in word.fields()


def test_it_stands_behind_what_leaders_ask(word: WordFile) -> None:
    children = [element.tag for element in word.body[0]]
    at = children.index(_W + "sdt")
    after = "".join(text.text or "" for text in word.body[0][at + 1].iter(_W + "t"))

    assert after == "Timeline in detail"


@pytest.mark.parametrize(("count", "listed"), [(3, 0), (4, 5)])
def test_a_report_of_few_headings_has_none(count: int, listed: int, draw: Draw) -> None:
    assert len(draw(*(_narrative(number, 40) for number in range(count))).contents()) == listed


@pytest.mark.parametrize(("paragraphs", "listed"), [(8, 0), (20, 6)])
def test_a_report_of_two_pages_has_none(paragraphs: int, listed: int, draw: Draw) -> None:
    assert len(draw(*(_narrative(number, paragraphs) for number in range(5))).contents()) == listed


def test_word_shows_it_as_its_own_list(report: Report, theme: Theme) -> None:
    word = WordFile(write(replace(report, language="de"), theme).content)

    assert b'<w:docPartGallery w:val="Table of Contents"/>' in word.parts["word/document.xml"]


def test_it_stands_on_one_page(word: WordFile) -> None:
    control = next(word.body.iter(_W + "sdt"))
    entries = list(control.iter(_W + "p"))[1:]

    assert [entry.find(f"{_W}pPr/{_W}keepNext") is not None for entry in entries] == [
        *(True,) * (len(_HEADINGS) - 1),
        False,
    ]


def _at_the_foot(word: WordFile) -> tuple[bool, bool]:
    """Return whether the list of `word` begins a page, and whether it holds together."""
    control = next(word.body.iter(_W + "sdt"))
    turned = control.find(f".//{_W}pageBreakBefore") is not None
    return turned, control.find(f".//{_W}keepNext") is not None


@pytest.mark.parametrize(
    ("paragraphs", "sections", "seen"),
    [(10, 6, (False, True)), (31, 6, (True, True)), (15, 29, (False, False))],
    ids=["it fits", "the page is well filled", "the page would be left half empty"],
)
def test_it_is_not_parted_from_its_heading(draw: Draw, paragraphs: int, sections: int, seen: tuple[bool, bool]) -> None:
    assert _at_the_foot(draw(_lines(paragraphs), *map(_narrative, range(sections)))) == seen


@pytest.mark.parametrize(
    ("before", "seen"),
    [("{{ report }}", (True, True)), ("To all departments\n{{ report }}", (False, False))],
    ids=["at the head of a page", "somewhere on a page"],
)
def test_in_a_companys_document_it_is_not_parted_either(
    report: Report, theme: Theme, before: str, seen: tuple[bool, bool]
) -> None:
    document = docx.Document()
    for line in before.splitlines():
        document.add_paragraph(line)
    document.save(reference := io.BytesIO())
    sections = (*report.sections[:1], _lines(24), *map(_narrative, range(6)))
    options = WordOptions(reference=reference.getvalue(), reference_name="company.docx")
    word = WordFile(write(replace(report, sections=sections), theme, options).content)

    assert _at_the_foot(word) == seen
