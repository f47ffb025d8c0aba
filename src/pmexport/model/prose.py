"""Running text: Block and Inline, after pandoc's names.

Blocks know the source line they start on (from 1; 0 where there is none), so that people can be told about them.
Nothing here is raw HTML: what the author wrote as HTML is either one of these or plain text.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct


class Alignment(StrEnum):
    """How a table column is set."""

    DEFAULT = "default"
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class CodeToken(StrEnum):
    """What a piece of code is, as far as a page shows it."""

    TEXT = "text"
    COMMENT = "comment"
    KEYWORD = "keyword"
    STRING = "string"
    NUMBER = "number"


class Picture(Struct, frozen=True, kw_only=True):
    """A picture that was read, checked and re-encoded: PNG or JPEG bytes with their size in pixels."""

    content: bytes
    media_type: str
    width: int
    height: int


class Str(Struct, frozen=True, tag=True):
    """Text, spaces included."""

    text: str


class Emph(Struct, frozen=True, tag=True):
    """Emphasis, usually italics."""

    content: tuple[Inline, ...]


class Strong(Struct, frozen=True, tag=True):
    """Strong emphasis, usually bold."""

    content: tuple[Inline, ...]


class Strikeout(Struct, frozen=True, tag=True):
    """Text that no longer holds."""

    content: tuple[Inline, ...]


class Code(Struct, frozen=True, tag=True):
    """Code within a sentence."""

    text: str


class Link(Struct, frozen=True, tag=True):
    """A link. `target` is http, https, mailto or a fragment (``#…``); any other was dropped when the text was read."""

    content: tuple[Inline, ...]
    target: str
    title: str = ""


class Image(Struct, frozen=True, tag=True):
    """An image by its alternative text; `picture` is None where it could not or may not be read."""

    alt: str
    target: str
    title: str = ""
    picture: Picture | None = None


class SoftBreak(Struct, frozen=True, tag=True):
    """A line end in the source that is a space on the page."""


class LineBreak(Struct, frozen=True, tag=True):
    """A line end that the author wants kept."""


class Note(Struct, frozen=True, tag=True):
    """A footnote, at the place of its mark."""

    content: tuple[Block, ...]


Inline: TypeAlias = Str | Emph | Strong | Strikeout | Code | Link | Image | SoftBreak | LineBreak | Note
Inlines: TypeAlias = tuple[Inline, ...]


class Para(Struct, frozen=True, tag=True):
    """A paragraph."""

    content: tuple[Inline, ...]
    line: int = 0


class Plain(Struct, frozen=True, tag=True):
    """Text that is no paragraph of its own, as in a tight list."""

    content: tuple[Inline, ...]
    line: int = 0


class Header(Struct, frozen=True, tag=True):
    """A heading within a section. `level` is 1 to 6; `anchor` is unique in its report, or empty."""

    level: int
    content: tuple[Inline, ...]
    anchor: str = ""
    line: int = 0


class ListItem(Struct, frozen=True):
    """One item; `checked` is None where it is no task."""

    content: tuple[Block, ...]
    checked: bool | None = None
    line: int = 0


class BulletList(Struct, frozen=True, tag=True):
    """A list without numbers."""

    items: tuple[ListItem, ...]
    line: int = 0


class OrderedList(Struct, frozen=True, tag=True):
    """A list with numbers, the first being `start`."""

    items: tuple[ListItem, ...]
    start: int = 1
    line: int = 0


class CodePiece(Struct, frozen=True):
    """Some code of one kind, line ends included."""

    text: str
    token: CodeToken = CodeToken.TEXT


class CodeBlock(Struct, frozen=True, tag=True):
    """Code on lines of its own, without a last line end. `pieces`, where given, joined are `text`."""

    text: str
    language: str = ""
    pieces: tuple[CodePiece, ...] = ()
    line: int = 0


class BlockQuote(Struct, frozen=True, tag=True):
    """Words of somebody else."""

    content: tuple[Block, ...]
    line: int = 0


class Row(Struct, frozen=True):
    """A table row: the inlines of each cell."""

    cells: tuple[tuple[Inline, ...], ...]
    line: int = 0


class Table(Struct, frozen=True, tag=True):
    """A table. Every row and the head have as many cells as there are alignments; an all-empty head is no head."""

    alignments: tuple[Alignment, ...]
    head: tuple[tuple[Inline, ...], ...]
    rows: tuple[Row, ...]
    line: int = 0


class Definition(Struct, frozen=True):
    """A label and what is said under it."""

    term: tuple[Inline, ...]
    content: tuple[Block, ...]
    line: int = 0


class DefinitionList(Struct, frozen=True, tag=True):
    """Labels with their values."""

    items: tuple[Definition, ...]
    line: int = 0


class HorizontalRule(Struct, frozen=True, tag=True):
    """A break in the thought."""

    line: int = 0


Block: TypeAlias = (
    Para | Plain | Header | BulletList | OrderedList | CodeBlock | BlockQuote | Table | DefinitionList | HorizontalRule
)
Blocks: TypeAlias = tuple[Block, ...]


def text_of(content: Inlines) -> str:
    """Return the words of `content` as one line of plain text; a footnote's words are not among them."""
    return "".join(map(_inline_text, content))


def _inline_text(inline: Inline) -> str:
    match inline:
        case Str(text) | Code(text):
            return text
        case Emph(content) | Strong(content) | Strikeout(content) | Link(content=content):
            return text_of(content)
        case Image(alt=alt):
            return alt
        case SoftBreak() | LineBreak():
            return " "
        case Note():
            return ""
