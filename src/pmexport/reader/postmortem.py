"""Recognised sections to a postmortem; every other section is kept as it stands."""

from __future__ import annotations

import datetime as dt

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
from pmexport.model.prose import Block, Blocks, BulletList, Inlines, OrderedList, Para, Plain, text_of
from pmexport.model.terms import DiagnosticSeverity, FieldName, SectionKind
from pmexport.reader import (
    blanks,
    emphasis,
    header,
    milestones,
    moments,
    reviews,
    sections,
    severity,
    statements,
    statuses,
    tracked,
)
from pmexport.reader.actions import ActionReader
from pmexport.reader.dating import Dating, is_twelve_hours
from pmexport.reader.drafts import DayMark, DraftContent, DraftEvent, DraftRun, DraftSection, topmost
from pmexport.reader.head import Head
from pmexport.reader.occasion import Occasion, date_in, sentences, without_publication
from pmexport.reader.outline import outline
from pmexport.reader.source import Source
from pmexport.reader.timeline import read_timeline
from pmexport.reader.timestamps import Clock
from pmexport.reader.titles import Title
from pmexport.reader.vocabulary import Vocabulary, key
from pmexport.reader.zones import Zone


class PostmortemReader:
    """Reads one postmortem from its blocks. `told` collects what the author should know."""

    def __init__(self, source: Source, options: ReadOptions, words: Vocabulary, language: str) -> None:
        self.told: list[Diagnostic] = []
        self._source = source
        self._words = words
        self._language = language
        self._name = options.name or source.name
        self._occasion = Occasion(words, self._name, options.timezone)
        self._anchor: dt.date | None = None
        self._notes: Blocks = ()
        self._form = False
        self._unfilled = False

    def read(self, blocks: Blocks, *, around: Blocks = (), notes: Blocks = ()) -> Postmortem:
        """Return the postmortem in `blocks`; `around` is put before it, and `notes` may tell the zone of its times."""
        words = self._words
        self._notes = notes
        tree = outline(emphasis.with_headings(blocks, words))
        drafts = [sections.drafted(section, words, self.told) for section in tree.sections]
        lead: list[DraftContent] = list(tree.lead)
        matter = self._source.front_matter
        fields = header.of_front_matter(matter, words) if matter else ()
        head = Head(words, self._name, site=bool(matter))
        heading, lead, drafts = head.heading(lead, drafts, fields)
        lead = [*([FieldRun(fields)] if fields else []), *around, *head.fields_in(lead)]
        drafts = head.field_sections(lead, drafts)
        title = head.title(heading, _all_fields(lead, drafts))
        self.told += head.told
        drafts = sections.with_days(drafts, words)
        sections.decide_kinds(drafts, words)
        for draft in drafts:
            reviews.part(draft, words)
        self.told += sections.repeated(drafts)
        self._form = blanks.is_form(drafts, words)
        self._unfilled = blanks.is_unfilled(drafts, _all_fields(lead, drafts), words)
        for draft in drafts:
            blanks.mark_placeholders(draft, words, form=self._form, unfilled=self._unfilled)
        return self._assembled(heading, title, lead, drafts)

    # -- assembly

    def _assembled(
        self, heading: DraftSection | None, title: Title, lead: list[DraftContent], drafts: list[DraftSection]
    ) -> Postmortem:
        words = self._words
        fields = _all_fields(lead, drafts)
        blocks = tuple(block for draft in drafts for block in draft.flat())
        for part in topmost(drafts, SectionKind.TIMELINE):
            if not part.placeholder:
                read_timeline(part, words)
        first_line = self._source.first_line
        dated = _body_first(fields, first_line)
        dated = without_publication(dated, first_line, sentences(lead, drafts), drafts, words)
        self._anchor = self._occasion.anchor(dated, title, lead, drafts)
        everything = [part for draft in drafts for part in draft.walk()]
        actions = ActionReader(words, self._anchor)
        wanted = tracked.sections_of(drafts, words)
        for part in everything:
            if id(part) in wanted and not part.placeholder:
                actions.section(part)
        for draft in drafts:
            blanks.mark_placeholders(draft, words, form=self._form, unfilled=self._unfilled)
        where = self._occasion.zone(fields, [*lead, *self._notes], drafts)
        settled = self._events(lead, drafts, where, fields)
        date = self._occasion.day(dated, title, list(settled.values()))
        status = statements.first(fields, FieldName.STATUS)
        both = (
            statuses.written_status(statements.text(status) or "", words, status.line)
            if status
            else statuses.BothStatuses()
        )
        named = text_of(heading.heading) if heading else title.name
        found_severity = statements.severity_of(fields, blocks, drafts, words)
        found_severity = found_severity or statements.severity_in_words(named, sentences(lead, drafts), words)
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
            moments=moments.stated(fields, words, date or self._anchor, where),
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
        above: DraftContent | None = None
        for part in parts:
            if isinstance(part, DayMark):
                dating.on(part.date)
            elif isinstance(part, DraftRun):
                own = above.date.near(self._anchor) if isinstance(above, DayMark) and _is_untimed(part) else None
                made += [self._event(event, dating, own) for event in part.events]
            above = part
        self.told += dating.told
        marked = milestones.mark(made, self._occasion.window(lead, drafts), self._language)
        return {id(draft): event for draft, event in zip(events, marked, strict=True)}

    def _fresh(self, dating: Dating, where: Zone | None, clocks: list[Clock]) -> Dating:
        fresh = Dating(self._anchor, where, twelve_hours=is_twelve_hours(clocks))
        if base := dating.base:
            fresh.begin(base)
        return fresh

    def _event(self, draft: DraftEvent, dating: Dating, day: dt.date | None) -> TimelineEvent:
        """Return the event of `draft`; `day` is that of the line above it where no event below that has a time."""
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
            if field.placeholder and field.name and field.label and not self._is_inapplicable(field.value):
                self._tell(
                    "field-empty",
                    DiagnosticSeverity.WARNING,
                    field.line,
                    f"{field.label} is still to be filled in",
                    None,
                )
        for part in everything:
            told = [block.content for block in part.content if isinstance(block, Para)]
            answered = len(told) == len(part.content) == 1 and self._is_inapplicable(told[0])
            if part.placeholder and not part.children and part.title and not answered:
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

    def _is_inapplicable(self, value: Inlines) -> bool:
        return key(text_of(value)) in self._words.inapplicable

    def _tell(self, code: str, severity: DiagnosticSeverity, line: int, message: str, hint: str | None) -> None:
        self.told.append(Diagnostic(code=code, severity=severity, line=line, message=message, hint=hint))


def _all_fields(lead: list[DraftContent], drafts: list[DraftSection]) -> tuple[HeaderField, ...]:
    runs = [part for part in lead if isinstance(part, FieldRun)]
    runs += [part for draft in drafts for inner in draft.walk() for part in inner.content if isinstance(part, FieldRun)]
    return tuple(field for run in runs for field in run.fields)


def _body_first(fields: tuple[HeaderField, ...], first_line: int) -> tuple[HeaderField, ...]:
    """Return `fields`, those of front matter last: a site's date may be the day of publication, the text's is not."""
    return tuple(sorted(fields, key=lambda field: field.line < first_line))


def _blocks(content: list[DraftContent]) -> list[Block]:
    return [part for part in content if not isinstance(part, FieldRun | ActionRun | DraftRun | DayMark)]


def _in_order(draft: DraftSection) -> list[DraftSection]:
    return list(draft.walk())


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
