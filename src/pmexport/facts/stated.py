"""The author's figures held against what the document itself gives: what agrees and what does not."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from itertools import product

from pmexport.facts.between import Between
from pmexport.facts.claims import claimed, labels
from pmexport.facts.clocktimes import timed, times_told
from pmexport.facts.counts import counted, counted_elsewhere, counted_events, lists_of
from pmexport.facts.ends import fields_of, told_ends
from pmexport.facts.mentions import Moment, moments_of
from pmexport.facts.pairs import Pair, anchor
from pmexport.facts.passages import Form, Passage, titles
from pmexport.facts.quantities import Bound, Length, lengths
from pmexport.facts.readings import has_clocks_of
from pmexport.facts.roles import Meant, beginnings, endings, onsets, reached
from pmexport.facts.spans import Span, is_beside, spans
from pmexport.facts.unplaced import is_counted
from pmexport.facts.weekdays import is_dated_elsewhere, named_days, weekday_due, weekday_of
from pmexport.model.facts import Anchor, ClaimKind, Comparison, Metric
from pmexport.model.postmortem import Postmortem, StatedLength
from pmexport.model.terms import MetricName, Milestone

_FITS = 90
_LABEL = 40
_FROM = re.compile(r"\b(?:from|since|after)\b", re.IGNORECASE)
_PART = re.compile(r"[^,;]*")
# What stands between a metric's name and its length.
_CALLED = re.compile(
    r"(?:^|[.,;|/(]\s*|\b(?:the|our|and|a)\s+)(?P<name>[A-Za-z][\w-]*(?:\s+\w+){0,5}?)\s*(?:[:=–-]|\b(?:was|is|were|of|at)\b)?\s*$"
)
_STARTS = (Milestone.CHANGE, Milestone.IMPACT_START, Milestone.DETECTED)
_ENDS = {
    MetricName.TIME_TO_DETECT: Milestone.DETECTED,
    MetricName.TIME_TO_ACKNOWLEDGE: Milestone.ACKNOWLEDGED,
    MetricName.TIME_TO_MITIGATE: Milestone.MITIGATED,
    MetricName.TIME_TO_RESOLVE: Milestone.RESOLVED,
}
_FEW, _FEWEST = 3, 2


def comparisons(
    postmortem: Postmortem, texts: tuple[Passage, ...], metrics: Iterable[Metric]
) -> tuple[Comparison, ...]:
    """Return every stated figure that could be held against something, by line."""
    moments = moments_of(postmortem)
    named = {metric.name: metric for metric in metrics}
    dated = (*moments, *fields_of(postmortem))
    found = [one for stated in _all_stated(postmortem, texts) if (one := _of_metric(stated, named, moments, dated))]
    told = {(one.line, one.stated) for one in found}
    for event in postmortem.timeline:
        found += weekday_of(event)
    for item in postmortem.action_items:
        found += weekday_due(item, postmortem)
    ends = told_ends(postmortem, texts, moments)
    listed = lists_of(postmortem)
    for passage in (*texts, *titles(postmortem)):
        found += [one for one in claimed(passage, moments, ends) if (one.line, one.stated) not in told]
        found += named_days(passage, postmortem)
        found += counted(passage, postmortem)
        found += counted_events(passage, moments)
        found += counted_elsewhere(passage, listed)
        found += [one for time in times_told(passage, postmortem, moments) if (one := timed(time, moments))]
    dated_rows = {event.line for event in postmortem.timeline}
    kept = (one for one in found if one.line in dated_rows or not is_dated_elsewhere(one, found))
    return tuple(sorted(kept, key=lambda one: one.line))


def _all_stated(postmortem: Postmortem, texts: tuple[Passage, ...]) -> Iterator[StatedLength]:
    """Yield the lengths that the reader found, and those behind a label at any other place."""
    known = {(stated.name, stated.line) for stated in postmortem.stated}
    yield from postmortem.stated
    for passage in texts:
        for name, pattern in labels().items() if passage.form is not Form.ACTION else ():
            if (name, passage.line) in known:
                continue
            if pattern.match(passage.label):
                yield from _behind(passage, name)
            elif passage.form is not Form.EVENT:
                yield from _called(passage, name)


def _behind(passage: Passage, name: MetricName) -> Iterator[StatedLength]:
    length = next(lengths(passage.text), None)
    if length and length.at <= _LABEL and not _FROM.search(passage.text):
        yield StatedLength(name=name, seconds=length.seconds, text=length.text, line=passage.line_at(length.start))


def _called(passage: Passage, name: MetricName) -> Iterator[StatedLength]:
    """Yield the length that running text puts right behind a metric's name: "MTTD was 40 minutes"."""
    for length in lengths(passage.text):
        called = _CALLED.search(passage.text[: length.at])
        if called and labels()[name].match(called["name"].strip()):
            yield StatedLength(name=name, seconds=length.seconds, text=length.text, line=passage.line_at(length.start))


def _of_metric(
    stated: StatedLength, named: dict[MetricName, Metric], moments: tuple[Moment, ...], dated: tuple[Moment, ...]
) -> Comparison | None:
    """Compare with the metric, or without one with `dated`: events, and fields that date a milestone."""
    metric = named.get(stated.name)
    if not stated.seconds or metric is None:
        return None
    length = _length(stated)
    if any(_decides(span, length, stated.text) for span in spans(stated.text)) or has_clocks_of(length, stated.text):
        return None
    if metric.start is None or metric.end is None or metric.seconds is None:
        return _between_any(stated, length, dated)
    agrees = length.allows(metric.seconds)
    if not agrees and not _FROM.search(stated.text):
        readings = (pair for pair in _readings(moments, stated.name) if length.allows(_seconds(*pair)))
        other = next(readings, None)
        if other is not None:
            return _comparison(stated, *other, agrees=True)
    return Comparison(
        kind=ClaimKind.LENGTH,
        agrees=agrees,
        quote=_part(stated, length),
        line=stated.line,
        stated=stated.seconds,
        computed=metric.seconds,
        metric=stated.name,
        start=_event_at(metric.start, moments),
        end=_event_at(metric.end, moments),
        fits=None if agrees else _fitting(metric, stated.seconds, moments),
    )


def _decides(span: Span, length: Length, text: str) -> bool:
    """Tell whether two times in `text` say what is meant: they are as far apart, or stand right beside the length."""
    seconds = span.lasts(length)
    return seconds is not None and (length.allows(seconds) or is_beside(span, length, text))


def _between_any(stated: StatedLength, length: Length, moments: tuple[Moment, ...]) -> Comparison | None:
    """Compare a length whose ends the timeline does not mark with those events that may be meant."""
    if len(moments) < _FEWEST:
        return None
    milestone = _ENDS.get(stated.name)
    ends = reached(frozenset({milestone}), moments) if milestone else endings(moments)
    starts = beginnings(moments, until=milestone) if milestone else onsets(moments)
    pairs = [
        pair
        for pair in product(starts.moments, ends.moments if ends else moments)
        if _comparable(*pair) and pair[1].at > pair[0].at
    ]
    # That two events happen to lie as far apart confirms nothing, but who counted minutes counted from something.
    every = _detections(moments, ends) if milestone is Milestone.DETECTED else Between(moments, moments)
    likely = every.fitting(length) if is_counted(length) else (Pair(*pair) for pair in pairs)
    fits = any(length.allows(pair.seconds) for pair in likely)
    if not pairs or fits or length.bound not in (Bound.EXACT, Bound.ABOUT):
        return None
    nearest = min(pairs, key=lambda pair: abs(_seconds(*pair) - length.seconds))
    return _comparison(stated, *nearest, agrees=False, certain=False)


def _detections(moments: tuple[Moment, ...], ends: Meant | None) -> Between:
    """Return what minutes to detection may lie between: one of the first events, and one that tells of it."""
    return Between(moments[:_FEW], ends.moments) if ends else Between(moments, moments)


def _comparison(stated: StatedLength, start: Moment, end: Moment, *, agrees: bool, certain: bool = True) -> Comparison:
    return Comparison(
        kind=ClaimKind.LENGTH,
        agrees=agrees,
        certain=certain,
        quote=_part(stated, _length(stated)),
        line=stated.line,
        stated=stated.seconds or 0,
        computed=_seconds(start, end),
        start=anchor(start),
        end=anchor(end),
    )


def _readings(moments: tuple[Moment, ...], name: MetricName) -> Iterator[tuple[Moment, Moment]]:
    """Yield the other spans that a figure without "from" may mean.

    Teams count from change, impact or detection, and to another alert or recovery than the one we took.
    """
    starts = [*moments[:1], *(one for one in moments if one.milestone in _STARTS)]
    milestone = _ENDS.get(name)
    meant = reached(frozenset({milestone}), moments) if milestone else None
    ends = meant.moments if meant else tuple(one for one in moments if one.milestone)
    for start, end in product(starts, ends):
        if _comparable(start, end) and end.at > start.at:
            yield start, end


def _comparable(one: Moment, other: Moment) -> bool:
    return (one.at.tzinfo is None) == (other.at.tzinfo is None)


def _seconds(start: Moment, end: Moment) -> int:
    return round((end.at - start.at).total_seconds())


def _length(stated: StatedLength) -> Length:
    """Return the length as a reader of its text takes it."""
    seconds = stated.seconds or 0
    found = next((one for one in lengths(stated.text) if one.seconds == seconds), None)
    return found or Length(seconds=seconds, bound=Bound.EXACT, text=stated.text, start=0, end=len(stated.text))


def _part(stated: StatedLength, length: Length) -> str:
    """Return the part of a text with several lengths in which this one stands."""
    for part in _PART.finditer(stated.text):
        if part.start() <= length.start < part.end() or length.end == part.end():
            return part.group().strip()
    return stated.text


def _event_at(at: dt.datetime, moments: tuple[Moment, ...]) -> Anchor | None:
    found = [one for one in moments if one.at == at]
    return anchor(max(found, key=lambda one: one.milestone is not None)) if found else None


def _fitting(metric: Metric, stated: int, moments: tuple[Moment, ...]) -> Anchor | None:
    """Return the event that lies as far from the metric's start as stated."""
    start = metric.start
    for one in moments:
        if start is None or (one.at.tzinfo is None) != (start.tzinfo is None) or one.at == metric.end:
            continue
        if abs((one.at - start).total_seconds() - stated) < _FITS:
            return anchor(one)
    return None
