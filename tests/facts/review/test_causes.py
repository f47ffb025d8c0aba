"""Causes: how deep they go, whether they stop at a person, and what is done about each."""

import pytest

from pmexport.facts.review.rule import Rule
from rule_examples import codes, examples


@pytest.mark.parametrize(("rule", "text"), examples("causes", fires=True))
def test_a_rule_fires_on_its_examples(rule: Rule, text: str) -> None:
    assert rule.id in codes(text, today=rule.today)


@pytest.mark.parametrize(("rule", "text"), examples("causes", fires=False))
def test_a_rule_is_silent_where_it_says_so(rule: Rule, text: str) -> None:
    assert rule.id not in codes(text, today=rule.today)


@pytest.mark.parametrize("denied", ["It was not human error.", "We found no operator error here."])
def test_a_denial_is_no_cause(denied: str) -> None:
    assert "human-error" not in codes(f"# Orders stopped\n\n## Root Cause\n{denied}\n")
