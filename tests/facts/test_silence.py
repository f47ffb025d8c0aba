"""The longest silence while the impact lasted."""

from example_postmortem import event, postmortem
from pmexport.facts.metrics import measure
from pmexport.model.terms import Milestone


def test_the_longest_gap_between_two_events_is_found() -> None:
    silence = measure(postmortem()).silence

    assert silence is not None
    assert (silence.seconds, silence.start.line, silence.end.line) == (35 * 60, 15, 16)


def test_what_lies_before_the_impact_is_no_silence() -> None:
    events = (
        event("06:00", "Release 41", Milestone.CHANGE, 1),
        event("09:00", "Shelves are empty", Milestone.IMPACT_START, 2),
        event("09:10", "All is well", Milestone.RESOLVED, 3),
        event("14:00", "Report written", None, 4),
    )

    silence = measure(postmortem(events=events)).silence

    assert silence is not None
    assert silence.seconds == 10 * 60


def test_a_timeline_of_one_event_has_none() -> None:
    assert measure(postmortem(events=(event("09:00", "Shelves are empty"),))).silence is None
