"""How much room running text takes, roughly: which rows of a table may break over two pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest
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
# What keeps two columns apart, in characters.
_BETWEEN = 2
# Characters of a word that the widest column of a table holds for certain.
_WIDEST = 40
# Characters of a table's type in a line of the page; a word is broken at so many; so many columns are many, and where a
# row of them takes more lines than this they need a wider page.
_PAGE, _BROKEN_AT, _MANY, _MOST_LINES = 100, 22, 7, 1.5
_FEW = 2


def tall_row(row: EventRow | ActionRow) -> bool:
    """Return whether `row` is so tall that it may break, lest it leave half a page empty."""
    return room(row.blocks) > _TALL


def tall_cells(cells: Iterable[Inlines]) -> bool:
    """Return whether a row of these cells, which share its width, may break."""
    listed = [len(text_of(cell)) for cell in cells]
    return max(listed, default=0) * len(listed) > _TALL


def unbroken(rows: Iterable[EventRow | ActionRow]) -> bool:
    """Return whether a row holds a word, such as a long address, that would push its column over the page's edge."""
    return any(longest_word(row.blocks) > _WIDEST for row in rows)


def unbroken_cells(rows: Sequence[Sequence[Inlines]]) -> bool:
    """Return whether the longest words of the columns, side by side, may be wider than the page."""
    columns = zip_longest(*rows, fillvalue=())
    return sum(_BETWEEN + max(_longest(text_of(cell)) for cell in column) for column in columns) > _LINE


def crowded_cells(rows: Sequence[Sequence[Inlines]]) -> bool:
    """Return whether a table's columns are too many, or their words too long, for the page's width."""
    columns = [[text_of(cell) for cell in column] for column in zip_longest(*rows, fillvalue=())]
    words = sum(_BETWEEN + min(max(map(_longest, column), default=1), _BROKEN_AT) for column in columns)
    lines = sum(max(map(len, column), default=1) for column in columns) / _PAGE
    return words > _PAGE or (len(columns) >= _MANY and lines > _MOST_LINES)


def narrow_cells(rows: Sequence[Sequence[Inlines]]) -> bool:
    """Return whether two columns at most say so little that the page's full width would only part them."""
    columns = [[len(text_of(cell)) for cell in column] for column in zip_longest(*rows, fillvalue=())]
    return len(columns) <= _FEW and sum(max(column, default=0) for column in columns) <= _PAGE // 2


def longest_word(blocks: Iterable[Block]) -> int:
    """Return the length of the longest word of `blocks`; tables within have columns of their own."""
    return max(map(_longest_in, blocks), default=0)


def room(blocks: Iterable[Block]) -> int:
    """Return about how many characters `blocks` are worth, line ends counted as lines."""
    return sum(map(_room, blocks))


def _longest(text: str) -> int:
    return max(map(len, text.split()), default=0)


def _longest_in(block: Block) -> int:
    match block:
        case Para(content=content) | Plain(content=content) | Header(content=content):
            return _longest(text_of(content))
        case BlockQuote(content=blocks):
            return longest_word(blocks)
        case BulletList(items=items) | OrderedList(items=items):
            return max((longest_word(item.content) for item in items), default=0)
        case CodeBlock(text=text):
            return _longest(text)
        case Table() | DefinitionList() | HorizontalRule():
            return 0
        case _ as never:
            assert_never(never)


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
