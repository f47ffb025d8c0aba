"""The timeline: its zone, its gaps, the decisions in it and the two ends of the impact."""

import pytest

from pmexport.facts.review.rule import Rule
from rule_examples import codes, examples, findings


@pytest.mark.parametrize(("rule", "text"), examples("timeline", fires=True))
def test_a_rule_fires_on_its_examples(rule: Rule, text: str) -> None:
    assert rule.id in codes(text, today=rule.today)


@pytest.mark.parametrize(("rule", "text"), examples("timeline", fires=False))
def test_a_rule_is_silent_where_it_says_so(rule: Rule, text: str) -> None:
    assert rule.id not in codes(text, today=rule.today)


def test_a_silence_after_the_end_is_none() -> None:
    text = """# Orders stopped
**Date:** 2026-03-04

## Timeline
- 09:00 UTC - Outage begins
- 09:05 UTC - Incident resolved
- 11:00 UTC - Report written
"""

    assert "timeline-gap" not in codes(text)


def test_a_silence_says_how_long_it_was() -> None:
    text = """# Orders stopped
**Date:** 2026-03-04

## Timeline
- 09:00 UTC - Outage begins
- 10:15 UTC - Incident resolved
"""

    message = next(one.message for one in findings(text) if one.code == "timeline-gap")

    assert message == "nothing is told for 1 hour 15 minutes, from 09:00 to 10:15; the threshold is 30 minutes"
