"""Timeline events to the chart."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from msgspec import Struct

from pmexport.model.facts import Facts
from pmexport.model.postmortem import Postmortem, TimelineEvent
from pmexport.model.report import (
    Band,
    Bracket,
    ChartEvent,
    Day,
    ReadingSeries,
    Timeline,
)
from pmexport.model.terms import MetricName, Phase
from pmexport.report.clock import Clock
from pmexport.report.event_table import row_anchor
from pmexport.report.readings import readings
from pmexport.report.words import Words

_FEWEST_ON_A_CHART = 2


_MOST_DAYS = 400


_ONE_DAY = dt.timedelta(days=1)


def chart(postmortem: Postmortem, clock: Clock, facts: Facts, anchor: str) -> Timeline | None:
    """Return the timeline as a chart; None where fewer than two events have a time that can be compared."""
    dated = _dated(postmortem.timeline, clock)
    if len(dated) < _FEWEST_ON_A_CHART:
        return None
    words = clock.words
    events = tuple(_chart_event(one, clock) for one in dated)
    first, last = clock.local(events[0].start).date(), clock.local(max(event.end or event.start for event in events))
    bands = tuple(_band(length.phase, length.start, length.end, clock) for length in facts.phases)
    impact = _bracket(facts, clock)
    series = readings([one.event for one in dated], words)
    return Timeline(
        anchor=anchor,
        heading=words.say("heading", "timeline"),
        note=_note(first, last.date(), clock, milestones=any(event.milestone for event in events)),
        events=events,
        bands=bands,
        impact=impact,
        days=_days(events[0].start, last, clock),
        readings=series,
        description=_description(events, bands, impact, series, clock),
        compressed=words.say("timeline", "compressed"),
        cluster=words.say("timeline", "cluster"),
        units=words.units(),
    )


class _Dated(Struct, frozen=True):
    """An event with its moment on the chart and its place in the order written."""

    start: dt.datetime
    place: int
    event: TimelineEvent


def _dated(events: Sequence[TimelineEvent], clock: Clock) -> list[_Dated]:
    """Return the events that have a time or at least a day, in time order.

    A day without a time stands at its midnight. Where some times have a zone and some have none, the kind of the first
    is kept: the others cannot be compared.
    """
    dated = []
    for place, event in enumerate(events):
        if event.start is not None and (event.start.tzinfo is not None) == (clock.zone is not None):
            dated.append(_Dated(clock.local(event.start), place, event))
        elif event.start is None and event.day is not None:
            dated.append(_Dated(dt.datetime.combine(event.day, dt.time(), clock.zone), place, event))
    return sorted(dated, key=lambda one: (one.start, one.place))


def _chart_event(dated: _Dated, clock: Clock) -> ChartEvent:
    words, event = clock.words, dated.event
    seconds = clock.seconds_from_impact(event)
    return ChartEvent(
        start=dated.start,
        end=clock.local(event.end) if event.end else None,
        approximate=event.approximate or event.start is None,
        clock=clock.on_chart(event),
        distance="" if seconds is None else words.signed_length(seconds),
        milestone=event.milestone,
        label=words.say("milestone", event.milestone) if event.milestone else severity_change(event.text, words),
        text=event.text,
        row=row_anchor(dated.place),
    )


def severity_change(text: str, words: Words) -> str:
    """Return what a chart calls an event that changes the severity, or nothing."""
    patterns = words.listed("timeline", "severity_changes")
    found = next((match for pattern in patterns if (match := re.search(pattern, text, re.IGNORECASE))), None)
    return words.say("timeline", "severity", severity=found["severity"].upper()) if found else ""


def _band(phase: Phase, start: dt.datetime, end: dt.datetime, clock: Clock) -> Band:
    return Band(
        phase=phase,
        name=clock.words.say("phase", phase),
        length=clock.words.length((end - start).total_seconds()),
        start=clock.local(start),
        end=clock.local(end),
    )


def _bracket(facts: Facts, clock: Clock) -> Bracket | None:
    duration = facts.metric(MetricName.DURATION)
    if not duration.seconds or duration.start is None or duration.end is None:
        return None
    label = clock.words.say("timeline", "impact", length=clock.words.length(duration.seconds))
    return Bracket(label=label, start=clock.local(duration.start), end=clock.local(duration.end))


def _note(first: dt.date, last: dt.date, clock: Clock, *, milestones: bool) -> str:
    words = clock.words
    days = words.date(first)
    if last != first:
        days = words.say("timeline", "days", first=days, last=words.date(last))
    name = dt.datetime(first.year, first.month, first.day, tzinfo=clock.zone).tzname() if clock.zone else None
    zone = words.say("timeline", "zone", zone=name) if name else words.say("timeline", "no_zone")
    return words.say("timeline", "note" if milestones else "note_no_milestones", days=days, zone=zone)


def _days(first: dt.datetime, last: dt.datetime, clock: Clock) -> tuple[Day, ...]:
    words = clock.words
    midnight = clock.local(first).replace(hour=0, minute=0, second=0, microsecond=0)
    days: list[Day] = []
    while midnight <= last and len(days) < _MOST_DAYS:
        date = midnight.date()
        days.append(Day(start=midnight, label=words.date(date), short=words.date(date, "short")))
        midnight += _ONE_DAY
    return tuple(days)


def _description(
    events: Sequence[ChartEvent],
    bands: Sequence[Band],
    impact: Bracket | None,
    series: ReadingSeries | None,
    clock: Clock,
) -> str:
    """Return what the chart shows as sentences: its text alternative."""
    words = clock.words
    say = [
        words.say_counted("timeline", "describe_span", len(events), first=events[0].clock, last=events[-1].clock),
        *(_describe_milestone(event, clock) for event in events if event.label),
        *(words.say("timeline", "describe_phase", name=band.name, length=band.length) for band in bands),
    ]
    if impact is not None:
        length = words.length((impact.end - impact.start).total_seconds())
        say.append(words.say("timeline", "describe_impact", length=length))
    if series is not None:
        values = ", ".join(f"{words.clock(reading.at)} {reading.label}" for reading in series.readings)
        say.append(words.say("timeline", "describe_reading", name=series.name, values=values))
    return " ".join(say)


def _describe_milestone(event: ChartEvent, clock: Clock) -> str:
    distance = ""
    if event.distance and clock.impact_start is not None:
        seconds = (event.start - clock.impact_start).total_seconds()
        key = "describe_distance" if seconds > 0 else "describe_distance_before"
        distance = clock.words.say("timeline", key, length=clock.words.length(seconds))
    return clock.words.say("timeline", "describe_milestone", name=event.label, clock=event.clock, distance=distance)
