"""How tables and the document end."""

from inspect_docx import Draw, WordFile
from pmexport.model import prose as p
from pmexport.model.report import Narrative
from pmexport.shipped import shipped
from pmexport.writers.docx.ending import ended
from pmexport.writers.docx.heights import Heights
from pmexport.writers.docx.markup import Element, settled, style_of, w, words
from pmexport.writers.docx.package import base_parts, opened
from pmexport.writers.docx.table import Cell, Row, table

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# So many paragraphs of a line nearly fill a page.
_NEARLY = 29
_TABLE = p.Table((p.Alignment.DEFAULT,), ((p.Str("Node"),),), (p.Row(((p.Str("a-1"),),)),))


def _para(text: str) -> p.Para:
    return p.Para((p.Str(text),))


def _kept(word: WordFile, text: str, mark: str) -> bool:
    found = next(e for e in word.body.iter(_W + "p") if "".join(t.text or "" for t in e.iter(_W + "t")) == text)
    return found.find(f"{_W}pPr/{_W}{mark}") is not None


def test_no_blank_paragraph_stands_between_a_table_and_a_heading(draw: Draw) -> None:
    sections = (
        Narrative(anchor="one", heading="One", blocks=(_TABLE,)),
        Narrative(anchor="two", heading="Two", blocks=(_para("Words."),)),
    )

    assert [one.style for one in draw(*sections).paragraphs()] == [
        *("Heading1", "TableHeading", "TableText", "Heading1", "BodyText"),
    ]


def test_text_after_a_table_stands_clear_of_it(say: Draw) -> None:
    assert say(_TABLE, _para("Words.")).styled("TableEnd") == [""]


def test_a_table_that_ends_the_document_has_the_lowest_paragraph_after_it(say: Draw) -> None:
    assert say(_para("Words."), _TABLE).paragraphs()[-1].style == "SectionEnd"


def test_the_last_lines_stay_together(say: Draw) -> None:
    word = say(*map(_para, ("First.", "Second.", "Third.", "Fourth.")))

    assert [_kept(word, text, "keepNext") for text in ("First.", "Second.", "Third.")] == [False, True, True]
    assert _kept(word, "Fourth.", "keepLines")


def test_a_long_last_paragraph_may_break(say: Draw) -> None:
    text = "The first replica was promoted. " * 60

    assert not _kept(say(_para(text)), text, "keepLines")


def test_a_heading_near_the_foot_has_the_lowest_paragraph_between_it_and_a_table(draw: Draw) -> None:
    many = p.Table(_TABLE.alignments, _TABLE.head, _TABLE.rows * 34)
    sections = (
        Narrative(anchor="one", heading="One", blocks=(many,)),
        Narrative(anchor="two", heading="Two", blocks=(_para("Words."),)),
    )

    assert [one.style for one in draw(*sections).paragraphs()][-3:] == ["SectionEnd", "Heading1", "BodyText"]


def test_nothing_stands_between_a_table_and_what_begins_a_page() -> None:
    document = opened(base_parts(shipped("templates") / "base.docx"))
    heights = Heights(document.styles.element, 490.0, 720.0)
    rows = [Row(cells=(Cell(content=(words("Failover", "TableText"),)),)) for _ in range(40)]
    full = [
        *settled([table("ReportTable", [490.0], rows)]),
        w("sdt", w("sdtContent", _turned(words("Contents", "TOCHeading")))),
    ]

    assert [style_of(element) for element in ended(full, heights, alone=True)] == ["", ""]


def test_a_heading_near_the_foot_has_the_lowest_paragraph_between_it_and_a_contents_list() -> None:
    document = opened(base_parts(shipped("templates") / "base.docx"))
    heights = Heights(document.styles.element, 490.0, 720.0)
    listed = w("sdt", w("sdtContent", words("Contents", "TOCHeading")))
    opening = [words("Words.", "BodyText") for _ in range(_NEARLY)]
    following = [words("Timeline", "Heading1"), *(words("Words.", "BodyText") for _ in range(4))]

    near, far = (ended([*lines, listed, *following], heights, alone=True) for lines in (opening, opening[:3]))

    assert [style_of(one) for one in near][_NEARLY : _NEARLY + 3] == ["", "SectionEnd", "Heading1"]
    assert [style_of(one) for one in far][3:5] == ["", "Heading1"]


def _turned(title: Element) -> Element:
    """Return `title` on a page of its own."""
    properties = title.find(f"{_W}pPr")
    assert properties is not None
    properties.append(w("pageBreakBefore"))
    return title
