"""The axis: its line with ticks and clock times, the days, the gaps cut short, and the bracket of impact under it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from pmexport.chart.bands import draw_cut
from pmexport.chart.labels import fits, spread
from pmexport.chart.pen import ASCENT, Box, Pen
from pmexport.chart.scale import Scale, Tick, length
from pmexport.model.report import Bracket, Day, Timeline

_TICK = 3.5
_AIR = 7.0
_CAP = 3.4
_DAY = dt.timedelta(days=1)


def cut_width(pen: Pen, timeline: Timeline) -> float:
    """Return the room on paper for a gap cut short, with its words."""
    if not timeline.compressed:
        return 0.0
    longest = timeline.compressed.replace("{length}", "28 d 20 h")
    return max(pen.plain.width(longest) + 12, 34.0)


def draw_axis(pen: Pen, timeline: Timeline, scale: Scale, y: float, *, line: bool) -> float:
    """Draw what hangs on the axis at `y`, and with `line` the axis itself; return where what is written ends."""
    if line:
        pen.line(scale.start, y, scale.end, y, stroke="faint", stroke_width="0.75")
    for piece in scale.cuts:
        draw_cut(pen, piece, y - 3, y + 3)
    baseline = _baseline(pen, y)
    taken = _draw_cut_words(pen, timeline, scale, baseline)
    ticks = scale.ticks(pen.plain.width("00:00") + 26)
    if len(ticks) > 1 and all(tick.midnight for tick in ticks):
        ticks = _named(ticks, timeline.days, scale, pen) or ticks
        _draw_ticks(pen, ticks, [day_name(tick.moment, timeline.days) for tick in ticks], y, taken)
        return y + _TICK + 1.5 + pen.line_height
    _draw_ticks(pen, ticks, [f"{tick.moment:%H:%M}" for tick in ticks], y, taken)
    foot = y + _TICK + 1.5 + pen.line_height
    if len(timeline.days) > 1:
        _draw_days(pen, timeline.days, scale, y, baseline + pen.line_height)
        foot += pen.line_height
    return foot


def _draw_cut_words(pen: Pen, timeline: Timeline, scale: Scale, baseline: float) -> list[Box]:
    """Write what each cut leaves out; return the places taken."""
    cuts = scale.cuts
    words = [
        timeline.compressed.replace("{length}", length(piece.until - piece.since, timeline.units)) for piece in cuts
    ]
    sizes = [pen.plain.width(word) for word in words]
    if not fits(sizes, 0, pen.width, _AIR):
        words = [length(piece.until - piece.since, timeline.units) for piece in cuts]
        sizes = [pen.plain.width(word) for word in words]
    places = spread([(piece.start + piece.end) / 2 for piece in cuts], sizes, 0, pen.width, _AIR)
    before = len(pen.labels)
    for word, place in zip(words, places, strict=True):
        pen.text(place, baseline, word, pen.plain, fill="soft", anchor="middle")
    return pen.labels[before:]


def _baseline(pen: Pen, y: float) -> float:
    return y + _TICK + 1.5 + ASCENT * pen.plain.size


def _draw_ticks(pen: Pen, ticks: Sequence[Tick], words: Sequence[str], y: float, taken: list[Box]) -> None:
    """Draw the ticks, and under each its word unless the place is taken."""
    baseline = _baseline(pen, y)
    for tick, word in zip(ticks, words, strict=True):
        half = pen.plain.width(word) / 2
        centre = min(max(tick.place, half), pen.width - half)
        box = Box(centre - half - _AIR / 2, baseline - 1, centre + half + _AIR / 2, baseline)
        pen.line(tick.place, y, tick.place, y + _TICK, stroke="faint", stroke_width="0.75")
        if not any(box.meets(other) for other in taken):
            pen.text(centre, baseline, word, pen.plain, fill="faint", anchor="middle")
            taken.append(box)


def day_name(moment: dt.datetime, days: Sequence[Day]) -> str:
    """Return the short name of the day of `moment` as the report words it, or else by ISO 8601."""
    named = {day.start.date(): day.short for day in days}
    return named.get(moment.date()) or f"{moment:%Y-%m-%d}"


def _named(ticks: tuple[Tick, ...], days: Sequence[Day], scale: Scale, pen: Pen) -> tuple[Tick, ...]:
    """Return `ticks` if each stands on a day whose name is known, otherwise ticks on such days, as many as fit."""
    if {tick.moment.date() for tick in ticks} <= {day.start.date() for day in days}:
        return ticks
    apart = max((pen.plain.width(day.short) for day in days), default=0.0) + 2 * _AIR
    named: list[Tick] = []
    for day in days:
        place = scale.begin(day.start, day.start + _DAY)
        if place is not None and (not named or place - named[-1].place >= apart):
            named.append(Tick(place, day.start, midnight=True))
    return tuple(named)


def _draw_days(pen: Pen, days: Sequence[Day], scale: Scale, y: float, baseline: float) -> None:
    """Write the name of each day where it begins, the first where the axis does; a name without room is left out."""
    letters = pen.strong
    begun = [(scale.begin(day.start, day.start + _DAY), day) for day in days]
    shown = [(place, day) for place, day in begun if place is not None]
    free = 0.0
    for number, (start, day) in enumerate(shown):
        following = shown[number + 1][0] if number + 1 < len(shown) else pen.width
        x = start + (3 if number else 0)
        word = next((name for name in (day.label, day.short) if letters.width(name) <= following - x - _AIR), "")
        if number and start >= free:
            pen.line(start, y, start, y + _TICK, stroke="faint", stroke_width="0.75")
        if number and start >= free and word:
            pen.line(start, baseline - ASCENT * letters.size, start, baseline + 1, stroke="faint", stroke_width="0.75")
        if word and x >= free:
            pen.text(x, baseline, word, letters, fill="soft")
            free = x + letters.width(word) + _AIR


def draw_impact(pen: Pen, impact: Bracket, scale: Scale, top: float) -> float:
    """Draw the bracket of customer impact under the axis; return where it ends."""
    y = top + 6.5
    start, end = scale.place(impact.start), scale.place(impact.end)
    end = max(end, start + 1.5)
    width = pen.strong.width(impact.label)
    middle = y + 0.36 * pen.strong.size
    looks = {"stroke": "alert", "stroke_width": "1.5"}
    for x in (start, end):
        pen.line(x, y - _CAP, x, y + _CAP, **looks)
    if width + 4 * _AIR <= end - start:
        centre = (start + end) / 2
        pen.line(start, y, centre - width / 2 - 5, y, **looks)
        pen.line(centre + width / 2 + 5, y, end, y, **looks)
        pen.text(centre, middle, impact.label, pen.strong, fill="alert", anchor="middle")
        return y + pen.line_height / 2 + 1
    pen.line(start, y, end, y, **looks)
    if end + 6 + width <= pen.width:
        pen.text(end + 6, middle, impact.label, pen.strong, fill="alert")
        return y + pen.line_height / 2 + 1
    if start - 6 - width >= 0:
        pen.text(start - 6, middle, impact.label, pen.strong, fill="alert", anchor="end")
        return y + pen.line_height / 2 + 1
    centre = min(max((start + end) / 2, width / 2), pen.width - width / 2)
    pen.text(centre, middle + pen.line_height, impact.label, pen.strong, fill="alert", anchor="middle")
    return y + pen.line_height * 1.5 + 1
