"""Times of day in running text against the timeline."""

import pytest

from example_postmortem import postmortem
from pmexport.facts.clocktimes import timed, times_told, windows
from pmexport.facts.mentions import moments_of
from pmexport.facts.passages import Form, Passage
from pmexport.model.facts import Comparison
from pmexport.model.terms import SectionKind

POSTMORTEM = postmortem()
MOMENTS = moments_of(POSTMORTEM)


def passage(text: str, kind: SectionKind = SectionKind.DETECTION) -> Passage:
    return Passage(text=text, line=30, form=Form.PARAGRAPH, kind=kind)


def said(text: str) -> list[Comparison]:
    found = (timed(told, MOMENTS) for told in times_told(passage(text), POSTMORTEM, MOMENTS))
    return [one for one in found if one]


def test_the_time_of_an_event_agrees() -> None:
    assert [(one.agrees, one.quote) for one in said("The alert came at 09:26.")] == [(True, "09:26")]


def test_another_time_for_the_same_event_differs() -> None:
    found = said("The shelf service alert (09:36) told us.")

    assert [(one.agrees, one.computed) for one in found] == [(False, 9 * 60 + 26)]


@pytest.mark.parametrize(
    "text",
    [
        "The backup runs daily at 03:00.",
        "It was reviewed at 12:00 on 9 March 2026.",
        "In London it was 10:26 CET.",
    ],
)
def test_a_time_of_another_day_zone_or_habit_is_no_moment_of_the_incident(text: str) -> None:
    assert list(times_told(passage(text), POSTMORTEM, MOMENTS)) == []


def test_a_span_of_the_outage_is_told_from_other_spans() -> None:
    text = "Shelves failed from 09:20 to 10:40. We met between 11:00 and 11:30."

    assert [(window.quote, window.whole) for window in windows(passage(text))] == [
        ("09:20 to 10:40", True),
        ("11:00 and 11:30", False),
    ]


@pytest.mark.parametrize(
    ("text", "agrees"),
    [
        ("The alert came at 9:26 am.", True),
        ("The alert came at 9:26 pm.", False),
        ("The alert came at 9:26 a.m. and woke us.", True),
    ],
)
def test_am_and_pm_decide_between_morning_and_evening(text: str, *, agrees: bool) -> None:
    assert [one.agrees for one in said(text)] == [agrees]


@pytest.mark.parametrize("text", ["In New York it was 2am in New York City.", "At 11pm their time nobody was awake."])
def test_the_time_of_another_place_is_left_alone(text: str) -> None:
    assert said(text) == []


def test_a_habit_behind_a_comma_is_not_that_of_the_time() -> None:
    assert len(list(times_told(passage("It failed at 10:53, after working hours."), POSTMORTEM, MOMENTS))) == 1
    assert not list(times_told(passage("Working hours begin at 10:53, as all know."), POSTMORTEM, MOMENTS))
