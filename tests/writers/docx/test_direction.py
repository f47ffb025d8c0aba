"""Words that run from right to left."""

from lxml import etree
from msgspec.structs import replace

from inspect_docx import Draw, WordFile
from pmexport.model.prose import Para, Str
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
