"""One paragraph of Markdown to blocks: HTML tags in it may end it, make a heading of a part, or draw a rule."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markdown_it.token import Token
from msgspec import Struct

from pmexport.reader.tags import KINDS, SPLITTING, TagKind


class Piece(Struct, frozen=True):
    """Some inline tokens that make one block. `heading` is its level, 0 where it is none; `lines` stand before it."""

    tokens: tuple[Token, ...]
    lines: int = 0
    heading: int = 0
    label: bool = False
    rule: bool = False


def is_split(tokens: Sequence[Token]) -> bool:
    """Whether a tag among `tokens` ends the paragraph that they stand in."""
    return any(_kind(token) in SPLITTING for token in tokens)


def pieces(tokens: Iterable[Token]) -> Iterable[Piece]:
    """Yield what lies between the tags that end a paragraph, empty pieces left out."""
    content: list[Token] = []
    start = line = heading = 0
    label = False
    for token in tokens:
        kind = _kind(token)
        line += token.type in {"softbreak", "hardbreak"}
        if kind not in SPLITTING:
            content.append(token)
            continue
        if content:
            yield Piece(tuple(content), start, heading, label)
        if kind is TagKind.RULE:
            yield Piece((), line, rule=True)
        opens = token.type == "tag_open"
        heading = int(token.tag[1]) if opens and kind is TagKind.HEADING else 0
        label = opens and kind is TagKind.LABEL
        content, start = [], line
    if content:
        yield Piece(tuple(content), start, heading, label)


def _kind(token: Token) -> TagKind | None:
    return KINDS[token.tag] if token.type in {"tag_open", "tag_close"} else None
