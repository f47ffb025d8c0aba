"""Drafts of events to events whose times are settled, all together: each helps to date the others."""

from __future__ import annotations

import datetime as dt

from pmexport.model.diagnostic import Diagnostic
from pmexport.model.postmortem import HeaderField, TimelineEvent
from pmexport.model.prose import Block, BulletList, OrderedList, Para, Plain, text_of
from pmexport.model.terms import DiagnosticSeverity, FieldName
from pmexport.reader import statements
from pmexport.reader.dating import Dating, is_twelve_hours
from pmexport.reader.drafts import DayMark, DraftContent, DraftEvent, DraftRun, DraftSection
from pmexport.reader.passages import date_in, day_of_head
from pmexport.reader.timestamps import Clock
from pmexport.reader.vocabulary import Vocabulary
from pmexport.reader.zones import Zone


class Settling:
    """Dates the events of one document. `anchor` is the incident's day, `where` the zone of times that name none."""

    def __init__(self, words: Vocabulary, anchor: dt.date | None, where: Zone | None) -> None:
        self.told: list[Diagnostic] = []
        self._words = words
        self._anchor = anchor
        self._where = where

    def settled(self, drafts: list[DraftSection], fields: tuple[HeaderField, ...]) -> dict[int, TimelineEvent]:
        """Return every event with its time, by the identity of its draft, in the order written."""
        parts = [part for draft in drafts for section in draft.walk() for part in _with_heading(section, self._words)]
        events = [event for part in parts if isinstance(part, DraftRun) for event in part.events]
        clocks = [event.stamp.clock for event in events if event.stamp and event.stamp.clock]
        dating = self._begun(fields, clocks)
        made: list[TimelineEvent] = []
        above: DraftContent | None = None
        for part in parts:
            if isinstance(part, DayMark):
                dating.on(part.date)
            elif isinstance(part, DraftRun):
                if part.columns and (date := day_of_head(part, self._words)):
                    dating.on(date)
                own = above.date.near(self._anchor) if isinstance(above, DayMark) and _is_untimed(part) else None
                made += [self._event(event, dating, own) for event in part.events]
            above = part
        self.told += dating.told
        return {id(draft): event for draft, event in zip(events, made, strict=True)}

    def _begun(self, fields: tuple[HeaderField, ...], clocks: list[Clock]) -> Dating:
        """Return a dating that begins on the day on which the header says that the incident did."""
        dating = Dating(self._anchor, self._where, twelve_hours=is_twelve_hours(clocks))
        start = statements.stamp(statements.first(fields, FieldName.START), self._words)
        if start and start.clock and (day := dating.settle(start, 0).start):
            dating.begin(day)
        fresh = Dating(self._anchor, self._where, twelve_hours=is_twelve_hours(clocks))
        if base := dating.base:
            fresh.begin(base)
        return fresh

    def _event(self, draft: DraftEvent, dating: Dating, day: dt.date | None) -> TimelineEvent:
        """Return the event of `draft`; `day` is that of the line above it where no event below that has a time."""
        moment = dating.settle(draft.stamp, draft.line, zone=draft.zone) if draft.stamp else None
        if draft.stamp and moment and moment.start is None and (draft.stamp.clock or draft.stamp.unknown):
            self.told.append(_uncertain(draft))
        return TimelineEvent(
            start=moment.start if moment else None,
            end=moment.end if moment else None,
            day=moment.day if moment else day,
            approximate=bool(draft.stamp and draft.stamp.approximate),
            written=draft.written,
            text=" ".join(" ".join(_words_of(draft.content)).split()),
            content=draft.content,
            milestone=draft.milestone,
            basis=draft.basis,
            actor=draft.actor,
            details=draft.details,
            line=draft.line,
        )


def _uncertain(draft: DraftEvent) -> Diagnostic:
    return Diagnostic(
        code="time-uncertain",
        severity=DiagnosticSeverity.WARNING,
        line=draft.line,
        message=f"when “{draft.written}” was is not certain",
        hint="write date and time in full",
    )


def _with_heading(section: DraftSection, words: Vocabulary) -> list[DraftContent]:
    """Return a section's content, before it the day that its heading names."""
    if not any(isinstance(part, DraftRun) for inner in section.walk() for part in inner.content):
        return section.content
    date = date_in(text_of(section.heading), words)
    mark: list[DraftContent] = [DayMark(Para(section.heading), date)] if date else []
    return [*mark, *section.content]


def _is_untimed(run: DraftRun) -> bool:
    return all(event.stamp is None for event in run.events)


def _words_of(blocks: tuple[Block, ...]) -> list[str]:
    found: list[str] = []
    for block in blocks:
        match block:
            case Para(content) | Plain(content):
                found.append(text_of(content))
            case BulletList(items) | OrderedList(items):
                for item in items:
                    found += _words_of(item.content)
            case _:
                pass
    return found
