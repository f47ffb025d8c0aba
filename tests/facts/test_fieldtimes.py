"""Milestones that header fields date."""

import datetime as dt

import pytest

from pmexport.convert import read
from pmexport.facts.fieldtimes import stated_moments
from pmexport.model.terms import Milestone

TEXT = """# Orders stopped
**Date:** 2026-03-04
**Detected:** {}

## Timeline
| Time (UTC) | Event |
|---|---|
| 09:00 | Outage begins |
"""


@pytest.mark.parametrize(
    ("written", "clock"),
    [("09:26", "09:26"), ("2026-03-04 09:26 UTC", "09:26"), ("2026-03-04T10:26:00+01:00", "09:26")],
)
def test_a_field_dates_its_milestone(written: str, clock: str) -> None:
    moments = stated_moments(read(TEXT.format(written).encode()).postmortems[0])

    at = dt.datetime.combine(dt.date(2026, 3, 4), dt.time.fromisoformat(clock), dt.UTC)
    assert [(moment.milestone, moment.at) for moment in moments] == [(Milestone.DETECTED, at)]


@pytest.mark.parametrize("written", ["by the monitoring", "between 09:26 and 09:30"])
def test_a_field_without_one_time_dates_nothing(written: str) -> None:
    assert stated_moments(read(TEXT.format(written).encode()).postmortems[0]) == ()
