"""Bytes to text: encoding, line ends, front matter cut off, limits."""

from __future__ import annotations

import codecs

from msgspec import Struct

from pmexport import plainyaml
from pmexport.errors import UnreadableError
from pmexport.model.diagnostic import Diagnostic
from pmexport.reader import characters, frontmatter

LARGEST = 5_000_000
"""The most bytes that are read: some three thousand pages, and a few seconds of work."""

_UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_BINARY_STARTS = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\xd0\xcf\x11\xe0",
    b"\x1f\x8b",
    b"\x7fELF",
)
_SEARCHED = 8192
_SPACE = codecs.BOM_UTF8 + b" \t\r\n"
_OTHER_STARTS = frozenset({b"{", b"[", b"<", b"P"})
"""How JSON, web pages and Word documents begin."""


class Source(Struct, frozen=True, kw_only=True):
    """A text as its author wrote it, fit to be read as Markdown.

    `text` ends its lines with line feeds and starts on line `first_line` of the file: what stood before is
    `front_matter`, None where there was none. `origin` is what the text was made from, nothing where it was Markdown;
    then its lines are not those of the file.
    """

    text: str
    name: str
    first_line: int = 1
    front_matter: plainyaml.Mapping | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    origin: str = ""


def decode(content: bytes, name: str) -> Source:
    """Return the text in `content`; `name` is the file as the user named it.

    Raises UnreadableError for what is empty, too large, binary or not UTF-8, and for front matter that is broken;
    UnavailableError for what needs a converter that is not installed.
    """
    if len(content) <= LARGEST and content.lstrip(_SPACE)[:1] in _OTHER_STARTS:
        from pmexport.reader import importers  # noqa: PLC0415  few files need it, and every export would wait for it

        if found := importers.imported(content, name):
            return Source(text=found.text, name=name, origin=found.origin)
    _refuse_what_is_no_text(content, name)
    text, replaced = characters.without_controls(_decoded(content, name))
    if not text.strip():
        raise UnreadableError("the file is empty", place=name, instead="write the postmortem into it first")
    cut = frontmatter.cut(text, name)
    if cut.values is not None and not cut.body.strip():
        raise UnreadableError(
            "there is front matter but no text under it",
            place=f"{name}:{cut.first_line}",
            instead="write the sections below it: summary, impact, timeline, root cause, action items",
        )
    body, shown = characters.with_visible_directions(cut.body, cut.first_line)
    values, shown_in_values = frontmatter.with_visible_directions(cut.values)
    return Source(
        text=body,
        name=name,
        first_line=cut.first_line,
        front_matter=values,
        diagnostics=(*replaced, *cut.diagnostics, *shown_in_values, *shown),
    )


def _refuse_what_is_no_text(content: bytes, name: str) -> None:
    if len(content) > LARGEST:
        raise UnreadableError(
            f"the file has {len(content) / 1e6:.1f} MB, more than the {LARGEST / 1e6:.0f} MB that are read",
            place=name,
            instead="split it, or move logs and pictures into files of their own",
        )
    start = content[:_SEARCHED]
    if content.startswith(_UTF_16_MARKS) or _every_other_byte_is_zero(start):
        raise UnreadableError("the file looks like UTF-16", place=name, instead="save it as UTF-8")
    zeros = start.count(0)
    if content.startswith(_BINARY_STARTS) or zeros * 100 > len(start):
        raise UnreadableError("this is not a text file", place=name, instead="give a Markdown text in UTF-8")


def _every_other_byte_is_zero(start: bytes) -> bool:
    """Whether mostly Latin text stands there in two bytes a letter, without the mark that says so."""
    pairs = len(start) // 2
    return pairs > 1 and max(start[0::2].count(0), start[1::2].count(0)) * 10 > pairs * 7


def _decoded(content: bytes, name: str) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UnreadableError(
            f"the byte 0x{content[error.start]:02X} at offset {error.start} is not UTF-8",
            place=f"{name}:{line}",
            instead="save the file as UTF-8; it may be Windows-1252 or Latin-1 now",
        ) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")
