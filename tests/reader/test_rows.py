"""Table rows as people write them."""

import pytest

from pmexport.model.prose import Para, Table, text_of
from pmexport.reader.prose import blocks
from pmexport.reader.rows import WIDEST


def table(text: str) -> Table:
    (found,) = blocks(text).blocks
    assert isinstance(found, Table)
    return found


def cells(text: str) -> list[list[str]]:
    return [[text_of(cell) for cell in row.cells] for row in table(text).rows]


def told(text: str) -> list[tuple[str, int]]:
    return [(one.code, one.line) for one in blocks(text).diagnostics]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("| a | b | c | d |", ["a", "b | c | d"]),
        ("| `x | y` | b |", ["x | y", "b"]),
        (r"| a \| b | c |", ["a | b", "c"]),
        ("| a |", ["a", ""]),
        ("a | b", ["a", "b"]),
        ("| a<br>b | c |", ["a b", "c"]),
    ],
)
def test_a_row_has_as_many_cells_as_its_table_and_all_its_words(row: str, expected: list[str]) -> None:
    assert cells(f"| A | B |\n|---|---|\n{row}") == [expected]


def test_a_row_with_too_many_cells_is_told() -> None:
    assert told("| A | B |\n|---|---|\n| a | b |\n| a | b | c |") == [("table-cells", 4)]


def test_a_table_without_its_rule_is_read_and_told() -> None:
    text = "| Time | Event |\n| 09:12 | Errors rise |\n| 09:31 | Declared |"

    assert [text_of(cell) for cell in table(text).head] == ["Time", "Event"]
    assert cells(text) == [["09:12", "Errors rise"], ["09:31", "Declared"]]
    assert told(text) == [("table-rule", 1)]


def test_a_table_whose_first_row_holds_figures_has_no_head() -> None:
    text = "| 09:12 | Errors rise |\n| 09:31 | Declared |"

    assert table(text).head == ((), ())
    assert len(table(text).rows) == 2


def test_a_rule_that_does_not_fit_its_head_is_mended() -> None:
    text = "| A | B | C |\n|---|---|\n| a | b | c |"

    assert cells(text) == [["a", "b", "c"]]
    assert told(text) == [("table-rule", 1)]


@pytest.mark.parametrize("text", ["| one line |", "| a |\n| b |", "text\n| a | b |"])
def test_a_few_pipes_make_no_table(text: str) -> None:
    assert isinstance(blocks(text).blocks[0], Para)


def test_a_table_of_far_too_many_columns_is_kept_as_text_and_told() -> None:
    text = "|" + "a|" * 60 + "\n|" + "-|" * 60 + "\n|last|"

    assert told(text) == [("table-too-wide", 1)]
    assert "last" in repr(blocks(text).blocks)


def test_the_widest_table_is_still_a_table() -> None:
    assert len(table("|" + "a|" * WIDEST + "\n|" + "-|" * WIDEST).alignments) == WIDEST


def test_a_comment_between_rows_does_not_end_the_table() -> None:
    text = "| A | B |\n|---|---|\n<!-- add\n\nrows -->\n| a | b |\n<!-- more -->\n| c | d | e |\n\n| F | G |\n|---|---|"
    first, second = blocks(text).blocks
    assert isinstance(first, Table)
    assert isinstance(second, Table)

    assert [[text_of(cell) for cell in row.cells] for row in first.rows] == [["a", "b"], ["c", "d | e"]]
    assert [row.line for row in first.rows] == [6, 8]


def test_a_table_in_a_quote_keeps_all_cells() -> None:
    assert "Str(text='b | c')" in repr(blocks("> | A | B |\n> |---|---|\n> | a | b | c |").blocks)
