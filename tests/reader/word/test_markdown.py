"""Pieces to Markdown."""

import pytest

from pmexport.reader.word.markdown import as_markdown
from pmexport.reader.word.package import Level
from pmexport.reader.word.units import Kind, Unit

_BULLET, _NUMBER = Level(numbered=False), Level(numbered=True, start=3)


def test_a_value_stands_beside_its_label_and_its_items_below() -> None:
    units = (
        Unit(kind=Kind.LABEL, text="Requests failed"),
        Unit(kind=Kind.VALUE, text="18,604"),
        Unit(kind=Kind.ITEM, text="15,920 repeated", marker=_BULLET),
    )

    assert as_markdown(units) == "- **Requests failed:** 18,604\n    - 15,920 repeated\n"


def test_numbers_go_on_from_where_the_list_starts() -> None:
    units = [Unit(kind=Kind.ITEM, text=text, marker=_NUMBER) for text in ("x", "y")]

    assert as_markdown(units) == "3. x\n4. y\n"


def test_a_paragraph_that_looks_like_a_list_is_none() -> None:
    assert as_markdown((Unit(kind=Kind.PARAGRAPH, text="1. April"),)) == "\\1. April\n"


@pytest.mark.parametrize("day", [("13 April 2026", "", ""), ("", "", "13 April 2026")])
def test_distances_are_left_out_and_days_stand_in_the_times(day: tuple[str, ...]) -> None:
    rows = (
        Unit(kind=Kind.HEAD, cells=("UTC", "From impact", "Event")),
        Unit(kind=Kind.ROW, cells=day),
        Unit(kind=Kind.ROW, cells=("16:30", "+0:20", "Alert fires")),
    )

    assert as_markdown(rows) == "| Time (UTC) | Event |\n| --- | --- |\n| 13 April 2026 16:30 | Alert fires |\n"


def test_a_list_right_after_a_table_stays_a_list() -> None:
    level = Level(numbered=True)
    units = (Unit(kind=Kind.HEAD, cells=("A",)), Unit(kind=Kind.ROW, cells=("1",)))

    assert (
        as_markdown((*units, Unit(kind=Kind.ITEM, text="One.", marker=level))) == "| A |\n| --- |\n| 1 |\n\n1. One.\n"
    )
