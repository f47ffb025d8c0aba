"""Action items: who, until when, how far, and how anybody can tell."""

import pytest

from pmexport.facts.review.rule import Rule
from rule_examples import codes, examples, findings


@pytest.mark.parametrize(("rule", "text"), examples("actions", fires=True))
def test_a_rule_fires_on_its_examples(rule: Rule, text: str) -> None:
    assert rule.id in codes(text, today=rule.today)


@pytest.mark.parametrize(("rule", "text"), examples("actions", fires=False))
def test_a_rule_is_silent_where_it_says_so(rule: Rule, text: str) -> None:
    assert rule.id not in codes(text, today=rule.today)


LIST = "# Orders stopped\n\n## Action Items\n"


def test_where_nobody_owns_anything_that_is_one_finding() -> None:
    text = f"{LIST}- [ ] Limit sessions to 1 MB\n- [ ] Add an alert on the cache\n"

    messages = [one.message for one in findings(text) if one.code == "action-without-owner"]

    assert messages == ["nobody owns any of the 2 open actions"]


def test_an_action_told_as_done_is_no_promise() -> None:
    text = f"{LIST}- [ ] We have added an alert on the cache\n"

    assert "action-without-owner" not in codes(text)


def test_a_sentence_that_names_who_does_it_has_an_owner() -> None:
    text = "# Orders stopped\n\n## Action Items\n- DevEX will limit sessions\n- The cache team should test restarts\n"

    assert "action-without-owner" not in codes(text)
