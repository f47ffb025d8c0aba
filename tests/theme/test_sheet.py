"""A theme's style sheet looked over."""

from __future__ import annotations

import pytest

from pmexport.theme.sheet import faults


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("h1 {}\n} h2 {}", [(2, "this brace closes nothing", "take it out")]),
        ("h1 {}\nh2 {\n", [(2, "this brace is not closed", "write }")]),
        ("@media print { h1 {} }", []),
        ("""q { content: "{" } /* { */ b { background: url(data:,{) }""", []),
        ("h1 {}\nb { color: var(--pm-lnk) }", [(2, "nothing gives --pm-lnk a value", "write --pm-link")]),
        ("b { color: var(--pm-link); --own: 1px; margin: var(--own) }", []),
        ("b { color: var(--zzz) }", [(1, "nothing gives --zzz a value", "")]),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, expected: list[tuple[int, str, str]]) -> None:
    assert list(faults(text, frozenset({"pm-link"}))) == expected
