"""Lengths that sentences state between two events, held against the timeline.

A sentence may mean any of several events, so it agrees where any pair of them agrees, and differs only where every word
of what it names was found and no pair does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from pmexport.facts.between import Between, stretch
from pmexport.facts.clocks import Clock, clocks
from pmexport.facts.mentions import Mentioned, Moment, mentioned
from pmexport.facts.pairs import MARK, Said, Stated, comparison, own_event
from pmexport.facts.passages import Form, Passage
from pmexport.facts.patterns import load
from pmexport.facts.quantities import lengths
from pmexport.facts.readings import read
from pmexport.facts.spans import Span, is_beside, spans
from pmexport.facts.unplaced import unplaced
from pmexport.model.facts import ClaimKind, Comparison
from pmexport.model.terms import MetricName

_DAY = 86_400
_DETAIL = 20
_NO_TEXT = (Form.HEADING, Form.QUOTE)


class _Claims(Struct, frozen=True):
    """The file of patterns."""

    spans: dict[str, str]
    split: dict[str, str]
    labels: dict[MetricName, str]


def claimed(passage: Passage, moments: tuple[Moment, ...], ends: tuple[Moment, ...] = ()) -> Iterator[Comparison]:
    """Yield the lengths between events that `passage` states.

    `ends` are moments at which the incident began or ended that are no events of the timeline. An event states no
    length of the incident as a whole: what has lasted until then is not over.
    """
    if passage.form in _NO_TEXT or not any(lengths(passage.text)):
        return
    for sentence in passage.sentences():
        for length in lengths(sentence.text):
            if not passage.is_code(sentence.start + length.start):
                found = _claim(Stated(length, sentence, passage), moments, ends)
                if found is not None:
                    yield found


def _claim(stated: Stated, moments: tuple[Moment, ...], ends: tuple[Moment, ...]) -> Comparison | None:
    span = next(
        (one for one in spans(stated.sentence.text) if is_beside(one, stated.length, stated.sentence.text)), None
    )
    if span is not None:
        return _of_span(span, stated)
    if stated.passage.form is Form.ACTION:
        return read(stated, (*moments, *ends), named=True)
    if not moments and stated.length.seconds * _DETAIL < stretch(ends):
        return None  # Begin and end are no timeline: what else was told may lie anywhere between them.
    found = _of_events(stated, moments)
    if found is None or found.agrees:
        # What the words name for certain outweighs what they happen to fit.
        other = read(stated, (*moments, *ends))
        found = other if found is None or (other and other.certain and not other.agrees) else found
    return found or unplaced(stated, (*moments, *ends))


def _of_span(span: Span, stated: Stated) -> Comparison | None:
    """Compare a length with the span of two times that it stands beside."""
    length = stated.length
    computed = span.lasts(length)
    if computed is None:
        return None
    first, last = min(length.at, span.first.start), max(length.end, span.last.end)
    return Comparison(
        kind=ClaimKind.LENGTH,
        agrees=length.allows(computed) or (not span.dated and length.seconds >= _DAY),
        quote=stated.sentence.text[first:last].strip(),
        line=stated.line,
        stated=length.seconds,
        computed=computed,
    )


def _of_events(stated: Stated, moments: tuple[Moment, ...]) -> Comparison | None:
    told = own_event(stated.passage, moments)
    own = Mentioned((told,), certain=True) if told else None
    for name, pattern in _patterns().items() if moments else ():
        match = pattern.search(stated.text)
        if match is None or (name.startswith("own") and own is None):
            continue
        sides = _sides(match.groupdict(), moments, own if name.startswith("own") else None)
        said = stated.said(match.group())
        found = [one for start, end in sides if (one := _compared(start, end, said, moments))]
        if found:
            # Of several readings one that fits is meant, else one that names its events.
            return max(found, key=lambda one: (one.agrees, one.certain))
    return None


def _sides(
    group: dict[str, str | None], moments: tuple[Moment, ...], own: Mentioned | None
) -> Iterator[tuple[Mentioned | None, Mentioned | None]]:
    """Yield start and end; a span of words is split at every place where it may go from the one to the other."""
    span = group.get("span")
    if span:
        for place in _split().finditer(span):
            yield _side(span[: place.start()], moments), _side(span[place.end() :], moments)
        return
    clock = group.get("clock")
    start, end = group.get("start") or clock, group.get("end") or clock
    yield _side(start, moments) if start else own, _side(end, moments) if end else own


def _side(phrase: str, moments: tuple[Moment, ...]) -> Mentioned | None:
    clock = next(clocks(phrase), None)
    return _at(clock, moments) if clock else mentioned(phrase, moments)


def _at(clock: Clock, moments: tuple[Moment, ...]) -> Mentioned:
    """Return the events at `clock`, or where there is none that time on the day of the timeline, if it is one day."""
    same = tuple(one for one in moments if one.at.time().replace(second=0) == clock.time.replace(second=0))
    if same:
        return Mentioned(same, certain=True)
    days = {one.at.date() for one in moments}
    if len(days) != 1:
        return Mentioned((), certain=False)
    at = moments[0].at.replace(hour=clock.time.hour, minute=clock.time.minute, second=clock.time.second)
    return Mentioned((Moment(at=at, text="", line=0, milestone=None, stems=frozenset()),), certain=True)


def _compared(
    start: Mentioned | None, end: Mentioned | None, said: Said, moments: tuple[Moment, ...]
) -> Comparison | None:
    if start is None or end is None:
        return None
    pairs = Between(start.moments, end.moments)
    fitting = next(pairs.fitting(said.length), None)
    if fitting is not None:
        return comparison(fitting, said, agrees=True) if start.speaks and end.speaks else None
    nearest = pairs.nearest(said.length.seconds)
    if nearest is None or not nearest.seconds or not (start.certain or end.certain):
        return None
    if start.certain and end.certain:
        return comparison(nearest, said, agrees=False)
    others = Between(start.moments, moments) if start.certain else Between(moments, end.moments)
    if any(others.fitting(said.length)):
        return None
    return comparison(nearest, said, agrees=False, certain=False)


@cache
def _words() -> _Claims:
    return load("claims", _Claims)


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace("{length}", MARK), re.IGNORECASE)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {name: _compiled(pattern) for name, pattern in _words().spans.items()}


@cache
def _split() -> re.Pattern[str]:
    return re.compile(_words().split["at"], re.IGNORECASE)


@cache
def labels() -> dict[MetricName, re.Pattern[str]]:
    """Return what the label of each metric looks like."""
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _words().labels.items()}
