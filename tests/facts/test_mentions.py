"""Which events a phrase speaks of."""

import pytest

from example_postmortem import postmortem
from pmexport.facts.mentions import mentioned, moments_of, speaks_of, stems
from pmexport.model.terms import Milestone

MOMENTS = moments_of(postmortem())


@pytest.mark.parametrize(
    ("phrase", "lines", "certain"),
    [
        ("rolling back the whole of release 41", [15], False),
        ("the shelf service alert", [12], True),
        ("readers seeing empty shelves", [11], True),
        ("the alert", [12], True),
        ("customer impact", [11], True),
    ],
)
def test_a_phrase_means_the_events_that_share_most_of_its_words(
    phrase: str, lines: list[int], *, certain: bool
) -> None:
    found = mentioned(phrase, MOMENTS)

    assert found is not None
    assert ([moment.line for moment in found.moments], found.certain) == (lines, certain)


@pytest.mark.parametrize("phrase", ["the budget of next year", "", "the"])
def test_a_phrase_about_something_else_means_no_event(phrase: str) -> None:
    assert mentioned(phrase, MOMENTS) is None


def test_forms_of_a_word_are_one_word() -> None:
    assert stems("deciding to revert") == stems("the decision of a rollback")
    assert stems("failing") == stems("failures") == stems("failed")


def test_an_event_speaks_of_a_milestone_that_it_is_not() -> None:
    second_alert = MOMENTS[2]

    assert speaks_of(second_alert, Milestone.DETECTED)
    assert not speaks_of(second_alert, Milestone.RESOLVED)
