"""A report as a writer draws it: the closed set of sections, everything already decided and phrased.

A writer never formats a number or a date, never chooses an order and never sees a postmortem. All words that two
formats must agree on are here; what one format alone can know (page breaks, table grids, tags) is the writer's.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from pmexport.model.options import Paper
from pmexport.model.prose import Block, Inline, Para, Plain, text_of
from pmexport.model.terms import Audience, Milestone, Phase


class BadgeScheme(StrEnum):
    """Which set of marks a badge belongs to; the theme has a style for each key of each scheme."""

    SEVERITY = "severity"
    DOCUMENT = "document"
    INCIDENT = "incident"
    PRIORITY = "priority"
    ACTION = "action"


class Badge(Struct, frozen=True, kw_only=True):
    """A word set as a mark.

    Keys: severity and priority ``0`` to ``4`` or ``none``; document ``draft review final none``; incident
    ``active mitigated resolved none``; action ``done in_progress not_started blocked cancelled none``.
    """

    scheme: BadgeScheme
    key: str
    label: str


class LabelledFact(Struct, frozen=True, kw_only=True):
    """A short fact of the masthead; a date stands without a label."""

    label: str
    value: tuple[Inline, ...]


class Masthead(Struct, frozen=True, kw_only=True, tag=True):
    """The head of the first page: what this is, its title, badges and the facts of the header."""

    anchor: str
    heading: str
    kicker: str
    badges: tuple[Badge, ...] = ()
    facts: tuple[LabelledFact, ...] = ()


class KeyFigure(Struct, frozen=True, kw_only=True):
    """One figure of the strip. `recorded` is False where `value` says that it could not be had."""

    value: str
    label: str
    note: str = ""
    recorded: bool = True


class KeyFigures(Struct, frozen=True, kw_only=True, tag=True):
    """The strip of figures. Its heading is for the contents list and for assistive technology, not printed.

    `missing` names in one line, where they are many, the figures that could not be had; they are not in the strip then.
    """

    anchor: str
    heading: str
    figures: tuple[KeyFigure, ...]
    missing: str = ""


class Narrative(Struct, frozen=True, kw_only=True, tag=True):
    """A heading and running text. `lead` sets the text large and prints no heading (the summary).

    `line`, here and in whatever else has one, is the line of the source that it stands on; 0 where there is none.
    """

    anchor: str
    heading: str
    blocks: tuple[Block, ...]
    lead: bool = False
    line: int = 0


class Column(Struct, frozen=True, kw_only=True):
    """One of the groups of a `Columns` section."""

    anchor: str
    heading: str
    blocks: tuple[Block, ...]
    line: int = 0


class Columns(Struct, frozen=True, kw_only=True, tag=True):
    """Groups that belong together, side by side where they are short, else one under the other.

    `intro` stands above them, `rest` below.
    """

    anchor: str
    heading: str
    intro: tuple[Block, ...] = ()
    columns: tuple[Column, ...]
    rest: tuple[Block, ...] = ()
    side_by_side: bool
    line: int = 0


class ChartEvent(Struct, frozen=True, kw_only=True):
    """An event as a mark on the chart. `row` is the anchor of its row in the event table.

    `clock` and `distance` (from impact start) are finished words; `label` is the milestone's name, or empty; `text` the
    event's own words, for a tooltip.
    """

    start: dt.datetime
    end: dt.datetime | None = None
    approximate: bool = False
    clock: str
    distance: str = ""
    milestone: Milestone | None = None
    label: str = ""
    text: str
    row: str


class Band(Struct, frozen=True, kw_only=True):
    """A phase on the chart: its name, its length in words, from and to."""

    phase: Phase
    name: str
    length: str
    start: dt.datetime
    end: dt.datetime


class Bracket(Struct, frozen=True, kw_only=True):
    """The stretch of customer impact under the axis, with its label."""

    label: str
    start: dt.datetime
    end: dt.datetime


class Day(Struct, frozen=True, kw_only=True):
    """A day that the timeline touches: its midnight and its name in full and short form."""

    start: dt.datetime
    label: str
    short: str


class Reading(Struct, frozen=True, kw_only=True):
    """A value read off an event, between 0 and 100."""

    at: dt.datetime
    value: float
    label: str


class ReadingSeries(Struct, frozen=True, kw_only=True):
    """Readings of one quantity, with what it is and the sentence that says what is read and what is drawn."""

    name: str
    note: str
    readings: tuple[Reading, ...]


class Timeline(Struct, frozen=True, kw_only=True, tag=True):
    """The timeline as a chart. `events` are in time order; all datetimes have a zone or none has.

    `description` says in words what the chart shows and is its text alternative; `compressed` is the chart's own word
    for a gap that was cut short, with ``{length}`` in it; `cluster` the word for several marks in one, with
    ``{count}``. `units` say so many days, hours and minutes, and what stands between them.
    """

    anchor: str
    heading: str
    note: str
    events: tuple[ChartEvent, ...]
    bands: tuple[Band, ...] = ()
    impact: Bracket | None = None
    days: tuple[Day, ...] = ()
    readings: ReadingSeries | None = None
    description: str
    compressed: str = "{length}"
    cluster: str = "{count}"
    units: tuple[str, str, str, str] = ("{count} d", "{count} h", "{count} min", " ")


class EventRow(Struct, frozen=True, kw_only=True):
    """A row of the event table.

    `day`, where given, is a sub-heading to print above the row, then `before` as text over the table's full width.
    A row whose words are the name of its milestone, or begin with it, ``Mitigated: …``, needs no `tag` to say it again.
    """

    anchor: str
    day: str = ""
    clock: str
    datetime: str = ""
    approximate: bool = False
    distance: str = ""
    actor: str = ""
    blocks: tuple[Block, ...]
    milestone: str = ""
    phase: Phase | None = None
    before: tuple[Block, ...] = ()
    line: int = 0

    @property
    def tag(self) -> str:
        """The milestone's name, to stand behind the words; nothing where they begin with it."""
        first = self.blocks[0] if self.blocks else None
        words = text_of(first.content) if isinstance(first, Para | Plain) else ""
        said = words.partition(":")[0]
        return "" if said.strip().casefold() == self.milestone.casefold() else self.milestone


class EventTable(Struct, frozen=True, kw_only=True, tag=True):
    """Every event in full. Empty column headings are columns that this table does not have.

    `intro` and `rest` are what the author wrote around the table.
    """

    anchor: str
    heading: str
    intro: tuple[Block, ...] = ()
    clock_heading: str
    distance_heading: str = ""
    actor_heading: str = ""
    event_heading: str
    rows: tuple[EventRow, ...]
    rest: tuple[Block, ...] = ()
    line: int = 0


class ActionRow(Struct, frozen=True, kw_only=True):
    """A row of the action table. `due_date` is ISO 8601 for sorting, or empty; `late` is said in words in `due`."""

    anchor: str
    priority: Badge | None = None
    blocks: tuple[Block, ...]
    kind: str = ""
    owner: str = ""
    due: str = ""
    due_date: str = ""
    late: bool = False
    status: Badge | None = None
    status_note: str = ""
    details: tuple[LabelledFact, ...] = ()
    line: int = 0


class ActionGroup(Struct, frozen=True, kw_only=True):
    """Actions that the author put under one sub-heading; the heading may be empty."""

    heading: str = ""
    intro: tuple[Block, ...] = ()
    rows: tuple[ActionRow, ...]
    rest: tuple[Block, ...] = ()


class ActionTable(Struct, frozen=True, kw_only=True, tag=True):
    """Every action item. Empty column headings are columns that this table does not have.

    `segments` are the status keys of the bar that shows the share done, in the bar's order; `progress` and `outlook`
    are the words over it, left and right. `statuses` are the keys of all statuses with their words.
    """

    anchor: str
    heading: str
    intro: tuple[Block, ...] = ()
    progress: str = ""
    outlook: str = ""
    segments: tuple[str, ...] = ()
    priority_heading: str = ""
    action_heading: str
    kind_heading: str = ""
    owner_heading: str = ""
    due_heading: str = ""
    status_heading: str = ""
    groups: tuple[ActionGroup, ...]
    rest: tuple[Block, ...] = ()
    line: int = 0
    statuses: tuple[tuple[str, str], ...] = ()


def columns_of(table: ActionTable, group: ActionGroup) -> ActionTable:
    """Return `table` with the headings of those columns alone in which a row of `group` says something."""
    said = {
        "priority_heading": any(row.priority for row in group.rows),
        "kind_heading": any(row.kind for row in group.rows),
        "owner_heading": any(row.owner for row in group.rows),
        "due_heading": any(row.due for row in group.rows),
        "status_heading": any(row.status or row.status_note for row in group.rows),
    }
    return replace(table, **{name: "" for name, filled in said.items() if not filled})


class Finding(Struct, frozen=True, kw_only=True):
    """One thing the reader of the report must know about its facts."""

    title: str
    text: str


class Findings(Struct, frozen=True, kw_only=True, tag=True):
    """Where the report's own figures disagree. Printed as a note without a heading of its own."""

    anchor: str
    heading: str
    items: tuple[Finding, ...]


Section: TypeAlias = Masthead | KeyFigures | Narrative | Timeline | EventTable | ActionTable | Columns | Findings


class Marks(Struct, frozen=True, kw_only=True):
    """What stands in the running header and footer. `draft` is the word to mark each page with, or empty."""

    title: str
    incident_id: str = ""
    kind: str = ""
    classification: str = ""
    draft: str = ""


class Labels(Struct, frozen=True, kw_only=True):
    """The page's own words, in the report's language. ``{…}`` stand for values that only a writer knows."""

    contents: str
    page_of: str
    footnotes: str
    addresses: str
    back_to_text: str
    skip_to_content: str
    show: str
    show_all: str
    show_open: str
    show_milestones: str
    owner: str
    any_owner: str
    sort_by: str
    copy: str
    copied: str
    permalink: str
    picture_missing: str
    done: str
    not_done: str
    figure: str = "Figure {number}"
    logo: str = "Logo"


class Properties(Struct, frozen=True, kw_only=True):
    """The document's own properties: made from the report, never from a path. `date` is ISO 8601 or empty."""

    title: str
    authors: tuple[str, ...] = ()
    subject: str = ""
    keywords: tuple[str, ...] = ()
    date: str = ""


class Report(Struct, frozen=True, kw_only=True):
    """A whole report, in the order to print."""

    audience: Audience
    language: str
    direction: str = "ltr"
    paper: Paper
    marks: Marks
    labels: Labels
    properties: Properties
    sections: tuple[Section, ...]
