"""The rules that are patterns."""

import pytest

from pmexport.customer.guards import meanings
from pmexport.customer.guards.patterns import Pattern, rules


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_each_rule_is_explained_and_says_what_to_write_instead(rule: Pattern) -> None:
    assert meanings.explain(rule.name)
    assert meanings.instead(rule.name)


def test_what_may_pass_of_a_rule_is_a_part_of_what_it_finds() -> None:
    host = next(rule for rule in rules() if rule.name == "host")

    assert any(find.search("non-prod") for find in host.find)
    assert any(spare.fullmatch("non-prod") for spare in host.spare)
