"""What a file of each format may be built of, and what of a given one is not on that list."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

# How a kind of thing is called in a message.
_CALLED = {
    "names": "the key",
    "parts": "the part",
    "relations": "the relation",
    "elements": "the element",
    "tags": "the tag",
    "attributes": "the attribute",
    "headers": "the header",
    "parameters": "the parameter",
    "styles": "the style",
    "classes": "the class",
    "ids": "the anchor",
}
_LONGEST = 60


def not_allowed(suffix: str, kind: str, names: Iterable[str]) -> Iterator[str]:
    """Yield a few words on each of `names`, things of one `kind`, that no file of the format `suffix` is built of."""
    words, patterns = _allowed(suffix, kind)
    for name in dict.fromkeys(names):
        if name not in words and not any(pattern.fullmatch(name) for pattern in patterns):
            yield f"{_CALLED[kind]} {name[:_LONGEST]}"


@cache
def _allowed(suffix: str, kind: str) -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    table = _table()[suffix]
    listed = table[kind]
    patterns = (*(listed if isinstance(listed, list) else ()), *(table["patterns"] if kind == "names" else ()))
    words = frozenset(listed.split()) if isinstance(listed, str) else frozenset[str]()
    return words, tuple(re.compile(pattern) for pattern in patterns)


@cache
def _table() -> Mapping[str, Mapping[str, str | list[str]]]:
    return tomllib.loads((Path(__file__).parent / "allowed.toml").read_text(encoding="utf-8"))
