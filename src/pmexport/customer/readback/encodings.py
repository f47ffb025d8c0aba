"""A PDF font's own encoding: which letter each of its codes stands for, by the names of its glyphs."""

from __future__ import annotations

import re
from collections.abc import Mapping

_OWN = re.compile(rb"/Differences\s*\[(.*?)\]", re.DOTALL)
_ELSEWHERE = re.compile(rb"/Encoding\s+(\d+)\s+\d+\s+R")


def own_letters(font: bytes, bodies: Mapping[int, bytes]) -> dict[bytes, str]:
    """Return the letters of `font` by code where it names glyphs of its own; empty where it has a usual encoding.

    Source of the rule: ISO 32000-1, 9.6.6; the names are those of the Adobe Glyph List.
    """
    place = _ELSEWHERE.search(font)
    named = _OWN.search(bodies.get(int(place[1]), b"") if place else font)
    if named is None:
        return {}
    from fontTools.agl import toUnicode  # type: ignore[import-untyped]  # noqa: PLC0415  hardly any file needs it

    letters = {bytes([code]): bytes([code]).decode("cp1252", "replace") for code in range(256)}
    code = 0
    for token in named[1].replace(b"/", b" /").split():
        if token.isdigit():
            code = int(token)
        elif token.startswith(b"/"):
            letters[bytes([code & 0xFF])] = toUnicode(token[1:].decode("latin-1")) or "\ufffd"
            code += 1
    return letters
