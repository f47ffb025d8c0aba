"""Rows that an author marked public, letter for letter."""

import pytest
from msgspec.structs import replace

from example_postmortem import at, postmortem, section
from pmexport.customer.marks import near_misses, public_actions, public_events
from pmexport.model.postmortem import ActionItem, ActionRun, Detail, Postmortem, TimelineEvent
from pmexport.model.prose import Str
from pmexport.model.terms import SectionKind


def marked(**columns: str) -> Postmortem:
    details = tuple(Detail(label=label.replace("_", " "), value=(Str(value),)) for label, value in columns.items())
    event = TimelineEvent(start=at("09:20"), text="Pages empty", content=(), details=details, line=11)
    return postmortem(events=(event,))


@pytest.mark.parametrize("answer", ["yes", "Yes", "public", "ja"])
def test_a_row_that_says_yes_is_public(answer: str) -> None:
    assert [wording for _, wording in public_events(marked(Public=answer))] == ["Pages empty"]


@pytest.mark.parametrize("answer", ["no", "", "true", "1", "✅", "not yes", "Yes?", "x", "yes, but"])
def test_any_other_answer_means_internal(answer: str) -> None:
    assert list(public_events(marked(Public=answer))) == []


def test_the_public_wording_of_a_row_is_what_is_told() -> None:
    assert [wording for _, wording in public_events(marked(Public="yes", Public_wording="Our pages were empty"))] == [
        "Our pages were empty"
    ]


def test_an_unclear_answer_is_told() -> None:
    assert [each.line for each in near_misses(marked(Public="true"))] == [11]
    assert near_misses(marked(Public="no")) == ()


@pytest.mark.parametrize(
    ("answer", "told"), [("no", []), ("internal", []), ("", ["Add a check"]), ("yes", ["Add a check"])]
)
def test_a_tag_counts_only_where_the_rows_own_column_does_not_deny_it(answer: str, told: list[str]) -> None:
    details = (
        Detail(label="Public", value=(Str(answer),)),
        Detail(label="Public wording", value=(Str("Add a check"),)),
    )
    item = ActionItem(action="Add a check [public]", content=(), owner="Noor", line=20, details=details)
    own = replace(postmortem(), sections=(section(SectionKind.ACTION_ITEMS, "Actions", ActionRun((item,))),))

    assert [promise.text for promise in public_actions(own)] == told


def test_an_action_with_the_tag_is_public_without_its_owner() -> None:
    item = ActionItem(action="Add a check [public]", content=(), owner="Noor", line=20)
    own = replace(postmortem(), sections=(section(SectionKind.ACTION_ITEMS, "Actions", ActionRun((item,))),))

    assert [promise.text for promise in public_actions(own)] == ["Add a check"]
