"""What a text in another language than English may not hold: its words for blame, duty, money and tickets."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from pmexport.customer.guards.lexicon import is_english, is_word
from pmexport.customer.guards.patterns import Pattern, compiled

_HERE = Path(__file__).parent
_WORD = re.compile(r"[^\W\d_]+")
_CALL = re.compile(r"\(\?&(\w+)\)")
_BESIDE_TOLD = frozenset({"told_by", "words"})


def rules_for(text: str) -> Iterator[Pattern]:
    """Yield the rules of each language that the folded `text` may be in; of all where it is none that is known."""
    told = [language for language in languages() if may_be(text, language)]
    if not told and not is_english(text):
        # No small word tells which it is, as in most short sentences.
        told = list(languages())
    for language in told:
        yield from _rules(language)


def is_foreign(text: str) -> bool:
    """Tell whether the folded `text` may be in a language that has rules of its own here."""
    return any(may_be(text, language) for language in languages())


def is_small_word(word: str) -> bool:
    """Tell whether `word` is one of the small words that tell a language here."""
    return any(
        word in _small_words(language) for language in languages() if not _table(language)["told_by"].startswith("[")
    )


@cache
def languages() -> tuple[str, ...]:
    """Return the tags of the languages that have rules of their own."""
    return tuple(sorted(path.stem for path in _HERE.glob("*.toml")))


def may_be(text: str, language: str) -> bool:
    """Tell whether `text` holds a small word of `language`, or its script."""
    told = _table(language)["told_by"]
    if told.startswith("["):
        return bool(re.search(told, text))
    found = _small_words(language) & {*map(str.casefold, _WORD.findall(text))}
    # One that is English as well tells nothing by itself.
    return len(found) > 1 or any(not is_word(word) for word in found)


@cache
def _small_words(language: str) -> frozenset[str]:
    return frozenset(_table(language)["told_by"].split())


@cache
def _rules(language: str) -> tuple[Pattern, ...]:
    table = _table(language)
    words = {name: any_word(tuple(told)) for name, told in table.get("words", {}).items()}
    return tuple(
        Pattern(name, _made(entry["find"], words), _made(entry.get("spare", ()), words))
        for name, entry in table.items()
        if name not in _BESIDE_TOLD
    )


def _made(patterns: list[str] | tuple[str, ...], words: dict[str, str]) -> tuple[re.Pattern[str], ...]:
    return compiled(_CALL.sub(lambda call: words[call[1]], pattern) for pattern in patterns)


def any_word(words: tuple[str, ...]) -> str:
    """Return an expression for any of `words`, the longest first, with any space where one holds a space."""
    found = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(r"\s".join(map(re.escape, word.split())) for word in found) + ")"


@cache
def _table(language: str) -> dict[str, Any]:
    return tomllib.loads((_HERE / f"{language}.toml").read_text(encoding="utf-8"))
