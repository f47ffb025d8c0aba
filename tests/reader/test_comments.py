"""HTML comments are taken out, code is not."""

import pytest

from pmexport.reader.comments import without_comments


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a <!-- x --> b", "a  b"),
        ("<!-- x\n\ny -->\nb", "\n\n\nb"),
        ("| a | <!-- x | y --> b |", "| a |  b |"),
        ("<!-- a --><!-- b -->c", "c"),
        ("<!-- `x` -->`b`", "`b`"),
        ("<!--\n```\n-->\nb <!-- x -->", "\n\n\nb "),
        ("`a` <!-- x --> `b`", "`a`  `b`"),
        ("a ` b <!-- x -->\n\nc ` d", "a ` b \n\nc ` d"),
        ("- a\n\n    <!-- x -->\n    b", "- a\n\n    \n    b"),
        ("a\n    <!-- x -->", "a\n    "),
    ],
)
def test_a_comment_goes_and_its_line_ends_stay(text: str, expected: str) -> None:
    assert without_comments(text).text == expected


@pytest.mark.parametrize(
    "text",
    [
        "```\n<!-- x -->\n```",
        "~~~\n<!-- x -->",
        "`<!-- x -->`",
        "``a ` <!-- x -->``",
        "a\n\n    <!-- x -->\n    <!-- y -->",
        "- ```\n  <!-- x -->\n  ```",
        "> ~~~\n> <!-- x -->\n> ~~~",
        "`a\n<!-- x -->` b",
        "no comment --> here",
    ],
)
def test_what_is_code_keeps_its_comments(text: str) -> None:
    assert without_comments(text).text == text


def test_a_comment_that_never_ends_is_text_and_is_told() -> None:
    found = without_comments("a\n<!-- b --> <!-- c\nd", first_line=3)

    assert found.text == "a\n <!-- c\nd"
    assert [(told.code, told.line) for told in found.diagnostics] == [("comment-open", 4)]
