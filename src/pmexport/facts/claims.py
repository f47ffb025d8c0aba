"""Lengths that sentences state between two events, held against the timeline.

A sentence may mean any of several events, so it agrees where any pair of them agrees, and differs only where every word
of what it names was found and no pair does.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from itertools import product

from msgspec import Struct

from pmexport.facts.mentions import Mentioned, Moment, mentioned
from pmexport.facts.passages import Form, Passage, Sentence
from pmexport.facts.patterns import load
from pmexport.facts.quantities import Bound, Clock, Length, clocks, lengths
from pmexport.model.facts import Anchor, ClaimKind, Comparison
from pmexport.model.terms import MetricName, Milestone

_MARK = "\ue000"
_MINUTE = 60
_DAY = 86_400
_FEW = 3
_FAR = 2
_STARTS = (Milestone.IMPACT_START, Milestone.CHANGE, Milestone.DETECTED, Milestone.DECLARED)
_ENDS = (Milestone.RESOLVED, Milestone.MITIGATED)
_METRICS = {
    Milestone.DETECTED: MetricName.TIME_TO_DETECT,
    Milestone.ACKNOWLEDGED: MetricName.TIME_TO_ACKNOWLEDGE,
    Milestone.CAUSE_FOUND: MetricName.TIME_TO_FIND_CAUSE,
    Milestone.MITIGATED: MetricName.TIME_TO_MITIGATE,
    Milestone.RESOLVED: MetricName.TIME_TO_RESOLVE,
}


class _Claims(Struct, frozen=True):
    """The file of patterns."""

    spans: dict[str, str]
    totals: dict[str, str]
    reached: dict[Milestone, str]
    context: dict[str, str]
    split: dict[str, str]
    labels: dict[MetricName, str]


class Said(Struct, frozen=True):
    """A length with the words that state it and their line."""

    length: Length
    quote: str
    line: int


class Pair(Struct, frozen=True):
    """Two events that a length may run between."""

    start: Moment
    end: Moment

    @property
    def seconds(self) -> int:
        """Return the distance in seconds."""
        return round((self.end.at - self.start.at).total_seconds())


def claimed(passage: Passage, moments: tuple[Moment, ...]) -> Iterator[Comparison]:
    """Yield the lengths between events that `passage` states; events of the timeline state none about each other."""
    if not moments or passage.form in (Form.ACTION, Form.HEADING, Form.QUOTE) or not any(lengths(passage.text)):
        return
    for sentence in passage.sentences():
        for length in lengths(sentence.text):
            if not passage.is_code(sentence.start + length.start):
                found = _claim(sentence, length, moments, passage)
                if found is not None:
                    yield found


def _claim(sentence: Sentence, length: Length, moments: tuple[Moment, ...], passage: Passage) -> Comparison | None:
    text = f"{sentence.text[: length.at]}{_MARK}{sentence.text[length.end :]}"
    line = passage.line_at(sentence.start + length.start)
    for name, pattern in _patterns().items():
        match = pattern.search(text)
        if match is None:
            continue
        said = Said(length, _quote(match.group(), sentence.text, length), line)
        if name.startswith("window"):
            return _window(match, said)
        for start, end in _sides(match.groupdict(), moments):
            found = _compared(start, end, said)
            if found is not None:
                return found
    if passage.form is Form.EVENT or _aside().search(sentence.text):
        return None
    return _total(text, length, sentence, line, moments) or _reached(text, length, sentence, line, moments)


def _quote(matched: str, sentence: str, length: Length) -> str:
    """Return the words as written: from the length or the words before it to the end of the match."""
    quote = matched.replace(_MARK, sentence[length.at : length.end]).strip()
    return re.sub(r"^[,;.\s]+", "", quote)


def _sides(
    group: dict[str, str | None], moments: tuple[Moment, ...]
) -> Iterator[tuple[Mentioned | None, Mentioned | None]]:
    """Yield start and end; a span of words is split at every place where it may go from the one to the other."""
    span = group.get("span")
    if span:
        for place in _split().finditer(span):
            yield _side(span[: place.start()], moments), _side(span[place.end() :], moments)
        return
    clock = group.get("clock")
    yield _side(group.get("start") or clock, moments), _side(group.get("end") or clock, moments)


def _side(phrase: str | None, moments: tuple[Moment, ...]) -> Mentioned | None:
    if not phrase:
        return None
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


def _compared(start: Mentioned | None, end: Mentioned | None, said: Said) -> Comparison | None:
    if start is None or end is None:
        return None
    pairs = [Pair(one, other) for one, other in product(start.moments, end.moments) if other.at > one.at]
    if not pairs:
        return None
    fitting = next((pair for pair in pairs if said.length.allows(pair.seconds)), None)
    if fitting is not None:
        return _comparison(fitting, said, agrees=True)
    if not (start.certain and end.certain):
        return None
    nearest = min(pairs, key=lambda pair: abs(pair.seconds - said.length.seconds))
    return _comparison(nearest, said, agrees=False)


def _comparison(pair: Pair, said: Said, *, agrees: bool, metric: MetricName | None = None) -> Comparison:
    return Comparison(
        kind=ClaimKind.LENGTH,
        agrees=agrees,
        quote=said.quote,
        line=said.line,
        stated=said.length.seconds,
        computed=pair.seconds,
        metric=metric,
        start=anchor(pair.start),
        end=anchor(pair.end),
    )


def anchor(moment: Moment) -> Anchor:
    """Return `moment` as facts keep it."""
    return Anchor(at=moment.at, text=moment.text, line=moment.line)


def _window(match: re.Match[str], said: Said) -> Comparison | None:
    first, last = (next(clocks(match[name]), None) for name in ("first", "last"))
    if first is None or last is None:
        return None
    day = dt.date(2000, 1, 1)
    start, end = (dt.datetime.combine(day, clock.time, dt.UTC) for clock in (first, last))
    seconds = round((end - start).total_seconds()) % _DAY
    return Comparison(
        kind=ClaimKind.LENGTH,
        agrees=said.length.allows(seconds)
        or said.length.allows((seconds + _DAY // 2) % _DAY)
        or said.length.seconds >= _DAY,
        quote=said.quote,
        line=said.line,
        stated=said.length.seconds,
        computed=seconds,
    )


def _total(text: str, length: Length, sentence: Sentence, line: int, moments: tuple[Moment, ...]) -> Comparison | None:
    match = next((found for pattern in _totals() if (found := pattern.search(text))), None)
    if match is None or length.bound is Bound.UNDER:
        return None
    quote = _quote(match.group(), sentence.text, length)
    return _between(_ENDS, MetricName.DURATION, Said(length, quote, line), moments)


def _reached(
    text: str, length: Length, sentence: Sentence, line: int, moments: tuple[Moment, ...]
) -> Comparison | None:
    for milestone, pattern in _milestones().items():
        if match := pattern.search(text):
            quote = _quote(match.group(), sentence.text, length)
            ends = (milestone, Milestone.MITIGATED, Milestone.RESOLVED) if milestone in _ENDS else (milestone,)
            return _between(ends, _METRICS[milestone], Said(length, quote, line), moments)
    return None


def _between(
    ends: tuple[Milestone, ...],
    metric: MetricName,
    said: Said,
    moments: tuple[Moment, ...],
) -> Comparison | None:
    """Compare what is `said` with the distances between milestones; the first pair is the one that is told."""
    at = {one.milestone: one for one in reversed(moments) if one.milestone}
    pairs = [Pair(at[one], at[two]) for one in _STARTS for two in ends if one in at and two in at and one is not two]
    pairs = [pair for pair in pairs if pair.seconds > 0]
    fitting = next((pair for pair in pairs if said.length.allows(pair.seconds)), None)
    if fitting is not None:
        return _comparison(fitting, said, agrees=True, metric=metric)
    if not any(one in at for one in _STARTS[:2]) or not any(one in at for one in ends):
        return _longer_than_all(said, moments)
    if not pairs:
        return None
    return _comparison(pairs[0], said, agrees=False, metric=metric)


def _longer_than_all(said: Said, moments: tuple[Moment, ...]) -> Comparison | None:
    """Compare a length that the milestones do not bound with the whole timeline, which it cannot exceed by far."""
    same = [one for one in moments if (one.at.tzinfo is None) == (moments[0].at.tzinfo is None)]
    whole = Pair(min(same, key=lambda one: one.at), max(same, key=lambda one: one.at))
    if len(same) < _FEW or not whole.seconds or said.length.seconds <= _FAR * whole.seconds:
        return None
    return _comparison(whole, said, agrees=False)


@cache
def _words() -> _Claims:
    return load("claims", _Claims)


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace("{length}", _MARK), re.IGNORECASE)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {name: _compiled(pattern) for name, pattern in _words().spans.items()}


@cache
def _totals() -> tuple[re.Pattern[str], ...]:
    return tuple(map(_compiled, _words().totals.values()))


@cache
def _milestones() -> dict[Milestone, re.Pattern[str]]:
    return {milestone: _compiled(pattern) for milestone, pattern in _words().reached.items()}


@cache
def _split() -> re.Pattern[str]:
    return re.compile(_words().split["at"], re.IGNORECASE)


@cache
def labels() -> dict[MetricName, re.Pattern[str]]:
    """Return what the label of each metric looks like."""
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _words().labels.items()}


@cache
def _aside() -> re.Pattern[str]:
    return re.compile(_words().context["aside"], re.IGNORECASE)
