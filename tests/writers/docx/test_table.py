"""Tables of whatever section."""

from hypothesis import given
from hypothesis import strategies as st

from inspect_docx import WordFile
from pmexport.writers.docx.markup import qualified, words
from pmexport.writers.docx.table import Cell, Row, natural, share, table

_TEXT_WIDTH = 9865


def test_the_grid_and_the_cells_have_the_same_widths(word: WordFile) -> None:
    for found in word.tables():
        assert set(found.widths) == {found.grid}


def test_a_table_is_as_wide_as_the_text(word: WordFile) -> None:
    assert all(abs(sum(found.grid) - _TEXT_WIDTH) <= 50 for found in word.tables())


def test_every_table_of_the_report_has_its_header_row(word: WordFile) -> None:
    assert {(table.headers, table.first_row) for table in word.tables()} == {(1, True)}


def test_no_cells_are_joined_or_hold_tables(word: WordFile) -> None:
    xml = word.parts["word/document.xml"]

    assert b"gridSpan" not in xml
    assert b"vMerge" not in xml


@given(st.lists(st.lists(st.text("ab ", max_size=300), max_size=4), min_size=1, max_size=63), st.floats(50, 900))
def test_columns_share_the_whole_width(columns: list[list[str]], width: float) -> None:
    widths = share(columns, width)

    assert abs(sum(widths) - width) < 0.001
    assert min(widths) > 0


def test_a_long_text_takes_no_room_that_another_columns_word_needs() -> None:
    words, text = share([["eu-west-10"], ["The replica lagged behind and the failover took long. " * 9]], 300)

    assert words >= natural(["eu-west-10"])
    assert text > words


def test_a_column_has_room_for_its_longest_text_up_to_a_bound() -> None:
    assert natural(["a", "abcdefgh"]) > natural(["a"])
    assert natural(["x" * 500], widest=80) == 80


def test_an_east_asian_letter_takes_the_room_of_two() -> None:
    assert natural(["2018年9月17日"]) == natural(["2018xx9xx17xx"])
    assert share([["時刻時刻"], ["b" * 8]], 300) == [150, 150]


def test_the_last_row_never_stands_alone_on_a_page(word: WordFile) -> None:
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    rows = list(next(e for e in word.body.iter(space + "tbl") if len(e) > 20).iterchildren(space + "tr"))

    assert all(e.find(f"{space}pPr/{space}keepNext") is not None for e in rows[-2].iter(space + "p"))
    assert all(e.find(f"{space}pPr/{space}keepNext") is None for e in rows[-1].iter(space + "p"))


def _held(rows: int) -> list[bool]:
    found = table(
        "ReportTable", [100.0], [Row(cells=(Cell(content=(words("a-1", "TableText"),)),)) for _ in range(rows)]
    )
    return [row.find(".//" + qualified("w:keepNext")) is not None for row in found.iter(qualified("w:tr"))]


def test_a_few_rows_stay_together() -> None:
    assert _held(5) == [True, True, True, True, False]


def test_many_rows_may_part_but_for_the_last_two() -> None:
    assert _held(8) == [False] * 6 + [True, False]
