"""Which lines are fenced code."""

import pytest

from pmexport.reader.fences import code_lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n```\nb\n```\nc", {1, 2, 3}),
        ("~~~ sql\n```\n~~~", {0, 1, 2}),
        ("````\n```\n````\n", {0, 1, 2}),
        ("- ```\n  b\n  ```\nc", {0, 1, 2}),
        ("> ```\n> b\n> ```\nc", {0, 1, 2}),
        ("```a`b``` no fence", set()),
        ("no code at all", set()),
        ("```\nnever ends\n", {0, 1, 2}),
    ],
)
def test_fences_and_what_lies_between_them_is_code(text: str, expected: set[int]) -> None:
    assert code_lines(text) == expected
