"""Where a link may lead: out to the web, or to a bookmark of this document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from zlib import crc32

from pmexport.model import prose as p
from pmexport.model.report import (
    ActionTable,
    Columns,
    EventTable,
    Findings,
    KeyFigures,
    Masthead,
    Narrative,
    Report,
    Section,
    Timeline,
)
from pmexport.writers.docx.markup import Element, clean, qualified, w

if TYPE_CHECKING:
    from docx.opc.part import Part

_HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_WEB = re.compile(r"https?://[^\s/?#@:\[\]\\]+(?::\d{1,5})?(?:[/?#].*)?", re.IGNORECASE | re.DOTALL)
_MAIL = re.compile(r"mailto:[^\s@]+@[^\s@]+", re.IGNORECASE)
# Word holds a file for damaged that names an address with one of these (RFC 3986, section 2).
_NOT_IN_ADDRESS = re.compile(r'[\x00-\x20"<>\\^`{|}\x7f]|%(?![0-9A-Fa-f]{2})')
_LONGEST = 2000
_NAME = re.compile(r"[A-Za-z0-9_]{1,39}")
_LONGEST_TOOLTIP = 255
_UNFIT = re.compile(r"[^\w.-]+")


def address(target: str) -> str | None:
    """Return `target` as Word takes it, or None where it is no whole http, https or mailto address."""
    found = _NOT_IN_ADDRESS.sub(lambda match: f"%{ord(match[0]):02X}", clean(target))
    fits = len(found) <= _LONGEST and (_WEB.fullmatch(found) or _MAIL.fullmatch(found))
    return found if fits else None


def bookmark_name(anchor: str) -> str:
    """Return `anchor` as the name of a hidden bookmark: at most 40 letters, digits and underscores."""
    if _NAME.fullmatch(anchor):
        return f"_{anchor}"
    return f"_{re.sub('[^A-Za-z0-9_]+', '_', anchor)[:30]}_{crc32(anchor.encode()):08x}"


def hyperlink(link: p.Link, content: list[Element], part: Part, bookmarks: Bookmarks) -> list[Element]:
    """Return `content` as a link of `part`, or as it is where the target is nothing that Word may follow."""
    element = w("hyperlink", *content, history="1")
    if link.title:
        element.set(qualified("w:tooltip"), clean(link.title)[:_LONGEST_TOOLTIP])
    if link.target.startswith("#"):
        if link.target[1:] not in bookmarks.anchors:
            return content
        element.set(qualified("w:anchor"), bookmark_name(link.target[1:]))
        return [element]
    target = address(link.target)
    if target is None:
        return content
    element.set(qualified("r:id"), part.relate_to(target, _HYPERLINK, is_external=True))
    return [element]


def anchor_id(anchor: str) -> str:
    """Return `anchor` as pages are counted by it: letters, digits, dots and hyphens."""
    return _UNFIT.sub("-", anchor)


class Bookmarks:
    """The places of a document that a link can lead to, each marked once."""

    def __init__(self, report: Report) -> None:
        self.anchors = {anchor for section in report.sections for anchor in _anchors(section) if anchor}
        self._marked: set[str] = set()
        self._names: dict[str, str] = {}

    def anchor(self, name: str) -> str:
        """Return the anchor that the bookmark `name` marks, empty where it marks none."""
        return self._names.get(name, "")

    def around(self, anchor: str, content: list[Element]) -> list[Element]:
        """Return `content` between the ends of the bookmark for `anchor`."""
        if not anchor or anchor in self._marked:
            return content
        self._marked.add(anchor)
        number = len(self._marked)
        self._names[bookmark_name(anchor)] = anchor
        return [w("bookmarkStart", id=number, name=bookmark_name(anchor)), *content, w("bookmarkEnd", id=number)]


def _anchors(section: Section) -> Iterator[str]:
    """Yield the anchors that the writer marks: the same that it walks over."""
    yield section.anchor
    match section:
        case Masthead() | KeyFigures() | Timeline() | Findings():
            pass
        case Narrative(blocks=blocks):
            yield from _headers(blocks)
        case EventTable(intro=intro, rows=rows, rest=rest):
            yield from _headers((*intro, *rest))
            yield from (row.anchor for row in rows)
        case ActionTable(intro=intro, groups=groups, rest=rest):
            yield from _headers((*intro, *rest))
            for group in groups:
                yield from _headers((*group.intro, *group.rest))
                yield from (row.anchor for row in group.rows)
        case Columns(intro=intro, columns=columns, rest=rest):
            yield from _headers((*intro, *rest))
            for column in columns:
                yield column.anchor
                yield from _headers(column.blocks)


def _headers(blocks: tuple[p.Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case p.Header(anchor=anchor):
                yield anchor
            case p.BlockQuote(content=content):
                yield from _headers(content)
            case p.BulletList(items=items) | p.OrderedList(items=items):
                for item in items:
                    yield from _headers(item.content)
            case p.DefinitionList(items=definitions):
                for definition in definitions:
                    yield from _headers(definition.content)
            case p.Para() | p.Plain() | p.CodeBlock() | p.Table() | p.HorizontalRule():
                pass
