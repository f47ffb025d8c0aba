"""Counts against the lists that follow them."""

import pytest

from example_postmortem import action, postmortem, section
from pmexport.facts.counts import counted, parts_over_whole
from pmexport.facts.passages import Form, Passage
from pmexport.model.postmortem import ActionRun
from pmexport.model.terms import SectionKind
from rule_examples import findings


def counts(text: str, *items: str) -> list[tuple[int, int]]:
    passage = Passage(text=text, line=30, form=Form.PARAGRAPH, items=items)
    return [(one.stated, one.computed) for one in counted(passage, postmortem())]


@pytest.mark.parametrize(
    ("text", "items", "found"),
    [
        ("The following three regions were down:", ("Oslo", "Lima"), [(3, 2)]),
        ("Four services affected:", ("a", "b", "c", "d"), [(4, 4)]),
        ("Services affected (4):", ("a", "b", "c"), [(4, 3)]),
        ("Four services were affected: bookings, tracking and invoicing.", (), [(4, 3)]),
        ("We lost two regions (Oslo and Lima).", (), [(2, 2)]),
        ("We had three addresses, one internal (`10.1.0.1`) and one public.", (), [(3, 2)]),
        ("Removed the option from all eleven *-external.ts files:", ("a", "b"), [(11, 2)]),
        ("Fix e 8 testes em test_services.py: cookie novo, cookie antigo, sem cookie", (), [(8, 3)]),
    ],
)
def test_a_count_is_held_against_the_list(text: str, items: tuple[str, ...], found: list[tuple[int, int]]) -> None:
    assert counts(text, *items) == found


@pytest.mark.parametrize(
    "text",
    [
        "We run twelve services, such as bookings and tracking.",
        "It took 45 minutes: waiting, reading and asking.",
        "Volvió a pasar tres veces más: cada arreglo destapaba la causa, y la siguiente.",
        "At least three services (bookings and tracking) were slow.",
        "Two engineers (who had been paged at once and answered within the minute) joined.",
    ],
)
def test_what_is_no_whole_list_is_left_alone(text: str) -> None:
    assert counts(text) == []


def test_a_list_of_reasons_is_none_of_what_they_broke() -> None:
    assert counts("17 pages were changed but the script broke them due to:", "a", "b", "c") == []


def test_the_action_items_are_counted() -> None:
    run = ActionRun((action("Add an alert"), action("Limit sessions")))
    one = postmortem(sections=(section(SectionKind.ACTION_ITEMS, "Actions", run),))
    passage = Passage(text="We agreed on three action items.", line=30, form=Form.PARAGRAPH)

    assert [(found.stated, found.computed) for found in counted(passage, one)] == [(3, 2)]


@pytest.mark.parametrize(("text", "found"), [("9 of 8 servers", ["9 of 8"]), ("8 of 9 servers", []), ("8 of 2026", [])])
def test_more_than_there_are_is_found(text: str, found: list[str]) -> None:
    passage = Passage(text=text, line=30, form=Form.PARAGRAPH)

    assert [quote for _, quote in parts_over_whole(passage)] == found


_ATTEMPTS = """# Orders stopped
**Date:** 2026-03-04

## Summary
{told}

## Timeline
- 09:00 UTC - First rollback fails
- 09:10 UTC - Alert triggered for checkout
- 09:12 UTC - Alert triggered for the cart
- 09:20 UTC - Second rollback succeeds
"""


@pytest.mark.parametrize("told", ["The third rollback worked.", "Five alerts were triggered."])
def test_more_than_the_timeline_has_of_something_is_told(told: str) -> None:
    found = [one.message for one in findings(_ATTEMPTS.format(told=told)) if one.code == "count-differs"]

    assert [message.endswith("the list has 2") for message in found] == [True]


@pytest.mark.parametrize(
    "told", ["The second rollback worked.", "Two alerts were triggered.", "The third shift worked."]
)
def test_as_many_as_the_timeline_has_and_what_it_does_not_number_are_left_alone(told: str) -> None:
    assert [one for one in findings(_ATTEMPTS.format(told=told)) if one.code == "count-differs"] == []


def test_a_count_before_the_action_items_is_held_against_them() -> None:
    text = "# Orders stopped\n## Action Items\nWe agreed on a four-step plan:\n\n- [ ] Limit it\n- [ ] Test it\n"

    assert [one.line for one in findings(text) if one.code == "count-differs"] == [3]
