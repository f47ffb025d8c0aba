"""A report as one page of HTML, for the browser or for the PDF engine; what differs between the two is its Medium."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import takewhile
from typing import assert_never

from markupsafe import Markup, escape
from msgspec import Struct

from pmexport.model.prose import Str
from pmexport.model.report import (
    ActionRow,
    ActionTable,
    Badge,
    BadgeScheme,
    Columns,
    EventRow,
    EventTable,
    Findings,
    KeyFigures,
    Masthead,
    Narrative,
    Report,
    Section,
    Timeline,
    columns_of,
)
from pmexport.model.terms import Audience
from pmexport.theme.theme import Theme
from pmexport.writers.page.anchors import Anchors
from pmexport.writers.page.prose import ProseWriter
from pmexport.writers.page.room import tall_row, unbroken
from pmexport.writers.page.shapes import shape
from pmexport.writers.templates import render

_SHORT = 18
_CLOCK = 6
_PARTS_OF_A_CLOCK = re.compile(r"[\s\u2013-]")
_FOR_THE_PAGE = ("report", "labels", "theme", "id", "prose", "inline", "mark", "entry")


class Medium(Struct, frozen=True, kw_only=True):
    """Where a page is shown. `chart` draws a timeline for it, `paint` names a colour in inline SVG."""

    chart: Callable[[Timeline], Markup]
    paint: Callable[[str], str]
    screen: bool


class Entry(Struct, frozen=True):
    """A line of the contents list."""

    id: str
    heading: str


class Page(Struct, frozen=True, kw_only=True):
    """The drawn sections and the contents list that leads to them; head and running lines are made to measure after.

    `openings` are the places in `parts` where a contents list may stand, the best first: behind all that answers a
    leader's questions, before the actions, behind the figures. `addresses` tell on paper where the links lead.
    `names` are those that the template of the whole page may use as well.
    """

    parts: tuple[Markup, ...]
    openings: tuple[int, ...]
    contents: tuple[Entry, ...]
    addresses: Markup = Markup()
    names: Mapping[str, object] = {}

    @property
    def body(self) -> Markup:
        """Return the whole of it."""
        return self.part(0)

    def part(self, start: int, end: int | None = None) -> Markup:
        """Return the parts from `start` to before `end`, as one."""
        return Markup("\n").join(self.parts[start:end])


def draw(report: Report, theme: Theme, medium: Medium) -> Page:
    """Return the sections of `report` and its footnotes as HTML."""
    return _PageWriter(report, theme, medium).page()


class _PageWriter:
    """Draws the sections of one report in order, and remembers the headings that the contents list shows.

    Its public methods are the names that templates may use.
    """

    def __init__(self, report: Report, theme: Theme, medium: Medium) -> None:
        self._report = report
        self._theme = theme
        self._medium = medium
        self._anchors = Anchors(report)
        self._prose = ProseWriter(report.labels, self._anchors, permalinks=medium.screen, paint=medium.paint)
        self._contents: list[Entry] = []
        self._names = {
            "report": report,
            "labels": report.labels,
            "theme": theme,
            "screen": medium.screen,
            "id": self._anchors.claim,
            "heading": self.heading,
            "lead": self.lead,
            "prose": self._prose.blocks,
            "inline": self._prose.inlines,
            "mark": self.mark,
            "chart": medium.chart,
            "table": table_classes,
            "event": self.event,
            "tag": self.tag,
            "event_columns": event_columns,
            "action": self.action,
            "entry": entry,
            "controls": self.controls,
            "columns": columns_of,
        }

    def page(self) -> Page:
        """Return the whole page's body."""
        sections = [
            render(template_of(section), self._theme, {**self._names, "section": section})
            for section in self._report.sections
        ]
        # A briefing has one page, and a customer's report is read on a screen.
        on_paper = not self._medium.screen and self._report.audience is Audience.FULL
        return Page(
            parts=(*map(Markup, sections), self._prose.notes()),
            openings=openings(self._report.sections),
            contents=tuple(self._contents),
            addresses=self._prose.addresses() if on_paper else Markup(),
            names={name: self._names[name] for name in _FOR_THE_PAGE},
        )

    def heading(self, section: Section) -> Markup:
        """Return the section's heading, and enter it into the contents list; a section may go on without one."""
        if not section.heading:
            return Markup()
        self._contents.append(Entry(self._anchors.upcoming(section.anchor), section.heading))
        return self._prose.heading(2, (Str(section.heading),), section.anchor)

    def lead(self, section: Section) -> str:
        """Return the id of a section that prints no heading, and enter it into the contents list if it has one."""
        identity = self._anchors.claim(section.anchor)
        if section.heading:
            self._contents.append(Entry(identity, section.heading))
        return identity

    def mark(self, badge: Badge) -> Markup:
        """Return `badge`: an action's status as a shape with its word, any other as a filled or outlined mark."""
        key = badge.key if (badge.scheme, badge.key) in self._theme.light.badges else "none"
        name = f"{badge.scheme}-{key}"
        paint = self._medium.paint
        kind = self._theme.light.badge(badge).shape
        if badge.scheme is not BadgeScheme.ACTION:
            sign = shape(kind, paint(f"pm-{name}-ink"), paint(f"pm-{name}-ground"))
            return Markup('<span class="badge {}">{}{}</span>').format(name, sign, badge.label)
        drawing = shape(kind, paint(f"pm-{name}-ink"), paint("pm-ground"))
        return Markup('<span class="state">{} {}</span>').format(drawing, badge.label)

    def controls(self, kind: str) -> Markup:
        """Return what the script needs to know of a table of `kind`, or nothing on paper."""
        return Markup(' data-table="{}"').format(kind) if self._medium.screen else Markup()

    def event(self, row: EventRow) -> str:
        """Return the classes of an event's row."""
        names = [
            f"phase-{row.phase}" if row.phase else "",
            "milestone" if row.milestone else "",
            "tall" if tall_row(row) else "",
        ]
        return " ".join(filter(None, names))

    def tag(self, row: EventRow) -> Markup:
        """Return the mark of a milestone, or nothing."""
        return Markup('<span class="tag">{}</span>').format(row.tag) if row.tag else Markup()

    def action(self, row: ActionRow) -> Markup:
        """Return what the script sorts and filters an action's row by, or nothing on paper."""
        if not self._medium.screen:
            return Markup(' class="tall"') if tall_row(row) else Markup()
        status = row.status.key if row.status else "none"
        priority = row.priority.key if row.priority else "none"
        label = row.priority.label if row.priority else ""
        return Markup(' data-priority="{}" data-label="{}" data-owner="{}" data-due="{}" data-status="{}"').format(
            priority, label, row.owner, row.due_date, status
        )


def openings(sections: Sequence[Section]) -> tuple[int, ...]:
    """Return behind how many of `sections` a contents list may stand, the best first."""
    told_first = list(takewhile(_of_overview, sections))
    actions = next((place for place, section in enumerate(told_first) if isinstance(section, ActionTable)), None)
    head = len(list(takewhile(lambda section: isinstance(section, Masthead | KeyFigures), sections)))
    places = (len(told_first), len(told_first) if actions is None else actions, head)
    return tuple(dict.fromkeys(places))


def _of_overview(section: Section) -> bool:
    """Return whether `section` belongs to what is told first: head, figures, the whole summary, chart and actions."""
    return isinstance(section, Masthead | KeyFigures | Timeline | ActionTable) or (
        isinstance(section, Narrative) and (section.lead or not section.heading)
    )


def table_classes(kind: str, rows: Sequence[EventRow | ActionRow]) -> str:
    """Return a table's classes: `kind`, and ``whole`` where no row may break, ``fixed`` for long words.

    A table of events is ``worded`` where words stand in place of a clock, for which a phone has no column.
    """
    whole = "" if any(map(tall_row, rows)) else "whole"
    fixed = "fixed" if unbroken(rows) else ""
    worded = "worded" if any(isinstance(row, EventRow) and _worded(row.clock) for row in rows) else ""
    return " ".join(filter(None, (kind, whole, fixed, worded)))


def _worded(clock: str) -> bool:
    """Return whether a part of `clock` is longer than a clock with its sign of doubt."""
    return max(map(len, _PARTS_OF_A_CLOCK.split(clock))) > _CLOCK


def entry(words: str) -> Markup:
    """Return a table's entry; a short one, such as a date, stays on one line."""
    return Markup('<span class="short">{}</span>').format(words) if len(words) <= _SHORT else escape(words)


def event_columns(table: EventTable) -> int:
    """Return how many columns `table` has."""
    return 2 + bool(table.distance_heading) + bool(table.actor_heading)


def template_of(section: Section) -> str:
    """Return the template that draws `section`."""
    match section:
        case Masthead():
            name = "masthead"
        case KeyFigures():
            name = "key_figures"
        case Narrative():
            name = "narrative"
        case Timeline():
            name = "timeline"
        case EventTable():
            name = "event_table"
        case ActionTable():
            name = "action_table"
        case Columns():
            name = "columns"
        case Findings():
            name = "findings"
        case _ as never:
            assert_never(never)
    return f"sections/{name}.html.j2"
