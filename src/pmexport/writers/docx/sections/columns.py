"""Groups that belong together, side by side where they are short."""

from __future__ import annotations

from msgspec.structs import replace

from pmexport.model.report import Column, Columns
from pmexport.writers.docx.manuscript import Manuscript, Place
from pmexport.writers.docx.markup import Element, settled
from pmexport.writers.docx.prose import blocks
from pmexport.writers.docx.sections.heading import heading
from pmexport.writers.docx.table import Cell, Row, table

_GUTTER = 15.6


def columns(section: Columns, manuscript: Manuscript) -> list[Element]:
    """Return the groups as one row of a table, each under its heading, or one under the other."""
    body = manuscript.body()
    groups = _abreast(section, manuscript) if section.side_by_side else _stacked(section, manuscript)
    return [
        heading(section.heading, section.anchor, manuscript, line=section.line),
        *blocks(section.intro, body, manuscript),
        *groups,
        *blocks(section.rest, body, manuscript),
    ]


def _abreast(section: Columns, manuscript: Manuscript) -> list[Element]:
    """Return a table of one row: heading and text share a cell, so that they are read one after the other.

    The rule over each group is its heading's own and ends with the text, which leaves white between the groups.
    """
    width = (manuscript.width + _GUTTER) / len(section.columns)
    place = replace(manuscript.body(), width=width - _GUTTER, heading=3)
    cells = tuple(Cell(content=tuple(_group(column, "ColumnHeading", place, manuscript))) for column in section.columns)
    row = Row(cells=cells, header=True, whole=True)
    widths = [*[width] * (len(cells) - 1), width - _GUTTER]
    return settled([table("ColumnsTable", widths, [row], title=section.heading)])


def _stacked(section: Columns, manuscript: Manuscript) -> list[Element]:
    place = replace(manuscript.body(), heading=3)
    return [element for column in section.columns for element in _group(column, "Heading2", place, manuscript)]


def _group(column: Column, style: str, place: Place, manuscript: Manuscript) -> list[Element]:
    text = blocks(column.blocks, place, manuscript)
    return [heading(column.heading, column.anchor, manuscript, style, column.line), *text]
