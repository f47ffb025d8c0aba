"""Text as a guard compares it: entities decoded, compatibility forms folded, look-alikes Latin, nothing invisible."""

from __future__ import annotations

import html
import re
import tomllib
import unicodedata
from functools import cache
from pathlib import Path

_SPACES = {ord(mark): " " for mark in "\t\n\r\v\f\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\u2800\u3164"}
_SELECTORS, _MORE_SELECTORS = (0xFE00, 0xFE0F), (0xE0100, 0xE01EF)
_SPACES |= dict.fromkeys(range(8192, 8203), " ")
_DASHES = dict.fromkeys((*range(8208, 8212), 8722, 65123, 65293, 173), "-")
# These part two thoughts and join nothing: “on db-7—and then”.
_DASHES |= dict.fromkeys((0x2043, 0x02D7, 0x058A, 0x05BE, 0x1806, 0x2E17, 0xFE58, 0x2E1A), "-")
_DASHES |= dict.fromkeys((8212, 8213, 65112), " - ")
_MARKS = {ord("’"): "'", ord("‘"): "'", ord("♯"): "#"} | dict.fromkeys(map(ord, "“”„‟«»「」『』〝〟"), '"')
_MARKS |= dict.fromkeys(map(ord, "‚‛‹›"), "'")
_MARKS |= dict.fromkeys(map(ord, "。｡․‧·"), ".") | dict.fromkeys(map(ord, "∶ː꞉"), ":")
_MARKS |= dict.fromkeys(map(ord, "⁄∕⧸"), "/") | dict.fromkeys(map(ord, "∖⧵"), "\\")
# Letters in boxes and flags, which no compatibility form takes out.
_BOXES = {first + at: chr(65 + at) for first in (0x1F150, 0x1F170, 0x1F1E6) for at in range(26)}
_STROKES = ((0x0300, 0x036F), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0xFE20, 0xFE2F))
_MOST_DECODED = 4
# Scripts that write no space between a word of theirs and one in Latin letters.
_UNSPACED = "\u0e00-\u0e7f\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3"
_MEETING = re.compile(
    rf"(?<=[{_UNSPACED}])(?=[^\W_{_UNSPACED}]|[#@/~$_\\])|(?<=[^\W{_UNSPACED}])(?=[{_UNSPACED}])",
)


def folded(text: str) -> str:
    """Return `text` with what hides or disguises letters undone; the case is kept."""
    decoded = text
    for _ in range(_MOST_DECODED):
        if "&" not in decoded or (plain := html.unescape(decoded)) == decoded:
            break
        decoded = plain
    visible = "".join(mark for mark in decoded if not _is_invisible(mark))
    if visible.isascii():
        return visible
    plain = unicodedata.normalize("NFKC", visible.translate(_BOXES)).translate(_SPACES).translate(_DASHES)
    bare = "".join(_digit(mark) for mark in plain.translate(_MARKS) if not _is_stroke(mark))
    return bare.translate(_lookalikes())


def parted(text: str) -> str:
    """Return `text` with a space where a script that writes none meets another: サーバー db-07 が."""
    return text if text.isascii() else _MEETING.sub(" ", text)


def is_unspaced(mark: str) -> bool:
    """Tell whether `mark` is of a script that writes no spaces between its words."""
    return bool(re.match(f"[{_UNSPACED}]", mark))


def _digit(mark: str) -> str:
    """Return the digit 0 to 9 that `mark` of another script is, or the mark."""
    value = unicodedata.decimal(mark, None) if not mark.isascii() else None
    return mark if value is None else str(value)


def _is_stroke(mark: str) -> bool:
    """Tell whether `mark` is drawn over the letter before it, of which it makes no other one."""
    return any(first <= ord(mark) <= last for first, last in _STROKES)


def _is_invisible(mark: str) -> bool:
    """Tell whether `mark` takes no room: formats, soft hyphens, joiners, variation selectors, tags."""
    code = ord(mark)
    return (
        unicodedata.category(mark) == "Cf"
        or (unicodedata.category(mark) == "Cc" and mark not in "\t\n\r\v\f\x85")
        or code in {0x00AD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0xFFFC, 0xFFFD}
        or _SELECTORS[0] <= code <= _SELECTORS[1]
        or _MORE_SELECTORS[0] <= code <= _MORE_SELECTORS[1]
    )


@cache
def _lookalikes() -> dict[int, str]:
    """Return the Latin letter for each Greek and Cyrillic one that looks like it. Source: Unicode TR 39."""
    table = tomllib.loads((Path(__file__).parent / "guards" / "lookalikes.toml").read_text(encoding="utf-8"))
    return {ord(mark): latin for latin, marks in table["latin"].items() for mark in marks}
