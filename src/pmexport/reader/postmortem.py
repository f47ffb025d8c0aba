"""Recognised sections to a postmortem; every other section is kept as it stands."""

from __future__ import annotations

import datetime as dt
import re
from zoneinfo import ZoneInfo

from pmexport.model.diagnostic import Diagnostic
from pmexport.model.options import ReadOptions
from pmexport.model.postmortem import (
    ActionRun,
    Content,
    EventRun,
    FieldRun,
    HeaderField,
    Postmortem,
    Section,
    TimelineEvent,
)
from pmexport.model.prose import Block, Blocks, BulletList, OrderedList, Para, Plain, text_of
from pmexport.model.terms import DiagnosticSeverity, FieldName, Milestone, SectionKind
from pmexport.reader import header, milestones, placeholders, sections, severity, statements, statuses, titles
from pmexport.reader.actions import ActionReader
from pmexport.reader.dating import Dating, is_twelve_hours, zone_in
from pmexport.reader.drafts import DayMark, DraftContent, DraftEvent, DraftRun, DraftSection
from pmexport.reader.outline import outline
from pmexport.reader.source import Source
from pmexport.reader.timeline import read_timeline
from pmexport.reader.timestamps import Clock, WrittenDate, scan
from pmexport.reader.titles import Title
from pmexport.reader.vocabulary import Vocabulary, key
from pmexport.reader.zones import Zone

_DATED_FIELDS = (FieldName.DATE, FieldName.START, FieldName.DETECTED)
_CONTENT_FIELDS = frozenset(
    {
        FieldName.SUMMARY,
        FieldName.IMPACT,
        FieldName.ROOT_CAUSE,
        FieldName.TRIGGER,
        FieldName.DETECTION,
        FieldName.RESOLUTION,
        FieldName.TITLE,
        FieldName.LINK,
        FieldName.SERVICES,
        FieldName.ROLE,
    }
)


_TITLED = frozenset({FieldName.TITLE, FieldName.INCIDENT_ID, FieldName.LINK})
"""Labels that begin a title, not a field: "Incident: …", "Issue: …"."""


class PostmortemReader:
    """Reads one postmortem from its blocks. `told` collects what the author should know."""

    def __init__(self, source: Source, options: ReadOptions, words: Vocabulary, language: str) -> None:
        self.told: list[Diagnostic] = []
        self._source = source
        self._options = options
        self._words = words
        self._language = language
        self._anchor: dt.date | None = None

    def read(self, blocks: Blocks) -> Postmortem:
        """Return the postmortem in `blocks`."""
        words = self._words
        tree = outline(sections.with_bold_headings(blocks, words))
        drafts = [sections.drafted(section, words, self.told) for section in tree.sections]
        lead: list[DraftContent] = list(tree.lead)
        matter = self._source.front_matter
        fields = header.of_front_matter(matter, words) if matter else ()
        heading, lead, drafts = self._take_heading(lead, drafts, fields)
        lead = [*([FieldRun(fields)] if fields else []), *self._fields_in(lead)]
        drafts = self._take_field_sections(lead, drafts)
        title = self._title(heading, _all_fields(lead, drafts))
        sections.decide_kinds(drafts, words)
        for draft in drafts:
            sections.mark_placeholders(draft, words)
        return self._assembled(heading, title, lead, drafts)

    # -- head

    def _take_heading(
        self, lead: list[DraftContent], drafts: list[DraftSection], fields: tuple[HeaderField, ...]
    ) -> tuple[DraftSection | None, list[DraftContent], list[DraftSection]]:
        """Return the heading that names the document, its text joined to the lead and its sections to the others."""
        if not drafts:
            return None, lead, drafts
        first = drafts[0]
        if self._heading_field(first) is not None or (
            first.kind is None and self._words.field(first.title) not in {None, *_CONTENT_FIELDS}
        ):
            return None, lead, drafts
        named = statements.first(fields, FieldName.TITLE) is not None
        alone = all(draft.level > first.level for draft in drafts[1:])
        known = first.kind is not None and self._words.sections.get(key(first.title)) is first.kind
        if known and (not alone or len(drafts) == 1 and not first.children) or (named and not alone):
            return None, lead, drafts
        return first, [*lead, *first.content], [*first.children, *drafts[1:]]

    def _fields_in(self, content: list[DraftContent]) -> list[DraftContent]:
        """Return `content` with its header fields as runs."""
        done: list[DraftContent] = []
        for part in content:
            if isinstance(part, FieldRun | ActionRun | DraftRun | DayMark):
                done.append(part)
                continue
            fields = header.fields_of(part, self._words)
            if not fields:
                done.append(part)
            elif done and isinstance(done[-1], FieldRun):
                done[-1] = FieldRun((*done[-1].fields, *fields))
            else:
                done.append(FieldRun(fields))
        return done

    def _take_field_sections(self, lead: list[DraftContent], drafts: list[DraftSection]) -> list[DraftSection]:
        """Move sections that are header fields ("## Authors") to the lead, and read those that hold a header."""
        kept: list[DraftSection] = []
        for draft in drafts:
            name = self._words.field(draft.title)
            if draft.kind is SectionKind.HEADER or _is_summary_table(draft):
                draft.content = self._fields_in(draft.content)
            told = (
                self._heading_field(draft) if draft.kind is None and not draft.content and not draft.children else None
            )
            value = (
                (told,)
                if told
                else self._field_value(draft)
                if name and name not in _CONTENT_FIELDS and draft.kind is None
                else None
            )
            if value is None:
                kept.append(draft)
                continue
            run = FieldRun(value)
            if lead and isinstance(lead[-1], FieldRun):
                lead[-1] = FieldRun((*lead[-1].fields, *run.fields))
            else:
                lead.append(run)
        return kept

    def _heading_field(self, draft: DraftSection) -> HeaderField | None:
        """Return the field that a heading with its value is: "## Incident lead: name"."""
        parts = header.labelled(draft.heading)
        name = self._words.field(parts[0]) if parts else None
        if parts is None or name is None or name in _TITLED or self._words.sections.get(key(parts[0])) or not parts[1]:
            return None
        blank = placeholders.is_blank(parts[1], self._words)
        return HeaderField(name=name, label=parts[0], value=parts[1], line=draft.line, placeholder=blank)

    def _field_value(self, draft: DraftSection) -> tuple[HeaderField, ...] | None:
        """Return the field that a section of one line or list is, None where it holds more."""
        if draft.children or len(draft.content) != 1:
            return None
        block = draft.content[0]
        name = self._words.field(draft.title)
        label = text_of(draft.heading)
        if isinstance(block, Para | Plain):
            inner = header.fields_of(block, self._words)
            if inner:
                return (HeaderField(name=name, label=label, value=(), line=draft.line, placeholder=True), *inner)
            blank = placeholders.is_blank(block.content, self._words)
            return (HeaderField(name=name, label=label, value=block.content, line=draft.line, placeholder=blank),)
        if isinstance(block, BulletList | OrderedList):
            fields = [HeaderField(name=name, label=label, value=(), line=draft.line, placeholder=True)]
            for item in block.items:
                if len(item.content) != 1 or not isinstance(first := item.content[0], Para | Plain):
                    return None
                blank = placeholders.is_blank(first.content, self._words)
                fields.append(HeaderField(name=name, label="", value=first.content, line=item.line, placeholder=blank))
            return tuple(fields)
        return None

    def _title(self, heading: DraftSection | None, fields: tuple[HeaderField, ...]) -> Title:
        words = self._words
        written = statements.text(statements.first(fields, FieldName.TITLE))
        told = text_of(heading.heading) if heading else None
        file = titles.from_file_name(self._options.name or self._source.name, words)
        found: Title | None = None
        for text in (told, written) if heading and not self._source.front_matter else (written, told):
            if text:
                title = titles.read_title(text, words)
                if placeholders.is_placeholder(title.name, words):
                    found = found or Title(title.kind or file.name)
                    continue
                found = title
                break
        if found is None or not found.name:
            self._tell(
                "title-missing",
                DiagnosticSeverity.WARNING,
                1,
                "no title was found",
                "begin with a line “# What happened”",
            )
            found = Title(file.name or "Postmortem")
        elif any(
            text and placeholders.is_placeholder(titles.read_title(text, words).name, words) for text in (told, written)
        ):
            self._tell(
                "title-missing",
                DiagnosticSeverity.WARNING,
                heading.line if heading else 1,
                "the title is still to be filled in",
                None,
            )
        return Title(found.name, found.incident_id or file.incident_id, found.date or file.date, found.kind)

    # -- assembly

    def _assembled(
        self, heading: DraftSection | None, title: Title, lead: list[DraftContent], drafts: list[DraftSection]
    ) -> Postmortem:
        words = self._words
        fields = _all_fields(lead, drafts)
        self._anchor = self._anchor_date(fields, title, lead, drafts)
        everything = [part for draft in drafts for part in draft.walk()]
        blocks = tuple(block for draft in drafts for block in draft.flat())
        for part in _topmost(drafts, SectionKind.TIMELINE):
            if not part.placeholder:
                read_timeline(part, words)
        actions = ActionReader(words, self._anchor)
        for part in everything:
            if _is_action_section(part, drafts) and not part.placeholder:
                actions.section(part)
        for draft in drafts:
            sections.mark_placeholders(draft, words)
        where = self._zone(fields, lead, drafts)
        settled = self._events(lead, drafts, where, fields)
        date = self._date(fields, title, settled)
        status = statements.first(fields, FieldName.STATUS)
        both = (
            statuses.written_status(statements.text(status) or "", words, status.line)
            if status
            else statuses.BothStatuses()
        )
        found_severity = statements.severity_of(fields, blocks, words)
        if found_severity and (note := severity.unknown(found_severity)):
            self.told.append(note)
        frozen = [self._frozen(draft, settled) for draft in drafts]
        self._say_what_is_missing(drafts, fields, settled)
        return Postmortem(
            title=title.name,
            heading=heading.heading if heading else (),
            incident_id=statements.text(statements.first(fields, FieldName.INCIDENT_ID)) or title.incident_id,
            date=date,
            timezone=where.name if where else None,
            language=self._language,
            severity=found_severity,
            document_status=self._status(fields, FieldName.DOCUMENT_STATUS).document or both.document,
            incident_status=self._status(fields, FieldName.INCIDENT_STATUS).incident or both.incident,
            authors=statements.people(fields, FieldName.AUTHORS),
            reviewers=statements.people(fields, FieldName.REVIEWERS),
            classification=statements.text(statements.first(fields, FieldName.CLASSIFICATION)),
            stated=statements.stated(fields, (*_blocks(lead), *blocks), words),
            lead=tuple(self._content(lead, settled)),
            sections=tuple(frozen),
        )

    def _status(self, fields: tuple[HeaderField, ...], name: FieldName) -> statuses.BothStatuses:
        field = statements.first(fields, name)
        if field is None:
            return statuses.BothStatuses()
        found = statuses.written_status(statements.text(field) or "", self._words, field.line)
        either = found.document or found.incident
        return statuses.BothStatuses(found.document or either, found.incident or either)

    def _anchor_date(
        self, fields: tuple[HeaderField, ...], title: Title, lead: list[DraftContent], drafts: list[DraftSection]
    ) -> dt.date | None:
        """Return the day that dates without a year, and times without a day, belong to."""
        near = titles.from_file_name(self._options.name or self._source.name, self._words).date
        around = near.near(None) if near else None
        for name in _DATED_FIELDS:
            stamp = statements.stamp(statements.first(fields, name), self._words)
            if stamp and stamp.date and (day := stamp.date.near(around)):
                return day
        headings = [scan(_after_words(draft), self._words) for draft in drafts if draft.kind is SectionKind.TIMELINE]
        dates = [title.date, *(stamp.date for stamp in headings if stamp)]
        dates += [date for text in _sentences(lead, drafts) if (date := _date_in(text, self._words))]
        for date in dates:
            if date and (day := date.near(around)):
                return day
        return around

    def _date(self, fields: tuple[HeaderField, ...], title: Title, settled: dict[int, TimelineEvent]) -> dt.date | None:
        """Return the day the incident started: a field, the title, the start of impact, the first event."""
        for name in (FieldName.DATE, FieldName.START):
            stamp = statements.stamp(statements.first(fields, name), self._words)
            if stamp and stamp.date and (day := stamp.date.near(self._anchor)):
                return day
        events = list(settled.values())
        timed = [event.day for event in events if event.day]
        titled = title.date.near(self._anchor) if title.date else None
        if titled and (not timed or min(timed) <= titled <= max(timed)):
            return titled
        marked = {event.milestone: event for event in events if event.milestone and event.start}
        start = marked.get(Milestone.IMPACT_START)
        if start and start.start and (start.basis or "").startswith(("the marker", "the summary", "the column")):
            return start.start.date()
        if timed and self._anchor and timed[0] <= self._anchor <= timed[-1]:
            return self._anchor
        return timed[0] if timed else titled or self._anchor

    def _zone(
        self, fields: tuple[HeaderField, ...], lead: list[DraftContent], drafts: list[DraftSection]
    ) -> Zone | None:
        if self._options.timezone:
            return Zone(self._options.timezone, ZoneInfo(self._options.timezone))
        told = statements.text(statements.first(fields, FieldName.TIMEZONE))
        if told and (found := zone_in(told)):
            return found
        timelines = list(_topmost(drafts, SectionKind.TIMELINE))
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

    def _zone_of_text(self, lead: list[DraftContent], drafts: list[DraftSection]) -> Zone | None:
        """Return the zone of every time told with one in the text, if they agree."""
        found: dict[str, Zone] = {}
        for text in _sentences(lead, drafts):
            for match in re.finditer(r"\d{1,2}:\d\d\s*(?:[ap]m)?\s*\(?([A-Z]{2,5})\b", text):
                if zone := zone_in(match[1]):
                    found.setdefault(zone.name, zone)
        return next(iter(found.values())) if len(found) == 1 else None

    # -- events

    def _events(
        self, lead: list[DraftContent], drafts: list[DraftSection], where: Zone | None, fields: tuple[HeaderField, ...]
    ) -> dict[int, TimelineEvent]:
        """Return every event with its time, by the identity of its draft."""
        parts = [
            part for draft in drafts for section in _in_order(draft) for part in _with_heading(section, self._words)
        ]
        events = [event for part in parts if isinstance(part, DraftRun) for event in part.events]
        clocks = [event.stamp.clock for event in events if event.stamp and event.stamp.clock]
        dating = Dating(self._anchor, where, twelve_hours=is_twelve_hours(clocks))
        start = statements.stamp(statements.first(fields, FieldName.START), self._words)
        if start and start.clock and (day := dating.settle(start, 0).start):
            dating.begin(day)
        dating = self._fresh(dating, where, clocks)
        made: list[TimelineEvent] = []
        for part in parts:
            if isinstance(part, DayMark):
                dating.on(part.date)
            elif isinstance(part, DraftRun):
                made += [self._event(event, dating) for event in part.events]
        self.told += dating.told
        marked = milestones.mark(made, self._window(lead, drafts))
        return {id(draft): event for draft, event in zip(events, marked, strict=True)}

    def _fresh(self, dating: Dating, where: Zone | None, clocks: list[Clock]) -> Dating:
        fresh = Dating(self._anchor, where, twelve_hours=is_twelve_hours(clocks))
        if base := dating.base:
            fresh.begin(base)
        return fresh

    def _event(self, draft: DraftEvent, dating: Dating) -> TimelineEvent:
        moment = dating.settle(draft.stamp, draft.line, zone=draft.zone) if draft.stamp else None
        if draft.stamp and moment and moment.start is None and (draft.stamp.clock or draft.stamp.unknown):
            self._tell(
                "time-uncertain",
                DiagnosticSeverity.WARNING,
                draft.line,
                f"when “{draft.written}” was is not certain",
                "write date and time in full",
            )
        return TimelineEvent(
            start=moment.start if moment else None,
            end=moment.end if moment else None,
            day=moment.day if moment else None,
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

    def _window(self, lead: list[DraftContent], drafts: list[DraftSection]) -> milestones.Window | None:
        """Return the span of impact that the summary or the lead tells."""
        for text in _sentences(lead, drafts):
            for match in milestones.window_pattern().finditer(text):
                start, end = scan(match["start"], self._words), scan(match["end"], self._words)
                if start and end and start.clock and end.clock:
                    return milestones.Window(start.clock.time(), end.clock.time(), match.group())
        return None

    # -- freezing

    def _frozen(self, draft: DraftSection, settled: dict[int, TimelineEvent]) -> Section:
        return Section(
            kind=draft.kind,
            heading=draft.heading,
            title=draft.title,
            qualifier=draft.qualifier,
            level=draft.level,
            content=tuple(self._content(draft.content, settled)),
            children=tuple(self._frozen(child, settled) for child in draft.children),
            line=draft.line,
            placeholder=draft.placeholder,
        )

    def _content(self, content: list[DraftContent], settled: dict[int, TimelineEvent]) -> list[Content]:
        done: list[Content] = []
        for part in content:
            match part:
                case DraftRun(events, columns):
                    done.append(EventRun(tuple(settled[id(event)] for event in events), columns))
                case DayMark(block):
                    done.append(block)
                case _:
                    done.append(part)
        return done

    def _say_what_is_missing(
        self, drafts: list[DraftSection], fields: tuple[HeaderField, ...], settled: dict[int, TimelineEvent]
    ) -> None:
        everything = [part for draft in drafts for part in draft.walk()]
        for field in fields:
            if field.placeholder and field.name and field.label:
                self._tell(
                    "field-empty",
                    DiagnosticSeverity.WARNING,
                    field.line,
                    f"{field.label} is still to be filled in",
                    None,
                )
        for part in everything:
            if part.placeholder and not part.children and part.title:
                self._tell(
                    "section-empty",
                    DiagnosticSeverity.WARNING,
                    part.line,
                    f"the section “{part.title}” is still to be filled in",
                    None,
                )
        known = {part.kind for part in everything if part.kind}
        if not known and not fields:
            self._tell(
                "no-postmortem",
                DiagnosticSeverity.WARNING,
                0,
                "this reads like no postmortem: no heading and no field of one was found",
                "see `pmexport new` for a skeleton",
            )
        elif not settled and not any(part.kind is SectionKind.TIMELINE and part.placeholder for part in everything):
            self._tell(
                "timeline-missing",
                DiagnosticSeverity.WARNING,
                0,
                "no timeline with events was found",
                "add a section “Timeline” with a time before each event",
            )

    def _tell(self, code: str, severity: DiagnosticSeverity, line: int, message: str, hint: str | None) -> None:
        self.told.append(Diagnostic(code=code, severity=severity, line=line, message=message, hint=hint))


def _is_summary_table(draft: DraftSection) -> bool:
    return draft.kind is SectionKind.SUMMARY and len(draft.content) == 1 and not isinstance(draft.content[0], Para)


def _all_fields(lead: list[DraftContent], drafts: list[DraftSection]) -> tuple[HeaderField, ...]:
    runs = [part for part in lead if isinstance(part, FieldRun)]
    runs += [part for draft in drafts for inner in draft.walk() for part in inner.content if isinstance(part, FieldRun)]
    return tuple(field for run in runs for field in run.fields)


def _blocks(content: list[DraftContent]) -> list[Block]:
    return [part for part in content if not isinstance(part, FieldRun | ActionRun | DraftRun | DayMark)]


def _topmost(drafts: list[DraftSection], kind: SectionKind) -> list[DraftSection]:
    found: list[DraftSection] = []
    for draft in drafts:
        found += [draft] if draft.kind is kind else _topmost(draft.children, kind)
    return found


def _is_action_section(part: DraftSection, drafts: list[DraftSection]) -> bool:
    if part.kind is SectionKind.ACTION_ITEMS:
        return True
    return part.kind is None and any(part in inner.walk() for inner in _topmost(drafts, SectionKind.ACTION_ITEMS))


def _in_order(draft: DraftSection) -> list[DraftSection]:
    return list(draft.walk())


def _with_heading(section: DraftSection, words: Vocabulary) -> list[DraftContent]:
    """Return a section's content, before it the day that its heading names."""
    if not any(isinstance(part, DraftRun) for inner in section.walk() for part in inner.content):
        return section.content
    date = _date_in(text_of(section.heading), words)
    mark: list[DraftContent] = [DayMark(Para(section.heading), date)] if date else []
    return [*mark, *section.content]


def _after_words(draft: DraftSection) -> str:
    text = text_of(draft.heading)
    match = re.search(r"\d", text)
    return text[match.start() :] if match else ""


def _date_in(text: str, words: Vocabulary) -> WrittenDate | None:
    """Return the first date in `text`."""
    for match in re.finditer(r"(?<![\w:.-])(?=[\w])", text[:2000]):
        stamp = scan(text[match.start() : match.start() + 60], words)
        if stamp and stamp.date and stamp.date.month:
            return stamp.date
    return None


def _sentences(lead: list[DraftContent], drafts: list[DraftSection]) -> list[str]:
    """Return the texts of the lead and of the summary."""
    texts = [text_of(part.content) for part in lead if isinstance(part, Para | Plain)]
    texts += [
        text_of(field.value)
        for part in lead
        if isinstance(part, FieldRun)
        for field in part.fields
        if field.name is FieldName.SUMMARY
    ]
    for draft in drafts:
        for part in draft.walk():
            if part.kind is SectionKind.SUMMARY:
                texts += [text_of(block.content) for block in part.content if isinstance(block, Para | Plain)]
    return texts


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
