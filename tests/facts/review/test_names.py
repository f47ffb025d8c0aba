"""Names of people with a slip of the pen."""

import pytest

from rule_examples import findings

_TEXT = """# Orders stopped
**Author:** Mona Lind

## Timeline
- 09:00 UTC - @noor restarts the cache
- 09:10 UTC - Orders recover

## Lessons
- {told}

## Action Items
- [ ] Limit sessions in the cache to 1 MB (owner: {owner})
"""


def told(sentence: str = "The limit was new.", owner: str = "Mona Lind") -> list[str]:
    found = findings(_TEXT.format(told=sentence, owner=owner))
    return [one.message for one in found if one.code == "owner-unknown"]


def test_an_owner_with_a_letter_too_many_is_told_with_the_name_that_is_meant() -> None:
    assert told(owner="Mona Linnd") == [
        "“Mona Linnd” owns “Limit sessions in the cache to 1 MB” and appears nowhere else, while “Lind” does"
    ]


@pytest.mark.parametrize(("sentence", "name"), [("Moan knew of it.", "Mona"), ("We asked @nooor and @noro.", "noor")])
def test_a_name_with_two_letters_swapped_is_told(sentence: str, name: str) -> None:
    assert any(message.endswith(f"is “{name}” everywhere else") for message in told(sentence))


@pytest.mark.parametrize("sentence", ["Mona knew of it.", "The moan was loud.", "Nora knew of it."])
def test_a_name_that_is_known_a_word_and_another_name_are_left_alone(sentence: str) -> None:
    assert told(sentence) == []


def test_a_name_told_often_is_known_though_nobody_lists_it() -> None:
    assert told("Bitcoin fell. Bitcoin rose. Bitcoin stayed. Bictoin went.") == [
        "“Bictoin” is “Bitcoin” everywhere else"
    ]
    assert told("From here. From there. From them. Form it from this.") == []


def test_an_owner_in_the_plural_of_a_team_is_no_slip() -> None:
    assert not any("while" in message for message in told("Operation asked for it.", owner="Operations"))
