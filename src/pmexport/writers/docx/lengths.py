"""How much text blocks hold: which rows of a table are short enough to stay whole."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from pmexport.model import prose as p

# What a line of its own is worth, in letters.
_LINE = 60


def length(blocks: Iterable[p.Block]) -> int:
    """Return about how many letters `blocks` hold, lines of their own counted as half full."""
    return sum(map(_length, blocks))


def _length(block: p.Block) -> int:
    match block:
        case p.Para(content) | p.Plain(content) | p.Header(content=content):
            return len(p.text_of(content))
        case p.CodeBlock(text=text):
            return _LINE * (text.count("\n") + 1)
        case p.BlockQuote(content):
            return length(content)
        case p.BulletList(items) | p.OrderedList(items):
            return sum(_LINE // 2 + length(item.content) for item in items)
        case p.DefinitionList(items):
            return sum(_LINE + length(item.content) for item in items)
        case p.Table(rows=rows):
            return sum(_LINE + len(p.text_of(cell)) for row in rows for cell in row.cells)
        case p.HorizontalRule():
            return _LINE
        case _:
            assert_never(block)
