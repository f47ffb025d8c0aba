"""Numbers in running text, in figures and in words: "1,200", "forty-five", "one hundred and twenty", "førtifem"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from msgspec import Struct

from pmexport.facts.patterns import load

_HUNDRED = 100


class _Numbers(Struct, frozen=True):
    """The file of words."""

    articles: tuple[str, ...]
    joints: tuple[str, ...]
    ambiguous: frozenset[str]
    units: dict[int, tuple[str, ...]]
    teens: dict[int, tuple[str, ...]]
    tens: dict[int, tuple[str, ...]]
    large: dict[int, tuple[str, ...]]


def number(text: str) -> int | None:
    """Return what a figure or number words say, None where they are neither or no whole number."""
    plain = text.replace(",", "").casefold().strip()
    if plain.isdecimal():
        return int(plain)
    if plain in _words().articles:
        return 1
    if plain in _values():
        return _values()[plain]
    if not _whole().fullmatch(plain):
        return None
    found = _single().findall(_article().sub("", plain))
    return _sum(_values()[one] for one in found if one not in _words().joints)


def _sum(values: Iterable[int]) -> int:
    """Return what words of these values say one after the other: a scale multiplies, all others add."""
    total = current = 0
    for value in values:
        if value < _HUNDRED:
            current += value
        elif value == _HUNDRED:
            current = max(current, 1) * value
        else:
            total += max(current, 1) * value
            current = 0
    return total + current


def number_pattern() -> str:
    """Return a regular expression for the small whole numbers that `number` understands, from two on."""
    ones = any_of(_words().units[1])
    return rf"\d{{1,3}}(?![\d.,%:-])|(?!(?:{ones})\b(?!\s+hundred))(?:{words_pattern()})"


@cache
def words_pattern(*, foreign: bool = False) -> str:
    """Return a regular expression for number words, single or put together, "a hundred" among them.

    Those that mean something else in English are left out, unless the words are known to be `foreign`.
    """
    words = _words()
    tables = (words.units, words.teens, words.tens, words.large)
    out: frozenset[str] = frozenset() if foreign else words.ambiguous
    units, teens, tens, large = (any_of(one for one in _names(table) if one not in out) for table in tables)
    word = rf"(?:{teens}|(?:{tens})(?:{units})?|(?:{units})(?:und(?:{tens}))?|{large})\b"
    joints = any_of(words.joints)
    # Each word takes what joins it to the next, and the last gives it back: so the words stand in the pattern once.
    article = rf"(?:(?:{any_of(words.articles)})\s+(?={large}))?"
    return rf"\b{article}(?:{word}(?:-|\s+(?:(?:{joints})\s+)?)?){{1,6}}(?<=\w)"


def any_of(words: Iterable[str]) -> str:
    """Return a regular expression for any of `words`, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def articles() -> str:
    """Return a regular expression for the words that stand for one before a unit."""
    return any_of(_words().articles)


def _names(table: dict[int, tuple[str, ...]]) -> list[str]:
    return [name for names in table.values() for name in names]


@cache
def _values() -> dict[str, int]:
    words = _words()
    tables = (words.units, words.teens, words.tens, words.large)
    return {name: value for table in tables for value, names in table.items() for name in names}


@cache
def _single() -> re.Pattern[str]:
    return re.compile(any_of([*_values(), *_words().joints]))


@cache
def _whole() -> re.Pattern[str]:
    return re.compile(words_pattern(foreign=True))


@cache
def _article() -> re.Pattern[str]:
    return re.compile(rf"^(?:{articles()})\s+")


@cache
def _words() -> _Numbers:
    return load("numbers", _Numbers)
