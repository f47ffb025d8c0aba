"""Web addresses written bare in running text, as the links that a reader takes them for.

Source: GitHub Flavored Markdown, 6.9, extended URL autolinks: where an address ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from pmexport.model.prose import Emph, Inline, Inlines, Link, Str, Strikeout, Strong

# Kana and the wide marks of East Asia end an address, since no space does.
_ADDRESS = re.compile(r"\bhttps?://[^\s<>\"“”„«»\u3000-\u30ff\uff00-\uffef]+", re.IGNORECASE)
# What follows an address and is not meant as a part of it.
_CLOSING = "?!.,:;*_~'’…"


def linked(content: Inlines) -> Inlines:
    """Return `content` with each bare web address as a link to itself; what is a link or code already stays."""
    return tuple(part for inline in content for part in _linked(inline))


def _linked(inline: Inline) -> Iterator[Inline]:
    match inline:
        case Str(text) if "://" in text:
            yield from _parts(text)
        case Emph(content) | Strong(content) | Strikeout(content):
            yield replace(inline, content=linked(content))
        case _:
            yield inline


def _parts(text: str) -> Iterator[Inline]:
    end = 0
    for match in _ADDRESS.finditer(text):
        address = _without_what_follows(match[0])
        if not address.partition("://")[2]:
            continue
        if match.start() > end:
            yield Str(text[end : match.start()])
        yield Link((Str(address),), address)
        end = match.start() + len(address)
    if end < len(text):
        yield Str(text[end:])


def _without_what_follows(address: str) -> str:
    """Return `address` without the stop of its sentence and the bracket that was opened before it."""
    while address.endswith(tuple(_CLOSING)) or (address.endswith(")") and address.count(")") > address.count("(")):
        address = address[:-1]
    return address
