"""How long a sentence says that the incident lasted, or that a milestone took, held against the milestones."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from itertools import product

from msgspec import Struct

from pmexport.facts.mentions import Moment
from pmexport.facts.pairs import MARK, Pair, Said, Stated, are_comparable, comparison, distances
from pmexport.facts.passages import Form, Passage
from pmexport.facts.patterns import load
from pmexport.facts.quantities import Bound
from pmexport.facts.spans import Span, is_whole, opens, spans
from pmexport.model.facts import Comparison
from pmexport.model.postmortem import Postmortem
from pmexport.model.terms import MetricName, Milestone, SectionKind

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
_TELL_THE_WHOLE = frozenset({None, SectionKind.SUMMARY, SectionKind.IMPACT, SectionKind.IMPACT_USER})
_FORMS = (Form.PARAGRAPH, Form.ITEM, Form.FIELD)


class _Totals(Struct, frozen=True):
    """The file of patterns."""

    whole: dict[str, str]
    reached: dict[Milestone, str]


def total(stated: Stated, moments: tuple[Moment, ...]) -> Comparison | None:
    """Compare what `stated` says of the whole incident or of a milestone; None where it speaks of neither."""
    text = stated.text
    match = next((found for pattern in _whole() if (found := pattern.search(text))), None)
    if match and stated.length.bound is not Bound.UNDER:
        return _between(_ENDS, MetricName.DURATION, stated.said(match.group()), moments)
    for milestone, pattern in _reached().items():
        if match := pattern.search(text):
            ends = (milestone, *(one for one in _ENDS if milestone in _ENDS and one is not milestone))
            return _between(ends, _METRICS[milestone], stated.said(match.group()), moments)
    return None


def told_ends(postmortem: Postmortem, texts: tuple[Passage, ...], moments: tuple[Moment, ...]) -> tuple[Moment, ...]:
    """Return when the incident began and ended where a field or a sentence says so and not the timeline."""
    fields = [_moment(one.milestone, one.at, one.text, one.line) for one in postmortem.moments]
    zone = moments[0].at.tzinfo if moments else None
    year = postmortem.date.year if postmortem.date else 0
    told = [
        _moment(milestone, at.replace(tzinfo=zone), point.text, line)
        for line, span in _whole_spans(texts)
        if span.dated and year and not span.is_backwards()
        for milestone, at, point in zip(
            (Milestone.IMPACT_START, Milestone.RESOLVED),
            span.ends(year) or (),
            (span.first, span.last),
            strict=False,
        )
    ]
    return (*fields, *told)


def _whole_spans(texts: tuple[Passage, ...]) -> Iterator[tuple[int, Span]]:
    for passage in texts:
        if passage.kind in _TELL_THE_WHOLE and passage.form in _FORMS and ":" in passage.text:
            for sentence in passage.sentences():
                for span in spans(sentence.text):
                    if _tells_the_whole(span, sentence.text):
                        yield passage.line_at(sentence.start + span.first.start), span


def _tells_the_whole(span: Span, text: str) -> bool:
    """Tell whether the incident is meant: said before the span, or behind one that opens its sentence."""
    timed = span.first.clock is not None and span.last.clock is not None
    return timed and span.led and (is_whole(span, text) or opens(span, text))


def _moment(milestone: Milestone, at: dt.datetime, text: str, line: int) -> Moment:
    return Moment(at=at, text=text, line=line, milestone=milestone, stems=frozenset())


def _between(
    ends: tuple[Milestone, ...], metric: MetricName, said: Said, moments: tuple[Moment, ...]
) -> Comparison | None:
    """Compare what is `said` with the distances between milestones; the first pair is the one that is told."""
    if not moments:
        return None
    begun = [one for milestone in _STARTS for one in moments if one.milestone is milestone]
    if metric is MetricName.DURATION and any(one.milestone is Milestone.IMPACT_START for one in begun):
        begun = [one for one in begun if one.milestone is not Milestone.CHANGE]
    ended = [one for milestone in ends for one in moments if one.milestone is milestone]
    pairs = [Pair(one, two) for one, two in product(begun, ended) if are_comparable(one, two) and two.at > one.at]
    fitting = next((pair for pair in pairs if said.length.allows(pair.seconds)), None)
    if fitting is not None:
        return comparison(fitting, said, agrees=True, metric=metric)
    if not ended or not any(one.milestone in _STARTS[:2] for one in begun):
        return _longer_than_all(said, moments) or _shorter_than_known(pairs, said, moments)
    return comparison(pairs[0], said, agrees=False, metric=metric) if pairs else None


def _shorter_than_known(pairs: list[Pair], said: Said, moments: tuple[Moment, ...]) -> Comparison | None:
    """Compare a length with the time from detection to end, which no incident falls short of."""
    known = [pair for pair in pairs if pair.start.milestone is Milestone.DETECTED]
    if not pairs:
        known = [Pair(moments[0], one) for one in moments if one.milestone in _ENDS and one.at > moments[0].at]
    if not known or said.length.seconds >= min(pair.seconds for pair in known):
        return None
    if any(said.length.allows(pair.seconds) for pair in distances(moments)):
        return None
    return comparison(known[0], said, agrees=False, certain=False)


def _longer_than_all(said: Said, moments: tuple[Moment, ...]) -> Comparison | None:
    """Compare a length that the milestones do not bound with the whole timeline, which it cannot exceed by far."""
    same = [one for one in moments if are_comparable(one, moments[0])]
    whole = Pair(min(same, key=lambda one: one.at), max(same, key=lambda one: one.at))
    if len(same) < _FEW or not whole.seconds or said.length.seconds <= _FAR * whole.seconds:
        return None
    return comparison(whole, said, agrees=False)


@cache
def _words() -> _Totals:
    return load("totals", _Totals)


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace("{length}", MARK), re.IGNORECASE)


@cache
def _whole() -> tuple[re.Pattern[str], ...]:
    return tuple(map(_compiled, _words().whole.values()))


@cache
def _reached() -> dict[Milestone, re.Pattern[str]]:
    return {milestone: _compiled(pattern) for milestone, pattern in _words().reached.items()}
