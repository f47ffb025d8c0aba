"""Pictographs in the theme's own face, which travels with the document: no reader needs a font for them.

Word and LibreOffice show a character that no font of their machine has as an empty box. A face of the few that a text
uses is small, and is put beside the text as Word itself embeds fonts (ISO/IEC 29500-1, 17.8.1).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from copy import deepcopy
from hashlib import sha256
from io import BytesIO
from itertools import cycle
from typing import TYPE_CHECKING
from uuid import NAMESPACE_OID, uuid5

from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from pmexport.theme.fonts import face
from pmexport.theme.glyphs import glyphs
from pmexport.theme.theme import Face, Typography
from pmexport.writers.docx.markup import Element, qualified, w

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_FONT_TABLE, _FONT = "/word/fontTable.xml", "/word/fonts/font1.odttf"
_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
_OBFUSCATED = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
# So much of a font is turned by its key (ISO/IEC 29500-4, 9.2).
_TURNED = 32
_PICTOGRAPH = re.compile("[\u203c\u2049\u231a-\u23fa\u2600-\u27bf\u2b05-\u2b55\U0001f000-\U0001faff]")
# What follows a pictograph and chooses its look or joins it with the next.
_JOINED = "\u200d\ufe0e\ufe0f"
# Our own signs, which have a face that Word brings.
_OUR_SIGNS = ("Mark", "Badge")
_BEFORE_FONTS = ("writeProtection", "view", "zoom", "displayBackgroundShape")


def set_pictographs(document: WordDocument, roots: Iterable[Element], families: Typography) -> Mapping[str, bytes]:
    """Set the pictographs in `roots` in the face of `families` for them; return the parts that this changes, as bytes.

    Without such a face, or without a pictograph that it has, nothing is changed.
    """
    if not families.emoji:
        return {}
    chosen = face(families, families.emoji)
    found = "".join(sorted({one for root in roots for one in _set(root, chosen)}))
    return _embedded(document, found, chosen) if found else {}


def _set(root: Element, chosen: Face) -> set[str]:
    """Put each pictograph of `root` that the face `chosen` has into a run of its own, and return them."""
    found: set[str] = set()
    for text in list(root.iter(qualified("w:t"))):
        if not text.text or not _PICTOGRAPH.search(text.text) or _is_our_sign(text):
            continue
        own = "".join(one for one in set(_PICTOGRAPH.findall(text.text)) if glyphs(chosen.ttf).glyph(one))
        if own:
            found |= set(own)
            _part(text, re.compile(f"((?:[{own}][{_JOINED}]*)+)"), chosen.family)
    return found


def _is_our_sign(text: Element) -> bool:
    run = text.getparent()
    style = None if run is None else run.find(f"{qualified('w:rPr')}/{qualified('w:rStyle')}")
    return style is not None and str(style.get(qualified("w:val"))).startswith(_OUR_SIGNS)


def _part(text: Element, pattern: re.Pattern[str], family: str) -> None:
    """Put what `pattern` finds in `text` into runs of their own, set in `family`."""
    run = text.getparent()
    if run is None or run.tag != qualified("w:r"):
        return
    properties = run.find(qualified("w:rPr"))
    for child in list(run):
        if child is properties:
            continue
        pieces = pattern.split(child.text or "") if child is text else [None]
        for index, piece in enumerate(pieces):
            alone = w("r", deepcopy(properties), deepcopy(child))
            if piece is not None:
                alone[-1].text = piece
            if index % 2:
                _set_family(alone, family)
            if piece != "":
                run.addprevious(alone)
    parent = run.getparent()
    if parent is not None:
        parent.remove(run)


def _set_family(run: Element, family: str) -> None:
    properties = run.find(qualified("w:rPr"))
    if properties is None:
        properties = w("rPr")
        run.insert(0, properties)
    for old in properties.findall(qualified("w:rFonts")):
        properties.remove(old)
    style = properties.find(qualified("w:rStyle"))
    fonts = w("rFonts", **dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), family))
    properties.insert(0 if style is None else 1, fonts)


def _embedded(document: WordDocument, characters: str, chosen: Face) -> Mapping[str, bytes]:
    """Put the `characters` of `chosen` beside `document`, and return its font table, which now names them."""
    package = document.part.package
    table = next(part for part in package.iter_parts() if str(part.partname) == _FONT_TABLE)
    content = _subset(chosen, characters)
    key = uuid5(NAMESPACE_OID, sha256(content).hexdigest())
    turned = bytes(one ^ by for one, by in zip(content[:_TURNED], cycle(key.bytes[::-1]), strict=False))
    part = Part(PackURI(_FONT), _OBFUSCATED, turned + content[_TURNED:], package)
    embedded = w("embedRegular", fontKey=f"{{{key}}}".upper(), subsetted=1)
    embedded.set(qualified("r:id"), table.relate_to(part, _RELATIONSHIP))
    root = etree.fromstring(table.blob)
    root.append(
        w(
            "font",
            w("charset", val="00"),
            w("family", val="auto"),
            w("pitch", val="variable"),
            embedded,
            name=chosen.family,
        )
    )
    settings = document.settings.element
    place = sum(1 for one in settings if str(one.tag).rpartition("}")[2] in _BEFORE_FONTS)
    settings.insert(place, w("embedTrueTypeFonts"))
    settings.insert(place + 1, w("saveSubsetFonts"))
    name = _FONT_TABLE.removeprefix("/")
    return {name: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)}


def _subset(chosen: Face, characters: str) -> bytes:
    """Return the face `chosen` with nothing but `characters`."""
    from fontTools import subset  # type: ignore[import-untyped]  # noqa: PLC0415 - it ships no types; few texts need it

    options = subset.Options(layout_features=[], hinting=False, notdef_outline=True, recalc_timestamp=False)
    stream = BytesIO()
    with subset.load_font(str(chosen.ttf), options) as font:
        subsetter = subset.Subsetter(options)
        subsetter.populate(text=characters)
        subsetter.subset(font)
        font.save(stream)
    return stream.getvalue()
