"""Tables of action items, whatever their columns are called."""

import pytest

from read_text import postmortem


def actions(head: str, row: str) -> list[tuple[str, str | None]]:
    rule = "|".join("---" for _ in head.split("|"))
    found = postmortem(f"# Shop down\n\n## Action items\n\n| {head} |\n|{rule}|\n| {row} |\n")
    return [(item.action, item.owner) for item in found.action_items]


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("Action | Owner", "Add an alert | Kim"),
        ("Assignee | Task", "Kim | Add an alert"),
        ("Ref | What we change | Who", "OPS-1 | Add an alert | Kim"),
        ("Owner | Notes to all", "Kim | Add an alert"),
    ],
)
def test_columns_are_known_by_their_names_and_by_what_they_hold(head: str, row: str) -> None:
    assert actions(head, row) == [("Add an alert", "Kim")]


def test_a_table_that_names_no_actions_is_none() -> None:
    assert actions("Region | Share", "Oslo | 12 %") == []
