"""Which sections a postmortem must have, by the severity of the incident."""

import pytest

from pmexport.facts.review.rule import Rule
from rule_examples import codes, examples, findings


@pytest.mark.parametrize(("rule", "text"), examples("sections", fires=True))
def test_a_rule_fires_on_its_examples(rule: Rule, text: str) -> None:
    assert rule.id in codes(text, today=rule.today)


@pytest.mark.parametrize(("rule", "text"), examples("sections", fires=False))
def test_a_rule_is_silent_where_it_says_so(rule: Rule, text: str) -> None:
    assert rule.id not in codes(text, today=rule.today)


def test_what_is_asked_for_depends_on_the_severity() -> None:
    text = "# Orders stopped\n**Severity:** {}\n\n## Summary\nNo orders for two hours.\n"

    asked = {
        level: one.message
        for level in ("P0", "P4")
        for one in findings(text.format(level))
        if one.code == "section-missing"
    }

    assert "nothing about how it was detected, no action item and no lesson learned" in asked["P0"]
    assert "there is nothing about the causes and no action item" in asked["P4"]


def test_all_that_is_missing_is_told_at_once() -> None:
    found = [one.code for one in findings("# Orders stopped\n**Severity:** P0\n\n## Summary\nNo orders.\n")]

    assert found.count("section-missing") == 1


def test_a_heading_under_another_name_counts() -> None:
    text = "# Orders stopped\n**Severity:** P4\n\n## Contributing Factors\n- The cache was full.\n"

    assert not any("causes" in one.message for one in findings(text) if one.code == "section-missing")
