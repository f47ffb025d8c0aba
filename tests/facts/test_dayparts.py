"""Parts of the day against the timeline."""

import pytest

from rule_examples import findings

_TEXT = """# Orders stopped
**Date:** 2026-03-04

## Summary
{told}

## Timeline
| Time (CET) | Event |
|---|---|
| 09:00 | Outage begins |
| 09:20 | Alert fires |
| 11:00 | Incident resolved |
"""


def outside(told: str) -> list[str]:
    return [one.message for one in findings(_TEXT.format(told=told)) if one.code == "clock-outside"]


@pytest.mark.parametrize(
    ("told", "word"),
    [
        ("Orders failed overnight for all customers.", "overnight"),
        ("The outage started in the afternoon.", "afternoon"),
        ("The outage was noticed out of hours.", "out of hours"),
        ("In the small hours of March 4, 2026, orders failed.", "small hours"),
        ("Die Störung begann am Abend; in der Nacht half niemand, der Ausfall war nachts.", "nachts"),
    ],
)
def test_a_part_of_the_day_in_which_nothing_happened_is_told(told: str, word: str) -> None:
    assert f"“{word}” lies outside the timeline, which runs from 09:00 to 11:00" in outside(told)


@pytest.mark.parametrize(
    "told",
    [
        "Orders failed all morning.",
        "Orders failed during business hours.",
        "The evening traffic would have been worse than the errors.",
        "The nightly job failed the next night.",
        "The outage was over before the afternoon shift.",
        "On the evening of 3 January 2026 a release broke the cache.",
    ],
)
def test_its_own_part_of_the_day_a_habit_and_another_day_are_left_alone(told: str) -> None:
    assert outside(told) == []


def test_an_incident_of_a_whole_day_was_at_every_part_of_it() -> None:
    text = _TEXT.format(told="Orders failed overnight.").replace("| 11:00 |", "| 2026-03-05 11:00 |")

    assert [one for one in findings(text) if one.code == "clock-outside"] == []
