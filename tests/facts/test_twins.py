"""Dates that stand twice, once with another month or year."""

import pytest

from rule_examples import findings

_TEXT = """# Orders stopped
**Date:** 2026-03-04

## Timeline
| Time (UTC) | Event |
|---|---|
| 2026-03-04 09:00 | Outage begins |
| 2026-03-04 11:00 | Incident resolved |

## Root Cause
{told}

```
2026-03-04 09:00:12 cache full
```
"""


def twins(told: str) -> list[str]:
    found = findings(_TEXT.format(told=told))
    return [one.message for one in found if one.code == "date-differs" and "elsewhere" in one.message]


@pytest.mark.parametrize(
    "told",
    ["The cache was full on 2025-03-04.", "The log has it at 2026-08-04 09:00:12.", "2025年3月4日にキャッシュが満杯。"],
)
def test_a_date_that_is_the_incidents_but_for_month_or_year_is_told(told: str) -> None:
    assert any(message.endswith("elsewhere this is Wednesday 2026-03-04") for message in twins(told))


@pytest.mark.parametrize(
    "told",
    [
        "The cache was full on 2026-03-04.",
        "The certificate was issued on 2025-03-04 and expired a year later.",
        "The release of 2025-03-05 brought the limit.",
        "The log has it at 2026-08-04 10:00:00.",
    ],
)
def test_other_days_and_what_runs_for_a_year_are_left_alone(told: str) -> None:
    assert twins(told) == []


def clock_twins_of(told: str) -> list[str]:
    text = _TEXT.format(told=told).replace("2026-03-04 11:00", "2026-03-04 11:13:57")
    return [one.message for one in findings(text) if one.code == "clock-differs" and "elsewhere" in one.message]


def test_a_time_to_the_second_of_which_only_the_hour_differs_is_told() -> None:
    told = "Rewards were due at 15:20:41 UTC.\n\nThe oracle had stopped, and at 5:20:41 UTC nothing was paid."

    assert "“5:20:41”: elsewhere this is 15:20:41" in clock_twins_of(told)


def test_a_time_by_another_zone_is_no_twin() -> None:
    assert clock_twins_of("Rewards were due at 15:20:41 +0200.\n\nAt 13:20:41 nothing was paid.") == []
