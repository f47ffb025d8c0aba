"""When and where in time an incident was: its day, its zone, the span of impact that the text tells."""

from __future__ import annotations

import datetime as dt
import re

from pmexport.errors import UsageError
from pmexport.model.postmortem import HeaderField, TimelineEvent
from pmexport.model.prose import Block, Para, Plain, text_of
from pmexport.model.terms import FieldName, Milestone, SectionKind
from pmexport.reader import statements, titles
from pmexport.reader.choosing import Window
from pmexport.reader.claims import window_pattern
from pmexport.reader.dating import zone_in
from pmexport.reader.drafts import DayMark, DraftContent, DraftRun, DraftSection, topmost
from pmexport.reader.passages import date_in, dated_in, day_of_head, further, notes, runs, sentences
from pmexport.reader.timestamps import scan
from pmexport.reader.titles import Title
from pmexport.reader.vocabulary import Vocabulary, key
from pmexport.reader.written_dates import WrittenDate
from pmexport.reader.zones import Zone
from pmexport.reader.zones import zone as named

_LATEST = dt.timedelta(days=60)
"""A postmortem is published within so many days of the incident."""
_BEGUN = frozenset({Milestone.IMPACT_START, Milestone.DETECTED})
_DATED_FIELDS = (FieldName.DATE, FieldName.START, FieldName.DETECTED)


class Occasion:
    """Looks for them in one document. `name` is its file's; `timezone` overrides what the text says."""

    def __init__(self, words: Vocabulary, name: str, timezone: str | None) -> None:
        self._words = words
        self._name = name
        self._timezone = timezone
        self._anchor: dt.date | None = None
        self._told_by_heading = False
        self._spans: list[tuple[WrittenDate, WrittenDate]] = []

    def anchor(
        self, fields: tuple[HeaderField, ...], title: Title, lead: list[DraftContent], drafts: list[DraftSection]
    ) -> dt.date | None:
        """Return the day that dates without a year, and times without a day, belong to."""
        self._anchor = self._nearest(fields, title, lead, drafts)
        return self._anchor

    def _nearest(
        self, fields: tuple[HeaderField, ...], title: Title, lead: list[DraftContent], drafts: list[DraftSection]
    ) -> dt.date | None:
        near = titles.from_file_name(self._name).date
        around = near.near(None) if near else None
        for name in _DATED_FIELDS:
            stamp = statements.stamp(statements.first(fields, name), self._words)
            if stamp and stamp.date and (day := stamp.date.near(around)):
                return day
        if (span := self._of_length(fields)) and (day := span.near(around)):
            return day
        headings = [scan(_after_words(draft), self._words) for draft in drafts if draft.kind is SectionKind.TIMELINE]
        headings += [stamp for text in notes(drafts) if (stamp := dated_in(text, self._words))]
        heads = [date for run in runs(drafts) if (date := day_of_head(run, self._words))]
        dated = [stamp for text in sentences(lead, drafts) if (stamp := dated_in(text, self._words))]
        told = [stamp.date for stamp in dated if stamp.date]
        self._spans = [(stamp.date, stamp.end_date) for stamp in dated if stamp.date and stamp.end_date]
        for date in (title.date, *(stamp.date for stamp in headings if stamp), *heads, *told):
            certain = self._certain_day(fields, drafts) if date and date.swapped and around is None else None
            if date and (day := date.near(around or certain)):
                self._told_by_heading = date not in {title.date, *told}
                return day
        if around is None:
            later = (date_in(text, self._words) for text in further(drafts))
            return next((day for date in later if date and date.year and (day := date.near(None))), None)
        return around

    def _certain_day(self, fields: tuple[HeaderField, ...], drafts: list[DraftSection]) -> dt.date | None:
        """Return the first day that the timeline, or else the report, tells in full and in one reading only."""
        stamps = [event.stamp for run in runs(drafts) for event in run.events]
        stamps.append(statements.stamp(statements.first(fields, FieldName.POSTMORTEM_DATE), self._words))
        dates = [stamp.date for stamp in stamps if stamp and stamp.date and stamp.date.year and not stamp.date.swapped]
        return next((day for date in dates if (day := date.near(None))), None)

    def day(self, fields: tuple[HeaderField, ...], title: Title, events: list[TimelineEvent]) -> dt.date | None:
        """Return the day the incident started: a field, the title, the start of impact, the first event."""
        for name in (FieldName.DATE, FieldName.START):
            stamp = statements.stamp(statements.first(fields, name), self._words)
            if stamp and stamp.date and (day := stamp.date.near(self._anchor)):
                return day
        if (span := self._of_length(fields)) and (day := span.near(self._anchor)):
            return day
        timed = [event.day for event in events if event.day]
        known = [event.start.date() for event in events if event.start and event.milestone in _BEGUN]
        titled = title.date.near(self._anchor or (timed[0] if timed else None)) if title.date else None
        if titled and (not timed or titled <= max(timed)):
            last = bool(timed) and titled == max(timed)
            return min([self._beginning(titled), *known]) if last else self._beginning(titled)
        marked = {event.milestone: event for event in events if event.milestone and event.start}
        start = marked.get(Milestone.IMPACT_START)
        if start and start.start and (start.basis or "").startswith(("the marker", "the summary", "the column")):
            return start.start.date()
        noticed = statements.stamp(statements.first(fields, FieldName.DETECTED), self._words)
        late = noticed is not None and noticed.date is not None and noticed.date.near(self._anchor) == self._anchor
        # What was noticed on a day had begun by then: an event before it tells when.
        anchored = not (self._told_by_heading or late)
        if timed and self._anchor and anchored and min(timed) <= self._anchor <= max(timed):
            return self._anchor
        return timed[0] if timed else titled or self._anchor

    def _beginning(self, titled: dt.date) -> dt.date:
        """Return the first of the days that the text tells where the title names the last: "On June 14-15, …"."""
        for first, last in self._spans:
            start = first.near(titled)
            if start and start < titled and last.near(titled) == titled:
                return start
        return titled

    def _of_length(self, fields: tuple[HeaderField, ...]) -> WrittenDate | None:
        """Return the day that a length names: "Duration: 12 May 2024, 09:30 to 11:00"."""
        told = statements.text(statements.first(fields, FieldName.DURATION))
        return date_in(told, self._words) if told else None

    def zone(
        self, fields: tuple[HeaderField, ...], lead: list[DraftContent], drafts: list[DraftSection]
    ) -> Zone | None:
        """Return the zone of times that name none: the caller's, a field's, the heading's, a note's, the other rows'.

        Raises UsageError where the caller's is no zone.
        """
        if self._timezone:
            return self._told(self._timezone)
        told = statements.text(statements.first(fields, FieldName.TIMEZONE))
        if told and (found := zone_in(told)):
            return found
        timelines = list(topmost(drafts, SectionKind.TIMELINE))
        for timeline in timelines:
            if found := zone_in(text_of(timeline.heading)):
                return found
        notes = [
            text_of(block.content)
            for part in timelines
            for inner in part.walk()
            for block in inner.content
            if isinstance(block, Para)
        ]
        notes += [text_of(block.content) for block in lead if isinstance(block, Para)]
        for text in notes:
            if self._words.zone_note & set(key(text).split()[:8]) and (found := zone_in(text)):
                return found
        for timeline in timelines:
            for block in (block for inner in timeline.walk() for block in inner.content):
                if isinstance(block, DayMark) and (found := zone_in(_plain(block.block))):
                    return found
        runs = [
            part
            for timeline in timelines
            for inner in timeline.walk()
            for part in inner.content
            if isinstance(part, DraftRun)
        ]
        rows = [
            zone
            for run in runs
            for event in run.events
            if (zone := (event.stamp.zone if event.stamp else None) or event.zone)
        ]
        if rows and len({zone.name.upper() for zone in rows}) == 1:
            return rows[0]
        return self._zone_of_text(lead, drafts)

    def _told(self, name: str) -> Zone:
        found = named(name)
        if found is None:
            raise UsageError(f"there is no time zone {name!r}", instead="give an IANA name such as Europe/Oslo")
        return found

    def _zone_of_text(self, lead: list[DraftContent], drafts: list[DraftSection]) -> Zone | None:
        """Return the zone of every time told with one in the text, if they agree."""
        found: dict[str, Zone] = {}
        for text in sentences(lead, drafts):
            for match in re.finditer(r"\d{1,2}:\d\d\s*(?:[ap]m)?\s*\(?([A-Z]{2,5})\b", text):
                if zone := zone_in(match[1]):
                    found.setdefault(zone.name, zone)
        return next(iter(found.values())) if len(found) == 1 else None

    def window(self, lead: list[DraftContent], drafts: list[DraftSection]) -> Window | None:
        """Return the span of impact that the summary or the lead tells."""
        for text in sentences(lead, drafts):
            for match in window_pattern().finditer(text):
                start, end = scan(match["start"], self._words), scan(match["end"], self._words)
                if start and end and start.clock and end.clock:
                    return Window(start.clock.time(), end.clock.time(), match.group())
        return None


def without_publication(
    fields: tuple[HeaderField, ...], first_line: int, texts: list[str], drafts: list[DraftSection], words: Vocabulary
) -> tuple[HeaderField, ...]:
    """Return `fields` without the front matter's date where the text tells an earlier day: it is that of publication.

    Front matter stands before `first_line`; `texts` are the opening and the summary.
    """
    found = statements.first(fields, FieldName.DATE)
    stamp = statements.stamp(found, words)
    published = stamp.date.near(None) if stamp and stamp.date else None
    if found is None or found.line >= first_line or published is None:
        return fields
    told = [event.stamp.date for run in runs(drafts) for event in run.events if event.stamp and event.stamp.date]
    told += [date for text in texts if (date := date_in(text, words))]
    days = [day for date in told[:1] + told[-1:] if (day := date.near(published))]
    earlier = any(dt.timedelta(0) < published - day < _LATEST for day in days)
    return tuple(field for field in fields if field is not found) if earlier else fields


def _plain(block: Block) -> str:
    return text_of(block.content) if isinstance(block, Para | Plain) else ""


def _after_words(draft: DraftSection) -> str:
    text = text_of(draft.heading)
    match = re.search(r"\d", text)
    return text[match.start() :] if match else ""
