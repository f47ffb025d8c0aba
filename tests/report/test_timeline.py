"""Timeline events to the chart."""

import pytest

from example_postmortem import event, postmortem
from pmexport.facts.metrics import measure
from pmexport.model.postmortem import Postmortem
from pmexport.model.report import Timeline
from pmexport.model.terms import Milestone
from pmexport.report.clock import clock_of
from pmexport.report.timeline import chart, severity_change
from pmexport.report.words import Words


def chart_of(source: Postmortem) -> Timeline | None:
    facts = measure(source)
    return chart(source, clock_of(source, facts, Words("en")), facts, "s-chart")


def test_the_chart_has_bands_and_the_impact_with_their_lengths() -> None:
    drawn = chart_of(postmortem())

    assert drawn is not None
    assert [(band.name, band.length) for band in drawn.bands] == [
        ("Latent", "20 min"),
        ("Unnoticed", "6 min"),
        ("Investigating", "24 min"),
        ("Mitigating", "15 min"),
        ("Recovering", "35 min"),
    ]
    assert drawn.impact is not None
    assert drawn.impact.label == "Customer impact 1 h 20 min"


def test_the_chart_is_in_time_order_and_each_mark_leads_to_its_row() -> None:
    events = (event("09:30", "Two"), event("09:00", "One"))

    drawn = chart_of(postmortem(events=events))

    assert drawn is not None
    assert [(one.clock, one.row) for one in drawn.events] == [("09:00", "e-2"), ("09:30", "e-1")]


def test_the_chart_says_in_words_what_it_shows() -> None:
    drawn = chart_of(postmortem())

    assert drawn is not None
    assert drawn.description == (
        "7 events from 09:00 to 10:40. Change deployed at 09:00, 20 min before impact start. Impact starts at 09:20. "
        "Detected at 09:26, 6 min after impact start. Acknowledged at 09:30, 10 min after impact start. "
        "Cause found at 09:50, 30 min after impact start. Mitigated at 10:05, 45 min after impact start. "
        "Resolved at 10:40, 1 h 20 min after impact start. Latent lasted 20 min. Unnoticed lasted 6 min. "
        "Investigating lasted 24 min. Mitigating lasted 15 min. Recovering lasted 35 min. "
        "Customers were affected for 1 h 20 min."
    )


def test_the_note_names_days_and_zone() -> None:
    drawn = chart_of(postmortem())

    assert drawn is not None
    assert drawn.note.startswith("4 March 2026, all times UTC. Filled marks are milestones")


def test_one_event_makes_no_chart() -> None:
    assert chart_of(postmortem(events=(event("09:00", "One", Milestone.DETECTED),))) is None


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Severity raised to SEV-1", "Severity SEV-1"),
        ("Incident escalated from P2 to p1", "Severity P1"),
        ("Severity: SEV2 -> SEV1", "Severity SEV1"),
        ("Escalated to the database team", ""),
        ("Traffic lowered to 5 percent", ""),
    ],
)
def test_a_change_of_severity_is_named(text: str, label: str) -> None:
    assert severity_change(text, Words("en")) == label
