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


def test_a_row_that_is_a_heading_is_no_action_item() -> None:
    table = (
        "| Action | Owner | Due |\n|---|---|---|\n| **Short term** | | |\n| Add alert | Ana | 3 May |\n"
        "| Long term | | |\n| Part the disks | Bo | 9 May |\n"
    )
    found = postmortem(f"# Shop down\n\n## Action items\n\n{table}")

    assert [item.action for item in found.action_items] == ["Add alert", "Part the disks"]


@pytest.mark.parametrize("row", ["| Add an alert | | |", "| | | 3 May |"])
def test_a_row_with_one_cell_filled_may_be_an_item_all_the_same(row: str) -> None:
    table = f"| Action | Owner | Due |\n|---|---|---|\n{row}\n| Part the disks | Bo | 9 May |\n"

    assert len(postmortem(f"# Shop down\n\n## Action items\n\n{table}").action_items) == 2
