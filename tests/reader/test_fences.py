"""Which lines are fenced code."""

import pytest

from pmexport.reader.fences import code_lines, open_fence


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


@pytest.mark.parametrize(
    ("text", "expected"), [("a\n```\nb", 1), ("```\na\n```\n```\nb", 3), ("```\na\n```", None), ("a", None)]
)
def test_the_fence_that_never_closes_is_found(text: str, expected: int | None) -> None:
    assert open_fence(text) == expected
