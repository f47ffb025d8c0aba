"""A postmortem as its author meant it. Internal: nothing here may reach a customer report.

The source is kept as a tree of sections in the order it was written. What was understood (header fields, timeline
events, action items) stands in the tree at its place as a run of typed values, so that every word of the source is held
exactly once; the properties of `Postmortem` collect the runs.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TypeAlias

from msgspec import Struct

from pmexport.model.prose import Block, Inline
from pmexport.model.terms import (
    ActionStatus,
    DocumentStatus,
    FieldName,
    IncidentStatus,
    MetricName,
    Milestone,
    SectionKind,
)


class Severity(Struct, frozen=True, kw_only=True):
    """A severity as written and, where its scheme is known, its level: 0 is the worst, 4 the least."""

    label: str
    level: int | None
    line: int = 0


class WrittenStatus(Struct, frozen=True, kw_only=True):
    """A status as written, and what it says of the document or of the incident where that is certain."""

    text: str
    document: DocumentStatus | None = None
    incident: IncidentStatus | None = None
    line: int = 0


class StatedLength(Struct, frozen=True, kw_only=True):
    """A length of time that the author states. `seconds` is None where the text could not be read with certainty."""

    name: MetricName
    seconds: int | None
    text: str
    line: int = 0


class StatedMoment(Struct, frozen=True, kw_only=True):
    """A milestone that a header field dates, as in ``Detected: 14:26``."""

    milestone: Milestone
    at: dt.datetime
    text: str
    line: int = 0


class HeaderField(Struct, frozen=True, kw_only=True, tag=True):
    """A ``label: value`` of the document's head, in place; `name` is None for a label that is not known.

    `below` says how many lines under its label the value begins.
    """

    name: FieldName | None
    label: str
    value: tuple[Inline, ...]
    line: int = 0
    placeholder: bool = False
    below: int = 0


class Detail(Struct, frozen=True, kw_only=True):
    """What stands in a further column of an event's or action's row, with the column's heading."""

    label: str
    value: tuple[Inline, ...]


class TimelineEvent(Struct, frozen=True, kw_only=True, tag=True):
    """Something that happened. `start` and `end` carry a zone where one is known.

    `start` is None where no time of day is; `day` may be known all the same. `written` is the time as the author wrote
    it, `text` the words of `content` on one line, `basis` what made it a milestone (a marker, a column, the words that
    decided).
    """

    start: dt.datetime | None
    end: dt.datetime | None = None
    day: dt.date | None = None
    approximate: bool = False
    written: str = ""
    text: str
    content: tuple[Block, ...]
    milestone: Milestone | None = None
    basis: str | None = None
    actor: str | None = None
    details: tuple[Detail, ...] = ()
    line: int = 0


class ActionItem(Struct, frozen=True, kw_only=True, tag=True):
    """A promise. `due` only where the written date is certain; `due_text` and `status_text` are as written.

    `content` is what `action` says with its marks and links, and whatever stands below it. `labels` are the words that
    named the owner, the due date and the like, where they stood in the text and not in a table's head.
    """

    priority: str | None = None
    kind: str | None = None
    action: str
    content: tuple[Block, ...]
    owner: str | None = None
    due: dt.date | None = None
    due_text: str | None = None
    status: ActionStatus | None = None
    status_text: str | None = None
    links: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    details: tuple[Detail, ...] = ()
    line: int = 0
    placeholder: bool = False


class FieldRun(Struct, frozen=True, tag=True):
    """Header fields that stand together."""

    fields: tuple[HeaderField, ...]


class EventRun(Struct, frozen=True, tag=True):
    """Timeline events that stand together, in the order written. `columns` are the table's headings, if it was one."""

    events: tuple[TimelineEvent, ...]
    columns: tuple[str, ...] = ()


class ActionRun(Struct, frozen=True, tag=True):
    """Action items that stand together, in the order written."""

    items: tuple[ActionItem, ...]
    columns: tuple[str, ...] = ()


Content: TypeAlias = Block | FieldRun | EventRun | ActionRun


class Section(Struct, frozen=True, kw_only=True, tag=True):
    """A heading and what stands under it. `kind` is None where the heading says nothing we know.

    `heading` is as written; `title` is its plain text without numbering, emoji and trailing punctuation; `qualifier`
    what stood in brackets in it. `placeholder` says that it holds guidance or blanks only.
    """

    kind: SectionKind | None
    heading: tuple[Inline, ...]
    title: str
    qualifier: str = ""
    level: int
    content: tuple[Content, ...] = ()
    children: tuple[Section, ...] = ()
    line: int = 0
    placeholder: bool = False

    def walk(self) -> Iterator[Section]:
        """Yield this section and all below it, in the order written."""
        yield self
        for child in self.children:
            yield from child.walk()


class Postmortem(Struct, frozen=True, kw_only=True):
    """One incident's postmortem. `lead` is what stands before the first section.

    `heading` is the title as written, with what `title` leaves out ("Incident Postmortem:"). `date` is the day the
    incident started, `timezone` the zone's name as a reader would write it.
    """

    title: str
    heading: tuple[Inline, ...] = ()
    heading_line: int = 0
    incident_id: str | None = None
    date: dt.date | None = None
    timezone: str | None = None
    language: str = "en"
    severity: Severity | None = None
    document_status: WrittenStatus | None = None
    incident_status: WrittenStatus | None = None
    authors: tuple[str, ...] = ()
    reviewers: tuple[str, ...] = ()
    classification: str | None = None
    stated: tuple[StatedLength, ...] = ()
    moments: tuple[StatedMoment, ...] = ()
    lead: tuple[Content, ...] = ()
    sections: tuple[Section, ...] = ()

    def walk(self) -> Iterator[Section]:
        """Yield every section, in the order written."""
        for section in self.sections:
            yield from section.walk()

    def contents(self) -> Iterator[Content]:
        """Yield what stands before the first section and in every section, in the order written."""
        yield from self.lead
        for section in self.walk():
            yield from section.content

    @property
    def fields(self) -> tuple[HeaderField, ...]:
        """Every header field, in the order written."""
        return tuple(field for run in self.contents() if isinstance(run, FieldRun) for field in run.fields)

    @property
    def timeline(self) -> tuple[TimelineEvent, ...]:
        """Every timeline event, in the order written."""
        return tuple(event for run in self.contents() if isinstance(run, EventRun) for event in run.events)

    @property
    def action_items(self) -> tuple[ActionItem, ...]:
        """Every action item, in the order written."""
        return tuple(item for run in self.contents() if isinstance(run, ActionRun) for item in run.items)
