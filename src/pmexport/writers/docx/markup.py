"""WordprocessingML elements: paragraphs, runs and their properties, from text that may hold anything."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeAlias

from lxml import etree
from msgspec import Struct

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml names its one element type with an underscore

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
}
"""The prefixes that the parts of the document use."""

_W = "{" + NAMESPACES["w"] + "}"
_PREFIX = {"w": NAMESPACES["w"]}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# XML 1.0 has no place for these, escaped or not (section 2.2, Char).
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile("(\r\n|[\r\n\t])")
_TWIPS = 20


def qualified(name: str) -> str:
    """Return ``prefix:name`` as lxml wants it, for a prefix of NAMESPACES."""
    prefix, local = name.split(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def twips(points: float) -> int:
    """Return `points` in twentieths of a point."""
    return round(points * _TWIPS)


def clean(text: str) -> str:
    """Return `text` without the characters that XML cannot hold."""
    return _NOT_XML.sub("", text)


def w(tag: str, /, *children: Element | None, **attributes: str | float) -> Element:
    """Return the element ``w:tag`` with `attributes` of the same namespace; children that are None are left out.

    Text of the input comes as an attribute through `clean` only.
    """
    element = etree.Element(_W + tag, {_W + name: str(value) for name, value in attributes.items()}, nsmap=_PREFIX)
    element.extend([child for child in children if child is not None])
    return element


class Voice(Struct, frozen=True, kw_only=True):
    """How a run is said: its character style, and the marks laid over it."""

    style: str = ""
    strong: bool = False
    emphasis: bool = False
    struck: bool = False
    linked: bool = False

    def properties(self) -> Element | None:
        """Return ``w:rPr``, or None where nothing differs from the paragraph."""
        style = self.style or ("Hyperlink" if self.linked else "")
        marks = [
            w("rStyle", val=style) if style else None,
            *((w("b"), w("bCs")) if self.strong else ()),
            *((w("i"), w("iCs")) if self.emphasis else ()),
            w("strike") if self.struck else None,
            *((w("color", val="auto", themeColor="hyperlink"), w("u", val="single")) if self._link_in_style else ()),
        ]
        present = [mark for mark in marks if mark is not None]
        return w("rPr", *present) if present else None

    @property
    def _link_in_style(self) -> bool:
        return self.linked and bool(self.style)


PLAIN = Voice()


def run(text: str, voice: Voice = PLAIN) -> Element:
    """Return a run of `text`; line ends become breaks. Text is only ever ``w:t``: no word of it can be a field."""
    element = w("r", voice.properties())
    for piece in _BREAKS.split(clean(text)):
        if piece == "\t":
            element.append(w("tab"))
        elif piece in {"\n", "\r", "\r\n"}:
            element.append(w("br"))
        elif piece:
            words = w("t")
            words.text = piece
            words.set(_SPACE, "preserve")
            element.append(words)
    return element


def paragraph(style: str, content: Iterable[Element] = (), *properties: Element) -> Element:
    """Return a paragraph in `style`; `properties` follow the style in ``w:pPr`` and stand in the schema's order."""
    return w("p", w("pPr", w("pStyle", val=style), *properties), *content)


def words(text: str, style: str, voice: Voice = PLAIN) -> Element:
    """Return `text` as a paragraph in `style`."""
    return paragraph(style, (run(text, voice),))


def is_table(element: Element) -> bool:
    """Say whether `element` is a table."""
    return element.tag == _W + "tbl"


def is_paragraph(element: Element) -> bool:
    """Say whether `element` is a paragraph."""
    return element.tag == _W + "p"


def style_of(element: Element) -> str:
    """Return the id of the style of `element`, empty where it is no paragraph or names none."""
    found = element.find(f"{_W}pPr/{_W}pStyle")
    return "" if found is None else str(found.get(_W + "val"))


def settled(elements: Iterable[Element]) -> list[Element]:
    """Return `elements` with a small paragraph after each table.

    Word calls a document damaged in which a cell ends with a table, and joins two tables with nothing between them.
    """
    content: list[Element] = []
    for element in elements:
        content.append(element)
        if is_table(element):
            content.append(paragraph("TableEnd"))
    return content


def kept_with_next(elements: list[Element]) -> list[Element]:
    """Return `elements` with the last, where it is a paragraph, on the same page as what follows it."""
    if elements and is_paragraph(elements[-1]):
        keep(elements[-1])
    return elements


def whole(element: Element) -> None:
    """Hold the lines of the paragraph `element` on one page."""
    found = element.find(f"{_W}pPr")
    if found is None or found.find(f"{_W}keepLines") is not None:
        return
    before = found.find(f"{_W}keepNext")
    place = found.find(f"{_W}pStyle") if before is None else before
    if place is not None:
        place.addnext(w("keepLines"))


def keep(element: Element) -> None:
    """Hold every paragraph in `element`, or `element` itself, on the same page as what follows it."""
    for style in element.iter(_W + "pStyle"):
        following = style.getnext()
        if following is None or following.tag != _W + "keepNext":
            style.addnext(w("keepNext"))
