"""Timeline events to the table that shows every one of them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from pmexport.model.facts import Facts
from pmexport.model.postmortem import EventRun, Section, TimelineEvent
from pmexport.model.prose import Block, Blocks, Definition, DefinitionList, Header, Para, Plain, Str, text_of
from pmexport.model.report import (
    EventRow,
    EventTable,
)
from pmexport.model.terms import Phase
from pmexport.report.addresses import linked
from pmexport.report.clock import Clock
from pmexport.report.headings import heading_of
from pmexport.report.prose import set_blocks
from pmexport.report.words import Words

_CLOCK = re.compile(r"\d[:.]\d\d")


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
    if len(names) == 1 and any(row.datetime for row in rows):
        return str(names.pop())
    has_clocks = any(_CLOCK.search(row.clock) for row in rows)
    return (clock.written_zone if has_clocks else "") or clock.words.say("event_table", "clock")


def _machine_time(event: TimelineEvent, clock: Clock) -> str:
    if event.start is None:
        return event.day.isoformat() if event.day else ""
    return clock.local(event.start).isoformat(timespec="minutes")


def _event_blocks(event: TimelineEvent, clock: Clock) -> Blocks:
    """Return the event's own words, then what its row's further columns say under their headings.

    A time of another offset than the table's is told as it was written, too.
    """
    said = [(detail.label, linked(detail.value)) for detail in event.details if detail.value]
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
