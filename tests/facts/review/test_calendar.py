"""Weekdays, dates and due dates against the calendar and each other."""

import pytest

from pmexport.facts.review.rule import Rule
from rule_examples import codes, examples, findings


@pytest.mark.parametrize(("rule", "text"), examples("calendar", fires=True))
def test_a_rule_fires_on_its_examples(rule: Rule, text: str) -> None:
    assert rule.id in codes(text, today=rule.today)


@pytest.mark.parametrize(("rule", "text"), examples("calendar", fires=False))
def test_a_rule_is_silent_where_it_says_so(rule: Rule, text: str) -> None:
    assert rule.id not in codes(text, today=rule.today)


def test_a_weekday_alone_is_held_against_the_days_of_the_incident() -> None:
    text = "# Orders stopped\n**Date:** 2026-03-04\n\n## Lucky\nIt happened on a Sunday night.\n"

    found = next(one for one in findings(text) if one.code == "weekday")

    assert (found.line, found.message) == (5, "“Sunday”: the day was Wednesday 2026-03-04")
