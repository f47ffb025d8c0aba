"""The characters that the page's own words are set with, and those of them that a face lacks."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pmexport.theme.fonts import missing_glyphs
from pmexport.theme.theme import Face


@cache
def page_characters() -> str:
    """Return the characters of the page's own words and figures, in all the languages that they are written in."""
    return "".join(Path(__file__).with_name("characters.txt").read_text("utf-8").split())


def missing_characters(face: Face, *, ascii_only: bool = False) -> tuple[str, ...]:
    """Return what `face` lacks of them, in their order. Raises ThemeError where it is no font."""
    wanted = "".join(filter(str.isascii, page_characters())) if ascii_only else page_characters()
    return missing_glyphs(wanted, (face,))
