"""The words that stand for pictures, which are no sentences of the author's text."""

from __future__ import annotations

from collections.abc import Iterator

from pmexport.model.postmortem import Content, Postmortem
from pmexport.model.prose import (
    BlockQuote,
    BulletList,
    DefinitionList,
    Image,
    Inlines,
    Link,
    OrderedList,
    Para,
    Plain,
    Table,
)


def pictures_of(postmortem: Postmortem) -> frozenset[str]:
    """Return the alternative texts of all pictures in `postmortem`."""
    return frozenset(alt for content in postmortem.contents() for alt in _in_block(content))


def _in_block(block: Content) -> Iterator[str]:
    match block:
        case Para(content) | Plain(content):
            yield from _in_line(content)
        case BulletList(items) | OrderedList(items) | DefinitionList(items):
            for item in items:
                for inner in item.content:
                    yield from _in_block(inner)
        case BlockQuote(content):
            for inner in content:
                yield from _in_block(inner)
        case Table(rows=rows):
            for row in rows:
                for cell in row.cells:
                    yield from _in_line(cell)
        case _:
            pass


def _in_line(content: Inlines) -> Iterator[str]:
    for inline in content:
        match inline:
            case Image(alt=alt):
                yield " ".join(alt.split())
            case Link(content=inner):
                yield from _in_line(inner)
            case _:
                pass
