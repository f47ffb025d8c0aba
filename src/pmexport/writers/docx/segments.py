"""Where the sheet turns: landscape pages for wide tables, and the headers that every stretch of pages carries."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from itertools import groupby
from operator import itemgetter

from msgspec import Struct

from pmexport.writers.docx.markup import Element, paragraph, qualified, style_of, twips, w
from pmexport.writers.docx.sheet import Sheet

_ENDS = {"TableEnd", "SectionEnd"}


class Segment(Struct, frozen=True, kw_only=True):
    """Some elements of the body on sheets of one form."""

    elements: list[Element]
    landscape: bool


def segments(body: Sequence[Element], wide: Sequence[Element]) -> list[Segment]:
    """Return `body` in stretches, each table of `wide` turned, with the heading and words that lead to it."""
    turned = [any(element is one for one in wide) for element in body]
    for index in [index for index, one in enumerate(turned) if one]:
        _turn_with(index, body, turned)
    return [
        Segment(elements=[element for _, element in group], landscape=landscape)
        for landscape, group in groupby(zip(turned, body, strict=True), key=itemgetter(0))
    ]


def _turn_with(index: int, body: Sequence[Element], turned: list[bool]) -> None:
    """Turn what belongs to the wide table at `index`: what stands before it and leads to it, the end after it."""
    before = index - 1
    while before >= 0 and _leads(body[before]):
        turned[before] = True
        before -= 1
    if index + 1 < len(body) and style_of(body[index + 1]) in _ENDS:
        turned[index + 1] = True


def references_of(end: Element) -> list[Element]:
    """Return the references of `end`, a section's properties, to its headers and footers."""
    return [child for child in end if str(child.tag).endswith("Reference")]


def placed(
    parts: Sequence[Segment],
    end: Element,
    sheet: Sheet,
    turned: Sequence[Element] = (),
    *,
    leftwards: bool = False,
    opened: bool = False,
) -> None:
    """Put `parts` before `end`, the body's own section properties, which become those of the last.

    `turned` are the references of landscape pages; `leftwards` says that the document runs from right to left,
    `opened` that its first page has a header of its own.
    """
    references = {False: references_of(end), True: list(turned)}
    for index, part in enumerate(parts):
        for element in part.elements:
            end.addprevious(element)
        if index < len(parts) - 1:
            properties = section(references[part.landscape], sheet, landscape=part.landscape, leftwards=leftwards)
            end.addprevious(paragraph("SectionEnd", (), properties))
    last = parts[-1].landscape if parts else False
    end[:] = list(section(references[last], sheet, landscape=last, leftwards=leftwards))
    if opened:
        _open(next(body.iter(qualified("w:sectPr")), end) if (body := end.getparent()) is not None else end)


def _open(section: Element) -> None:
    """Let the first page of `section` have the header of first pages; the direction must stand behind that."""
    direction = section.find(qualified("w:bidi"))
    section.insert(len(section) if direction is None else section.index(direction), w("titlePg"))


def section(references: Sequence[Element], sheet: Sheet, *, landscape: bool, leftwards: bool) -> Element:
    """Return the properties of a stretch of pages, with `references` to its headers and footers."""
    size: dict[str, str | int] = {"w": twips(sheet.width), "h": twips(sheet.height)}
    if landscape:
        long, short = max(sheet.width, sheet.height), min(sheet.width, sheet.height)
        size = {"w": twips(long), "h": twips(short), "orient": "landscape"}
    room = {side: twips(points) for side, points in sheet.margins.items()}
    return w(
        "sectPr",
        *map(deepcopy, references),
        w("pgSz", **size),
        w("pgMar", **room, gutter=0),
        w("bidi") if leftwards else None,
    )


def _leads(element: Element) -> bool:
    style = style_of(element)
    return style.startswith("Heading") or element.find(f"{qualified('w:pPr')}/{qualified('w:keepNext')}") is not None
