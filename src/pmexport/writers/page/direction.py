"""Which way a paragraph runs: words of Hebrew, Arabic and their kin from right to left, on whatever page they stand."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from pmexport.model.prose import Block, BulletList, Header, Inline, OrderedList, Para, Plain, text_of

_STRONG = {"L": False, "R": True, "AL": True}


def way(content: Iterable[Inline]) -> str:
    """Return the attribute of an element with this content; nothing where it runs as the page does.

    The first letter decides, as the Unicode Bidirectional Algorithm has it (UAX #9, rule P2).
    """
    kinds = map(unicodedata.bidirectional, text_of(tuple(content)))
    return ' dir="rtl"' if next((_STRONG[kind] for kind in kinds if kind in _STRONG), False) else ""


def way_of_list(blocks: Iterable[Block]) -> str:
    """Return the attribute of a list whose first item holds `blocks`."""
    match next(iter(blocks), None):
        case Para(content=content) | Plain(content=content) | Header(content=content):
            return way(content)
        case BulletList(items=items) | OrderedList(items=items) if items:
            return way_of_list(items[0].content)
        case _:
            return ""
