"""What scripts ask for: Hebrew and Arabic run from right to left, Chinese has quotation marks of its own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from copy import deepcopy

from pmexport.writers.docx.markup import Element, qualified, style_of, w

_LETTERS = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
# Stretches of such letters, with what stands between two of them.
_STRETCH = re.compile(f"([{_LETTERS}]+(?:[^\\w]*[{_LETTERS}]+)*)")
# Chinese, Japanese and Korean letters, and the signs beside them that Word takes for Latin unless it is told.
_EAST_ASIAN = re.compile("[\u1100-\u11ff\u2e80-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_SHARED = re.compile(
    "[\u00b7\u00d7\u2013-\u2015\u2018-\u201d\u2026\u2030\u2032\u2033\u203b\u2103\u2160-\u217f\u2190-\u2199\u2460-\u24ff]"
)
_STRONG = {"L": False, "R": True, "AL": True}
# What stands in line with the rest of the page, as cells do with their column, whichever way its words run.
_IN_LINE = {"Title", "TOC1"}
# What follows the direction in a paragraph's properties, in the schema's order (ISO/IEC 29500-1, 17.3.1.26).
_AFTER = ("adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "jc", "outlineLvl", "rPr", "sectPr")
_AFTER_SIDE = ("outlineLvl", "rPr", "sectPr")
_AFTER_RTL = ("cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath")


def directed(root: Element, *, leftwards: bool) -> None:
    """Say of everything in `root` that runs against the default which way it runs; `leftwards` is the document's.

    A table of a document that runs forwards runs as its first letter does; cells without letters run as their table.
    """
    tables = {table: leftwards or _runs(table, leftwards=False) for table in root.iter(qualified("w:tbl"))}
    for paragraph in root.iter(qualified("w:p")):
        around = next((tables[table] for table in paragraph.iterancestors(qualified("w:tbl"))), None)
        within = leftwards if around is None else around
        if _runs(paragraph, leftwards=within):
            _set_paragraph(paragraph)
            if not within and (around is not None or style_of(paragraph) in _IN_LINE):
                _align(paragraph)
    for text in list(root.iter(qualified("w:t"))):
        if text.text and _STRETCH.search(text.text):
            _split(text)
        elif text.text and _EAST_ASIAN.search(text.text) and _SHARED.search(text.text):
            _hint(text)
    for table in (table for table, runs in tables.items() if runs):
        _set_table(table)


def _runs(element: Element, *, leftwards: bool) -> bool:
    """Return whether `element` runs leftwards, as `leftwards` says where it has no letter that tells."""
    found = _direction("".join(_words(element)))
    return leftwards if found is None else found


def _set_table(table: Element) -> None:
    properties = table.find(qualified("w:tblPr"))
    if properties is None:
        return
    style, visual = properties.find(qualified("w:tblStyle")), w("bidiVisual")
    if style is None:
        properties.insert(0, visual)
    else:
        style.addnext(visual)


def _hint(text: Element) -> None:
    """Let the signs of `text` that two scripts share be set as those of its Chinese, Japanese or Korean letters."""
    run = text.getparent()
    if run is None or run.tag != qualified("w:r"):
        return
    properties = run.find(qualified("w:rPr"))
    if properties is None:
        properties = w("rPr")
        run.insert(0, properties)
    style = properties.find(qualified("w:rStyle"))
    properties.insert(0 if style is None else 1, w("rFonts", hint="eastAsia"))


def _direction(text: str) -> bool | None:
    """Return whether the first letter that has a direction runs leftwards; None without one (UAX #9, rule P2)."""
    return next((_STRONG[kind] for kind in map(unicodedata.bidirectional, text) if kind in _STRONG), None)


def _words(element: Element) -> Iterator[str]:
    return (text.text or "" for text in element.iter(qualified("w:t")))


def _set_paragraph(paragraph: Element) -> None:
    """Let `paragraph` run leftwards, the bar of a quote on its right."""
    properties = paragraph.find(qualified("w:pPr"))
    if properties is None:
        properties = w("pPr")
        paragraph.insert(0, properties)
    place = next((child for child in properties if str(child.tag).rpartition("}")[2] in _AFTER), None)
    direction = w("bidi")
    if place is None:
        properties.append(direction)
    else:
        place.addprevious(direction)
    if properties.find(f"{qualified('w:pStyle')}[@{qualified('w:val')}='Quote']") is not None:
        # A border's side is the page's, whichever way the text runs.
        bar = w("right", val="single", sz=18, space=8, color="8A93A3", themeColor="accent6")
        direction.addprevious(w("pBdr", w("left", val="nil"), bar))


def _align(paragraph: Element) -> None:
    """Let `paragraph`, which runs leftwards, stand under what runs rightwards: there "right" is where its lines end."""
    properties = paragraph.find(qualified("w:pPr"))
    if properties is None or properties.find(qualified("w:jc")) is not None:
        return
    place = next((child for child in properties if str(child.tag).rpartition("}")[2] in _AFTER_SIDE), None)
    if place is None:
        properties.append(w("jc", val="right"))
    else:
        place.addprevious(w("jc", val="right"))


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
