"""Which claims make sense in the order of events."""

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


def test_the_first_sign_of_trouble_comes_before_anybody_works_on_it() -> None:
    found = marked("Checkout is down", "Kim restarts the pods", "Kim notices errors in the log")

    assert "detected" not in found


def test_an_event_that_tells_of_an_alert_and_its_answer_is_the_detection() -> None:
    found = marked("Checkout starts failing", "PagerDuty alert, Kim acknowledges it", "Kim starts investigating")

    assert found["detected"] == "PagerDuty alert, Kim acknowledges it"


def test_a_cause_is_not_found_before_there_is_any_trouble() -> None:
    found = marked("Lee identifies that the index is slow", "Checkout is down", "Incident resolved")

    assert "cause_found" not in found


def test_what_is_seen_to_be_down_has_not_begun_then() -> None:
    found = marked("Monitoring sends an e-mail: shop and search are down", "Shop restarted", "All back to normal")

    assert found == {
        "detected": "Monitoring sends an e-mail: shop and search are down",
        "mitigated": "Shop restarted",
        "resolved": "All back to normal",
    }


def test_an_end_that_the_next_events_take_back_is_none() -> None:
    found = marked("Checkout is down", "Back to normal", "Checkout fails again", "Service restored")

    assert found["resolved"] == "Service restored"


def test_a_step_after_which_the_trouble_comes_back_is_no_mitigation() -> None:
    found = marked("Checkout is down", "Pods restarted", "Checkout still down", "Cache reset", "Incident resolved")

    assert found["mitigated"] == "Cache reset"


def test_before_anything_is_wrong_there_is_nothing_to_mitigate() -> None:
    assert marked("Old index deleted", "Pods restarted") == {}


def test_a_repair_is_a_mitigation() -> None:
    found = marked("Checkout is down", "Incident declared", "Incident repaired", "Incident resolved")

    assert found["mitigated"] == "Incident repaired"


def test_an_issue_identified_is_the_detection_or_where_that_is_told_the_cause() -> None:
    assert marked("Issue identified", "Rollback complete")["detected"] == "Issue identified"
    assert marked("Alert fires", "Issue identified", "Rollback complete")["cause_found"] == "Issue identified"


def test_a_user_who_confirms_the_fix_ends_the_incident() -> None:
    found = marked("Alert fires", "Fix deployed", "Kim confirms that orders work fine")

    assert (found["mitigated"], found["resolved"]) == ("Fix deployed", "Kim confirms that orders work fine")
