"""Figures as stated against those that the document itself gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from pmexport.facts.claims import anchor
from pmexport.facts.clocktimes import Told, Window, minutes, times_told, windows
from pmexport.facts.counts import parts_over_whole
from pmexport.facts.passages import Form
from pmexport.facts.quantities import clocks
from pmexport.facts.review import phrases
from pmexport.facts.review.case import Case, Check, Found
from pmexport.model.facts import ClaimKind, Comparison
from pmexport.model.terms import Milestone

_DAY = 24 * 60
_MARGIN = 30
_PERCENT = re.compile(r"(?<![\w.,])(?P<value>\d{1,7}(?:\.\d+)?)\s?(?:%|percent\b|per cent\b)")
_SHARE = re.compile(
    r"\b(?:success|availab\w+|uptime|fail\w*|errors?|affected|impacted|coverage|complete\w*|of\s+(?:the\s+|all\s+|our\s+)?"
    r"(?:users|customers|requests|traffic|transactions|orders|calls|jobs|accounts|checks|evaluations|sessions|events|pods))\b",
    re.IGNORECASE,
)
_GROWTH = re.compile(
    r"\b(?:increas\w*|more|grow\w*|grew|rose|rise|up\s+(?:to|by)|higher|than|cpu|load|utili[sz]ation|slower|faster|over|"
    r"exceed\w*|spike\w*|surge\w*|times|capacity|quota|memory)\b",
    re.IGNORECASE,
)
_ALL = 100


def stated_length(case: Case) -> Iterator[Found]:
    """Find lengths that differ from the distance between the events they name."""
    for one in case.facts.comparisons:
        if one.kind is ClaimKind.LENGTH and not one.agrees:
            beside = _beside(one, case.facts.comparisons)
            values = _values(one) | ({"beside": beside.quote} if beside else {})
            yield Found(line=one.line, quote=one.quote, variant=_variant(one, beside), values=values)


def _variant(one: Comparison, beside: Comparison | None) -> str:
    if one.start is None or one.end is None:
        return "window"
    if one.fits is None:
        return ""
    return "beside" if beside else "fits"


def _beside(one: Comparison, others: tuple[Comparison, ...]) -> Comparison | None:
    """Return what the same line says of the same end and gets right."""
    same = (other for other in others if other.agrees and other.line == one.line and other.end == one.end)
    return next((other for other in same if other.end is not None), None)


def _values(one: Comparison) -> dict[str, str]:
    return {
        "stated": phrases.length(one.stated),
        "computed": phrases.length(one.computed),
        "start": phrases.event(one.start) if one.start else "",
        "end": phrases.event(one.end) if one.end else "",
        "fits": phrases.event(one.fits) if one.fits else "",
    }


def clock_differs(case: Case) -> Iterator[Found]:
    """Find times in prose of an event that the timeline has at another time."""
    for one in case.facts.comparisons:
        if one.kind is ClaimKind.CLOCK and not one.agrees and one.start is not None:
            values = {"event": phrases.event(one.start), "time": f"{one.start.at:%H:%M}"}
            yield Found(line=one.line, quote=one.quote, values=values)


def clock_outside(case: Case) -> Iterator[Found]:
    """Find times in prose before the first or after the last event of a timeline of one day."""
    days = {one.at.date() for one in case.moments}
    if len(days) != 1:
        return
    clocks = [minutes(one.at.time()) for one in case.moments]
    for told in _untimed(case):
        at = minutes(told.clock.time)
        if at < min(clocks) - _MARGIN or at > max(clocks) + _MARGIN:
            first, last = min(case.moments, key=lambda one: one.at), max(case.moments, key=lambda one: one.at)
            values = {"first": f"{first.at:%H:%M}", "last": f"{last.at:%H:%M}"}
            yield Found(line=told.line, quote=told.clock.text, values=values)


def window_differs(case: Case) -> Iterator[Found]:
    """Find spans said of the incident as a whole that begin or end at no event, while the other end does."""
    known = {minutes(one.at.time()) for one in case.moments}
    known |= {minutes(moment.at.time()) for moment in case.postmortem.moments}
    if not known:
        return
    for window in _windows(case):
        first, last = minutes(window.first.time), minutes(window.last.time)
        if not window.whole or (first in known) == (last in known) or _shifted(first, last, known):
            continue
        wrong = window.last if first in known else window.first
        values = {"time": wrong.text, "near": _nearest(minutes(wrong.time), case)}
        yield Found(line=window.line, quote=window.quote, values=values)


def _shifted(first: int, last: int, known: set[int]) -> bool:
    """Tell whether both ends are close to events: "about 10:00 to 10:30"."""
    return all(any(abs(one - at) <= 2 for at in known) for one in (first, last))  # noqa: PLR2004 - rounded minutes


def _nearest(at: int, case: Case) -> str:
    moments = case.moments
    if not moments:
        return "the header"
    near = min(moments, key=lambda one: abs(minutes(one.at.time()) - at))
    return f"{near.at:%H:%M} “{phrases.short(near.text)}” (line {near.line})"


def window_backwards(case: Case) -> Iterator[Found]:
    """Find spans whose end lies before their start on an incident of one day, in prose and in the head."""
    days = {one.at.date() for one in case.moments}
    for window in _windows(case) if len(days) == 1 else ():
        if minutes(window.last.time) < minutes(window.first.time):
            yield Found(line=window.line, quote=window.quote)
    moments = sorted(case.postmortem.moments, key=lambda one: tuple(Milestone).index(one.milestone))
    for one, later in pairwise(moments):
        if _order_matters(one.milestone, later.milestone) and phrases.before(later.at, one.at):
            values = {"first": one.text, "last": later.text}
            yield Found(line=later.line, quote=later.text, variant="fields", values=values)


def _order_matters(one: Milestone, later: Milestone) -> bool:
    return one is Milestone.IMPACT_START or later is Milestone.RESOLVED


def _windows(case: Case) -> Iterator[Window]:
    for passage in case.passages:
        yield from windows(passage)


def clock_unlisted(case: Case) -> Iterator[Found]:
    """Find times in prose, within the incident, that no event has."""
    clocks = [minutes(one.at.time()) for one in case.moments]
    for told in _untimed(case):
        if min(clocks) - _MARGIN <= minutes(told.clock.time) <= max(clocks) + _MARGIN:
            yield Found(line=told.line, quote=told.clock.text)


def _untimed(case: Case) -> Iterator[Told]:
    known = {minutes(one.at.time()) for one in case.moments}
    known |= {minutes(moment.at.time()) for moment in case.postmortem.moments}
    # Other tables hold times of their own: what was told to whom, what was measured.
    known |= {
        minutes(one.time) for passage in case.passages if passage.form is Form.CELL for one in clocks(passage.text)
    }
    differing = {(one.line, one.stated) for one in case.facts.comparisons if one.kind is ClaimKind.CLOCK}
    for passage in case.passages:
        for told in times_told(passage, case.postmortem, case.moments):
            at = minutes(told.clock.time)
            if at not in known and (told.line, at) not in differing:
                yield told


def moment_differs(case: Case) -> Iterator[Found]:
    """Find header fields that date a milestone otherwise than any event of the timeline does."""
    for moment in case.postmortem.moments:
        same = [one for one in case.moments if one.milestone is moment.milestone]
        if not same or any(phrases.close(one.at, moment.at) for one in case.moments):
            continue
        values = {"milestone": str(moment.milestone).replace("_", " "), "event": phrases.event(anchor(same[0]))}
        yield Found(line=moment.line, quote=moment.text, values=values)


def percent(case: Case) -> Iterator[Found]:
    """Find shares of more than all; what can grow beyond is left alone."""
    for passage in case.passages:
        for match in _PERCENT.finditer(passage.text):
            if float(match["value"]) <= _ALL or passage.is_code(match.start()):
                continue
            sentence = passage.sentence_at(match.start()).text
            if _SHARE.search(sentence) and not _GROWTH.search(sentence):
                yield Found(line=passage.line_at(match.start()), quote=match.group())


def part_over_whole(case: Case) -> Iterator[Found]:
    """Find "9 of 8"."""
    for passage in case.passages:
        for line, quote in parts_over_whole(passage):
            yield Found(line=line, quote=quote)


def count_differs(case: Case) -> Iterator[Found]:
    """Find counts that the list after them contradicts."""
    for one in case.facts.comparisons:
        if one.kind is ClaimKind.COUNT and not one.agrees:
            yield Found(line=one.line, quote=one.quote, values={"count": str(one.computed)})


CHECKS: dict[str, Check] = {
    "stated-length": stated_length,
    "clock-differs": clock_differs,
    "clock-outside": clock_outside,
    "clock-unlisted": clock_unlisted,
    "window-differs": window_differs,
    "window-backwards": window_backwards,
    "moment-differs": moment_differs,
    "percent-over-100": percent,
    "part-over-whole": part_over_whole,
    "count-differs": count_differs,
}
