"""Sentences in customers' words that may be true of an incident: asked in a draft, never let out by themselves."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from pmexport.customer.sentences import Sentence
from pmexport.model.customer import Topic
from pmexport.model.postmortem import ActionItem
from pmexport.model.terms import ActionStatus

_MOST = 5


class Candidate(Struct, frozen=True, kw_only=True):
    """A sentence that may be true, and the lines that made it likely. `items` are the promises behind one."""

    text: str
    lines: tuple[int, ...]
    items: tuple[ActionItem, ...] = ()


class _Kind(Struct, frozen=True):
    """What a text must hold, and the sentence for customers, or the one with the time of the change."""

    find: tuple[re.Pattern[str], ...]
    say: str
    at: str

    def fits(self, text: str) -> bool:
        return any(pattern.search(text) for pattern in self.find)


def sentences_on(topic: Topic, sentences: Iterable[Sentence], language: str, clock: str = "") -> Iterator[Candidate]:
    """Yield what customers may be told on `topic`, at most five; `clock` is when the change was made, where known."""
    told = list(sentences)
    found = 0
    for kind in _kinds(language).get(topic.value, ()):
        line = next((one.line for one in told if kind.fits(one.text)), None)
        if line is not None and found < _MOST:
            found += 1
            text = kind.at.format(clock=clock) if clock and kind.at else kind.say
            yield Candidate(text=text, lines=(line,))


def promises_of(items: Iterable[ActionItem], language: str) -> Iterator[Candidate]:
    """Yield each kind of promise that `items` keep, with those behind it; an item stands for the first kind it fits."""
    kinds = _kinds(language).get("promise", ())
    behind: dict[str, list[ActionItem]] = {kind.say: [] for kind in kinds}
    for item in items:
        kind = next((kind for kind in kinds if kind.fits(item.action)), None)
        if kind is not None and not item.placeholder and item.status is not ActionStatus.CANCELLED:
            behind[kind.say].append(item)
    for text, own in behind.items():
        if own:
            yield Candidate(text=text, lines=tuple(item.line for item in own), items=tuple(own))


def asked(text: str, language: str) -> str:
    """Return `text` with the mark of a question before it, which holds an export back while it stands."""
    return f"{_table(language).get('mark', '')} {text}".strip()


def note(language: str) -> str:
    """Return what a person is told before the questions."""
    return str(_table(language).get("note", ""))


@cache
def _kinds(language: str) -> Mapping[str, tuple[_Kind, ...]]:
    """Return the kinds of `language` by topic, in the order of its file; none where it has no file.

    What English looks for is looked for in every language, for colleagues say it in all.
    """
    english = _table("en")
    return {
        topic: tuple(
            _Kind(_expressions((*entry["find"], *english[topic][name]["find"])), entry["say"], entry.get("at", ""))
            for name, entry in kinds.items()
        )
        for topic, kinds in _table(language).items()
        if isinstance(kinds, dict)
    }


def _expressions(patterns: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in dict.fromkeys(patterns))


@cache
def _table(language: str) -> Mapping[str, Any]:
    """Return the file of `language` as it is; nothing where it has none."""
    file = Path(__file__).parent / f"{language.partition('-')[0]}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
