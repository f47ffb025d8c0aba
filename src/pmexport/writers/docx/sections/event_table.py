"""Every event in full, with the phase as a coloured edge and the milestone as a tag."""

from __future__ import annotations

from msgspec.structs import replace

from pmexport.model import prose as p
from pmexport.model.report import EventRow, EventTable
from pmexport.writers.docx.badges import padded
from pmexport.writers.docx.lengths import length
from pmexport.writers.docx.manuscript import Manuscript
from pmexport.writers.docx.markup import Element, is_paragraph, kept_with_next, paragraph, run, twips, words
from pmexport.writers.docx.prose import blocks
from pmexport.writers.docx.sections.heading import heading
from pmexport.writers.docx.slots import ThemeColour
from pmexport.writers.docx.table import Cell, Row, natural, table

_INSET = 8.0
_DIGIT = 5.3
_LONG = 900
# A day has one line over the times, unless its language needs more than this.
_WIDEST_DAY = 116.0
_TAG = "MilestoneTag"
# Half of the edge's own width: a border is drawn on the line, and the line would be the text's edge.
_SHIFT = 1.5


def event_table(section: EventTable, manuscript: Manuscript) -> list[Element]:
    """Return the heading, what the author wrote around the table, and the table between it."""
    body = manuscript.body()
    return [
        *([heading(section.heading, section.anchor, manuscript, line=section.line)] if section.heading else []),
        *kept_with_next(blocks(section.intro, body, manuscript)),
        *_table(section, manuscript),
        *blocks(section.rest, body, manuscript),
    ]


def _table(section: EventTable, manuscript: Manuscript) -> list[Element]:
    if not section.rows:
        return []
    widths = _widths(section, manuscript.width - _SHIFT)
    head = (section.clock_heading, section.distance_heading, section.actor_heading)
    titles = [title for index, title in enumerate(head) if title or not index] + [section.event_heading]
    rows = [Row(cells=_cells([(words(title, "TableHeading"),) for title in titles]), header=True)]
    for row in section.rows:
        if row.day:
            rows.append(_day(row.day, len(titles)))
        if row.before:
            rows.append(_between(row.before, len(titles), widths[-1], manuscript))
        rows.append(_row(section, row, widths[-1], manuscript))
    grid = table("ReportTable", widths, rows, indent=twips(_SHIFT), title=section.heading or section.event_heading)
    return [grid, paragraph("TableEnd")]


def _widths(section: EventTable, width: float) -> list[float]:
    clocks = [section.clock_heading, *(row.clock for row in section.rows)]
    days = natural([row.day for row in section.rows], letter=_DIGIT, widest=_WIDEST_DAY)
    widths = [_INSET + max(natural(clocks, letter=_DIGIT), days)]
    if section.distance_heading:
        widths.append(natural([section.distance_heading, *(row.distance for row in section.rows)]))
    if section.actor_heading:
        widths.append(natural([section.actor_heading, *(row.actor for row in section.rows)], widest=90))
    return [*widths, width - sum(widths)]


def _cells(contents: list[tuple[Element, ...]], edge: ThemeColour | None = None) -> tuple[Cell, ...]:
    first = Cell(content=contents[0], edge=edge, inset=_INSET)
    return (first, *(Cell(content=content) for content in contents[1:]))


def _day(day: str, columns: int) -> Row:
    """Return a row with `day` over the times; cells are not joined, since screen readers lose their place in those."""
    empty = [(paragraph("TableDay"),) for _ in range(columns - 1)]
    return Row(cells=_cells([(words(day, "TableDay"),), *empty]))


def _between(before: p.Blocks, columns: int, width: float, manuscript: Manuscript) -> Row:
    """Return a row with what stands between two events, in the column of their words."""
    empty = [(paragraph("TableText"),) for _ in range(columns - 1)]
    said = tuple(blocks(before, manuscript.cell("TableText", width), manuscript))
    return Row(cells=_cells([*empty, said]), whole=length(before) < _LONG)


def _row(section: EventTable, row: EventRow, width: float, manuscript: Manuscript) -> Row:
    strong = "TableStrong" if row.milestone else "TableText"
    clock = manuscript.bookmarks.around(row.anchor, [run(row.clock)])
    first = paragraph(strong if row.milestone else "TableSoft", clock)
    contents: list[tuple[Element, ...]] = [(first,)]
    if section.distance_heading:
        contents.append((words(row.distance, "TableSoft"),))
    if section.actor_heading:
        contents.append((words(row.actor, "TableText"),))
    place = manuscript.cell(strong, width)
    text = blocks(row.blocks[:1], place, manuscript)
    further = blocks(row.blocks[1:], replace(place, style="TableText"), manuscript)
    said = (*_tagged(text, row), *further)
    contents.append(said)
    manuscript.places.add(row.line, said[0])
    edge = manuscript.slots.nearest(manuscript.theme.light.phases[row.phase].edge) if row.phase else None
    return Row(cells=_cells(contents, edge), whole=length(row.blocks) < _LONG)


def _tagged(content: list[Element], row: EventRow) -> list[Element]:
    """Return `content` with the milestone's tag behind its words, or under them where they end in no paragraph."""
    if not row.tag:
        return content or [paragraph("TableText")]
    tag = padded(row.tag, _TAG)
    if content and is_paragraph(content[0]) and isinstance(row.blocks[0], p.Para | p.Plain):
        content[0].extend([run("\N{EN SPACE}"), tag])
        return content
    return [*content, paragraph("TableText", [tag])]
