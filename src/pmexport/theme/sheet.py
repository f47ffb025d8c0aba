"""A theme's style sheet looked over: braces that do not meet, and variables that no page gives a value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

_PIECE = re.compile(r"""(?P<skipped>"[^"]*"|'[^']*'|url\([^)]*\)|/\*.*?(?:\*/|\Z))|(?P<brace>[{}])""", re.DOTALL)
_ASKED = re.compile(r"var\(\s*--([\w-]+)")
_GIVEN = re.compile(r"(?<![\w(-])--([\w-]+)\s*:")


def faults(text: str, variables: frozenset[str]) -> Iterator[tuple[int, str, str]]:
    """Yield line, what is found there and what to do for each fault of `text`; pages give values to `variables`."""
    yield from _braces(text)
    known = variables | set(_GIVEN.findall(text))
    for asked in _ASKED.finditer(text):
        if asked[1] not in known:
            near = get_close_matches(asked[1], known, n=1, cutoff=0.5)
            yield (
                _line(text, asked.start()),
                f"nothing gives --{asked[1]} a value",
                f"write --{near[0]}" if near else "",
            )


def _braces(text: str) -> Iterator[tuple[int, str, str]]:
    opened: list[int] = []
    for piece in _PIECE.finditer(text):
        if piece["brace"] == "{":
            opened.append(piece.start())
        elif piece["brace"] and opened:
            opened.pop()
        elif piece["brace"]:
            yield _line(text, piece.start()), "this brace closes nothing", "take it out"
    if opened:
        yield _line(text, opened[-1]), "this brace is not closed", "write }"


def _line(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1
