"""Text as a guard compares it: entities decoded, compatibility forms folded, look-alikes Latin, nothing invisible."""

from __future__ import annotations

import html
import tomllib
import unicodedata
from functools import cache
from pathlib import Path

_SPACES = {ord(mark): " " for mark in "\t\n\r\v\f\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\u2800\u3164"}
_SPACES |= {code: " " for code in range(0x2000, 0x200B)}
_DASHES = {code: "-" for code in (*range(0x2010, 0x2016), 0x2212, 0xFE58, 0xFE63, 0xFF0D, 0x00AD)}
_MARKS = {ord("’"): "'", ord("‘"): "'", ord("“"): '"', ord("”"): '"'}  # noqa: RUF001  the typographic ones are meant


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
        or 0xFE00 <= code <= 0xFE0F
        or 0xE0100 <= code <= 0xE01EF
    )


@cache
def _lookalikes() -> dict[int, str]:
    """Return the Latin letter for each Greek and Cyrillic one that looks like it. Source: Unicode TR 39, confusables."""
    table = tomllib.loads((Path(__file__).parent / "guards" / "lookalikes.toml").read_text(encoding="utf-8"))
    return {ord(mark): latin for latin, marks in table["latin"].items() for mark in marks}
