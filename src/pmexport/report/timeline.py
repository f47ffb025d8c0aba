"""Timeline events to the chart and to the table that shows every one of them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from pmexport.model.facts import Facts
from pmexport.model.postmortem import EventRun, Postmortem, Section, TimelineEvent
from pmexport.model.prose import Block, Blocks, Definition, DefinitionList, Header, Para, Plain, Str, text_of
from pmexport.model.report import (
    Band,
    Bracket,
    ChartEvent,
    Day,
    EventRow,
    EventTable,
    ReadingSeries,
    Timeline,
)
from pmexport.model.terms import MetricName, Milestone, Phase
from pmexport.report.headings import heading_of
from pmexport.report.prose import set_blocks
from pmexport.report.readings import readings
from pmexport.report.words import Words

_FEWEST_ON_A_CHART = 2
_MOST_DAYS = 400
_ONE_DAY = dt.timedelta(days=1)
_EN_DASH = "\N{EN DASH}"


class Clock(Struct, frozen=True):
    """How this timeline's moments are told: in which zone, with seconds or without, from which start of impact."""

    words: Words
    zone: dt.tzinfo | None
    with_seconds: bool
    several_days: bool
    impact_start: dt.datetime | None

    def local(self, moment: dt.datetime) -> dt.datetime:
        """Return `moment` in the timeline's own zone."""
        return moment.astimezone(self.zone) if self.zone is not None and moment.tzinfo is not None else moment

    def time(self, event: TimelineEvent) -> str:
        """Return the time of day of `event` with its range and uncertainty; without one its day, or what is written."""
        if event.start is None:
            return self.words.date(event.day, "short") if event.day else event.written
        start = self.local(event.start)
        about = "~" if event.approximate else ""
        text = f"{about}{self._time(start)}"
        if event.end is None or event.end == event.start:
            return text
        end = self.local(event.end)
        day = f"{self.words.date(end.date(), 'short')} " if end.date() != start.date() else ""
        return f"{text}{_EN_DASH}{day}{self._time(end)}"

    def _time(self, moment: dt.datetime) -> str:
        return self.words.clock(moment, with_seconds=self.with_seconds)

    def on_chart(self, event: TimelineEvent) -> str:
        """Return the time of `event` with its day where the chart spans several."""
        if event.start is None or not self.several_days:
            return self.time(event)
        return f"{self.words.date(self.local(event.start).date(), 'short')} {self.time(event)}"

    def day(self, event: TimelineEvent) -> dt.date | None:
        """Return the day of `event`, where one is known."""
        return self.local(event.start).date() if event.start else event.day

    def distance(self, event: TimelineEvent) -> str:
        """Return how far from impact start `event` is, for a column of figures."""
        seconds = self.seconds_from_impact(event)
        if seconds is None:
            return ""
        return self.words.distance(seconds, with_seconds=self.with_seconds)

    def seconds_from_impact(self, event: TimelineEvent) -> float | None:
        """Return the distance from impact start in seconds; None where either moment is unknown."""
        if event.start is None or self.impact_start is None:
            return None
        if (event.start.tzinfo is None) != (self.impact_start.tzinfo is None):
            return None
        return (event.start - self.impact_start).total_seconds()


def clock_of(postmortem: Postmortem, facts: Facts, words: Words) -> Clock:
    """Return how the moments of `postmortem` are told: in the zone of its first dated event."""
    starts = [event.start for event in postmortem.timeline if event.start is not None]
    zone = starts[0].tzinfo if starts else None
    local = [start.astimezone(zone) if zone and start.tzinfo else start for start in starts]
    days = {start.date() for start in local} | {event.day for event in postmortem.timeline if event.day}
    return Clock(
        words,
        zone,
        any(start.second for start in local),
        len(days) > 1,
        facts.moment(Milestone.IMPACT_START),
    )


class Part(Struct, frozen=True):
    """A stretch of a timeline section in source order: a sub-heading, or text, or events."""

    heading: str = ""
    blocks: Blocks = ()
    events: tuple[TimelineEvent, ...] = ()


def parts(section: Section) -> Iterator[Part]:
    """Yield what a timeline section and its sub-sections hold, in the order written."""
    for content in section.content:
        if isinstance(content, EventRun):
            yield Part(events=content.events)
        else:
            yield Part(blocks=set_blocks([content]))
    for child in section.children:
        if not child.placeholder:
            yield Part(heading=f"{child.title} ({child.qualifier})" if child.qualifier else child.title)
            yield from parts(child)


def event_table(sections: Sequence[Section], clock: Clock, facts: Facts, anchor: str) -> EventTable:
    """Return the table of every event of `sections`, with what stands before, between and after them."""
    words = clock.words
    table = _Rows(clock, facts)
    heading = heading_of(replace(sections[0], qualifier=""), words)
    for section in sections:
        for part in parts(section):
            table.add(part)
    rows = tuple(table.rows)
    return EventTable(
        anchor=anchor,
        heading=words.say("heading", "event_table") if heading == words.say("heading", "timeline") else heading,
        intro=tuple(table.intro),
        clock_heading=_clock_heading(rows, sections, clock),
        distance_heading=words.say("event_table", "distance") if any(row.distance for row in rows) else "",
        actor_heading=words.say("event_table", "actor") if any(row.actor for row in rows) else "",
        event_heading=words.say("event_table", "event"),
        rows=rows,
        rest=table.rest(),
    )


class _Rows:
    """Collects the rows of an event table, and what stands between them, part by part."""

    def __init__(self, clock: Clock, facts: Facts) -> None:
        self.rows: list[EventRow] = []
        self.intro: list[Block] = []
        self._pending: list[Block] = []
        self._heading = ""
        self._day: dt.date | None = None
        self._clock = clock
        self._facts = facts

    def add(self, part: Part) -> None:
        """Take in the next part, in the order written."""
        if part.heading and not _is_date(part.heading, self._clock.words):
            self._heading = f"{self._heading}: {part.heading}" if self._heading else part.heading
        self._pending += part.blocks
        for event in part.events:
            self._add_event(event)

    def rest(self) -> Blocks:
        """Return what stands after the last event."""
        heading: Blocks = (Header(3, (Str(self._heading),)),) if self._heading else ()
        return (*heading, *self._pending)

    def _add_event(self, event: TimelineEvent) -> None:
        clock, words = self._clock, self._clock.words
        day = clock.day(event) or self._day
        day_heading = words.date(day) if day and day != self._day and clock.several_days else ""
        if day_heading:
            self._pending = [block for block in self._pending if not _says_day(block, day, words)]
        if not self.rows:
            self.intro, self._pending = self._pending, []
        self.rows.append(
            EventRow(
                anchor=row_anchor(len(self.rows)),
                day=", ".join(filter(None, (day_heading, self._heading))),
                clock=clock.time(event),
                datetime=_machine_time(event, clock),
                approximate=event.approximate,
                distance=clock.distance(event),
                actor=event.actor or "",
                blocks=_event_blocks(event, clock),
                milestone=words.say("milestone", event.milestone) if event.milestone else "",
                phase=_phase_at(event.start, self._facts),
                before=tuple(self._pending),
                line=event.line,
            )
        )
        self._pending, self._heading, self._day = [], "", day


def row_anchor(place: int) -> str:
    """Return the anchor of the event at `place`, counted from 0 in the order written."""
    return f"e-{place + 1}"


def _is_date(heading: str, words: Words) -> bool:
    """Tell whether a sub-heading says a date and nothing else; the row's own day says it then."""
    names = "|".join(words.calendar_names())
    left = re.sub(rf"\b(?:{names})\b|\d+(?:st|nd|rd|th)?|[\W_]", "", heading, flags=re.IGNORECASE)
    return not left


def _says_day(block: Block, day: dt.date | None, words: Words) -> bool:
    """Tell whether `block` says `day` and nothing else, which the heading of the day's rows says."""
    if day is None or not isinstance(block, Para | Plain):
        return False
    text = text_of(block.content)
    if re.sub(r"\W", "", text) == re.sub(r"\W", "", words.date(day)):
        return True
    numbers = {int(number) for number in re.findall(r"\d+", text)}
    return _is_date(text, words) and numbers <= {day.day, day.month, day.year, day.year % 100}


def _clock_heading(rows: Sequence[EventRow], sections: Sequence[Section], clock: Clock) -> str:
    """Return the zone's name where one is known for all rows, else the word for time."""
    starts = [event.start for section in sections for part in parts(section) for event in part.events]
    names = {clock.local(start).tzname() for start in starts if start is not None and start.tzinfo is not None}
    one_name = len(names) == 1 and any(row.datetime for row in rows)
    return str(names.pop()) if one_name else clock.words.say("event_table", "clock")


def _machine_time(event: TimelineEvent, clock: Clock) -> str:
    if event.start is None:
        return event.day.isoformat() if event.day else ""
    return clock.local(event.start).isoformat(timespec="minutes")


def _event_blocks(event: TimelineEvent, clock: Clock) -> Blocks:
    """Return the event's own words, then what its row's further columns say under their headings.

    A time of another offset than the table's is told as it was written, too.
    """
    said = [(detail.label, detail.value) for detail in event.details if detail.value]
    if event.start is not None and event.start.utcoffset() != clock.local(event.start).utcoffset():
        said.append((clock.words.say("event_table", "written"), (Str(event.written),)))
    details = DefinitionList(tuple(Definition((Str(label),), (Plain(value),)) for label, value in said))
    return (*set_blocks(event.content), *((details,) if details.items else ()))


def _phase_at(moment: dt.datetime | None, facts: Facts) -> Phase | None:
    if moment is None:
        return None
    for length in facts.phases:
        comparable = (moment.tzinfo is None) == (length.start.tzinfo is None)
        if comparable and length.start <= moment < length.end:
            return length.phase
    last = facts.phases[-1] if facts.phases else None
    return last.phase if last is not None and moment == last.end else None


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
