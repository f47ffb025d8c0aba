"""How much of a span lies within support hours."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmexport.facts.hours import supported_seconds
from pmexport.model.options import SupportHours

HOUR = 3600
WEEKDAYS = SupportHours(start=dt.time(9), end=dt.time(17))


def at(day: int, hour: int, zone: dt.tzinfo | None = dt.UTC) -> dt.datetime:
    return dt.datetime(2026, 3, day, hour, tzinfo=zone)


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        (at(4, 10), at(4, 12), 2),
        (at(4, 16), at(5, 10), 2),
        (at(6, 16), at(9, 10), 2),
        (at(7, 10), at(8, 12), 0),
    ],
    ids=["within a day", "over a night", "over a weekend", "at a weekend"],
)
def test_only_staffed_hours_count(start: dt.datetime, end: dt.datetime, hours: int) -> None:
    assert supported_seconds(start, end, WEEKDAYS) == hours * HOUR


def test_a_holiday_counts_nothing() -> None:
    calendar = SupportHours(holidays=frozenset({dt.date(2026, 3, 4)}))

    assert supported_seconds(at(4, 10), at(4, 12), calendar) == 0


def test_the_calendar_has_a_zone_of_its_own() -> None:
    calendar = SupportHours(start=dt.time(9), end=dt.time(17), timezone="America/New_York")

    assert supported_seconds(at(4, 10), at(4, 15), calendar) == HOUR


def test_hours_may_run_over_midnight() -> None:
    calendar = SupportHours(start=dt.time(22), end=dt.time(6), days=(3,))

    assert supported_seconds(at(4, 20), at(5, 12), calendar) == 8 * HOUR


def test_without_a_zone_nothing_can_be_said() -> None:
    assert supported_seconds(at(4, 10, None), at(4, 12, None), WEEKDAYS) is None


@given(st.integers(0, 200), st.integers(0, 200))
def test_never_more_than_passed(first: int, length: int) -> None:
    start = at(1, 0) + dt.timedelta(hours=first)

    counted = supported_seconds(start, start + dt.timedelta(hours=length), WEEKDAYS)

    assert counted is not None
    assert 0 <= counted <= length * HOUR
