"""Every rule fires on its own examples and is silent on the others."""

import re

import pytest

from pmexport.facts.review import CHECKS
from pmexport.facts.review.rule import TOPICS, Rule, rules
from rule_examples import codes, examples


@pytest.mark.parametrize(("rule", "text"), [pair for topic in TOPICS for pair in examples(topic, fires=True)])
def test_a_rule_fires_on_its_examples(rule: Rule, text: str) -> None:
    assert rule.id in codes(text, today=rule.today)


@pytest.mark.parametrize(("rule", "text"), [pair for topic in TOPICS for pair in examples(topic, fires=False)])
def test_a_rule_is_silent_where_it_says_so(rule: Rule, text: str) -> None:
    assert rule.id not in codes(text, today=rule.today)


def test_every_rule_has_its_function_and_every_function_its_rule() -> None:
    assert set(rules()) == set(CHECKS)


@pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.id)
def test_every_rule_explains_itself(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", rule.id)
    assert rule.title and rule.hint and len(rule.rationale.split()) > 6
