"""The patterns of the review are read from their files."""

import pytest

from pmexport.facts.review.words import pattern, required
from pmexport.model.terms import SectionKind


@pytest.mark.parametrize("told", ["We have added an alert", "Completed the migration", "Re-worked the secrets"])
def test_what_is_told_as_done_is_known(told: str) -> None:
    assert pattern("actions", "told").match(told)


@pytest.mark.parametrize("promised", ["Add an alert", "Feed the cache", "Embed the key"])
def test_a_promise_is_not_taken_for_done(promised: str) -> None:
    assert not pattern("actions", "told").match(promised)


def test_every_section_that_is_asked_for_has_a_name() -> None:
    asked = {kind for kinds in required().sections.values() for kind in kinds}

    assert asked <= set(required().names)
    assert SectionKind.SUMMARY in asked
