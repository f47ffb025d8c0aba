"""The text of one action item."""

import datetime as dt

import pytest

from pmexport.model.prose import Para
from pmexport.model.terms import ActionStatus
from pmexport.reader import prose, vocabulary
from pmexport.reader.action_found import Found
from pmexport.reader.action_text import ActionText, is_struck

READER = ActionText(vocabulary.load("en"), dt.date(2024, 11, 25))


def inlines(written: str) -> Para:
    (block,) = prose.blocks(written).blocks
    assert isinstance(block, Para)
    return block


@pytest.mark.parametrize(
    "written",
    ["Add alert (Kim, 1 Dec, done)", "✅ Add alert. Owner: Kim, Due: 1 Dec", "Action: Add alert - Kim, 1 Dec ✅"],
)
def test_owner_date_and_state_are_taken_from_the_text(written: str) -> None:
    found = Found()
    told = READER.told(inlines(written).content, found)
    item = READER.made(found, told, (), 1)

    assert (item.action.rstrip("."), item.owner, item.due) == ("Add alert", "Kim", dt.date(2024, 12, 1))
    assert item.status is ActionStatus.DONE


@pytest.mark.parametrize(("written", "struck"), [("~~Add alert~~", True), ("~~Add~~ alert", False)])
def test_only_what_is_struck_as_a_whole_is(written: str, *, struck: bool) -> None:
    assert is_struck(inlines(written).content) is struck


@pytest.mark.parametrize(
    ("written", "state"),
    [("In progress - Add alert", ActionStatus.IN_PROGRESS), ("Won't do: Add alert", ActionStatus.CANCELLED)],
)
def test_a_state_may_stand_before_a_dash(written: str, state: ActionStatus) -> None:
    found = Found()
    item = READER.made(found, READER.told(inlines(written).content, found), (), 1)

    assert (item.action, item.status) == ("Add alert", state)
