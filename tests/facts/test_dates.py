"""Dates as they stand in running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmexport.facts.dates import days


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On Monday, October 8, 2025, our", [(2025, 10, 8, 1)]),
        ("2025-10-08 (Wed)", [(2025, 10, 8, 3)]),
        ("Thur Jan 20", [(None, 1, 20, 4)]),
        ("the 5th of May 2026", [(2026, 5, 5, None)]),
        ("seit dem 8.10.2025, Version 1.2.3", [(2025, 10, 8, None)]),
        ("we may 5 times", []),
    ],
)
def test_a_date_is_read_with_the_weekday_beside_it(
    text: str, found: list[tuple[int | None, int, int, int | None]]
) -> None:
    assert [(day.year, day.month, day.day, day.weekday) for day in days(text)] == found


def test_a_day_that_no_month_has_is_no_date() -> None:
    assert [day.date(2026) for day in days("on 31 September and 31.06.2023")] == [None, None]


@given(st.text(max_size=200))
def test_no_text_is_too_odd_to_be_searched(text: str) -> None:
    assert all(text[day.start : day.end] for day in days(text))
