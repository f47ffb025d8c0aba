"""What stands at the head: the title, and the header fields wherever the document puts them."""

from __future__ import annotations

from msgspec.structs import replace

from pmexport.model.diagnostic import Diagnostic
from pmexport.model.postmortem import ActionRun, FieldRun, HeaderField
from pmexport.model.prose import BulletList, HorizontalRule, OrderedList, Para, Plain, Table, text_of
from pmexport.model.terms import DiagnosticSeverity, FieldName, SectionKind
from pmexport.reader import header, placeholders, statements, titles
from pmexport.reader.drafts import DayMark, DraftContent, DraftRun, DraftSection
from pmexport.reader.timed_blocks import holds_times
from pmexport.reader.timestamps import scan
from pmexport.reader.titles import Title
from pmexport.reader.vocabulary import Vocabulary, key

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
_LONGEST_TITLE = 120
_TITLED = frozenset({FieldName.TITLE, FieldName.INCIDENT_ID, FieldName.LINK})
"""Labels that begin a title, not a field: "Incident: …", "Issue: …"."""


def _parted(section: DraftSection) -> list[DraftSection]:
    """Return `section` without what stands below it, then that."""
    below, section.children = section.children, []
    return [section, *below]


class Head:
    """Reads the head of one document. `name` is its file's; `site` says whether front matter stands before it."""

    def __init__(self, words: Vocabulary, name: str, *, site: bool) -> None:
        self.told: list[Diagnostic] = []
        self._words = words
        self._name = name
        self._site = site
        self._name_of: DraftSection | None = None

    def heading(
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
        if len(drafts) > 1 and drafts[1].level == first.level and self._is_titled(first):
            return None, lead, drafts
        if self._is_summary_over_all(first):
            return None, lead, [*_parted(first), *drafts[1:]]
        named = statements.first(fields, FieldName.TITLE) is not None
        alone = all(draft.level > first.level for draft in drafts[1:])
        known = first.kind is not None and self._words.sections.get(key(first.title)) is first.kind
        if (known and (not alone or (len(drafts) == 1 and not first.children))) or (named and not alone):
            return None, lead, drafts
        if known and first.content and (named or self._is_told_in_times(first)):
            return None, lead, [*_parted(first), *drafts[1:]]
        self._name_of = self._named_below(first)
        below = first.children
        if self._name_of is None and len(below) == 1 and self._is_named_over_all(first, below[0]):
            self._name_of = below[0]
            below = _parted(below[0])
        return first, [*lead, *first.content], [*below, *drafts[1:]]

    def fields_in(self, content: list[DraftContent], *, headed: bool = False) -> list[DraftContent]:
        """Return `content` with its header fields as runs; `headed` says that it stands under "Metadata"."""
        done: list[DraftContent] = []
        for part in content:
            if isinstance(part, FieldRun | ActionRun | DraftRun | DayMark):
                done.append(part)
                continue
            fields = header.fields_of(part, self._words, headed=headed)
            if not fields:
                done.append(part)
            elif done and isinstance(done[-1], FieldRun):
                done[-1] = FieldRun((*done[-1].fields, *fields))
            else:
                done.append(FieldRun(fields))
        return done

    def field_sections(self, lead: list[DraftContent], drafts: list[DraftSection]) -> list[DraftSection]:
        """Move sections that are header fields ("## Authors") to the lead, and read those that hold a header."""
        kept: list[DraftSection] = []
        for draft in drafts:
            name = self._words.field(draft.title)
            if (
                draft.kind is SectionKind.HEADER
                or draft is self._name_of
                or self._is_summary_of_fields(draft)
                or self._begins_with_card(draft)
            ):
                draft.content = self.fields_in(draft.content, headed=draft.kind is SectionKind.HEADER)
            told = (
                self._heading_field(draft) if draft.kind is None and not draft.content and not draft.children else None
            )
            value = (told,) if told else self._field_value(draft) if name and self._may_be_field(draft, name) else None
            if value is None:
                kept.append(draft)
                continue
            _put(lead, FieldRun(value), draft.line)
        return kept

    def _may_be_field(self, draft: DraftSection, name: FieldName) -> bool:
        """Whether a section named like the field `name` is that field; a name for people is, where nothing follows."""
        empty = not draft.content and not draft.children
        people = empty and name is FieldName.ROLE and draft.kind in {None, SectionKind.HEADER}
        return (
            people
            or (draft.kind is None and self._is_titled(draft))
            or (name not in _CONTENT_FIELDS and draft.kind is None)
        )

    def _is_titled(self, draft: DraftSection) -> bool:
        """Whether a section is the field of a form: "Incident title" over one line."""
        line = draft.content[0] if len(draft.content) == 1 else None
        titled = self._words.field(draft.title) is FieldName.TITLE and not draft.children
        return titled and isinstance(line, Para) and len(text_of(line.content)) < _LONGEST_TITLE

    def _heading_field(self, draft: DraftSection) -> HeaderField | None:
        """Return the field that a heading with its value is: "## Incident lead: name"."""
        parts = header.labelled(draft.heading)
        name = self._words.field(parts[0]) if parts else None
        if parts is None or name is None or name in _TITLED or self._words.sections.get(key(parts[0])) or not parts[1]:
            return None
        if name is FieldName.DATE and self._names_more_than_a_day(text_of(parts[1])):
            return None
        blank = placeholders.is_blank(parts[1], self._words)
        return HeaderField(name=name, label=parts[0], value=parts[1], line=draft.line, placeholder=blank)

    def _names_more_than_a_day(self, text: str) -> bool:
        """Whether `text` is "2024-05-12, shop down"."""
        stamp = scan(text, self._words)
        return stamp is not None and stamp.date is not None and stamp.clock is None and stamp.length < len(text)

    def _field_value(self, draft: DraftSection) -> tuple[HeaderField, ...] | None:
        """Return the field that a section of one line, one list or further fields is, None where it holds more."""
        name = self._words.field(draft.title)
        label = text_of(draft.heading)
        empty = HeaderField(name=name, label=label, value=(), line=draft.line, placeholder=True)
        over = HeaderField(name=None, label=label, value=(), line=draft.line, placeholder=True)
        if draft.children:
            return None
        if len(draft.content) != 1:
            match self.fields_in(draft.content):
                case []:
                    return (empty,)
                case [FieldRun(below)]:
                    return (over, *below)
                case _:
                    return None
        block = draft.content[0]
        if isinstance(block, Para | Plain):
            inner = header.fields_of(block, self._words)
            if inner:
                return (over, *inner)
            blank = placeholders.is_blank(block.content, self._words)
            value = HeaderField(name=name, label=label, value=block.content, line=draft.line, placeholder=blank)
            return (replace(value, below=max(0, block.line - draft.line) if block.line else 0),)
        if isinstance(block, BulletList | OrderedList):
            fields = [over]
            for item in block.items:
                if len(item.content) != 1 or not isinstance(first := item.content[0], Para | Plain):
                    return None
                blank = placeholders.is_blank(first.content, self._words)
                fields.append(HeaderField(name=name, label="", value=first.content, line=item.line, placeholder=blank))
            return tuple(fields)
        return None

    def _is_document(self, heading: DraftSection) -> bool:
        """Whether a heading only says what the document is: "Postmortem"."""
        return key(titles.read_title(text_of(heading.heading), self._words).name) in self._words.title_kinds

    def _named_below(self, heading: DraftSection) -> DraftSection | None:
        """Return the heading below "Postmortem", where that names the incident and the sections follow beside it."""
        if heading.content or len(heading.children) < 2 or not self._is_document(heading):  # noqa: PLR2004 - the name and a section
            return None
        first, *others = heading.children
        known = any(other.kind for other in others)
        named = first.kind is None and not first.narrative and self._words.field(first.title) is None
        return first if known and named and not first.children else None

    def _is_named_over_all(self, heading: DraftSection, only: DraftSection) -> bool:
        """Whether the one heading below "Incident report" names the incident, and stands over all its sections."""
        known = {child.kind for child in only.children} - {None}
        named = only.kind is None and not only.narrative and self._words.field(only.title) is None
        return named and len(known) > 1 and self._is_document(heading)

    def title(self, heading: DraftSection | None, fields: tuple[HeaderField, ...]) -> Title:
        """Return the title: the heading without prefixes, the field, else what the file is called."""
        words = self._words
        written = statements.text(statements.first(fields, FieldName.TITLE))
        told = text_of(heading.heading) if heading else None
        file = titles.from_file_name(self._name)
        found: Title | None = None
        below = text_of(self._name_of.heading) if self._name_of else None
        # What stands over the text comes before front matter, which is often left over from the file that was copied.
        for text in (told, below, written):
            if text:
                title = titles.read_title(text, words)
                if key(title.name) in words.title_kinds:
                    found = found or title
                    continue
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
        dated = titles.from_file_name(found.incident_id).date if found.incident_id else None
        return Title(found.name, found.incident_id or file.incident_id, found.date or dated, found.kind)

    def _tell(self, code: str, severity: DiagnosticSeverity, line: int, message: str, hint: str | None) -> None:
        self.told.append(Diagnostic(code=code, severity=severity, line=line, message=message, hint=hint))

    def _begins_with_card(self, draft: DraftSection) -> bool:
        """Whether a section of no kind of its own begins with a table or a list of header fields."""
        first = draft.content[0] if draft.content else None
        if draft.kind is not None or not isinstance(first, Table | BulletList):
            return False
        names = {field.name for field in header.fields_of(first, self._words) if field.name}
        return len(names) > 2 and bool(names & header.CARD)  # noqa: PLR2004 - two labels may be chance

    def _is_summary_over_all(self, first: DraftSection) -> bool:
        """Whether the first heading is "Executive summary" over its own text, and the other sections stand below it."""
        known = self._words.sections.get(key(first.title)) is SectionKind.SUMMARY
        told = first.content[0] if first.content else None
        others = {child.kind for child in first.children} - {None, SectionKind.SUMMARY}
        told_here = isinstance(told, Para) and not header.fields_of(told, self._words)
        return known and told_here and SectionKind.TIMELINE in others

    def _is_told_in_times(self, first: DraftSection) -> bool:
        """Whether the first heading is "Timeline" over its own events, and no title over all sections."""
        own = DraftSection(content=first.content)
        return first.kind is SectionKind.TIMELINE and holds_times(own, self._words) > 0

    def _is_summary_of_fields(self, draft: DraftSection) -> bool:
        """Whether a summary is one table, one list, or one paragraph of several labelled lines."""
        solid = [part for part in draft.content if not isinstance(part, HorizontalRule)]
        if (
            draft.kind is not SectionKind.SUMMARY
            or len(solid) != 1
            or isinstance(solid[0], FieldRun | ActionRun | DraftRun | DayMark)
        ):
            return False
        if not isinstance(solid[0], Para):
            return True
        return len([field for field in header.fields_of(solid[0], self._words) if field.name]) > 1


def _put(lead: list[DraftContent], run: FieldRun, line: int) -> None:
    """Put `run`, which stood on `line`, into `lead` at its place, joined to the fields that stand there."""
    at = next((number for number, part in enumerate(lead) if _line(part) > line), len(lead))
    before = lead[at - 1] if at else None
    if isinstance(before, FieldRun):
        fields = sorted((*before.fields, *run.fields), key=lambda field: field.line)
        lead[at - 1] = FieldRun(tuple(fields))
    else:
        lead.insert(at, run)


def _line(part: DraftContent) -> int:
    return part.fields[0].line if isinstance(part, FieldRun) else getattr(part, "line", 0)
