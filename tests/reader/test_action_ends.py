"""The end of an action item's text."""

import datetime as dt

import pytest

from pmexport.model.postmortem import ActionItem
from pmexport.model.prose import Para
from pmexport.reader import prose, vocabulary
from pmexport.reader.action_found import Found
from pmexport.reader.action_text import ActionText

READER = ActionText(vocabulary.load("en"), dt.date(2024, 11, 25))


def item(written: str) -> ActionItem:
    """Return the action item that `written` is."""
    (block,) = prose.blocks(written).blocks
    assert isinstance(block, Para)
    found = Found()
    return READER.made(found, READER.told(block.content, found), (), 1)


@pytest.mark.parametrize(
    "written",
    [
        "Add alert - Kim - 1 Dec",
        "Add alert — Kim — due 1 Dec",
        "(prevent) Add alert owner: Kim due: 1 Dec",
        "Add alert (Kim, by 1 Dec)",
        "Add alert by 1 Dec (@Kim)",
    ],
)
def test_a_name_and_a_date_are_told_apart_from_what_is_to_be_done(written: str) -> None:
    found = item(written)

    assert (found.action, (found.owner or "").strip("@"), found.due) == ("Add alert", "Kim", dt.date(2024, 12, 1))


@pytest.mark.parametrize(
    ("written", "due"),
    [("Add alert (due end of month)", "end of month"), ("Add alert due 2024-12", "2024-12"), ("Add by hand", None)],
)
def test_a_due_date_no_calendar_knows_is_read_behind_its_word(written: str, due: str | None) -> None:
    found = item(written)

    assert (found.due_text, found.due) == (due, None)


@pytest.mark.parametrize("written", ["Call the owner: Kim", "Replace the tool: slow - Kim Lee", "Stand by at noon"])
def test_one_label_within_a_sentence_is_a_part_of_it(written: str) -> None:
    assert item(written).action == written
