"""When and where in time an incident was: its day, its zone, the span of impact that the text tells."""

from __future__ import annotations

import datetime as dt
import re

from msgspec import Struct

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
from pmexport.reader.told_days import told_days
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
        self.published: dt.date | None = None
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
        opening = told_days(sentences(lead, drafts), self._words)
        by = around or self._published(fields, opening.published)
        for name in _DATED_FIELDS:
            date = self._date_of(fields, name)
            if date and (day := date.near(by)):
                return day
        if (span := self._of_length(fields)) and (day := span.near(by)):
            return day
        headings = [scan(_after_words(draft), self._words) for draft in drafts if draft.kind is SectionKind.TIMELINE]
        headings += [stamp for text in notes(drafts) if (stamp := dated_in(text, self._words))]
        heads = [date for run in runs(drafts) if (date := day_of_head(run, self._words))]
        told = [stamp.date for stamp in opening.stamps if stamp.date]
        self._spans = [(stamp.date, stamp.end_date) for stamp in opening.stamps if stamp.date and stamp.end_date]
        for date in (title.date, *(stamp.date for stamp in headings if stamp), *heads, *told):
            certain = self._certain_day(fields, drafts) if date and date.swapped and by is None else None
            if date and (day := date.near(by or certain)):
                self._told_by_heading = date not in {title.date, *told}
                return day
        if opening.yesterday and by and around is None:
            return by - dt.timedelta(days=1)
        if around is None:
            later = (date_in(text, self._words) for text in further(drafts))
            days = (day for date in later if date and (date.year or by) and (day := date.near(by)))
            return next(days, None) or self._first_event(drafts, by)
        return around

    def _date_of(self, fields: tuple[HeaderField, ...], name: FieldName) -> WrittenDate | None:
        """Return the date that a field begins with; of a date, the first in it: "Tuesday the 5th of March 2024"."""
        field = statements.first(fields, name)
        stamp = statements.stamp(field, self._words)
        if stamp and stamp.date:
            return stamp.date
        return date_in(statements.text(field) or "", self._words) if name is FieldName.DATE else None

    def _published(self, fields: tuple[HeaderField, ...], told: WrittenDate | None) -> dt.date | None:
        """Return the day of publication, which tells the year of days that name none."""
        stamp = statements.stamp(statements.first(fields, FieldName.POSTMORTEM_DATE), self._words)
        date = (stamp.date if stamp else None) or told
        return self.published or (date.near(None) if date and date.year else None)

    def _first_event(self, drafts: list[DraftSection], by: dt.date | None) -> dt.date | None:
        """Return the day of the first event that names one without its year, where the day `by` tells the year."""
        stamps = (event.stamp for run in runs(drafts) for event in run.events)
        dates = (stamp.date for stamp in stamps if stamp and stamp.date and stamp.date.month)
        first = next(dates, None)
        return first.near(by) if first and by else None

    def _certain_day(self, fields: tuple[HeaderField, ...], drafts: list[DraftSection]) -> dt.date | None:
        """Return the first day that the timeline, or else the report, tells in full and in one reading only."""
        stamps = [event.stamp for run in runs(drafts) for event in run.events]
        stamps.append(statements.stamp(statements.first(fields, FieldName.POSTMORTEM_DATE), self._words))
        dates = [stamp.date for stamp in stamps if stamp and stamp.date and stamp.date.year and not stamp.date.swapped]
        return next((day for date in dates if (day := date.near(None))), None)

    def day(self, fields: tuple[HeaderField, ...], title: Title, events: list[TimelineEvent]) -> dt.date | None:
        """Return the day the incident started: a field, the title, the start of impact, the first event."""
        for name in (FieldName.DATE, FieldName.START):
            date = self._date_of(fields, name)
            if date and (day := date.near(self._anchor)):
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


class Publication(Struct, frozen=True):
    """The fields of a document without the day of its publication, and that day."""

    fields: tuple[HeaderField, ...]
    day: dt.date | None = None


def without_publication(
    fields: tuple[HeaderField, ...], first_line: int, texts: list[str], drafts: list[DraftSection], words: Vocabulary
) -> Publication:
    """Return `fields` without the front matter's date where the text tells an earlier day: it is that of publication.

    Front matter stands before `first_line`; `texts` are the title, the opening and the summary.
    """
    found = statements.first(fields, FieldName.DATE)
    stamp = statements.stamp(found, words)
    published = stamp.date.near(None) if stamp and stamp.date else None
    if found is None or found.line >= first_line or published is None or key(found.label) not in words.plain_dates:
        return Publication(fields)
    started = statements.stamp(statements.first(fields, FieldName.START), words)
    told = [started.date] if started and started.date else []
    told += [event.stamp.date for run in runs(drafts) for event in run.events if event.stamp and event.stamp.date]
    opening = told_days(texts, words)
    told += [stamp.date for stamp in opening.stamps if stamp.date]
    days = [day for date in told[:1] + told[-1:] if (day := date.near(published))]
    earlier = any(dt.timedelta(0) < published - day < _LATEST for day in days)
    if not earlier and not (opening.yesterday and not told):
        return Publication(fields)
    return Publication(tuple(field for field in fields if field is not found), published)


def _plain(block: Block) -> str:
    return text_of(block.content) if isinstance(block, Para | Plain) else ""


def _after_words(draft: DraftSection) -> str:
    text = text_of(draft.heading)
    match = re.search(r"\d", text)
    return text[match.start() :] if match else ""
