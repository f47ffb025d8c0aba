"""The shape of what `inspect` prints: the published contract, one key after the other."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from msgspec import Struct, field

from pmexport.model.diagnostic import Diagnostic
from pmexport.model.prose import Block
from pmexport.model.terms import ActionStatus, FieldName, MetricName, Milestone, Phase, SectionKind


class SeverityJson(Struct, frozen=True):
    """A severity as written and its level, 0 the worst; null where no scheme knows the label."""

    label: str
    level: int | None


class FieldJson(Struct, frozen=True, kw_only=True):
    """A header field as written."""

    name: FieldName | None
    label: str
    value: str
    placeholder: bool
    line: int


class HeadingJson(Struct, frozen=True, kw_only=True):
    """The heading of a section whose text stands under a key of its own."""

    kind: SectionKind
    heading: str
    level: int
    line: int


class ImpactJson(Struct, frozen=True, kw_only=True):
    """The impact by group."""

    user: list[Block] = field(default_factory=list)
    business: list[Block] = field(default_factory=list)
    technical: list[Block] = field(default_factory=list)
    other: list[Block] = field(default_factory=list)


class CausesJson(Struct, frozen=True, kw_only=True):
    """The causes by kind."""

    root_cause: list[Block] = field(default_factory=list)
    contributing_factors: list[Block] = field(default_factory=list)
    trigger: list[Block] = field(default_factory=list)


class ResponseJson(Struct, frozen=True, kw_only=True):
    """How it was handled; `other` is what stands outside the three reviews."""

    went_well: list[Block] = field(default_factory=list)
    went_wrong: list[Block] = field(default_factory=list)
    lucky: list[Block] = field(default_factory=list)
    other: list[Block] = field(default_factory=list)


class DetailJson(Struct, frozen=True):
    """What a further column holds."""

    label: str
    value: str


class EventJson(Struct, frozen=True, kw_only=True):
    """A timeline event. `written` is its time as written; `blocks` what is no running text: logs, tables, notes."""

    start: dt.datetime | None
    end: dt.datetime | None
    day: dt.date | None
    approximate: bool
    text: str
    milestone: Milestone | None
    line: int
    written: str
    basis: str | None
    actor: str | None
    details: list[DetailJson]
    blocks: list[Block]


class ActionJson(Struct, frozen=True, kw_only=True):
    """An action item; `blocks` is what stands below it."""

    priority: str | None
    kind: str | None
    action: str
    owner: str | None
    due: dt.date | None
    due_text: str | None
    status: ActionStatus | None
    status_text: str | None
    links: list[str]
    line: int
    labels: list[str]
    details: list[DetailJson]
    blocks: list[Block]


class OtherSectionJson(Struct, frozen=True):
    """A section of no known kind, with all below it."""

    heading: str
    blocks: list[Block]


class MetricJson(Struct, frozen=True, kw_only=True, rename={"start": "from", "end": "to"}):
    """A computed length of time, or why it cannot be had."""

    seconds: int | None
    start: dt.datetime | None
    end: dt.datetime | None
    basis: str
    unavailable: str | None
    support_seconds: int | None = None


class SilenceJson(Struct, frozen=True, kw_only=True, rename={"start": "from", "end": "to"}):
    """The longest time between two events while the impact lasted."""

    seconds: int
    start: dt.datetime
    end: dt.datetime


class PostmortemJson(Struct, frozen=True, kw_only=True):
    """What `inspect` prints of one incident."""

    schema_version: Literal[1] = 1
    title: str
    heading: str
    incident_id: str | None
    date: dt.date | None
    timezone: str | None
    language: str
    severity: SeverityJson | None
    document_status: str | None
    incident_status: str | None
    authors: list[str]
    reviewers: list[str]
    classification: str | None
    stated: dict[MetricName, int | None]
    header: list[FieldJson]
    headings: list[HeadingJson]
    lead: list[Block]
    summary: list[Block]
    impact: ImpactJson
    timeline: list[EventJson]
    timeline_notes: list[Block]
    causes: CausesJson
    detection: list[Block]
    response: ResponseJson
    action_items: list[ActionJson]
    action_notes: list[Block]
    lessons: list[Block]
    references: list[Block]
    appendix: list[Block]
    communication: list[Block]
    customer_summary: list[Block]
    leadership_summary: list[Block]
    other_sections: list[OtherSectionJson]
    columns: dict[Literal["timeline", "action_items"], list[str]]
    sections: list[SectionKind]
    metrics: dict[MetricName, MetricJson]
    metrics_from_change: dict[MetricName, MetricJson]
    time_by_phase: dict[Phase, int]
    longest_silence: SilenceJson | None
    diagnostics: list[Diagnostic]
