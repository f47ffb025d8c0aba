"""Dates that stand twice in a document, once with another month or year: one of the two is mistyped."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from pmexport.facts.clocks import Clock, clocks
from pmexport.facts.dates import days
from pmexport.facts.passages import Form, Passage
from pmexport.facts.patterns import load
from pmexport.model.postmortem import Postmortem
from pmexport.model.prose import CodeBlock

_OFFSET = re.compile(r"[+-]\d\d:?\d\d\b")
_AROUND = 80
_FAR = 20


class Twin(Struct, frozen=True):
    """A date as written, and the one that it ought to be."""

    text: str
    line: int
    other: dt.date


class _Words(Struct, frozen=True):
    """The file of patterns."""

    words: dict[str, str]


class _Written(Struct, frozen=True):
    date: dt.date
    clock: dt.time | None
    text: str
    line: int
    yearly: bool


def twins(postmortem: Postmortem, texts: tuple[Passage, ...], incident: tuple[dt.date, ...]) -> Iterator[Twin]:
    """Yield the dates far from the `incident` of which a twin close to it differs in year, or in month at one time."""
    written = [one for line, text in _texts(postmortem, texts) for one in _dates(text, line)]
    near = [one for one in written if _near(one.date, incident)]
    timed = {(one.date.day, one.clock): one.date for one in near if one.clock is not None}
    dated = {(one.date.month, one.date.day): one.date for one in near if not one.yearly}
    undated = {(one.date.month, one.date.day): one.date for one in near if not one.yearly and one.clock is None}
    for one in written:
        if not one.line or _near(one.date, incident):
            continue
        named = undated if one.clock is not None else dated
        other = None if one.yearly else named.get((one.date.month, one.date.day))
        other = (timed.get((one.date.day, one.clock)) if one.clock is not None else None) or other
        if other is not None:
            yield Twin(one.text, one.line, other)


def clock_twins(texts: tuple[Passage, ...]) -> Iterator[tuple[int, str, str]]:
    """Yield line, words and twin of times to the second in running text of which only the hour differs elsewhere."""
    plain = [passage for passage in texts if not _OFFSET.search(passage.text)]
    exact = [(passage, one) for passage in plain for one in clocks(passage.text) if one.time.second]
    same: dict[tuple[dt.time, str], list[Clock]] = {}
    for _, one in exact:
        same.setdefault((one.time.replace(hour=0), one.zone), []).append(one)
    for passage, one in exact:
        both = same[one.time.replace(hour=0), one.zone]
        other = next((other for other in both if other.time != one.time), None)
        if passage.form is Form.PARAGRAPH and len(both) == 2 and other:  # noqa: PLR2004 - itself and its twin
            yield passage.line_at(one.start), one.text, other.text


def _near(date: dt.date, incident: tuple[dt.date, ...]) -> bool:
    return any(abs((date - one).days) < _FAR for one in (incident[0], incident[-1]))


def _dates(text: str, line: int) -> Iterator[_Written]:
    for day in days(text):
        date = day.date(0) if day.year else None
        if date is not None:
            clock = next((one for one in clocks(text[day.end : day.end + 30])), None)
            behind = clock is not None and _pattern("between").match(text[day.end : day.end + clock.start])
            around = text[max(0, day.start - _AROUND) : day.end + _AROUND]
            at = clock.time if clock and behind else None
            yield _Written(date, at, day.text, line, _pattern("yearly").search(around) is not None)


def _texts(postmortem: Postmortem, texts: tuple[Passage, ...]) -> Iterator[tuple[int, str]]:
    for passage in texts:
        yield from ((passage.line_at(one.start), one.text) for one in passage.sentences())
    contents = (postmortem.lead, *(section.content for section in postmortem.walk()))
    for content in contents:
        yield from ((0, block.text) for block in content if isinstance(block, CodeBlock))
    for event in postmortem.timeline:
        yield event.line, event.written


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(load("twins", _Words).words[name], re.IGNORECASE)
