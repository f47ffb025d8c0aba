"""Times of day in running text against the timeline."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from pmexport.facts.clocks import clocks, minutes
from pmexport.facts.clocktimes import Told, times_told
from pmexport.facts.dayparts import missed_parts
from pmexport.facts.ends import told_ends
from pmexport.facts.mentions import Moment
from pmexport.facts.passages import Form, titles
from pmexport.facts.review import phrases
from pmexport.facts.review.case import Case, Check, Found
from pmexport.facts.twins import clock_twins
from pmexport.facts.weekdays import tells_of_the_incident
from pmexport.model.facts import ClaimKind
from pmexport.model.terms import SectionKind

_MINUTES = 30
_PREHISTORY = (SectionKind.ROOT_CAUSE, SectionKind.CONTRIBUTING_FACTORS, SectionKind.TRIGGER)
_MARGIN = dt.timedelta(minutes=_MINUTES)
_CLOSE = dt.timedelta(minutes=10)


def clock_differs(case: Case) -> Iterator[Found]:
    """Find times in prose of an event that the timeline has at another time."""
    for one in case.facts.comparisons:
        if one.kind is ClaimKind.CLOCK and not one.agrees and one.start is not None:
            values = {"event": phrases.event(one.start), "time": f"{one.start.at:%H:%M}"}
            yield Found(line=one.line, quote=one.quote, values=values)
    for line, text, twin in clock_twins((*case.passages, *titles(case.postmortem))):
        yield Found(line=line, quote=text, variant="twin", values={"twin": twin, "time": twin, "event": ""})


def clock_outside(case: Case) -> Iterator[Found]:
    """Find times in prose before the first or after the last event, on a timeline of several days those with a date.

    Causes begin before the incident does.
    """
    local = [one.at.replace(tzinfo=None) for one in case.moments]
    for told in _untimed(case) if len(set(local)) > 1 else ():
        if told.passage.form is Form.EVENT:
            continue  # An event may look back further than the timeline does.
        at = _at(told, told.clock.time, local)
        if at and not _is_within(told, local) and not (at < min(local) and told.passage.kind in _PREHISTORY):
            values = {"first": phrases.moment(min(local), max(local)), "last": phrases.moment(max(local), min(local))}
            yield Found(line=told.line, quote=told.clock.text, values=values)
    yield from _outside_parts(case, local)
    if not local:
        yield from _outside_ends(case)


def _outside_ends(case: Case) -> Iterator[Found]:
    """Find times far from begin and end as a sentence tells them, where there is no timeline, said of the incident."""
    ends = told_ends(case.postmortem, case.passages, ())
    local = sorted(one.at.replace(tzinfo=None) for one in ends)
    if not local or len({one.date() for one in local}) != 1 or local[0] == local[-1]:
        return
    for passage in case.passages:
        for told in times_told(passage, case.postmortem, ends):
            at = dt.datetime.combine(told.day or local[0].date(), told.clock.time)
            outside = not local[0] - _CLOSE <= at <= local[-1] + _CLOSE
            if outside and not told.clock.either and tells_of_the_incident(told.sentence.text):
                values = {"first": f"{local[0]:%H:%M}", "last": f"{local[-1]:%H:%M}"}
                yield Found(line=told.line, quote=told.clock.text, variant="ends", values=values)


def _outside_parts(case: Case, local: list[dt.datetime]) -> Iterator[Found]:
    """Find words such as "overnight" said of an incident that was over before the evening."""
    for passage in case.passages:
        for part in missed_parts(passage, case.moments):
            values = {"first": phrases.moment(min(local), max(local)), "last": phrases.moment(max(local), min(local))}
            yield Found(line=part.line, quote=part.text, values=values)


def _at(told: Told, time: dt.time, local: list[dt.datetime]) -> dt.datetime | None:
    days = {one.date() for one in local}
    day = told.day or (next(iter(days)) if len(days) == 1 else None)
    return dt.datetime.combine(day, time) if day else None


def clock_unlisted(case: Case) -> Iterator[Found]:
    """Find times in prose, within the incident, that no event has."""
    local = [one.at.replace(tzinfo=None) for one in case.moments]
    for told in _untimed(case):
        if _is_within(told, local) or _at(told, told.clock.time, local) is None:
            yield Found(line=told.line, quote=told.clock.text)


def _is_within(told: Told, local: list[dt.datetime]) -> bool:
    """Tell whether a time lies within the timeline; without a day, whether it is a time of day that it has."""
    return any(_lies_within(told, time, local) for time in told.clock.readings())


def _lies_within(told: Told, time: dt.time, local: list[dt.datetime]) -> bool:
    at = _at(told, time, local)
    if at is None:
        clocks = [minutes(one.time()) for one in local]
        return min(clocks) - _MINUTES <= minutes(time) <= max(clocks) + _MINUTES
    return min(local) - _MARGIN <= at <= max(local) + _MARGIN


def _untimed(case: Case) -> Iterator[Told]:
    known = {minutes(one.at.time()) for one in case.moments}
    known |= {minutes(moment.at.time()) for moment in case.postmortem.moments}
    # Other tables hold times of their own: what was told to whom, what was measured.
    known |= {
        minutes(one.time) for passage in case.passages if passage.form is Form.CELL for one in clocks(passage.text)
    }
    differing = {(one.line, one.stated) for one in case.facts.comparisons if one.kind is ClaimKind.CLOCK}
    for passage in (*case.passages, *titles(case.postmortem)):
        times = [*times_told(passage, case.postmortem, case.moments)]
        # An event that tells of several times is a small timeline of its own.
        for told in times if passage.form is not Form.EVENT or len(times) == 1 else ():
            if passage.form is Form.EVENT and _is_between_neighbours(told, case.moments):
                continue
            differs = (told.line, minutes(told.clock.time)) in differing
            if not differs and not any(told.clock.says(one) for one in known):
                yield told


def _is_between_neighbours(told: Told, moments: tuple[Moment, ...]) -> bool:
    """Tell whether an event speaks of a time between the event before it and the one after it."""
    before = [one.at for one in moments if one.line <= told.passage.line][-2:]
    after = [one.at for one in moments if one.line > told.passage.line][:1]
    around = [minutes(at.time()) for at in (*before, *after)]
    day = any(at.date() != one.date() for at in before for one in after)
    return not around or day or any(min(around) <= minutes(time) <= max(around) for time in told.clock.readings())


CHECKS: dict[str, Check] = {
    "clock-differs": clock_differs,
    "clock-outside": clock_outside,
    "clock-unlisted": clock_unlisted,
}
