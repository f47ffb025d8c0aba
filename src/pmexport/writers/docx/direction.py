"""Right to left, where the words run so: paragraphs, runs and tables of Hebrew, Arabic and their kin."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from copy import deepcopy

from pmexport.writers.docx.markup import Element, qualified, w

_LETTERS = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
# Stretches of such letters, with what stands between two of them.
_STRETCH = re.compile(f"([{_LETTERS}]+(?:[^\\w]*[{_LETTERS}]+)*)")
_STRONG = {"L": False, "R": True, "AL": True}
# What follows the direction in a paragraph's properties, in the schema's order (ISO/IEC 29500-1, 17.3.1.26).
_AFTER = ("adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "jc", "outlineLvl", "rPr", "sectPr")
_AFTER_RTL = ("cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath")


def directed(root: Element, *, leftwards: bool) -> None:
    """Say of everything in `root` that runs against the default which way it runs; `leftwards` is the document's."""
    for paragraph in root.iter(qualified("w:p")):
        found = _direction("".join(_words(paragraph)))
        if (leftwards if found is None else found) is not False:
            _set_paragraph(paragraph)
    for text in list(root.iter(qualified("w:t"))):
        if text.text and _STRETCH.search(text.text):
            _split(text)
    if leftwards:
        for properties in root.iter(qualified("w:tblPr")):
            style = properties.find(qualified("w:tblStyle"))
            visual = w("bidiVisual")
            if style is None:
                properties.insert(0, visual)
            else:
                style.addnext(visual)


def _direction(text: str) -> bool | None:
    """Return whether the first letter that has a direction runs leftwards; None without one (UAX #9, rule P2)."""
    return next((_STRONG[kind] for kind in map(unicodedata.bidirectional, text) if kind in _STRONG), None)


def _words(paragraph: Element) -> Iterator[str]:
    return (text.text or "" for text in paragraph.iter(qualified("w:t")))


def _set_paragraph(paragraph: Element) -> None:
    properties = paragraph.find(qualified("w:pPr"))
    if properties is None:
        properties = w("pPr")
        paragraph.insert(0, properties)
    place = next((child for child in properties if str(child.tag).rpartition("}")[2] in _AFTER), None)
    if place is None:
        properties.append(w("bidi"))
    else:
        place.addprevious(w("bidi"))


def _split(text: Element) -> None:
    """Put each stretch that runs leftwards into a run of its own, which says so."""
    run = text.getparent()
    if run is None or run.tag != qualified("w:r") or len(run.findall(qualified("w:t"))) != 1:
        return
    for index, piece in enumerate(_STRETCH.split(text.text or "")):
        if not piece:
            continue
        copy = deepcopy(run)
        kept = copy.find(qualified("w:t"))
        if kept is not None:
            kept.text = piece
        if index % 2:
            _set_run(copy)
        run.addprevious(copy)
    parent = run.getparent()
    if parent is not None:
        parent.remove(run)


def _set_run(run: Element) -> None:
    properties = run.find(qualified("w:rPr"))
    if properties is None:
        properties = w("rPr")
        run.insert(0, properties)
    place = next((child for child in properties if str(child.tag).rpartition("}")[2] in _AFTER_RTL), None)
    if place is None:
        properties.append(w("rtl"))
    else:
        place.addprevious(w("rtl"))
