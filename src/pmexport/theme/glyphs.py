"""Advance widths and coverage read straight from a font file, without the 100 ms that a font library takes to start.

Source: OpenType specification, tables head, hhea, hmtx and cmap (formats 4 and 12).
"""

from __future__ import annotations

import struct
from functools import cache
from pathlib import Path

from pmexport.errors import ThemeError

_WOFF2_HEADER = 48
_UNICODE = {(3, 10), (0, 4), (0, 6), (3, 1), (0, 3), (0, 2), (0, 1)}


class Glyphs:
    """The glyphs of one font file, by character."""

    def __init__(self, content: bytes) -> None:
        """Take the bytes of a TrueType or OpenType font; struct.error or KeyError says that they are none."""
        count = struct.unpack_from(">H", content, 4)[0]
        tables = dict(_table(content, 12 + 16 * index) for index in range(count))
        self.units_per_em: int = struct.unpack_from(">H", tables["head"], 18)[0]
        self.ascent: int
        self.descent: int
        self.ascent, self.descent = struct.unpack_from(">hh", tables["hhea"], 4)
        long: int = struct.unpack_from(">H", tables["hhea"], 34)[0]
        self._advances = struct.unpack(f">{'H2x' * long}", tables["hmtx"][: 4 * long])
        self._segments = _segments(tables["cmap"])
        self._found: dict[str, int] = {}

    def glyph(self, character: str) -> int:
        """Return the number of the character's glyph; 0 where the font has none."""
        if character not in self._found:
            self._found[character] = self._look_up(ord(character))
        return self._found[character]

    def advance(self, character: str) -> int:
        """Return how far the pen moves over `character`, in font units."""
        return int(self._advances[min(self.glyph(character), len(self._advances) - 1)])

    def _look_up(self, code: int) -> int:
        low, high = 0, len(self._segments)
        while low < high:
            middle = (low + high) // 2
            if self._segments[middle][1] < code:
                low = middle + 1
            else:
                high = middle
        if low < len(self._segments) and self._segments[low][0] <= code:
            start, _, delta, listed = self._segments[low]
            if not listed:
                return (code + delta) % 65536
            return (listed[code - start] + delta) % 65536 if listed[code - start] else 0
        return 0


@cache
def glyphs(file: Path) -> Glyphs:
    """Return the glyphs of `file`, read once. Raises ThemeError where it is no font that can be read."""
    try:
        return Glyphs(file.read_bytes())
    except (OSError, struct.error, KeyError, IndexError):
        raise ThemeError("cannot be read as a font", place=file.name, instead="give a static .ttf or .otf") from None


def is_whole_woff2(file: Path) -> bool:
    """Say whether `file` is a WOFF2 font of the length that it states. Source: WOFF File Format 2.0, section 4."""
    content = file.read_bytes()
    return (
        content[:4] == b"wOF2"
        and len(content) > _WOFF2_HEADER
        and struct.unpack_from(">I", content, 8)[0] == len(content)
    )


def _table(content: bytes, place: int) -> tuple[str, bytes]:
    tag, _, offset, length = struct.unpack_from(">4sIII", content, place)
    if offset + length > len(content):
        raise IndexError(tag)
    return tag.decode("latin-1"), content[offset : offset + length]


_Segment = tuple[int, int, int, tuple[int, ...]]  # first and last character, delta, glyphs where they are listed


def _segments(cmap: bytes) -> list[_Segment]:
    """Return the stretches of the best Unicode subtable: format 12 where there is one, else format 4."""
    count = struct.unpack_from(">H", cmap, 2)[0]
    best: dict[int, int] = {}
    for index in range(count):
        platform, encoding, offset = struct.unpack_from(">HHI", cmap, 4 + 8 * index)
        if (platform, encoding) in _UNICODE:
            best[struct.unpack_from(">H", cmap, offset)[0]] = offset
    return _format_12(cmap, best[12]) if 12 in best else _format_4(cmap, best[4])  # noqa: PLR2004 - formats by number


def _format_12(cmap: bytes, offset: int) -> list[_Segment]:
    count = struct.unpack_from(">I", cmap, offset + 12)[0]
    groups = struct.iter_unpack(">III", cmap[offset + 16 : offset + 16 + 12 * count])
    return [(first, last, glyph - first, ()) for first, last, glyph in groups]


def _format_4(cmap: bytes, offset: int) -> list[_Segment]:
    twice = struct.unpack_from(">H", cmap, offset + 6)[0]
    read = struct.Struct(f">{twice // 2}H")
    start = offset + 14
    lasts = read.unpack_from(cmap, start)
    firsts = read.unpack_from(cmap, start + twice + 2)
    deltas = read.unpack_from(cmap, start + 2 * twice + 2)
    ranges_at = start + 3 * twice + 2
    ranges = read.unpack_from(cmap, ranges_at)
    segments: list[_Segment] = []
    for index, (first, last, delta, far) in enumerate(zip(firsts, lasts, deltas, ranges, strict=True)):
        listed: tuple[int, ...] = ()
        if far and last != 0xFFFF:  # noqa: PLR2004 - the closing segment of every format 4 table
            listed = struct.unpack_from(f">{last - first + 1}H", cmap, ranges_at + 2 * index + far)
        segments.append((first, last, delta, listed))
    return segments
