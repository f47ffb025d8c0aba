"""Tables drawn with corners."""

import pytest

from pmexport.model.prose import Para, Table, text_of
from pmexport.reader.prose import blocks

RULED = """+-------+---------------+
| Time  | Event         |
+=======+===============+
| 09:00 | mismatch seen |
+-------+---------------+
| 13:00 | books         |
|       | corrected     |
+-------+---------------+
"""
PRINTED = (
    "+------+--------+\n| name | rows   |\n+------+--------+\n| a    | 3      |\n| b    | 5      |\n+------+--------+\n"
)


def cells(text: str) -> list[list[str]]:
    (found,) = blocks(text).blocks
    assert isinstance(found, Table)
    return [[text_of(cell) for cell in row] for row in (found.head, *(row.cells for row in found.rows))]


def test_a_cell_goes_on_until_the_next_border() -> None:
    assert cells(RULED) == [["Time", "Event"], ["09:00", "mismatch seen"], ["13:00", "books corrected"]]


def test_what_a_database_prints_has_a_row_on_each_line() -> None:
    assert cells(PRINTED) == [["name", "rows"], ["a", "3"], ["b", "5"]]


def test_each_row_knows_its_line() -> None:
    (found,) = blocks(f"{RULED}").blocks

    assert isinstance(found, Table)
    assert [row.line for row in found.rows] == [4, 6]


def test_a_row_that_does_not_stand_below_the_corners_is_parted_at_its_own_bars() -> None:
    assert cells("+---+---+\n| Zeit | was |\n| 9:00 | weg |\n+---+---+\n") == [["Zeit", "was"], ["9:00", "weg"]]


@pytest.mark.parametrize("text", ["+---+---+\n", "+---+---+\n| a | b |\n", "+----+\nwords\n+----+\n"])
def test_a_border_alone_is_text(text: str) -> None:
    assert not any(isinstance(block, Table) for block in blocks(text).blocks)
    assert all(isinstance(block, Para) for block in blocks(text).blocks)
