"""Dates that stand twice in a document, once with another month or year: one of the two is mistyped."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from msgspec import Struct

from pmexport.facts.clocks import clocks
from pmexport.facts.dates import days
from pmexport.facts.passages import Form, Passage
from pmexport.model.postmortem import Postmortem
from pmexport.model.prose import CodeBlock

_BETWEEN = re.compile(r"^(?:T|,?\s*(?:at\s+|kl\.?\s*|um\s+)?)$")
# What runs for whole years has the same day in both.
_YEARLY = re.compile(
    r"\b(?:cert\w*|expir\w*|valid\w*|renew\w*|issued|until|annual\w*|yearly|anniversary|version|copyright)\b",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"[+-]\d\d:?\d\d\b")
_AROUND = 80
_FAR = 20


class Twin(Struct, frozen=True):
    """A date as written, and the one that it ought to be."""

    text: str
    line: int
    other: dt.date


class _Written(Struct, frozen=True):
    date: dt.date
    clock: dt.time | None
    text: str
    line: int
    yearly: bool


def twins(postmortem: Postmortem, texts: tuple[Passage, ...], incident: tuple[dt.date, ...]) -> Iterator[Twin]:
    """Yield the dates far from the `incident` of which a twin close to it differs in year, or in month at one time."""
    written = [one for line, text in _texts(postmortem, texts) for one in _dates(text, line)]
    for one in written:
        if one.line and not _near(one.date, incident):
            for other in written:
                if _near(other.date, incident) and _are_twins(one, other):
                    yield Twin(one.text, one.line, other.date)
                    break


def clock_twins(texts: tuple[Passage, ...]) -> Iterator[tuple[int, str, str]]:
    """Yield line, words and twin of times to the second in running text of which only the hour differs elsewhere."""
    plain = [passage for passage in texts if not _OFFSET.search(passage.text)]
    exact = [(passage, one) for passage in plain for one in clocks(passage.text) if one.time.second]
    for passage, one in exact:
        same = [other for _, other in exact if other.time.replace(hour=0) == one.time.replace(hour=0)]
        twins_of = [other for other in same if other.time.hour != one.time.hour and other.zone == one.zone]
        if passage.form is Form.PARAGRAPH and len(same) == 2 and twins_of:  # noqa: PLR2004 - itself and its twin
            yield passage.line_at(one.start), one.text, twins_of[0].text


def _near(date: dt.date, incident: tuple[dt.date, ...]) -> bool:
    return any(abs((date - one).days) < _FAR for one in (incident[0], incident[-1]))


def _are_twins(one: _Written, other: _Written) -> bool:
    if one.date.day != other.date.day or one.date == other.date:
        return False
    if one.clock is not None and other.clock is not None:
        return one.clock == other.clock
    return one.date.month == other.date.month and not one.yearly and not other.yearly


def _dates(text: str, line: int) -> Iterator[_Written]:
    for day in days(text):
        date = day.date(0) if day.year else None
        if date is not None:
            clock = next((one for one in clocks(text[day.end : day.end + 30])), None)
            behind = clock is not None and _BETWEEN.match(text[day.end : day.end + clock.start])
            around = text[max(0, day.start - _AROUND) : day.end + _AROUND]
            at = clock.time if clock and behind else None
            yield _Written(date, at, day.text, line, _YEARLY.search(around) is not None)


def _texts(postmortem: Postmortem, texts: tuple[Passage, ...]) -> Iterator[tuple[int, str]]:
    for passage in texts:
        yield from ((passage.line_at(one.start), one.text) for one in passage.sentences())
    contents = (postmortem.lead, *(section.content for section in postmortem.walk()))
    for content in contents:
        yield from ((0, block.text) for block in content if isinstance(block, CodeBlock))
    for event in postmortem.timeline:
        yield event.line, event.written
