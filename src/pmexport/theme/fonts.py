"""Faces, their widths and their missing glyphs."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from pmexport.theme.glyphs import glyphs
from pmexport.theme.theme import Face, Typography

_SILENT = {"Cc", "Cf", "Mn", "Me", "Zl", "Zp"}  # takes no place of its own
_ELLIPSIS = "…"


def face(typography: Typography, family: str, weight: int = 400, *, italic: bool = False) -> Face:
    """Return the face of `family` whose slope and weight come nearest; where there is none, of the text family."""
    own = [face for face in typography.faces if face.family == family]
    faces = own or [face for face in typography.faces if face.family == typography.text]
    return min(faces, key=lambda face: (face.italic is not italic, abs(face.weight - weight), -face.weight))


def text_width(text: str, face: Face, size: float) -> float:
    """Return how far `text` runs in `face` set at `size`, in the unit of `size`; a glyph it lacks counts as one em.

    Advance widths without kerning: a little more than what is printed, so that what fits by it does fit.
    """
    own = glyphs(face.ttf)
    units = 0
    for character in text:
        if own.glyph(character):
            units += own.advance(character)
        elif unicodedata.category(character) not in _SILENT:
            units += own.units_per_em
    return units / own.units_per_em * size


def fitted(text: str, face: Face, size: float, width: float) -> str:
    """Return `text`, or as much of it as fits `width` with an ellipsis, or nothing where not even that does."""
    room = width - text_width(_ELLIPSIS, face, size)
    used = 0.0
    kept = ""
    for end, character in enumerate(text):
        used += text_width(character, face, size)
        if used > width:
            return kept.rstrip(" ,;:·(") + _ELLIPSIS if kept else ""
        if used <= room:
            kept = text[: end + 1]
    return text


def missing_glyphs(text: str, faces: Iterable[Face]) -> tuple[str, ...]:
    """Return the characters of `text` that none of `faces` can draw, each once, in the order they occur."""
    owns = [glyphs(face.ttf) for face in faces]
    return tuple(
        character
        for character in dict.fromkeys(text)
        if unicodedata.category(character) not in _SILENT and not any(own.glyph(character) for own in owns)
    )
