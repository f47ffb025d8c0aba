"""Weekdays, dates and due dates against the calendar and each other."""

import datetime as dt

import pytest

from pmexport.facts.review.rule import Rule
from rule_examples import codes, examples, findings


@pytest.mark.parametrize(("rule", "text"), examples("calendar", fires=True))
def test_a_rule_fires_on_its_examples(rule: Rule, text: str) -> None:
    assert rule.id in codes(text, today=rule.today)


@pytest.mark.parametrize(("rule", "text"), examples("calendar", fires=False))
def test_a_rule_is_silent_where_it_says_so(rule: Rule, text: str) -> None:
    assert rule.id not in codes(text, today=rule.today)


def test_what_is_labelled_or_headed_as_done_has_no_date_to_come() -> None:
    text = """# Orders stopped
**Date:** 2026-03-04

## Lessons
**DONE** (2026-12-02): Ada added an alert.

### Completed
- Enabled recycling (October 8, 2026) to save memory
"""

    found = findings(text, today=dt.date(2026, 3, 20))

    assert [one.quote for one in found if one.code == "done-in-future"] == ["2026-12-02", "October 8, 2026"]


def test_a_period_of_days_in_the_head_may_begin_before_the_timeline() -> None:
    text = """# Orders stopped
**Date:** {days}

## Timeline
- 2026-03-23 09:00 UTC - Alert fires
- 2026-03-23 10:00 UTC - Incident resolved
"""

    assert "date-and-timeline" not in {one.code for one in findings(text.format(days="2026-03-19 to 2026-03-23"))}
    assert "date-and-timeline" in {one.code for one in findings(text.format(days="2026-03-19"))}


def test_a_weekday_alone_is_held_against_the_days_of_the_incident() -> None:
    text = "# Orders stopped\n**Date:** 2026-03-04\n\n## Lucky\nIt happened on a Sunday night.\n"

    found = next(one for one in findings(text) if one.code == "weekday")

    assert (found.line, found.message) == (5, "“Sunday”: the day was Wednesday 2026-03-04")
