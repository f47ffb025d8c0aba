"""How much room running text takes, roughly: which rows of a table may break over two pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from pmexport.model.prose import (
    Block,
    BlockQuote,
    BulletList,
    CodeBlock,
    DefinitionList,
    Header,
    HorizontalRule,
    Inlines,
    OrderedList,
    Para,
    Plain,
    Table,
    text_of,
)
from pmexport.model.report import ActionRow, EventRow

# Characters that a row holds in about a dozen lines, and what a line end is worth.
_TALL = 1000
_LINE = 80


def tall_row(row: EventRow | ActionRow) -> bool:
    """Return whether `row` is so tall that it may break, lest it leave half a page empty."""
    return room(row.blocks) > _TALL


def tall_cells(cells: Iterable[Inlines]) -> bool:
    """Return whether a row of these cells, which share its width, may break."""
    listed = [len(text_of(cell)) for cell in cells]
    return max(listed, default=0) * len(listed) > _TALL


def room(blocks: Iterable[Block]) -> int:
    """Return about how many characters `blocks` are worth, line ends counted as lines."""
    return sum(map(_room, blocks))


def _room(block: Block) -> int:
    match block:
        case Para(content=content) | Plain(content=content) | Header(content=content):
            return len(text_of(content))
        case CodeBlock(text=text):
            return _LINE * (text.count("\n") + 1)
        case BlockQuote(content=blocks):
            return room(blocks)
        case BulletList(items=items) | OrderedList(items=items):
            return sum(_LINE // 2 + room(item.content) for item in items)
        case DefinitionList(items=definitions):
            return sum(len(text_of(item.term)) + room(item.content) for item in definitions)
        case Table(rows=rows):
            return sum(_LINE + len(text_of(cell)) for row in rows for cell in row.cells)
        case HorizontalRule():
            return _LINE
        case _ as never:
            assert_never(never)
