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
    Severity,
    TimelineEvent,
)
from pmexport.model.prose import Block, Blocks, text_of
from pmexport.model.terms import FieldName, SectionKind
from pmexport.reader import (
    blanks,
    emphasis,
    header,
    milestones,
    missing,
    moments,
    reviews,
    sections,
    severity,
    statements,
    statuses,
    tracked,
)
from pmexport.reader.actions import ActionReader
from pmexport.reader.drafts import DayMark, DraftContent, DraftRun, DraftSection, topmost
from pmexport.reader.head import Head
from pmexport.reader.occasion import Occasion, without_publication
from pmexport.reader.outline import outline
from pmexport.reader.passages import sentences
from pmexport.reader.settling import Settling
from pmexport.reader.source import Source
from pmexport.reader.timeline import read_timeline
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
        self._template = blanks.Template()

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
        fields = _all_fields(lead, drafts)
        self._template = blanks.template(drafts, fields, words, heading=text_of(heading.heading) if heading else "")
        for draft in drafts:
            blanks.mark_placeholders(draft, words, self._template)
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
        named = text_of(heading.heading) if heading else title.name
        dated = self._dated(fields, named, lead, drafts)
        self._anchor = self._occasion.anchor(dated, title, lead, drafts)
        self._read_actions(drafts)
        where = self._occasion.zone(fields, [*lead, *self._notes], drafts)
        settled = self._settled(fields, where, lead, drafts)
        date = self._occasion.day(dated, title, list(settled.values()))
        found_severity = self._severity(fields, blocks, drafts, named, sentences(lead, drafts))
        both = self._status(fields, FieldName.STATUS)
        frozen = [self._frozen(draft, settled) for draft in drafts]
        self.told += missing.told(drafts, fields, words, timed=bool(settled))
        return Postmortem(
            title=title.name,
            heading=heading.heading if heading else (),
            heading_line=heading.line if heading else 0,
            incident_id=statements.text(statements.first(fields, FieldName.INCIDENT_ID)) or title.incident_id,
            date=date,
            timezone=where.name if where else None,
            language=self._language,
            severity=found_severity,
            document_status=self._either_status(fields, FieldName.DOCUMENT_STATUS).document or both.document,
            incident_status=self._either_status(fields, FieldName.INCIDENT_STATUS).incident or both.incident,
            authors=statements.people(fields, FieldName.AUTHORS),
            reviewers=statements.people(fields, FieldName.REVIEWERS),
            classification=statements.text(statements.first(fields, FieldName.CLASSIFICATION)),
            stated=statements.stated(fields, (*_blocks(lead), *blocks), words),
            moments=moments.stated(fields, words, date or self._anchor, where),
            lead=tuple(self._content(lead, settled)),
            sections=tuple(frozen),
        )

    def _dated(
        self, fields: tuple[HeaderField, ...], named: str, lead: list[DraftContent], drafts: list[DraftSection]
    ) -> tuple[HeaderField, ...]:
        """Return the fields that may date the incident, likeliest first; one that dates the document is none."""
        first_line = self._source.first_line
        publication = without_publication(
            _likeliest_first(fields, first_line, self._words),
            first_line,
            [named, *sentences(lead, drafts)],
            drafts,
            self._words,
        )
        self._occasion.published = publication.day
        return publication.fields

    def _settled(
        self, fields: tuple[HeaderField, ...], where: Zone | None, lead: list[DraftContent], drafts: list[DraftSection]
    ) -> dict[int, TimelineEvent]:
        """Return every event of `drafts` by the draft it comes from, with its moment and what it is a milestone of."""
        events = Settling(self._words, self._anchor, where)
        settled = events.settled(drafts, fields)
        self.told += events.told
        marked = milestones.mark(list(settled.values()), self._occasion.window(lead, drafts), self._language)
        return dict(zip(settled, marked, strict=True))

    def _severity(
        self,
        fields: tuple[HeaderField, ...],
        blocks: Blocks,
        drafts: list[DraftSection],
        named: str,
        told: list[str],
    ) -> Severity | None:
        """Return how grave it was: as a field or a section states it, else as the title or a sentence says."""
        found = statements.severity_of(fields, blocks, drafts, self._words)
        found = found or statements.severity_in_words(named, told, self._words)
        if found and (note := severity.unknown(found)):
            self.told.append(note)
        return found

    def _read_actions(self, drafts: list[DraftSection]) -> None:
        """Read the actions of the sections that hold any; what is left blank after that is marked as such."""
        actions = ActionReader(self._words, self._anchor)
        wanted = tracked.sections_of(drafts, self._words)
        for part in [part for draft in drafts for part in draft.walk()]:
            if id(part) in wanted and not part.placeholder:
                actions.section(part)
        for draft in drafts:
            blanks.mark_placeholders(draft, self._words, self._template)
        blanks.mark_standing(drafts, self._words)

    def _status(self, fields: tuple[HeaderField, ...], name: FieldName) -> statuses.BothStatuses:
        field = statements.first(fields, name)
        if field is None:
            return statuses.BothStatuses()
        return statuses.written_status(statements.text(field) or "", self._words, field.line)

    def _either_status(self, fields: tuple[HeaderField, ...], name: FieldName) -> statuses.BothStatuses:
        """Return what a field says that means one status alone: "resolved" there is a document's, too."""
        found = self._status(fields, name)
        either = found.document or found.incident
        return statuses.BothStatuses(found.document or either, found.incident or either)

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


def _all_fields(lead: list[DraftContent], drafts: list[DraftSection]) -> tuple[HeaderField, ...]:
    runs = [part for part in lead if isinstance(part, FieldRun)]
    runs += [part for draft in drafts for inner in draft.walk() for part in inner.content if isinstance(part, FieldRun)]
    return tuple(field for run in runs for field in run.fields)


def _likeliest_first(fields: tuple[HeaderField, ...], first_line: int, words: Vocabulary) -> tuple[HeaderField, ...]:
    """Return `fields`, those of front matter last: a site's date may be the day of publication, the text's is not.

    Of each, a plain "Date" comes after "Date of the incident".
    """
    return tuple(sorted(fields, key=lambda field: (field.line < first_line, key(field.label) in words.plain_dates)))


def _blocks(content: list[DraftContent]) -> list[Block]:
    return [part for part in content if not isinstance(part, FieldRun | ActionRun | DraftRun | DayMark)]
