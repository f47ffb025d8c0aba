"""What a picture carries besides its colours: the texts in a PNG's chunks and a JPEG's segments."""

from __future__ import annotations

from collections.abc import Iterator

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
# What draws a PNG, and how; every other chunk says something.
_DRAWS = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"sRGB", b"gAMA", b"pHYs", b"cHRM", b"iCCP", b"sBIT", b"bKGD"}
)
_SCAN, _COMMENT = 0xDA, 0xFE
_APPLICATION = range(0xE1, 0xF0)


def carried(data: bytes) -> Iterator[str]:
    """Yield the texts that `data` carries if it is a PNG or a JPEG, as far as they can be read."""
    if data.startswith(_PNG):
        yield from (_text(part) for part in _chunks(data))
    elif data.startswith(_JPEG):
        yield from (_text(part) for part in _segments(data))


def _chunks(data: bytes) -> Iterator[bytes]:
    at = len(_PNG)
    while at + 8 <= len(data):
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        if kind not in _DRAWS:
            yield data[at + 8 : at + 8 + length]
        at += length + 12
        if kind == b"IEND":
            yield data[at:]
            return


def _segments(data: bytes) -> Iterator[bytes]:
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != _SCAN:  # noqa: PLR2004  what begins a segment
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        if data[at + 1] == _COMMENT or data[at + 1] in _APPLICATION:
            yield data[at + 4 : at + 2 + length]
        at += length + 2


def _text(data: bytes) -> str:
    return data.replace(b"\0", b" ").decode("utf-8", "replace")
