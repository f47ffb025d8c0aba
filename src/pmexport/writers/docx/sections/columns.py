"""Groups that belong together, side by side where they are short."""

from __future__ import annotations

from msgspec.structs import replace

from pmexport.model.report import Column, Columns
from pmexport.writers.docx.manuscript import Manuscript, Place
from pmexport.writers.docx.markup import Element, kept_with_next, settled
from pmexport.writers.docx.prose import blocks
from pmexport.writers.docx.sections.heading import heading
from pmexport.writers.docx.table import Cell, Row, table

_GUTTER = 15.6


def columns(section: Columns, manuscript: Manuscript) -> list[Element]:
    """Return the groups as one row of a table, each under its heading, or one under the other."""
    body = manuscript.body()
    groups = _abreast(section, manuscript) if section.side_by_side else _stacked(section, manuscript)
    head = [heading(section.heading, section.anchor, manuscript, line=section.line)] if section.heading else []
    return [
        *head,
        *kept_with_next(blocks(section.intro, body, manuscript)),
        *groups,
        *blocks(section.rest, body, manuscript),
    ]


def _abreast(section: Columns, manuscript: Manuscript) -> list[Element]:
    """Return a table of one row: heading and text share a cell, so that they are read one after the other.

    The rule over each group is its heading's own and ends with the text, which leaves white between the groups.
    """
    width = (manuscript.width + _GUTTER) / len(section.columns)
    place = replace(manuscript.body(), width=width - _GUTTER, heading=3)
    # Groups of a section without a heading rank as sections do.
    rank = 0 if section.heading else 1
    cells = tuple(
        Cell(content=tuple(_group(column, "ColumnHeading", place, manuscript, rank))) for column in section.columns
    )
    row = Row(cells=cells, header=True, whole=True)
    widths = [*[width] * (len(cells) - 1), width - _GUTTER]
    return settled([table("ColumnsTable", widths, [row], title=_title(section))])


def _stacked(section: Columns, manuscript: Manuscript) -> list[Element]:
    place = replace(manuscript.body(), heading=3)
    return [element for column in section.columns for element in _group(column, "Heading2", place, manuscript)]


def _title(section: Columns) -> str:
    """Return what the table of the groups is called for those who do not see it."""
    return section.heading or ", ".join(column.heading for column in section.columns)


def _group(column: Column, style: str, place: Place, manuscript: Manuscript, rank: int = 0) -> list[Element]:
    text = blocks(column.blocks, place, manuscript)
    return [heading(column.heading, column.anchor, manuscript, style, column.line, rank=rank), *text]
