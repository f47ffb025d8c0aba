"""A rule is a text with examples, and a function of the same name."""

import re

import pytest

from pmexport.facts.review import CHECKS
from pmexport.facts.review.rule import Rule, rules


def test_every_rule_has_its_function_and_every_function_its_rule() -> None:
    assert set(rules()) == set(CHECKS)


@pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.id)
def test_every_rule_explains_itself(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", rule.id)
    assert rule.title
    assert rule.hint
    assert len(rule.rationale.split()) > 6
    assert rule.fires
    assert rule.silent
