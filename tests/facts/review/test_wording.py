"""Words that blame, names in the causes, blanks that nobody filled in, and the team's own patterns."""

import pytest

from pmexport.facts.review.rule import Rule
from pmexport.model.options import CheckOptions, PatternRule
from rule_examples import codes, examples, findings


@pytest.mark.parametrize(("rule", "text"), examples("wording", fires=True))
def test_a_rule_fires_on_its_examples(rule: Rule, text: str) -> None:
    assert rule.id in codes(text, today=rule.today)


@pytest.mark.parametrize(("rule", "text"), examples("wording", fires=False))
def test_a_rule_is_silent_where_it_says_so(rule: Rule, text: str) -> None:
    assert rule.id not in codes(text, today=rule.today)


def test_words_of_somebody_quoted_are_left_alone() -> None:
    assert "blame-word" not in codes("# Orders stopped\n\n## Impact\n> That was careless, a customer wrote.\n")


def test_a_team_adds_a_rule_of_its_own() -> None:
    rule = PatternRule(id="old-name", pattern=r"\bPlatform\b", message="“{quote}” is called Foundation now")
    text = "# Orders stopped\n\n## Impact\nPlatform was called.\n"

    found = findings(text, options=CheckOptions(rules=(rule,)))

    assert [(one.line, one.message) for one in found if one.code == "old-name"] == [
        (4, "“Platform” is called Foundation now")
    ]
