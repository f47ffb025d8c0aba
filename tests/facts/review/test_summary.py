"""The executive summary and the impact: what, whom, how long, whether it is over, and how much."""

import pytest

from pmexport.facts.review.rule import Rule
from rule_examples import codes, examples, findings


@pytest.mark.parametrize(("rule", "text"), examples("summary", fires=True))
def test_a_rule_fires_on_its_examples(rule: Rule, text: str) -> None:
    assert rule.id in codes(text, today=rule.today)


@pytest.mark.parametrize(("rule", "text"), examples("summary", fires=False))
def test_a_rule_is_silent_where_it_says_so(rule: Rule, text: str) -> None:
    assert rule.id not in codes(text, today=rule.today)


def test_what_is_lacking_is_listed() -> None:
    text = "# Orders stopped\n\n## Summary\nA query was introduced with the release of the billing tool that day.\n"

    message = next(one.message for one in findings(text) if one.code == "summary-incomplete")

    assert message == "the summary does not say what failed, whom it touched, how long it lasted and whether it is over"
