"""A date as far as it is written, and the day that it means."""

import datetime as dt

import pytest

from pmexport.reader import vocabulary
from pmexport.reader.timestamps import scan
from pmexport.reader.written_dates import WrittenDate, day_comes_first, day_of_two_numbers


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("pt", "07/10 10:22", (10, 7)),
        ("pt", "07/10 e 09/10/2026", (10, 7)),
        ("en", "10/25 10:22", (10, 25)),
        ("en", "25/10 10:22", (10, 25)),
        ("en", "07-24 20:18", (7, 24)),
        ("de", "24.10. 10:22 Alarm", (10, 24)),
        ("de", "24.10. bis 26.10.2026", (10, 24)),
        ("fr", "07/10 14h22 - Alerte", (10, 7)),
    ],
)
def test_a_day_without_a_year_is_known_by_what_stands_behind_it(language: str, text: str, day: tuple[int, int]) -> None:
    stamp = scan(text, vocabulary.load(language, "en"))

    assert stamp is not None
    assert stamp.date is not None
    assert (stamp.date.month, stamp.date.day) == day


@pytest.mark.parametrize("text", ["1/2 of the nodes", "10.20 deployed", "4/26 Transaction Delays"])
def test_a_fraction_or_a_version_is_no_day(text: str) -> None:
    stamp = scan(text, vocabulary.load("en"))

    assert stamp is None or stamp.date is None


def test_the_first_day_of_a_span_takes_the_year_of_its_last() -> None:
    stamp = scan("24.10.–26.10.2026", vocabulary.load("de", "en"))

    assert stamp is not None
    assert stamp.date == WrittenDate(year=2026, month=10, day=24)


def test_a_missing_year_is_that_of_the_incident_s_day() -> None:
    assert WrittenDate(month=1, day=2).near(dt.date(2025, 1, 20)) == dt.date(2025, 1, 2)
    assert WrittenDate(month=1, day=2).near(None) is None


@pytest.mark.parametrize(("text", "first"), [("25/04/2024", True), ("04/25/2024", False), ("04/05/2024", None)])
def test_a_date_tells_whether_days_come_first(text: str, *, first: bool | None) -> None:
    assert day_comes_first(text) is first


def test_two_numbers_alone_in_a_cell_are_a_day() -> None:
    assert day_of_two_numbers("1/28") == WrittenDate(month=1, day=28)
    assert day_of_two_numbers("31/31") is None


@pytest.mark.parametrize("text", ["3 to 5 February 2021", "3 - 5 February 2021", "3-5 February 2021"])
def test_a_span_of_days_begins_with_its_first(text: str) -> None:
    stamp = scan(text, vocabulary.load("en"))

    assert stamp is not None
    assert stamp.date is not None
    assert (stamp.date.year, stamp.date.month, stamp.date.day) == (2021, 2, 3)


@pytest.mark.parametrize(
    "text", ["2025-Feb-07", "07-Feb-2025", "07/Feb/2025", "Feb-07-2025", "07FEB2025", "Feb 7, 2025", "7 Feb 2025"]
)
def test_a_day_with_its_month_in_letters_is_read_in_any_order(text: str) -> None:
    stamp = scan(text, vocabulary.load("en"))

    assert stamp is not None
    assert stamp.date is not None
    assert (stamp.date.year, stamp.date.month, stamp.date.day) == (2025, 2, 7)


@pytest.mark.parametrize(("text", "hour"), [("Feb 7 1506 UTC", 15), ("Feb 7 2036 UTC", 20)])
def test_four_digits_before_a_zone_are_a_time_and_no_year(text: str, hour: int) -> None:
    stamp = scan(text, vocabulary.load("en"))

    assert stamp is not None
    assert stamp.clock is not None
    assert stamp.clock.hour == hour


@pytest.mark.parametrize("year", [1, 1899, 3000, 9999])
def test_no_incident_was_in_a_year_so_far_away(year: int) -> None:
    assert WrittenDate(year=year, month=12, day=31).near(None) is None
