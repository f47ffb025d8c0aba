"""Words that run from right to left."""

import pytest
from lxml import etree
from msgspec.structs import replace

from inspect_docx import Draw, WordFile
from pmexport.model.prose import Alignment, BlockQuote, Note, Para, Row, Str, Table
from pmexport.model.report import Report
from pmexport.theme.theme import Theme
from pmexport.writers.docx import write
from pmexport.writers.docx.direction import directed
from pmexport.writers.docx.markup import words

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEBREW = "השירות היה מושבת"


def _xml(word: WordFile, text: str) -> str:
    found = next(e for e in word.body.iter(_W + "p") if text in "".join(t.text or "" for t in e.iter(_W + "t")))
    return etree.tostring(found, encoding="unicode")


def test_a_paragraph_that_begins_in_hebrew_runs_leftwards(say: Draw) -> None:
    assert "<w:bidi/>" in _xml(say(Para((Str(_HEBREW),))), _HEBREW)


def test_a_paragraph_that_begins_in_english_does_not(say: Draw) -> None:
    assert "<w:bidi/>" not in _xml(say(Para((Str(f"It read {_HEBREW} all day"),))), _HEBREW)


def test_only_the_words_that_run_leftwards_are_marked_so(say: Draw) -> None:
    runs = say(Para((Str(f"It read {_HEBREW} all day"),))).paragraph("It read").runs

    assert [run.text for run in runs] == ["It read ", _HEBREW, " all day"]


def test_a_report_that_runs_leftwards_does_so_throughout(report: Report, theme: Theme) -> None:
    word = WordFile(write(replace(report, direction="rtl"), theme).content)
    tables = len(list(word.body.iter(_W + "tbl")))

    assert len(list(word.body.iter(_W + "bidiVisual"))) == tables
    assert word.body.find(f".//{_W}sectPr/{_W}bidi") is not None


def test_an_english_line_of_such_a_report_is_left_alone() -> None:
    line = words("All times in UTC", "BodyText")
    directed(line, leftwards=True)

    assert line.find(f"{_W}pPr/{_W}bidi") is None


def test_a_table_in_hebrew_runs_leftwards_with_its_figures(say: Draw) -> None:
    plain = Alignment.DEFAULT
    table = Table((plain, plain), ((Str("שירות"),), (Str("זמן"),)), (Row(((Str("gateway"),), (Str("12:30"),))),))
    word = say(Para((Str("These:"),)), table)

    assert next(word.body.iter(_W + "bidiVisual"), None) is not None
    assert "<w:bidi/>" in _xml(word, "12:30")
    assert "<w:bidi/>" not in _xml(word, "gateway")


def test_the_bar_of_a_quote_stands_where_its_lines_begin(say: Draw) -> None:
    quote = _xml(say(BlockQuote((Para((Str(_HEBREW),)),))), _HEBREW)

    assert '<w:left w:val="nil"/><w:right w:val="single"' in quote


def test_a_footnote_in_hebrew_runs_leftwards(say: Draw) -> None:
    notes = say(Para((Str("See"), Note((Para((Str(_HEBREW),)),))))).parts["word/footnotes.xml"].decode()

    assert "<w:bidi/>" in notes
    assert "<w:rtl/>" in notes


@pytest.mark.parametrize(
    ("text", "hinted"),
    [("“缓存锁”是主要原因。", True), ("缓存锁是主要原因。", False), ("“The cache lock” it was", False)],
)
def test_quotation_marks_in_chinese_are_set_in_the_chinese_face(text: str, hinted: bool, say: Draw) -> None:  # noqa: FBT001  a case's answer
    assert ('<w:rFonts w:hint="eastAsia"/>' in _xml(say(Para((Str(text),))), text)) is hinted


def test_a_hebrew_cell_stands_in_its_column_where_the_table_runs_rightwards(say: Draw) -> None:
    table = Table((Alignment.DEFAULT,), ((Str("Event"),),), (Row(((Str(_HEBREW),),)),))

    assert '<w:bidi/><w:jc w:val="right"/>' in _xml(say(table), _HEBREW)


def test_a_hebrew_paragraph_stands_at_the_right(say: Draw) -> None:
    assert "<w:jc" not in _xml(say(Para((Str(_HEBREW),))), _HEBREW)
