"""Phases as bands with their names and lengths: inside where these fit, otherwise under the band with a leader."""

from __future__ import annotations

from collections.abc import Sequence

from pmexport.chart.labels import fits, spread
from pmexport.chart.pen import ASCENT, Pen
from pmexport.chart.scale import Piece, Scale
from pmexport.model.report import Band

HEIGHT = 17.0
_PAD = 4.0
_LEADER = 4.0
_AIR = 8.0


def draw_bands(pen: Pen, bands: Sequence[Band], scale: Scale, top: float) -> float:
    """Draw the bands, break them where time is cut, and name them; return where they and their names end."""
    for band in bands:
        start, end = scale.place(band.start), scale.place(band.end)
        pen.rect(start, top, max(end - start, 0.8), HEIGHT, fill=f"phase-{band.phase}-ground")
        # The edge tells two phases apart where a printer leaves their grounds alike.
        pen.rect(start, top + HEIGHT - 1.5, max(end - start, 0.8), 1.5, fill=f"phase-{band.phase}-edge")
    for piece in scale.cuts:
        middle = (piece.start + piece.end) / 2
        if any(scale.place(band.start) < middle < scale.place(band.end) for band in bands):
            draw_cut(pen, piece, top - 1, top + HEIGHT + 1)
    outside = [band for band in bands if not _draw_inside(pen, band, scale, top)]
    return _draw_outside(pen, outside, scale, top + HEIGHT) if outside else top + HEIGHT


def draw_cut(pen: Pen, piece: Piece, top: float, foot: float) -> None:
    """Draw the break of a gap that was cut short: two slanted strokes with nothing between them."""
    middle = (piece.start + piece.end) / 2
    lean = min((foot - top) / 5, 3.0)
    corners = [(middle - 2 + lean, top), (middle + 2 + lean, top), (middle + 2 - lean, foot), (middle - 2 - lean, foot)]
    pen.path(corners, fill="ground")
    for side in (-2, 2):
        pen.path([(middle + side + lean, top), (middle + side - lean, foot)], stroke="faint", stroke_width="0.75")


def _draw_inside(pen: Pen, band: Band, scale: Scale, top: float) -> bool:
    start, end = scale.place(band.start), scale.place(band.end)
    middles = [middle for piece in scale.cuts if start < (middle := (piece.start + piece.end) / 2) < end]
    rooms = zip([start, *(middle + 6 for middle in middles)], [*(middle - 6 for middle in middles), end], strict=True)
    left, right = max(rooms, key=lambda room: room[1] - room[0])
    for words in (f"{band.name} {band.length}".strip(), band.name):
        if pen.strong.width(words) <= right - left - 2 * _PAD:
            x, y = (left + right) / 2, top + (HEIGHT - 1.5) / 2 + 0.36 * pen.strong.size
            pen.text(x, y, words, pen.strong, fill=f"phase-{band.phase}-ink", anchor="middle")
            return True
    return False


def _draw_outside(pen: Pen, bands: Sequence[Band], scale: Scale, top: float) -> float:
    full = [f"{band.name} {band.length}".strip() for band in bands]
    for words in (full, [band.name for band in bands]):
        sizes = [pen.strong.width(word) for word in words]
        if fits(sizes, 0, pen.width, _AIR):
            _draw_row(pen, bands, words, scale, top)
            return top + _LEADER + pen.line_height
    # Not even the names fit one row: each on its own.
    for row, (band, word) in enumerate(zip(bands, full, strict=True)):
        _draw_row(pen, [band], [word], scale, top + row * pen.line_height, leader=not row)
    return top + _LEADER + len(bands) * pen.line_height


def _draw_row(
    pen: Pen,
    bands: Sequence[Band],
    words: Sequence[str],
    scale: Scale,
    top: float,
    *,
    leader: bool = True,
) -> None:
    true = [(scale.place(band.start) + scale.place(band.end)) / 2 for band in bands]
    sizes = [pen.strong.width(word) for word in words]
    places = spread(true, sizes, 0, pen.width, _AIR)
    for band, word, x, place, size in zip(bands, words, true, places, sizes, strict=True):
        aim = min(max(x, place - size / 2 + 2), place + size / 2 - 2)
        if leader:
            pen.path([(x, top), (aim, top + _LEADER)], stroke=f"phase-{band.phase}-edge", stroke_width="0.9")
        y = top + _LEADER + 0.8 + ASCENT * pen.strong.size
        pen.text(place, y, word, pen.strong, fill="soft", anchor="middle")
