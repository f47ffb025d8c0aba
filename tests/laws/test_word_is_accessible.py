"""What Word's own accessibility checker asks of a document, one test a rule, over every sample and every kind of part.

Source: Microsoft, "Rules for the Accessibility Checker" (errors, warnings and tips that concern Word).
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree
from msgspec import Struct

from example_report import example_report
from inspect_docx import Link, WordFile
from pmexport.convert import convert
from pmexport.model.options import WordOptions
from pmexport.theme.colour import TEXT_CONTRAST, contrast
from pmexport.theme.load import load_theme
from pmexport.theme.theme import Colour
from pmexport.writers.docx import write
from postmortems import EVERY, beside

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
# What an author wrote stays as it is.
_WRITTEN_SO = [Link("here", "https://docs.chia.net/docs/13cli/nft_cli")]
# Letters on about a page: what is longer needs headings to move by.
_A_PAGE = 3500
_WHITE = Colour(255, 255, 255)


@pytest.fixture(scope="module", params=["every section", "controls", *EVERY])
def word(request: pytest.FixtureRequest) -> WordFile:
    """Return the document of a sample, or of the report that uses everything."""
    if isinstance(request.param, Path):
        return WordFile(convert(request.param.read_bytes(), "docx", beside(request.param)).content)
    options = WordOptions(editable=request.param == "controls")
    return WordFile(write(example_report(), load_theme().theme, options).content)


def test_every_picture_has_words_or_is_decoration(word: WordFile) -> None:
    shapes = [shape for root in word.xml.values() for shape in root.iter(f"{_WP}docPr")]
    bare = [shape for shape in shapes if not shape.get("descr") and b"decorative" not in etree.tostring(shape)]

    assert bare == []


def test_every_table_names_its_header_row(word: WordFile) -> None:
    assert [table.rows[0] for table in word.tables() if not (table.headers and table.first_row)] == []


def test_no_table_has_joined_or_parted_cells(word: WordFile) -> None:
    joined = [tag for tag in ("gridSpan", "vMerge", "hMerge") if next(word.body.iter(_W + tag), None) is not None]

    assert joined == []
    assert [table.rows[0] for table in word.tables() if {len(row) for row in table.rows} != {len(table.grid)}] == []


def test_no_table_stands_within_a_table(word: WordFile) -> None:
    inner = [t for t in word.body.iter(_W + "tbl") if any(True for _ in t.iterancestors(_W + "tbl"))]

    assert inner == []


def test_every_table_of_ours_is_named(word: WordFile) -> None:
    """A caption in the table's properties is what a screen reader says first; an author's table has none to say."""
    ours = [t for t in word.body.iter(_W + "tbl") if _style_of(t) in {"FiguresTable", "ColumnsTable"}]

    assert [t for t in ours if t.find(f"{_W}tblPr/{_W}tblCaption") is None] == []


def _style_of(table: etree._Element) -> str:
    style = table.find(f"{_W}tblPr/{_W}tblStyle")
    return "" if style is None else str(style.get(_W + "val"))


def test_the_document_has_a_title(word: WordFile) -> None:
    title = word.xml["docProps/core.xml"].find("{http://purl.org/dc/elements/1.1/}title")

    assert title is not None
    assert title.text


def test_headings_skip_no_level(word: WordFile) -> None:
    levels = [1, *_heading_levels(word)]

    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


def test_every_object_stands_in_the_line_of_the_text(word: WordFile) -> None:
    assert list(word.body.iter(f"{_WP}anchor")) == []
    assert list(word.body.iter(_W + "framePr")) == []


def test_links_say_where_they_lead(word: WordFile) -> None:
    vague = re.compile(r"(click )?here|link|more|this( page)?|", re.IGNORECASE)
    found = [link for link in word.links() if vague.fullmatch(link.text.split("\t")[0].strip())]

    assert [link for link in found if link not in _WRITTEN_SO] == []


def test_nothing_is_spaced_by_blank_paragraphs_or_spaces(word: WordFile) -> None:
    small = {"TableEnd", "SectionEnd", "ProgressBar", "Rule", "TableDay", "TableText", "TableSoft", "TableStrong"}
    shown = [_shown(p) for p in word.body.iter(_W + "p")]
    empty = [p.style for p in shown if p.style not in small and p.empty]
    spaced = [t.text for t in word.body.iter(_W + "t") if re.search(r"\S {3,}\S", t.text or "") and not _in_code(t)]

    assert (empty, spaced) == ([], [])


class _Shown(Struct, frozen=True):
    style: str
    empty: bool


def _shown(paragraph: etree._Element) -> _Shown:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    marks = (_W + "t", _W + "drawing", _W + "footnoteReference")
    return _Shown("" if style is None else str(style.get(_W + "val")), next(paragraph.iter(*marks), None) is None)


def _in_code(text: etree._Element) -> bool:
    paragraph = next(text.iterancestors(_W + "p"))
    return _shown(paragraph).style == "CodeBlock"


def test_the_language_is_said(word: WordFile) -> None:
    language = word.xml["word/styles.xml"].find(f".//{_W}docDefaults//{_W}lang")

    assert language is not None
    assert language.get(_W + "val")


def test_text_stands_out_from_its_ground(word: WordFile) -> None:
    faint = []
    for style in word.xml["word/styles.xml"].iter(_W + "style"):
        ink, ground = style.find(f"{_W}rPr/{_W}color"), style.find(f"{_W}rPr/{_W}shd")
        if ink is None or re.fullmatch("[0-9A-F]{6}", str(ink.get(_W + "val"))) is None:
            continue
        behind = _WHITE if ground is None else Colour(*bytes.fromhex(str(ground.get(_W + "fill"))))
        if contrast(Colour(*bytes.fromhex(str(ink.get(_W + "val")))), behind) < TEXT_CONTRAST:
            faint.append(str(style.get(_W + "styleId")))

    assert faint == []


def test_every_control_has_a_name(word: WordFile) -> None:
    controls = [c for c in word.body.iter(_W + "sdtPr") if c.find(_W + "docPartObj") is None]

    assert [c for c in controls if c.find(_W + "alias") is None] == []


def test_nothing_blinks_and_nothing_is_hidden(word: WordFile) -> None:
    assert [tag for tag in ("vanish", "effect", "webHidden") if next(word.body.iter(_W + tag), None) is not None] == []


def test_no_row_of_a_table_is_blank(word: WordFile) -> None:
    assert [table.rows for table in word.tables() if not all(any(map(str.strip, row)) for row in table.rows)] == []


def test_headings_part_the_document(word: WordFile) -> None:
    long = len(word.text()) > _A_PAGE

    assert not long or list(_heading_levels(word)) != []


def test_nothing_keeps_readers_out(word: WordFile) -> None:
    """Rights management and protection shut out the programs that read aloud."""
    settings = word.xml["word/settings.xml"]

    assert [tag for tag in ("documentProtection", "writeProtection") if settings.find(_W + tag) is not None] == []


def _heading_levels(word: WordFile) -> Iterator[int]:
    for paragraph in word.paragraphs():
        if found := re.fullmatch(r"Heading(\d)", paragraph.style):
            yield int(found[1])
        elif paragraph.style == "ColumnHeading":
            yield 2
