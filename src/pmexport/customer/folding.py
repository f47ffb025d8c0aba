"""Text as a guard compares it: entities decoded, compatibility forms folded, look-alikes Latin, nothing invisible."""

from __future__ import annotations

import html
import tomllib
import unicodedata
from functools import cache
from pathlib import Path

_SPACES = {ord(mark): " " for mark in "\t\n\r\v\f\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\u2800\u3164"}
_SELECTORS, _MORE_SELECTORS = (0xFE00, 0xFE0F), (0xE0100, 0xE01EF)
_SPACES |= dict.fromkeys(range(8192, 8203), " ")
_DASHES = dict.fromkeys((*range(8208, 8212), 8722, 65123, 65293, 173), "-")
# These part two thoughts and join nothing: “on db-7—and then”.
_DASHES |= dict.fromkeys((8212, 8213, 65112), " - ")
_MARKS = {ord("’"): "'", ord("‘"): "'", ord("“"): '"', ord("”"): '"'}


def folded(text: str) -> str:
    """Return `text` with what hides or disguises letters undone; the case is kept."""
    decoded = html.unescape(html.unescape(text)) if "&" in text else text
    if decoded.isascii():
        return decoded
    visible = "".join(mark for mark in decoded if not _is_invisible(mark))
    plain = unicodedata.normalize("NFKC", visible).translate(_SPACES).translate(_DASHES).translate(_MARKS)
    return plain.translate(_lookalikes())


def _is_invisible(mark: str) -> bool:
    """Tell whether `mark` takes no room: formats, soft hyphens, joiners, variation selectors, tags."""
    code = ord(mark)
    return (
        unicodedata.category(mark) == "Cf"
        or code in {0x00AD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0xFFFC}
        or _SELECTORS[0] <= code <= _SELECTORS[1]
        or _MORE_SELECTORS[0] <= code <= _MORE_SELECTORS[1]
    )


@cache
def _lookalikes() -> dict[int, str]:
    """Return the Latin letter for each Greek and Cyrillic one that looks like it. Source: Unicode TR 39."""
    table = tomllib.loads((Path(__file__).parent / "guards" / "lookalikes.toml").read_text(encoding="utf-8"))
    return {ord(mark): latin for latin, marks in table["latin"].items() for mark in marks}
