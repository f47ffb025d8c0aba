"""Which milestones a postmortem reached, when, and what says so."""

import datetime as dt

from msgspec.structs import replace

from example_postmortem import at, event, postmortem
from pmexport.facts.milestones import milestones_reached
from pmexport.model.postmortem import StatedMoment
from pmexport.model.terms import Milestone


def test_the_first_event_of_a_milestone_counts() -> None:
    events = (
        event("09:10", "Alert", Milestone.DETECTED, 4),
        event("09:30", "Alert again", Milestone.DETECTED, 5),
    )

    reached = milestones_reached(postmortem(events=events))

    assert reached[Milestone.DETECTED].at == at("09:10")
    assert reached[Milestone.DETECTED].source == "the event on line 4"


def test_a_header_field_dates_what_the_timeline_does_not() -> None:
    source = replace(
        postmortem(events=(event("09:10", "Alert", Milestone.DETECTED, 4),)),
        moments=(
            StatedMoment(milestone=Milestone.DETECTED, at=at("08:00"), text="08:00", line=1),
            StatedMoment(milestone=Milestone.RESOLVED, at=at("11:00"), text="11:00", line=2),
        ),
    )

    reached = milestones_reached(source)

    assert reached[Milestone.DETECTED].at == at("09:10")
    assert reached[Milestone.RESOLVED].at == at("11:00")
    assert reached[Milestone.RESOLVED].source == "the field on line 2"


def test_a_moment_without_a_zone_is_not_held_against_one_with_a_zone() -> None:
    naive = replace(event("10:00", "Back", Milestone.RESOLVED), start=dt.datetime(2026, 3, 4, 10, 0))  # noqa: DTZ001
    events = (event("09:10", "Errors", Milestone.IMPACT_START), naive)

    reached = milestones_reached(postmortem(events=events))

    assert list(reached) == [Milestone.IMPACT_START]
