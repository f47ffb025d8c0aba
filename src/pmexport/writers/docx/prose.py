"""Blocks to paragraphs, lists and tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import TypeAlias, assert_never

from msgspec.structs import replace

from pmexport.model import prose as p
from pmexport.writers.docx import lists
from pmexport.writers.docx.brand import CODE_STYLES
from pmexport.writers.docx.definitions import definitions
from pmexport.writers.docx.inlines import inlines
from pmexport.writers.docx.manuscript import Manuscript, Place
from pmexport.writers.docx.markup import Element, Voice, kept_with_next, paragraph, run, settled, w
from pmexport.writers.docx.placed import SET_IN, placed
from pmexport.writers.docx.table import Cell, Row, crowded, share, table

_QUOTE_STEP = 227
_LOWEST_HEADING = 6
_MOST_COLUMNS = 63
_SHORT_CELL = 400
_LONG_CODE = 25
# Letters of a paragraph of two lines, which a table under it should not leave behind.
_TWO_LINES = 200
_ANNOUNCING = (":", "\N{FULLWIDTH COLON}")
_TWIPS = 20
_ALIGNED = {p.Alignment.CENTER: "center", p.Alignment.RIGHT: "right"}
_Body: TypeAlias = (
    p.Para
    | p.Plain
    | p.BulletList
    | p.OrderedList
    | p.CodeBlock
    | p.BlockQuote
    | p.Table
    | p.DefinitionList
    | p.HorizontalRule
)


def blocks(content: Iterable[p.Block], place: Place, manuscript: Manuscript) -> list[Element]:
    """Return `content` as paragraphs and tables, in order; a table is always followed by a paragraph.

    Headings start at the level of `place` and never skip one, whatever levels the author used.
    """
    content = _without_idle_rules(tuple(content))
    written = sorted({block.level for block in content if isinstance(block, p.Header)})
    levels = {level: min(place.heading + rank, _LOWEST_HEADING) for rank, level in enumerate(written)}
    elements: list[Element] = []
    for block, following in zip_longest(content, content[1:]):
        if isinstance(block, p.Header):
            elements.append(manuscript.noted(block.line, _header(block, levels[block.level], place, manuscript)))
            continue
        made = list(_block(block, place, manuscript))
        if made:
            manuscript.places.add(block.line, made[0])
        if _ends_list(block, following) and not place.dense and not place.depth:
            lists.parted(made)
        elements += made
        if _leads(block, following):
            kept_with_next(elements)
    return settled(elements)


def _without_idle_rules(content: p.Blocks) -> p.Blocks:
    """Return `content` without the rules that part nothing: at its ends, and under a heading, as on the page."""
    last = len(content) - 1
    return tuple(
        block
        for index, block in enumerate(content)
        if not isinstance(block, p.HorizontalRule)
        or (0 < index < last and not isinstance(content[index - 1], p.Header))
    )


def _leads(block: p.Block, following: p.Block | None) -> bool:
    """Say whether `block` announces what follows it."""
    if not isinstance(block, p.Para | p.Plain) or following is None or isinstance(following, p.Header):
        return False
    text = p.text_of(block.content).rstrip()
    # A line that is bold as a whole is a heading in all but name.
    titles = isinstance(block, p.Para) and all(isinstance(one, p.Strong) for one in block.content) and text
    return text.endswith(_ANNOUNCING) or bool(titles) or (isinstance(following, p.Table) and len(text) < _TWO_LINES)


def _ends_list(block: p.Block, following: p.Block | None) -> bool:
    """Say whether `block` is a list with text after it."""
    return isinstance(block, p.BulletList | p.OrderedList) and isinstance(following, p.Para | p.Plain)


def _block(block: _Body, place: Place, manuscript: Manuscript) -> Iterable[Element]:
    match block:
        case p.Para((p.Image(picture=p.Picture()) as image,)):
            return _figure(image, place, manuscript)
        case p.Para(content) | p.Plain(content):
            return [placed(place.style, place, inlines(content, place, manuscript))]
        case p.BulletList():
            return _bullets(block, place, manuscript)
        case p.OrderedList():
            return _numbers(block, place, manuscript)
        case p.CodeBlock():
            return [_code(block, place)]
        case p.BlockQuote(content):
            room = place.width - 2 * _QUOTE_STEP / _TWIPS
            quoted = replace(place, style="Quote", indent=place.indent + _QUOTE_STEP, width=room, dense=False)
            return blocks(content, quoted, manuscript)
        case p.Table():
            return [_table(block, place, manuscript)]
        case p.DefinitionList(items):
            return definitions(items, place, manuscript, blocks)
        case p.HorizontalRule():
            return [paragraph("Rule")]
        case _:
            assert_never(block)


def _header(header: p.Header, level: int, place: Place, manuscript: Manuscript) -> Element:
    content = inlines(header.content, replace(place, voice=Voice()), manuscript)
    return placed(f"Heading{level}", place, manuscript.bookmarks.around(header.anchor, content))


def _figure(image: p.Image, place: Place, manuscript: Manuscript) -> list[Element]:
    """Return a picture that is a paragraph of its own, with its title as the caption."""
    content = inlines((image,), place, manuscript)
    if not image.title:
        return [placed(place.style, place, content)]
    return [
        placed(place.style, place, content, w("keepNext")),
        placed("Caption", place, _caption(image.title, manuscript)),
    ]


def _caption(title: str, manuscript: Manuscript) -> list[Element]:
    """Return `title` after the figure's number, which is a field as Word's own captions have it."""
    number = str(manuscript.next_figure())
    before, _, after = manuscript.labels.figure.partition("{number}")
    field = w("fldSimple", run(number), instr=r" SEQ Figure \* ARABIC ")
    return [run(before), field, run(f"{after}. {title}")]


def _bullets(block: p.BulletList, place: Place, manuscript: Manuscript) -> Iterable[Element]:
    for item in block.items:
        marker = manuscript.numbering.bullets(place.depth, checked=item.checked)
        yield from _item(block, item, marker, place, manuscript)


def _numbers(block: p.OrderedList, place: Place, manuscript: Manuscript) -> Iterable[Element]:
    marker = manuscript.numbering.numbers(place.depth, block.start)
    for item in block.items:
        yield from _item(block, item, marker, place, manuscript)


def _item(
    block: p.BulletList | p.OrderedList, item: p.ListItem, marker: lists.Marker, place: Place, manuscript: Manuscript
) -> Iterable[Element]:
    """Yield an item: the marker on its first paragraph, everything else under that paragraph's text."""
    step = lists.step(dense=place.dense and isinstance(block, p.BulletList))
    indent = place.indent + step
    style = place.style if place.dense else lists.list_style(block, place.depth)
    properties = [marker.properties()]
    if indent != lists.step(place.depth):
        properties.append(w("ind", left=indent, hanging=min(lists.hanging(block, checked=item.checked), step)))
    below = replace(
        place,
        style=place.style if place.dense else lists.continued_style(place.depth),
        indent=indent,
        depth=place.depth + 1,
        width=place.width - step / _TWIPS,
    )
    match item.content:
        case (p.Para(content) | p.Plain(content) as first, *rest):
            text = [paragraph(style, inlines(content, place, manuscript), *properties)]
            yield from kept_with_next(text) if _leads(first, next(iter(rest), None)) else text
            manuscript.places.add(item.line, text[0])
            yield from blocks(rest, below, manuscript)
        case (p.BulletList() | p.OrderedList(), *_) as rest:
            # A bullet before a number would stand on a line of its own, with nothing beside it.
            yield from blocks(rest, below, manuscript)
        case rest:
            yield paragraph(style, (), *properties)
            yield from blocks(rest, below, manuscript)


def _code(block: p.CodeBlock, place: Place) -> Element:
    pieces = block.pieces or (p.CodePiece(block.text),)
    content = [run(piece.text, Voice(style=CODE_STYLES.get(piece.token, ""))) for piece in pieces]
    shifted = replace(place, indent=place.indent + SET_IN["CodeBlock"])
    kept = (w("keepLines"),) if block.text.count("\n") < _LONG_CODE else ()
    return placed("CodeBlock", shifted, content, *kept)


def _table(block: p.Table, place: Place, manuscript: Manuscript) -> Element:
    """Return a table of the text; Word knows no more than 63 columns, so that what is beyond stands in the last.

    One that is too wide for the sheet is noted in the manuscript, and set for the sheet's long side.
    """
    rows = [row.cells for row in block.rows]
    headed = any(block.head)
    grid = [_narrowed(cells) for cells in ([block.head, *rows] if headed else rows)]
    texts = [[p.text_of(cell) for cell in cells] for cells in zip(*grid, strict=True)]
    turned = place.width == manuscript.width and not place.dense and crowded(texts, place.width)
    room = manuscript.long_width if turned else place.width
    widths = share(texts, room)
    made = _rows(grid, block.alignments, widths, place, manuscript, headed=headed)
    for row, source in zip(made[headed:], block.rows, strict=True):
        manuscript.places.add(source.line, row.cells[0].content[0])
    found = table("ReportTable", widths, made, indent=place.indent)
    if turned:
        manuscript.wide.append(found)
    return found


def _rows(
    grid: Sequence[tuple[p.Inlines, ...]],
    alignments: Sequence[p.Alignment],
    widths: Sequence[float],
    place: Place,
    manuscript: Manuscript,
    *,
    headed: bool,
) -> list[Row]:
    return [
        Row(
            cells=tuple(
                _cell(cell, alignment, width, place, manuscript, headed=headed and index == 0)
                for cell, alignment, width in zip(cells, alignments, widths, strict=False)
            ),
            header=headed and index == 0,
            whole=max(map(len, map(p.text_of, cells)), default=0) < _SHORT_CELL,
        )
        for index, cells in enumerate(grid)
    ]


def _narrowed(cells: tuple[p.Inlines, ...]) -> tuple[p.Inlines, ...]:
    kept, beyond = cells[: _MOST_COLUMNS - 1], cells[_MOST_COLUMNS - 1 :]
    if not beyond:
        return kept
    joined = tuple(part for index, cell in enumerate(beyond) for part in ((p.Str(" | "),) * (index > 0) + cell))
    return (*kept, joined)


def _cell(
    content: p.Inlines,
    alignment: p.Alignment,
    width: float,
    place: Place,
    manuscript: Manuscript,
    *,
    headed: bool,
) -> Cell:
    style = "TableHeading" if headed else "TableText"
    inside = replace(place, style=style, width=width, indent=0, dense=True)
    side = _ALIGNED.get(alignment)
    properties = (w("jc", val=side),) if side else ()
    return Cell(content=(paragraph(style, inlines(content, inside, manuscript), *properties),))
