"""Readings found in the events, drawn under the timeline on the same axis."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from pmexport.chart.pen import ASCENT, DESCENT, Box, Pen
from pmexport.chart.scale import Scale
from pmexport.model.report import Reading, ReadingSeries, Timeline

_HEIGHT = 43.0
_RADIUS = 2.6
_AIR = 5.2
_APART = 6.0
_MOST = 14  # readings that all get their value written; of more only the telling ones
_LEVELS = (100, 50, 0)


def margin(pen: Pen) -> float:
    """Return the room for the figures left of the readings."""
    return pen.plain.width("100") + 8


def draw_readings(pen: Pen, timeline: Timeline, series: ReadingSeries, scale: Scale, top: float) -> float:
    """Draw the readings with their name, note and levels; return where the plot's foot is, its axis already drawn."""
    top = _draw_head(pen, series, top) + 7
    foot = top + _HEIGHT
    if timeline.impact:
        start, end = scale.place(timeline.impact.start), scale.place(timeline.impact.end)
        pen.rect(start, top, end - start, _HEIGHT, fill="tint")
    for level in _LEVELS:
        y = foot - level / 100 * _HEIGHT
        pen.line(scale.start, y, scale.end, y, stroke="hair" if level else "faint", stroke_width="0.75")
        pen.text(scale.start - 7, y + 0.36 * pen.plain.size, str(level), pen.plain, fill="faint", anchor="end")
    points = [(scale.place(reading.at), foot - reading.value / 100 * _HEIGHT) for reading in series.readings]
    if len(points) > 1:
        pen.path(points, stroke="alert", stroke_width="1.5", stroke_linejoin="round")
    radius = _RADIUS if len(points) <= _MOST else 1.6
    for x, y in points:
        pen.circle(x, y, radius, fill="ground", stroke="alert", stroke_width="1.4")
    _draw_values(pen, series.readings, points, Box(0, top - pen.line_height, pen.width, foot - 1))
    return foot


def _draw_head(pen: Pen, series: ReadingSeries, top: float) -> float:
    y = top + ASCENT * pen.strong.size
    pen.text(0, y, series.name, pen.strong, fill="soft")
    if pen.strong.width(series.name) + 14 + pen.plain.width(series.note) <= pen.width:
        pen.text(pen.width, y, series.note, pen.plain, fill="soft", anchor="end")
        return top + pen.line_height
    for line in _lines(series.note, pen):
        y += pen.line_height
        pen.text(0, y, line, pen.plain, fill="soft")
    return y + DESCENT * pen.plain.size


def _lines(text: str, pen: Pen) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and pen.plain.width(longer) <= pen.width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _draw_values(pen: Pen, readings: Sequence[Reading], points: list[tuple[float, float]], frame: Box) -> None:
    """Write the values beside their points, the telling ones first, as far as there is room."""
    taken = list(pen.labels) + [
        Box(x - _RADIUS - 0.7, y - _RADIUS - 0.7, x + _RADIUS + 0.7, y + _RADIUS + 0.7) for x, y in points
    ]
    chosen: dict[int, tuple[float, float, Box]] = {}
    for index in _telling(readings):
        for x, y in _places(pen, readings[index].label, *points[index]):
            width = pen.strong.width(readings[index].label)
            box = Box(x, y - ASCENT * pen.strong.size, x + width, y + DESCENT * pen.strong.size)
            if _free(box, frame, taken, points) and _belongs(box, points, index):
                taken.append(Box(box.left - _APART, box.top, box.right + _APART, box.bottom))
                chosen[index] = (x, y, box)
                break
    for index in sorted(chosen):
        x, y, _ = chosen[index]
        pen.text(x, y, readings[index].label, pen.strong, fill="alert")


def _telling(readings: Sequence[Reading]) -> list[int]:
    """Return the readings' numbers by what they tell: the lowest, the last, the first, the highest, then the rest."""
    order = sorted(range(len(readings)), key=lambda index: readings[index].value)
    rest = range(len(readings)) if len(readings) <= _MOST else ()
    return list(dict.fromkeys([*order[:1], len(readings) - 1, 0, *order[-1:], *rest])) if order else []


def _places(pen: Pen, label: str, x: float, y: float) -> list[tuple[float, float]]:
    """Return where the words may start: right below, right above, left below, left above, under, over."""
    size, width = pen.strong.size, pen.strong.width(label)
    low, high, level = y + ASCENT * size + 3.5, y - 5.2, y + 0.36 * size
    right, left, middle = x + _AIR, x - _AIR - width, x - width / 2
    beside = [(right, low), (right, high), (left, low), (left, high), (right, level), (left, level)]
    edge = min(middle, pen.width - width)
    over = [(middle, low + 1.5), (middle, high - 1), (edge, low + 1.5), (edge, high - 1), (edge, high - 9)]
    further = [(left - 6, high), (right, high - 4), (right + 4, low + 2), (left - 6, low + 2)]
    return beside + over + further


def _free(box: Box, frame: Box, taken: Sequence[Box], points: list[tuple[float, float]]) -> bool:
    inside = box.left >= frame.left and box.right <= frame.right and box.top >= frame.top and box.bottom <= frame.bottom
    crossed = any(_crosses(box, *ends) for ends in pairwise(points))
    return inside and not crossed and not any(box.meets(other) for other in taken)


def _belongs(box: Box, points: list[tuple[float, float]], index: int) -> bool:
    """Return whether no other point is nearer to the box than the one whose value it holds."""

    def away(point: tuple[float, float]) -> float:
        x, y = point
        return math.hypot(max(box.left - x, 0, x - box.right), max(box.top - y, 0, y - box.bottom))

    own = away(points[index])
    return all(own < away(point) for number, point in enumerate(points) if number != index)


def _crosses(box: Box, one: tuple[float, float], two: tuple[float, float]) -> bool:
    """Return whether the straight line from `one` to `two` passes through the box, or closer than a point."""
    (x1, y1), (x2, y2) = one, two
    left, right = max(box.left - 1, min(x1, x2)), min(box.right + 1, max(x1, x2))
    if left > right:
        return False
    if x1 == x2:
        return min(y1, y2) < box.bottom and box.top < max(y1, y2)
    heights = [y1 + (x - x1) / (x2 - x1) * (y2 - y1) for x in (left, right)]
    return min(heights) < box.bottom + 1 and box.top - 1 < max(heights)
