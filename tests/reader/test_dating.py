"""Written times settled by those around them."""

import datetime as dt

import pytest

from pmexport.reader import vocabulary
from pmexport.reader.dating import Dating, zone_in
from pmexport.reader.timestamps import scan
from read_text import reading

WORDS = vocabulary.load("en")
DAY = dt.date(2024, 7, 25)


def settled(*texts: str) -> list[str]:
    dating = Dating(DAY, None)
    starts = [dating.settle(stamp, 0).start for text in texts if (stamp := scan(text, WORDS))]
    return [f"{start:%d %H:%M}" if start else "" for start in starts]


def test_a_time_takes_its_day_from_the_one_before() -> None:
    assert settled("2024-07-26 10:00", "10:05") == ["26 10:00", "26 10:05"]


def test_midnight_passes_in_the_evening_alone() -> None:
    assert settled("23:50", "00:10") == ["25 23:50", "26 00:10"]
    assert settled("10:50", "10:10") == ["25 10:50", "25 10:10"]


def test_clocks_of_two_zones_are_compared_by_the_moment() -> None:
    dating = Dating(DAY, None)
    for text in ("11:10 UTC+8", "09:31 UTC+2", "08:05 UTC-6"):
        stamp = scan(text, WORDS)
        assert stamp is not None
        dating.settle(stamp, 0)

    assert dating.told == []


def test_a_distance_counts_from_the_first_moment() -> None:
    assert settled("10:00", "T+5 min") == ["25 10:00", "25 10:05"]


def test_what_is_unknown_stays_unknown() -> None:
    assert settled("10:00", "??:??", "10:30") == ["25 10:00", "", "25 10:30"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("All times in UTC", "UTC"),
        ("Time (PT)", "PT"),
        ("all times Pacific", "Pacific"),
        ("best estimate, est", None),
        ("Europe/Oslo", "Europe/Oslo"),
    ],
)
def test_a_zone_is_found_in_a_note_and_words_are_no_zone(text: str, name: str | None) -> None:
    found = zone_in(text)

    assert name == (found.name if found else None)


def test_a_doubtful_zone_is_told_once_at_its_first_time() -> None:
    rows = "- 2026-07-02 10:00 PST down\n- 2026-07-03 10:10 PST up\n- 2026-07-03 11:00 IST checked\n"
    found = reading(f"# Outage\n\n## Timeline\n\n{rows}")
    told = [(each.code, each.line) for each in found.diagnostics if each.code.startswith("zone-")]

    assert told == [("zone-season", 5), ("zone-ambiguous", 7)]
    assert [f"{event.start:%H:%M %z}" for event in found.postmortems[0].timeline if event.start] == [
        "10:00 -0700",
        "10:10 -0700",
        "11:00 ",
    ]


def test_a_count_that_no_incident_lasted_is_no_time() -> None:
    assert settled("2024-07-26 10:00", "T+5", "T+99999999999999") == ["26 10:00", "26 10:05", ""]


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
def test_a_day_at_the_end_of_the_calendar_is_no_fault(day: str) -> None:
    found = reading(f"# Shop\n\n**Date:** {day}\n\n## Timeline (UTC-12)\n\n- {day} 23:50 a\n- 00:10 b\n")

    assert [event.start for event in found.postmortems[0].timeline] == [None, None]
