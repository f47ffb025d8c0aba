"""Figures as stated against those that the document itself gives."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from pmexport.facts.clocks import minutes
from pmexport.facts.clocktimes import Window, windows
from pmexport.facts.dates import days
from pmexport.facts.pairs import anchor
from pmexport.facts.passages import titles
from pmexport.facts.review import phrases
from pmexport.facts.review.case import Case, Check, Found
from pmexport.facts.spans import Span
from pmexport.model.facts import ClaimKind, Comparison
from pmexport.model.prose import text_of
from pmexport.model.terms import FieldName, Milestone

_HOURS_BACK = 180


def stated_length(case: Case) -> Iterator[Found]:
    """Find lengths that differ from the distance between the events they name."""
    for one in case.facts.comparisons:
        if one.kind is ClaimKind.LENGTH and one.certain and not one.agrees:
            beside = _beside(one, case.facts.comparisons)
            values = _values(one) | ({"beside": beside.quote} if beside else {})
            yield Found(line=one.line, quote=one.quote, variant=_variant(one, beside), values=values)


def length_unlisted(case: Case) -> Iterator[Found]:
    """Find lengths between events that the words do not name for certain, and that no two events have."""
    for one in case.facts.comparisons:
        if one.kind is ClaimKind.LENGTH and not one.certain and not one.agrees:
            yield Found(line=one.line, quote=one.quote, values=_values(one))


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
        "start": phrases.event(one.start, one.end) if one.start else "",
        "end": phrases.event(one.end, one.start) if one.end else "",
        "fits": phrases.event(one.fits, one.start) if one.fits else "",
    }


def window_differs(case: Case) -> Iterator[Found]:
    """Find spans said of the incident as a whole that begin or end at no event, while the other end does."""
    known = {minutes(one.at.time()) for one in case.moments}
    known |= {minutes(moment.at.time()) for moment in case.postmortem.moments}
    for window in _windows(case) if known else ():
        first, last = window.span.first.clock, window.span.last.clock
        if first is None or last is None or not window.whole or not _is_of_the_incident(window, case):
            continue
        at = (minutes(first.time), minutes(last.time))
        if (at[0] in known) == (at[1] in known) or _shifted(*at, known):
            continue
        wrong = last if at[0] in known else first
        values = {"time": wrong.text, "near": _nearest(minutes(wrong.time), case)}
        yield Found(line=window.line, quote=window.quote, values=values)


def _is_of_the_incident(window: Window, case: Case) -> bool:
    return not window.span.dated or window.span.is_in_days(set(case.days), case.days[0].year if case.days else 2000)


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
    """Find spans whose end lies before their start: with dates, on an incident of one day, and in the head."""
    one_day = len({one.at.date() for one in case.moments}) == 1
    for window in _windows(case):
        if (
            window.span.is_backwards()
            or _turns_back(window.span)
            or (one_day and _runs_back(window.span) and _is_of_the_incident(window, case))
        ):
            yield Found(line=window.line, quote=window.quote)
    yield from _fields_backwards(case)
    yield from _events_backwards(case)


def _events_backwards(case: Case) -> Iterator[Found]:
    """Find events whose end, read as the next day's, lies beyond the event that follows on the same day."""
    timed = [event for event in case.postmortem.timeline if event.start]
    for event, following in pairwise(timed):
        if event.start is None or event.end is None or following.start is None or any(days(event.written)):
            continue
        over = event.end.date() > event.start.date()
        if over and event.start.date() == following.start.date() and phrases.before(event.start, following.start):
            yield Found(line=event.line, quote=event.written)


def _fields_backwards(case: Case) -> Iterator[Found]:
    moments = sorted(case.postmortem.moments, key=lambda one: tuple(Milestone).index(one.milestone))
    for one, later in pairwise(moments):
        if _order_matters(one.milestone, later.milestone) and phrases.before(later.at, one.at):
            values = {"first": one.text, "last": later.text}
            yield Found(line=later.line, quote=later.text, variant="fields", values=values)
            return
    started = _dated(case, FieldName.START) or _dated(case, FieldName.DATE)
    ended = _dated(case, FieldName.RESOLVED)
    if started and ended and ended[0] < started[0]:
        values = {"first": started[1], "last": ended[1]}
        yield Found(line=ended[2], quote=ended[1], variant="fields", values=values)


def _dated(case: Case, name: FieldName) -> tuple[dt.date, str, int] | None:
    """Return the one date of the field `name`, as written and with its line; None where it holds none or several."""
    for field in case.postmortem.fields:
        if field.name is name and not field.placeholder:
            found = [(date, day.text, field.line) for day in days(text_of(field.value)) if (date := day.date(0))]
            if found:
                return found[0] if len(found) == 1 else None
    return None


def _runs_back(span: Span) -> bool:
    """Tell whether a span within one day ends before it begins."""
    first, last = span.first.clock, span.last.clock
    dated = span.first.day is not None and span.last.day is not None
    return not dated and first is not None and last is not None and minutes(last.time) < minutes(first.time)


def _turns_back(span: Span) -> bool:
    """Tell whether a span would have to last for nearly a whole day, were its end on the next one."""
    first, last = span.first.clock, span.last.clock
    if not span.led or first is None or last is None or first.zone != last.zone or first.either or last.either:
        return False
    return _runs_back(span) and minutes(first.time) - minutes(last.time) <= _HOURS_BACK


def _order_matters(one: Milestone, later: Milestone) -> bool:
    return one is Milestone.IMPACT_START or later is Milestone.RESOLVED


def _windows(case: Case) -> Iterator[Window]:
    for passage in case.passages:
        yield from windows(passage)
    for passage in titles(case.postmortem):
        yield from (window for window in windows(passage) if window.span.dated)


def moment_differs(case: Case) -> Iterator[Found]:
    """Find header fields that date a milestone otherwise than any event of the timeline does."""
    for moment in case.postmortem.moments:
        same = [one for one in case.moments if one.milestone is moment.milestone]
        if not same or any(phrases.close(one.at, moment.at) for one in case.moments):
            continue
        values = {"milestone": str(moment.milestone).replace("_", " "), "event": phrases.event(anchor(same[0]))}
        yield Found(line=moment.line, quote=moment.text, values=values)


def count_differs(case: Case) -> Iterator[Found]:
    """Find counts that the list after them contradicts."""
    for one in case.facts.comparisons:
        if one.kind is ClaimKind.COUNT and not one.agrees:
            yield Found(line=one.line, quote=one.quote, values={"count": str(one.computed)})


CHECKS: dict[str, Check] = {
    "stated-length": stated_length,
    "length-unlisted": length_unlisted,
    "window-differs": window_differs,
    "window-backwards": window_backwards,
    "moment-differs": moment_differs,
    "count-differs": count_differs,
}
