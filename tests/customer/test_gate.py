"""The one door: what is let in, and that nothing else is."""

from __future__ import annotations

import datetime as dt

import msgspec
from msgspec.structs import replace

from customer_report import REPORT, TEXT, report, written
from example_postmortem import postmortem
from pmexport.convert import read
from pmexport.customer.gate import admit, corrected
from pmexport.customer.text import CustomerText
from pmexport.facts.metrics import measure
from pmexport.model.customer import Document, Rule, Topic
from pmexport.model.options import CustomerPolicy
from pmexport.model.terms import ActionStatus, IncidentStatus, Milestone

EMPTY = CustomerText(document=Document.POSTMORTEM)


def words(value: object) -> str:
    return msgspec.json.encode(value).decode()


def test_without_a_text_only_facts_and_settings_come_in() -> None:
    rules = {cleared.origin.rule for _, cleared in report().cleared()}

    assert rules == {Rule.FACT, Rule.SENTENCE, Rule.SETTING}


def test_no_word_of_the_postmortem_comes_in_by_itself() -> None:
    said = words(report())

    for word in ("Empty", "shelves", "Noor", "Ada", "LIB-7", "Release", "rolled"):
        assert word not in said


def test_milestones_come_in_as_moments_and_a_change_does_not() -> None:
    assert [moment.milestone.value for moment in report().moments if moment.milestone] == [
        Milestone.IMPACT_START,
        Milestone.DETECTED,
        Milestone.CAUSE_FOUND,
        Milestone.MITIGATED,
        Milestone.RESOLVED,
    ]


def test_no_status_is_told_where_the_stated_one_and_the_timeline_contradict_each_other() -> None:
    own = read(
        b"# Outage\n\n**Status:** Ongoing\n\n## Timeline (UTC)\n\n"
        b"- 2026-01-02 09:00 Customers see errors\n- 2026-01-02 10:00 Incident resolved\n"
    ).postmortems[0]
    made = admit(own, measure(own), EMPTY, CustomerPolicy(), "en", draft=True)

    assert own.incident_status is not None
    assert own.incident_status.incident is IncidentStatus.ACTIVE
    assert made.end is not None
    assert made.status is None


def test_length_and_status_follow_from_the_events() -> None:
    made = report()

    assert made.length is not None
    assert made.length.value == dt.timedelta(minutes=80)
    assert made.status is not None
    assert made.status.value is IncidentStatus.RESOLVED


def test_what_was_written_for_customers_comes_in_by_topic() -> None:
    assert [chapter.topic for chapter in REPORT.chapters] == [Topic.OPENING, Topic.IMPACT]
    assert REPORT.title is not None
    assert REPORT.title.value.text == "Empty pages on 4 March 2026"


def test_a_list_of_promises_comes_in_as_promises() -> None:
    first, second = REPORT.actions

    assert first.status is not None
    assert first.status.value is ActionStatus.DONE
    assert second.due is not None
    assert (second.due.value.year, second.due.value.month) == (2026, 4)


def test_a_promise_past_its_month_is_late() -> None:
    policy = CustomerPolicy(today=dt.date(2026, 5, 1))

    assert [action.late for action in report(written(TEXT), policy).actions] == [False, True]


def test_every_value_knows_its_line() -> None:
    assert [(cleared.origin.line) for place, cleared in REPORT.cleared() if place == "title"] == [1]


def test_a_service_is_named_only_by_its_public_name() -> None:
    own = postmortem()
    policy = CustomerPolicy(services=(("shelf-service", "Shelves"),))

    assert admit(own, measure(own), EMPTY, policy, "en", draft=True).services == ()


def test_corrections_come_in_from_the_approval_alone() -> None:
    made = corrected(replace(report(), revision=2), ("10:05, not 10:15",))

    assert [cleared.value.text for cleared in made.corrections] == ["10:05, not 10:15"]


def test_the_day_is_the_one_on_which_customers_were_affected() -> None:
    source = (
        "# Errors\n\n## Timeline (UTC)\n\n| Time | Event |\n|---|---|\n"
        "| 2026-03-01 11:34 | A wrong setting is applied |\n| 2026-03-06 08:00 | All services returning 404 |\n"
        "| 2026-03-06 09:08 | Service recovered, incident resolved |\n"
    )
    own = read(source.encode()).postmortems[0]
    made = admit(own, measure(own), EMPTY, CustomerPolicy(), "en", draft=True)

    assert made.date is not None
    assert made.date.value == dt.date(2026, 3, 6)


def test_the_day_is_that_of_the_first_time_told_where_no_effect_has_one() -> None:
    source = (
        "# Errors\n\n## Timeline (UTC)\n\n| Time | Event |\n|---|---|\n"
        "| 2026-03-01 11:34 | A machine is switched off |\n| 2026-03-02 20:36 | We are alerted by our provider |\n"
        "| 2026-03-02 22:21 | Incident mitigated |\n"
    )
    own = read(source.encode()).postmortems[0]
    made = admit(own, measure(own), EMPTY, CustomerPolicy(), "en", draft=True)

    assert made.date is not None
    assert made.date.value == min(moment.at.value.date() for moment in made.moments)
