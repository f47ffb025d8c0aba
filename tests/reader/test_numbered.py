"""Numbered lists that bullets and lines cut."""

import pytest

from read_text import postmortem


def actions(written: str) -> list[str]:
    return [item.action for item in postmortem(f"# Shop down\n\n## Action items\n\n{written}\n").action_items]


@pytest.mark.parametrize("below", ["- detail\n- more", "Told in a line.", "```\ncode\n```"])
def test_what_stands_between_two_numbers_belongs_to_the_first(below: str) -> None:
    assert actions(f"1. **First**\n\n{below}\n\n2. **Second**") == ["First", "Second"]


def test_bullets_below_a_last_number_that_introduces_them_belong_to_it() -> None:
    assert actions("1. First\n\n- detail\n\n2. Second, by:\n\n- doing x\n- doing y\n\nClosing words.") == [
        "First",
        "Second, by:",
    ]


def test_a_list_that_begins_anew_is_another() -> None:
    assert actions("1. First\n\n- Bullet\n\n1. Other") == ["First", "Bullet", "Other"]
