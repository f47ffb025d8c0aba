"""Bullets that stand apart from their text."""

import pytest

from pmexport.reader.bullets import joined_bullets


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("-\nfirst\n-\nsecond", "\n- first\n\n- second"),
        ("-\n\nfirst\n\n-\n\nsecond", "\n\n- first\n\n\n\n- second"),
        ("1.\none\n2.\ntwo", "\n1. one\n\n2. two"),
    ],
)
def test_each_bullet_goes_before_the_text_below_it(text: str, expected: str) -> None:
    mended = joined_bullets(text, first_line=5)

    assert mended.text == expected
    assert [(told.code, told.line) for told in mended.diagnostics] == [("bullet-alone", 5)]


@pytest.mark.parametrize(
    "text",
    ["A heading\n-\n\ntext", "- a\n- b", "```\n-\na\n-\nb\n```", "-\n- a\n-\n- b", "-\n\n\na\n-\n\n\nb", "-\n-"],
)
def test_what_is_no_bullet_apart_is_left_alone(text: str) -> None:
    assert joined_bullets(text).text == text
