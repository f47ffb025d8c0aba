"""The model as JSON and its schema: the published contract of `inspect`.

Every word of the source stands under exactly one key. What the contract does not name stands beside it: `heading`,
`header`, `headings`, `lead`, `timeline_notes`, `action_notes`, `columns`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from pmexport.model.diagnostic import Diagnostic
from pmexport.model.document import (
    ActionJson,
    CausesJson,
    DetailJson,
    EventJson,
    FieldJson,
    HeadingJson,
    ImpactJson,
    MetricJson,
    OtherSectionJson,
    PostmortemJson,
    ResponseJson,
    SeverityJson,
    SilenceJson,
)
from pmexport.model.facts import Facts, Metric, Silence
from pmexport.model.kinds import kinds_held
from pmexport.model.postmortem import (
    ActionItem,
    ActionRun,
    Content,
    EventRun,
    FieldRun,
    HeaderField,
    Postmortem,
    Section,
    TimelineEvent,
)
from pmexport.model.prose import (
    Block,
    BlockQuote,
    BulletList,
    CodeBlock,
    DefinitionList,
    Emph,
    Header,
    HorizontalRule,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Note,
    OrderedList,
    Para,
    Plain,
    SoftBreak,
    Strikeout,
    Strong,
    Table,
    text_of,
)
from pmexport.model.terms import MetricName, SectionKind


def as_json(postmortem: Postmortem, facts: Facts, diagnostics: Sequence[Diagnostic]) -> PostmortemJson:
    """Return what `inspect` prints of `postmortem`; `encode` gives the bytes."""
    shelves = _Shelves(postmortem)
    of = shelves.of
    stated = {length.name: length.seconds for length in postmortem.stated}
    severity = postmortem.severity
    return PostmortemJson(
        title=postmortem.title,
        heading=text_of(postmortem.heading),
        incident_id=postmortem.incident_id,
        date=postmortem.date,
        timezone=postmortem.timezone,
        language=postmortem.language,
        severity=SeverityJson(severity.label, severity.level) if severity else None,
        document_status=postmortem.document_status.text if postmortem.document_status else None,
        incident_status=postmortem.incident_status.text if postmortem.incident_status else None,
        authors=list(postmortem.authors),
        reviewers=list(postmortem.reviewers),
        classification=postmortem.classification,
        stated={name: stated.get(name) for name in MetricName},
        header=[_field(run) for run in postmortem.fields],
        headings=shelves.headings,
        lead=_blocks(postmortem.lead),
        summary=of(SectionKind.SUMMARY),
        impact=ImpactJson(
            user=of(SectionKind.IMPACT_USER),
            business=of(SectionKind.IMPACT_BUSINESS),
            technical=of(SectionKind.IMPACT_TECHNICAL),
            other=of(SectionKind.IMPACT),
        ),
        timeline=[_event(event) for event in postmortem.timeline],
        timeline_notes=of(SectionKind.TIMELINE),
        causes=CausesJson(
            root_cause=of(SectionKind.ROOT_CAUSE),
            contributing_factors=of(SectionKind.CONTRIBUTING_FACTORS),
            trigger=of(SectionKind.TRIGGER),
        ),
        detection=of(SectionKind.DETECTION),
        response=ResponseJson(
            went_well=of(SectionKind.WENT_WELL),
            went_wrong=of(SectionKind.WENT_WRONG),
            lucky=of(SectionKind.LUCKY),
            other=of(SectionKind.RESPONSE),
        ),
        action_items=[_action(item) for item in postmortem.action_items if not item.placeholder],
        action_notes=of(SectionKind.ACTION_ITEMS),
        lessons=of(SectionKind.LESSONS),
        references=of(SectionKind.REFERENCES),
        appendix=of(SectionKind.APPENDIX),
        communication=of(SectionKind.COMMUNICATION),
        customer_summary=of(SectionKind.CUSTOMER_SUMMARY),
        leadership_summary=of(SectionKind.LEADERSHIP_SUMMARY),
        other_sections=shelves.others,
        columns={"timeline": _columns(postmortem, EventRun), "action_items": _columns(postmortem, ActionRun)},
        sections=kinds_held(postmortem),
        metrics={metric.name: _metric(metric) for metric in facts.metrics},
        metrics_from_change={metric.name: _metric(metric) for metric in facts.from_change},
        time_by_phase=facts.time_by_phase,
        longest_silence=_silence(facts.silence) if facts.silence else None,
        diagnostics=list(diagnostics),
    )


def _metric(metric: Metric) -> MetricJson:
    return MetricJson(
        seconds=metric.seconds,
        start=metric.start,
        end=metric.end,
        basis=metric.basis,
        unavailable=metric.unavailable,
        support_seconds=metric.supported,
    )


def _silence(silence: Silence) -> SilenceJson:
    return SilenceJson(seconds=silence.seconds, start=silence.start.at, end=silence.end.at)


def encode(documents: PostmortemJson | Sequence[PostmortemJson]) -> bytes:
    """Return one incident as a JSON object, several as an array, indented; pictures go by their targets."""
    plain = msgspec.to_builtins(documents)
    _without_pictures(plain)
    return msgspec.json.format(msgspec.json.encode(plain), indent=2) + b"\n"


def schema() -> bytes:
    """Return the JSON Schema of one incident's object."""
    return msgspec.json.format(msgspec.json.encode(msgspec.json.schema(PostmortemJson)), indent=2) + b"\n"


class _Shelves:
    """Sorts the sections' blocks by kind; a section without a kind stays with the section it belongs to."""

    def __init__(self, postmortem: Postmortem) -> None:
        self.headings: list[HeadingJson] = []
        self.others: list[OtherSectionJson] = []
        self._blocks: dict[SectionKind, list[Block]] = {}
        for section in postmortem.sections:
            self._sort(section)

    def of(self, kind: SectionKind) -> list[Block]:
        """Return the blocks of all sections of `kind`."""
        return self._blocks.get(kind, [])

    def _sort(self, section: Section, inside: list[Block] | None = None) -> None:
        if section.kind is not None:
            self.headings.append(
                HeadingJson(kind=section.kind, heading=text_of(section.heading), level=section.level, line=section.line)
            )
            blocks = self._blocks.setdefault(section.kind, [])
        elif inside is None:
            blocks = []
            self.others.append(OtherSectionJson(text_of(section.heading), blocks))
        else:
            blocks = inside
            blocks.append(Header(min(section.level, 6), section.heading, line=section.line))
        blocks += _blocks(section.content)
        for child in section.children:
            self._sort(child, blocks)


def _blocks(content: Sequence[Content]) -> list[Block]:
    return [part for part in content if not isinstance(part, FieldRun | EventRun | ActionRun)]


def _columns(postmortem: Postmortem, kind: type[EventRun | ActionRun]) -> list[str]:
    """Return the tables' headings, without those that stand as labels beside the rows' details."""
    found: list[str] = []
    for run in postmortem.contents():
        if isinstance(run, EventRun | ActionRun) and isinstance(run, kind):
            rows = run.events if isinstance(run, EventRun) else run.items
            said = {detail.label for row in rows for detail in row.details}
            found += [column for column in run.columns if column and column not in said]
    return found


def _field(run: HeaderField) -> FieldJson:
    return FieldJson(
        name=run.name, label=run.label, value=text_of(run.value), placeholder=run.placeholder, line=run.line
    )


def _event(event: TimelineEvent) -> EventJson:
    return EventJson(
        start=event.start,
        end=event.end,
        day=event.day,
        approximate=event.approximate,
        text=event.text,
        milestone=event.milestone,
        line=event.line,
        written=event.written,
        basis=event.basis,
        actor=event.actor,
        details=[DetailJson(detail.label, text_of(detail.value)) for detail in event.details],
        blocks=list(_beside_text(event.content)),
    )


def _action(item: ActionItem) -> ActionJson:
    first = item.content[:1] if item.action else ()
    return ActionJson(
        priority=item.priority,
        kind=item.kind,
        action=item.action,
        owner=item.owner,
        due=item.due,
        due_text=item.due_text,
        status=item.status,
        status_text=item.status_text,
        links=list(item.links),
        labels=list(item.labels),
        line=item.line,
        details=[DetailJson(detail.label, text_of(detail.value)) for detail in item.details],
        blocks=[*_beside_text(first), *item.content[len(first) :]],
    )


def _beside_text(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield what the plain text of `blocks` leaves out: logs, tables, quotations and footnotes."""
    for block in blocks:
        match block:
            case Para(content) | Plain(content):
                yield from _notes(content)
            case BulletList(items) | OrderedList(items):
                for item in items:
                    yield from _beside_text(item.content)
            case Header() | CodeBlock() | BlockQuote() | Table() | DefinitionList() | HorizontalRule():
                yield block


def _notes(content: Inlines) -> Iterator[Block]:
    inline: Inline
    for inline in content:
        match inline:
            case Note(inner):
                yield from inner
            case Emph(below) | Strong(below) | Strikeout(below) | Link(content=below):
                yield from _notes(below)
            case SoftBreak() | LineBreak() | _:
                pass


def _without_pictures(plain: object) -> None:
    """Drop the bytes of every picture, in place."""
    if isinstance(plain, list | tuple):
        for part in plain:
            _without_pictures(part)
    elif isinstance(plain, dict):
        if plain.get("type") == "Image":
            plain["picture"] = None
        for part in plain.values():
            _without_pictures(part)
