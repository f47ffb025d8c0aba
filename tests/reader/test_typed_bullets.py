"""Bullets typed as characters."""

import pytest

from pmexport.reader.typed_bullets import with_bullets


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("• one\n• two", "- one\n- two"),
        ("▪ one", "- one"),
        ("– one\n– two", "- one\n- two"),
        ("– one\n\n– two", "- one\n\n- two"),
        ("-\u00a0one", "- one"),
        ("☐ one\n☑ two", "- [ ] one\n- [x] two"),
        ("[ ] one\n[x] two", "- [ ] one\n- [x] two"),
        ("(1) one\n(2) two", "1) one\n2) two"),
    ],
)
def test_a_typed_bullet_becomes_one_of_markdown(text: str, expected: str) -> None:
    assert with_bullets(text) == expected


@pytest.mark.parametrize(
    "text",
    ["a – b\nc – d", "– a lone dash", "(1) a lone number", "```\n• one\n```", "- one\n* two", "[x](https://x.example)"],
)
def test_what_is_no_typed_bullet_is_left_alone(text: str) -> None:
    assert with_bullets(text) == text


def test_typed_bullets_that_all_stand_to_the_right_are_no_code() -> None:
    assert with_bullets("Impact\n\t•\tone\n\t•\ttwo") == "Impact\n- one\n- two"
    assert with_bullets("• one\n\t• below it") == "- one\n    - below it"
