"""The author's figures held against what the document itself gives: what agrees and what does not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product

from pmexport.facts.claims import anchor, claimed
from pmexport.facts.clocktimes import timed, times_told
from pmexport.facts.counts import counted
from pmexport.facts.mentions import Moment, moments_of
from pmexport.facts.passages import Passage
from pmexport.facts.quantities import lengths
from pmexport.facts.weekdays import named_days
from pmexport.model.facts import Anchor, ClaimKind, Comparison, Metric
from pmexport.model.postmortem import Postmortem, StatedLength
from pmexport.model.terms import Milestone

_FITS = 90
_FROM = re.compile(r"\b(?:from|since|after)\b", re.IGNORECASE)
_STARTS = (Milestone.CHANGE, Milestone.IMPACT_START, Milestone.DETECTED)


def comparisons(
    postmortem: Postmortem, texts: tuple[Passage, ...], metrics: Iterable[Metric]
) -> tuple[Comparison, ...]:
    """Return every stated figure that could be held against something, by line."""
    moments = moments_of(postmortem)
    found = list(_of_metrics(postmortem, tuple(metrics), moments))
    told = {(one.line, one.stated) for one in found}
    for passage in texts:
        found += [one for one in claimed(passage, moments) if (one.line, one.stated) not in told]
        found += named_days(passage, postmortem)
        found += counted(passage, postmortem)
        found += [one for told in times_told(passage, postmortem, moments) if (one := timed(told, moments))]
    return tuple(sorted(found, key=lambda one: one.line))


def _of_metrics(
    postmortem: Postmortem, metrics: tuple[Metric, ...], moments: tuple[Moment, ...]
) -> Iterator[Comparison]:
    named = {metric.name: metric for metric in metrics}
    for stated in postmortem.stated:
        metric = named.get(stated.name)
        if stated.seconds is None or metric is None or metric.seconds is None or metric.start is None:
            continue
        agrees = _allows(stated, metric.seconds)
        if not agrees and not _FROM.search(stated.text) and any(_allows(stated, one) for one in _readings(moments)):
            continue
        yield Comparison(
            kind=ClaimKind.LENGTH,
            agrees=agrees,
            quote=stated.text,
            line=stated.line,
            stated=stated.seconds,
            computed=metric.seconds,
            metric=stated.name,
            start=_event_at(metric.start, moments),
            end=_event_at(metric.end, moments),
            fits=_fitting(metric, stated.seconds, moments),
        )


def _readings(moments: tuple[Moment, ...]) -> Iterator[int]:
    """Yield the other lengths that a figure without "from" may mean: teams count from change, impact or detection."""
    starts = [one.at for one in moments[:1]]
    starts += [one.at for one in moments if one.milestone in _STARTS]
    for start, end in product(starts, (one.at for one in moments if one.milestone)):
        if (start.tzinfo is None) == (end.tzinfo is None) and end > start:
            yield round((end - start).total_seconds())


def _allows(stated: StatedLength, seconds: int) -> bool:
    length = next((one for one in lengths(stated.text) if one.seconds == stated.seconds), None)
    return length.allows(seconds) if length else abs((stated.seconds or 0) - seconds) <= _FITS


def _event_at(at: object, moments: tuple[Moment, ...]) -> Anchor | None:
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
