"""How words are used beside a name, an amount or a mark: the lists and patterns of `usages.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from msgspec import Struct

_CALL = re.compile(r"\(\?&(\w+)\)")


class _Usages(Struct, frozen=True):
    """The lists of words and the patterns, by name."""

    words: dict[str, tuple[str, ...]]
    patterns: dict[str, str]


@cache
def listed(name: str) -> frozenset[str]:
    """Return the words of the list `name`; KeyError where none is called so."""
    return frozenset(_usages().words[name])


@cache
def usage(name: str) -> re.Pattern[str]:
    """Return the pattern `name`, with the words that it calls; KeyError where none is called so."""
    return re.compile(_CALL.sub(lambda call: any_of(call[1]), _usages().patterns[name]))


@cache
def any_of(name: str) -> str:
    """Return an expression for any word of the list `name`, the longest first."""
    found = sorted(listed(name), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(r"\s".join(map(re.escape, word.split())) for word in found) + ")"


@cache
def _usages() -> _Usages:
    table = tomllib.loads(Path(__file__).with_name("usages.toml").read_text(encoding="utf-8"))
    lists = {key: tuple(told.split() if isinstance(told, str) else told) for key, told in table["words"].items()}
    return _Usages(lists, table["patterns"])
