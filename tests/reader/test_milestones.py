"""Which events are milestones."""

from pmexport.model.terms import Milestone
from read_text import postmortem

HEAD = "# Shop down\n\n**Date:** 2024-07-25\n\n## Timeline\n\n"


def marked(*events: str) -> dict[str, str]:
    lines = "".join(f"- 10:{number:02} {text}\n" for number, text in enumerate(events))
    return {str(event.milestone): event.text for event in postmortem(HEAD + lines).timeline if event.milestone}


def test_markers_decide_before_words() -> None:
    found = marked("OUTAGE BEGINS", "Pods restarted", "OUTAGE MITIGATED", "Cache cleared", "OUTAGE ENDS")

    assert found == {"impact_start": "OUTAGE BEGINS", "mitigated": "OUTAGE MITIGATED", "resolved": "OUTAGE ENDS"}


def test_an_alert_detects_before_the_engineer_who_acknowledges_it() -> None:
    found = marked("Checkout starts failing", "Alert fired for errors", "Kim acknowledges the alert")

    assert found == {
        "impact_start": "Checkout starts failing",
        "detected": "Alert fired for errors",
        "acknowledged": "Kim acknowledges the alert",
    }


def test_a_step_that_did_not_help_is_no_mitigation() -> None:
    found = marked(
        "Checkout is down", "Rolled back, still failing", "Pool reset", "Services recovering", "Incident resolved"
    )

    assert found["mitigated"] == "Pool reset"


def test_a_cause_identified_as_such_wins_over_one_suspected_earlier() -> None:
    found = marked("Checkout is down", "Kim identifies slow pods", "Bad query identified as root cause", "Resolved")

    assert found["cause_found"] == "Bad query identified as root cause"


def test_a_rollback_is_no_change() -> None:
    found = marked("Deployed v2", "Checkout is down", "Rollback deployed")

    assert found["change"] == "Deployed v2"


def test_the_basis_names_the_words() -> None:
    event = postmortem(f"{HEAD}- 10:00 Checkout is down\n- 10:05 Incident resolved\n").timeline[1]

    assert event.basis == "the marker “incident resolved”"


def test_a_column_names_the_milestone() -> None:
    table = "| Time | Phase | Event |\n|---|---|---|\n| 10:00 | Detected | Graph looks odd |\n| 10:05 | | Nothing |\n"

    assert [event.milestone for event in postmortem(HEAD + table).timeline] == [Milestone.DETECTED, None]
