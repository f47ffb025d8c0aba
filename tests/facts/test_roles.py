"""What a phrase speaks of, by classes of words."""

import pytest

from example_postmortem import postmortem
from pmexport.facts.mentions import moments_of
from pmexport.facts.roles import beginnings, classes_of, ended, endings, onsets, openings, started
from pmexport.model.terms import Milestone

MOMENTS = moments_of(postmortem())


@pytest.mark.parametrize(
    ("phrase", "milestones"),
    [
        ("anybody had any wind of it", {"detected"}),
        ("the service had recovered", {"resolved"}),
        ("the culprit was identified", {"cause_found"}),
        ("orders could not be placed", {"impact_start"}),
        ("feilen ble oppdaget", {"impact_start", "detected"}),
        ("der Ausfall", {"impact_start"}),
        ("the weather was fine", set()),
    ],
)
def test_words_of_a_class_speak_of_its_milestone(phrase: str, milestones: set[str]) -> None:
    assert classes_of(phrase) == {Milestone(one) for one in milestones}


def test_an_end_is_the_event_that_the_words_or_the_milestone_name() -> None:
    noticed = ended("anybody noticed", MOMENTS)

    assert noticed is not None
    assert noticed.sure
    assert Milestone.DETECTED in {one.milestone for one in noticed.moments}
    assert ended("the weather was fine", MOMENTS) is None
    assert started("the weather was fine", MOMENTS) is None


def test_detection_is_not_counted_from_itself() -> None:
    assert Milestone.DETECTED in {one.milestone for one in beginnings(MOMENTS).moments}
    assert Milestone.DETECTED not in {one.milestone for one in beginnings(MOMENTS, until=Milestone.DETECTED).moments}


def test_the_whole_begins_with_the_impact_and_ends_with_the_resolution() -> None:
    assert onsets(MOMENTS).moments[0].milestone is Milestone.IMPACT_START
    assert endings(MOMENTS).moments[0].milestone is Milestone.RESOLVED


def test_an_answer_has_its_opening_only_where_the_words_name_it() -> None:
    assert openings("answer our ticket", endings(MOMENTS), MOMENTS) is None
