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
        level: sum(one.code == "section-missing" for one in findings(text.format(level))) for level in ("P0", "P4")
    }

    assert asked == {"P0": 5, "P4": 2}


def test_a_heading_under_another_name_counts() -> None:
    text = "# Orders stopped\n**Severity:** P4\n\n## Contributing Factors\n- The cache was full.\n"

    assert not any("causes" in one.message for one in findings(text) if one.code == "section-missing")
