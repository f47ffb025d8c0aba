"""How much of a page a briefing takes, so that it is given no more than one page holds.

The figures are those of the page's style sheet, in rem (the size of body text) or in lines of a type size; widths come
from the theme's own faces. They err on the high side: Word, which nobody can measure from here, sets some things wider.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from pmexport.chart.canvas import Canvas
from pmexport.chart.timeline import draw
from pmexport.model.options import Paper
from pmexport.model.prose import Block, BulletList, DefinitionList, Para, Plain, text_of
from pmexport.model.report import (
    ActionRow,
    ActionTable,
    Column,
    Columns,
    EventTable,
    Findings,
    KeyFigures,
    Masthead,
    Narrative,
    Section,
    Timeline,
)
from pmexport.theme.fonts import face, text_width
from pmexport.theme.theme import Theme

_POINTS_A_MILLIMETRE = 72 / 25.4
# The narrower of A4 and Letter in millimetres, and the height of each.
_WIDTH = 210.0
_LETTER, _A4 = 279.4, 297.0
# What Word may need beyond what was reckoned.
_SPARE = 6.0
# Words do not fill their lines to the end.
_RAGGED = 0.94
_BADGE_ROOM, _FACT_GAP = 16.0, 10.0
_BULLET = 11.0
# What stands between two sections in rem, and what Word adds below groups that stand abreast.
_APART, _BELOW_COLUMNS = 1.65, 0.9
# A column beside the actions: its share of the width on a page, and the most that Word gives it in points.
_SHARE, _WIDEST = 0.155, 78.0
_MARK = 12.0


class Sheet:
    """One page of a theme: how much room it has, and how much of it a section takes, all in points."""

    def __init__(self, theme: Theme, paper: Paper, language: str) -> None:
        self._theme = theme
        self._charts: dict[str, float] = {}
        page = theme.page
        self.width = (_WIDTH - page.margin_left - page.margin_right) * _POINTS_A_MILLIMETRE
        self.height = (_height(theme, paper, language) - page.margin_top - page.margin_bottom) * _POINTS_A_MILLIMETRE
        self._sizes = theme.type.sizes
        self._rem = self._sizes["body"]
        self.height -= _SPARE
        if theme.legal:
            self.height -= 2 * self._rem + self._lines(theme.legal, "note", self.width) * self._sizes["note"] * 1.5

    def room(self, sections: Iterable[Section]) -> float:
        """Return how high `sections` stand, one under the other."""
        return sum(map(self._room, sections))

    def _room(self, section: Section) -> float:
        match section:
            case Masthead():
                return self._masthead(section)
            case KeyFigures():
                return self._key_figures(section)
            case Narrative():
                size, above = ("lead", 1.0) if section.lead else ("body", _APART)
                heading = self._heading() if section.heading and not section.lead else 0
                return above * self._rem + heading + self._blocks(section.blocks, size, self.width)
            case Timeline():
                heading = self._heading() if section.heading else 0
                return _APART * self._rem + heading + self._chart(section)
            case Columns():
                return self._columns(section)
            case ActionTable():
                return self._action_table(section)
            case EventTable() | Findings():
                # A briefing has none.
                return self.height
            case _:
                assert_never(section)

    def _chart(self, section: Timeline) -> float:
        if section.description not in self._charts:
            self._charts[section.description] = draw(section, self._theme, Canvas(width=self.width)).height
        return self._charts[section.description]

    def _masthead(self, section: Masthead) -> float:
        title = self._lines(section.heading, "title", self.width, weight=700) * self._sizes["title"] * 1.14
        wide = [self._width(badge.label, "note", 600) + _BADGE_ROOM for badge in section.badges]
        wide += [self._width(text_of(fact.value), "small", 600) + _FACT_GAP for fact in section.facts]
        lines = max(1, round(sum(wide) / self.width + 0.5)) if wide else 0
        return self._line("small") + 0.3 * self._rem + title + 0.75 * self._rem + lines * 2.1 * self._rem

    def _key_figures(self, section: KeyFigures) -> float:
        count = len(section.figures)
        width = (self.width + 1.4 * self._rem) / max(count, 3) - 1.4 * self._rem
        high = max(
            (
                self._lines(one.value, "figure", width, weight=700) * self._sizes["figure"] * 1.3
                + self._lines(one.label, "note", width) * self._line("note")
                + (self._lines(one.note, "note", width) * self._line("note") if one.note else 0)
                for one in section.figures
            ),
            default=0.0,
        )
        return 2.9 * self._rem + high

    def _columns(self, section: Columns) -> float:
        count = len(section.columns)
        gap = 1.65 * self._rem
        width = (self.width + gap) / count - gap
        high = max(self._column(column, width) for column in section.columns)
        return (_APART + _BELOW_COLUMNS) * self._rem + (self._heading() if section.heading else 0) + high

    def _column(self, column: Column, width: float) -> float:
        heading = self._lines(column.heading, "lead", width, weight=600) * self._sizes["lead"] * 1.4
        return 0.85 * self._rem + heading + self._blocks(column.blocks, "small", width)

    def _blocks(self, blocks: Iterable[Block], size: str, width: float) -> float:
        return sum(self._block(block, size, width) for block in blocks)

    def _block(self, block: Block, size: str, width: float) -> float:
        match block:
            case Para(content) | Plain(content):
                leading = 1.52 if size == "lead" else 1.5
                return self._lines(text_of(content), size, width) * self._sizes[size] * leading + 0.3 * self._rem
            case BulletList(items):
                inner = width - _BULLET
                return sum(self._blocks(item.content, size, inner) for item in items)
            case DefinitionList(items):
                return sum(
                    self._lines(text_of(one.term), size, width) * self._line(size)
                    + self._blocks(one.content, size, width)
                    for one in items
                )
            case _:
                # A briefing is made of the three above.
                return self.height

    def _action_table(self, section: ActionTable) -> float:
        progress = self._width(section.progress, "small", 600) + self._width(section.outlook, "small", 400)
        lines = 2 if progress > self.width * _RAGGED - 1.5 * self._rem else 1
        bar = 1.3 * self._rem if section.segments else 0
        rows = [row for group in section.groups for row in group.rows]
        table = 2.1 * self._rem + sum(self._row(row, section) for row in rows) if rows else 0
        rest = self._blocks(section.rest, "body", self.width) + 0.9 * self._rem if section.rest else 0
        return _APART * self._rem + self._heading() + lines * self._line("small") + 0.4 * self._rem + bar + table + rest

    def _row(self, row: ActionRow, section: ActionTable) -> float:
        """Return how high a row stands in the narrower of the columns that the writers give it."""
        pad = 0.9 * self._rem
        beside = [
            (section.owner_heading, row.owner, 0.0),
            (section.due_heading, row.due, 0.0),
            (section.status_heading, row.status.label if row.status else "", _MARK),
        ]
        taken = sum(
            max(_SHARE * self.width, min(_WIDEST, self._width(text, "small", 600) + mark + pad))
            for heading, text, mark in beside
            if heading
        )
        action = self.width - taken - (4.4 * self._rem if section.priority_heading else 0) - pad
        lines = max(
            sum(
                self._lines(text_of(block.content), "small", action) for block in row.blocks if isinstance(block, Plain)
            ),
            *(self._lines(text, "small", _WIDEST - mark) for _, text, mark in beside),
        )
        return lines * self._sizes["small"] * 1.45 + 0.72 * self._rem

    def _heading(self) -> float:
        return self._sizes["heading"] * 1.25 + 0.45 * self._rem

    def _line(self, size: str) -> float:
        return self._sizes[size] * 1.5

    def _lines(self, text: str, size: str, width: float, *, weight: int = 400) -> int:
        """Return over how many lines `text` runs, filling each word by word."""
        if not text:
            return 0
        space = self._width(" ", size, weight)
        lines, used = 1, 0.0
        for word in text.split():
            wide = self._width(word, size, weight)
            if used and used + space + wide > width * _RAGGED:
                lines, used = lines + 1, 0.0
            more, rest = divmod(wide, width)
            lines += int(more)
            used += (space if used else 0.0) + (rest if more else wide)
        return lines

    def _width(self, text: str, size: str, weight: int) -> float:
        kind = self._theme.type
        family = kind.display if size in {"title", "figure", "heading"} else kind.text
        return text_width(text, face(kind, family, weight), self._sizes[size])


def _height(theme: Theme, paper: Paper, language: str) -> float:
    """Return the height of the paper in millimetres; where a region will choose it, that of the lower one."""
    asked = paper if paper is not Paper.AUTO else theme.page.paper
    if asked == Paper.A4:
        return _A4
    return _LETTER if asked == Paper.LETTER or "-" in language else _A4
