"""Sheets that turn for what is too wide."""

from inspect_docx import Draw, WordFile
from pmexport.model.prose import Alignment, BlockQuote, Para, Row, Str, Table

_BEFORE = Para((Str("Before it there was much to say. " * 10),))
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _wide(columns: int = 14) -> Table:
    head = tuple((Str(f"Measurement{number}"),) for number in range(columns))
    return Table((Alignment.DEFAULT,) * columns, head, (Row(head),))


def test_a_wide_table_stands_on_a_landscape_page(say: Draw) -> None:
    assert say(_BEFORE, _wide(), Para((Str("After."),))).sheets() == [False, True, False]


def test_the_table_fills_the_long_side(say: Draw) -> None:
    said = say(_wide())

    assert sum(said.table("Measurement0").grid) > sum(say(_wide(4)).table("Measurement0").grid) * 1.3


def test_the_words_that_lead_to_it_turn_with_it(say: Draw) -> None:
    said = say(Para((Str("Before."),)), Para((Str("These were measured:"),)), _wide(), Para((Str("After."),)))

    assert _texts_by_sheet(said) == ["OnlyBefore.", "These were measured:", "After."]


def test_a_short_paragraph_over_it_turns_with_it(say: Draw) -> None:
    assert say(Para((Str("Before."),)), _wide(), Para((Str("After."),))).sheets() == [True, False]


def test_a_narrow_table_turns_nothing(say: Draw) -> None:
    assert say(_wide(4)).sheets() == [False]


def test_a_table_within_a_quote_stays_upright(say: Draw) -> None:
    assert say(BlockQuote((_wide(),))).sheets() == [False]


def test_every_stretch_has_headers_of_every_kind(say: Draw) -> None:
    assert {kind: len(words) for kind, words in say(_BEFORE, _wide()).watermarks().items()} == {
        "even": 2,
        "default": 2,
        "first": 2,
    }


def _texts_by_sheet(word: WordFile) -> list[str]:
    """Return the words of the paragraphs outside tables, a text a stretch of pages."""
    texts = [""]
    for element in word.body[0]:
        if element.tag == _W + "p":
            texts[-1] += "".join(text.text or "" for text in element.iter(_W + "t"))
            if element.find(f"{_W}pPr/{_W}sectPr") is not None:
                texts.append("")
    return texts


def test_the_running_lines_of_a_turned_page_reach_its_right_edge(say: Draw) -> None:
    said = say(_wide())
    table = sum(said.table("Measurement0").grid)
    stop = next(said.xml["word/header1-turned.xml"].iter(_W + "tab"))

    assert abs(int(str(stop.get(_W + "pos"))) - table) < 20
