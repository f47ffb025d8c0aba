"""Blocks to a tree of sections under their headings."""

from __future__ import annotations

from msgspec import Struct

from pmexport.model.prose import Block, Blocks, Header, Inlines


class OutlineSection(Struct, frozen=True, kw_only=True):
    """A heading and what stands under it: blocks first, then the sections of deeper headings."""

    heading: Inlines
    level: int
    line: int = 0
    blocks: Blocks = ()
    children: tuple[OutlineSection, ...] = ()


class Outline(Struct, frozen=True):
    """What stands before the first heading, and the sections after it."""

    lead: Blocks
    sections: tuple[OutlineSection, ...]


def outline(blocks: Blocks) -> Outline:
    """Return the tree of `blocks`: a heading belongs to the nearest one before it that has a smaller level."""
    root = _Open(None)
    path = [root]
    for block in blocks:
        if isinstance(block, Header):
            while path[-1].header is not None and path[-1].header.level >= block.level:
                _close(path)
            path.append(_Open(block))
        else:
            path[-1].blocks.append(block)
    while len(path) > 1:
        _close(path)
    return Outline(tuple(root.blocks), tuple(root.children))


class _Open:
    """A section whose end is not reached yet."""

    def __init__(self, header: Header | None) -> None:
        self.header = header
        self.blocks: list[Block] = []
        self.children: list[OutlineSection] = []


def _close(path: list[_Open]) -> None:
    done = path.pop()
    if done.header is not None:
        path[-1].children.append(
            OutlineSection(
                heading=done.header.content,
                level=done.header.level,
                line=done.header.line,
                blocks=tuple(done.blocks),
                children=tuple(done.children),
            )
        )
