"""Figures as stated against those that the document itself gives."""

import pytest

from pmexport.facts.review.rule import Rule
from rule_examples import TIMELINE, codes, examples, findings


@pytest.mark.parametrize(("rule", "text"), examples("figures", fires=True))
def test_a_rule_fires_on_its_examples(rule: Rule, text: str) -> None:
    assert rule.id in codes(text, today=rule.today)


@pytest.mark.parametrize(("rule", "text"), examples("figures", fires=False))
def test_a_rule_is_silent_where_it_says_so(rule: Rule, text: str) -> None:
    assert rule.id not in codes(text, today=rule.today)


def test_a_length_that_leads_to_another_event_says_which() -> None:
    text = f"{TIMELINE}- **Time to detect:** 20 minutes from deployment, 6 minutes from customer impact\n"

    message = next(one.message for one in findings(text) if one.code == "stated-length")

    assert message.startswith("“20 minutes from deployment”: the timeline gives 26 minutes")
    assert "where “6 minutes from customer impact” on this line ends, too" in message
    assert message.endswith("20 minutes leads to 09:00 “Outage begins” (line 8)")


def test_a_finding_points_at_its_words() -> None:
    text = f"{TIMELINE}46 minutes passed between the outage and the automated alert.\n"

    assert [(one.line, one.quote) for one in findings(text) if one.code == "stated-length"] == [
        (13, "46 minutes passed between the outage and the automated alert")
    ]
