"""How a message says lengths, events and days."""

import datetime as dt

import pytest

from pmexport.facts.review import phrases
from pmexport.model.facts import Anchor


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "0 minutes"),
        (45, "45 seconds"),
        (60, "1 minute"),
        (9_240, "2 hours 34 minutes"),
        (90_000, "1 day 1 hour"),
        (86_460, "1 day"),
    ],
)
def test_a_length_has_its_two_largest_units(seconds: int, said: str) -> None:
    assert phrases.length(seconds) == said


def test_a_long_event_is_cut_at_a_word() -> None:
    anchor = Anchor(at=dt.datetime(2026, 3, 4, 9, 5, tzinfo=dt.UTC), text="word " * 30, line=7)

    assert phrases.event(anchor) == f"09:05 “{'word ' * 11}word…” (line 7)"


def test_a_day_is_said_with_its_weekday() -> None:
    assert phrases.day(dt.date(2025, 10, 8)) == "Wednesday 2025-10-08"


def test_a_clock_without_a_zone_is_compared_as_it_stands() -> None:
    zoned = dt.datetime(2026, 3, 4, 9, 5, tzinfo=dt.UTC)

    assert phrases.before(zoned.replace(tzinfo=None, minute=4), zoned)
    assert phrases.close(zoned.replace(tzinfo=None), zoned)
