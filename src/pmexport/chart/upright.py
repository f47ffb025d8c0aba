"""The timeline with time running downwards, for phones and for long timelines."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from msgspec import Struct

from pmexport.chart.axis import day_name
from pmexport.chart.labels import spread
from pmexport.chart.marks import MILESTONE, draw_count, draw_mark, leading, mark_words, marks
from pmexport.chart.pen import ASCENT, DESCENT, Pen
from pmexport.chart.readings import draw_readings, margin
from pmexport.chart.scale import Scale, length, moments, scale
from pmexport.model.report import Band, ChartEvent, ReadingSeries, Timeline
from pmexport.theme.fonts import fitted

_SPINE = 9.0
_BESIDE = 20.0  # from the spine to the words
_AIR = 4.5
_CUT = 24.0
_LEAST = 150.0
_GROWTH = 1.25  # how much longer the spine is than its words, so that lengths of time still show
_MOST = 14  # events that get words where there is no milestone


class Note(Struct, frozen=True):
    """Words beside the spine: where they belong and what they say; `order` among those of the same moment."""

    true: float
    order: int
    event: ChartEvent | None = None
    band: Band | None = None
    words: str = ""
    day: bool = False


def draw_upright(pen: Pen, timeline: Timeline) -> float:
    """Draw the timeline; return how high it is."""
    times = moments(timeline)
    if not times:
        return 1.0
    named = _named(timeline.events)
    guess = _notes(timeline, scale(times, 0, 1, 0.1), named)
    pitch = pen.line_height + _AIR
    top = pen.line_height / 2
    height = max(_LEAST, _GROWTH * len(guess) * pitch)
    span = scale(times, top, top + height, _CUT)
    notes = _notes(timeline, span, named)
    places = spread([note.true for note in notes], [pen.line_height] * len(notes), 0, height + 2 * top, _AIR)
    spine = max((pen.plain.width(event.clock) for event in named), default=0.0) + 13
    _draw_spine(pen, timeline, span, spine)
    for note, place in zip(notes, places, strict=True):
        _draw_leader(pen, note, place, spine)
    _draw_marks(pen, timeline, span, spine + _SPINE / 2)
    for note, place in zip(notes, places, strict=True):
        _draw_note(pen, note, place + 0.36 * pen.plain.size, spine)
    foot = _draw_impact(pen, timeline, height + 2 * top, spine)
    series = timeline.readings if timeline.readings and timeline.readings.readings else None
    return _draw_plot(pen, timeline, series, times, foot) if series else foot


def _named(events: Sequence[ChartEvent]) -> list[ChartEvent]:
    """Return the events to name: the milestones, or where there are none as many events as there is room for."""
    found = leading(events)
    if found or len(events) <= _MOST:
        return found or list(events)
    step = (len(events) - 1) / (_MOST - 1)
    return [events[round(number * step)] for number in range(_MOST)]


def _notes(timeline: Timeline, span: Scale, named: Sequence[ChartEvent]) -> list[Note]:
    """Return the words in the order down the spine: days before their events, phases between theirs."""
    notes = [Note(span.place(event.start), 2, event=event) for event in named]
    notes += [Note((span.place(band.start) + span.place(band.end)) / 2, 3, band=band) for band in timeline.bands]
    for piece in span.cuts:
        words = timeline.compressed.replace("{length}", length(piece.until - piece.since, timeline.units))
        notes.append(Note((piece.start + piece.end) / 2, 1, words=words))
    days = timeline.days if len(timeline.days) > 1 else ()
    busy = {event.start.date() for event in named}
    notes += [Note(span.place(day.start), 0, words=day.label, day=True) for day in days if day.start.date() in busy]
    return sorted(notes, key=lambda note: (note.true, note.order))


def _draw_spine(pen: Pen, timeline: Timeline, span: Scale, spine: float) -> None:
    middle = spine + _SPINE / 2
    pen.line(middle, span.start, middle, span.end, stroke="faint", stroke_width="0.75")
    for band in timeline.bands:
        start, end = span.place(band.start), span.place(band.end)
        pen.rect(spine, start, _SPINE, max(end - start, 0.8), fill=f"phase-{band.phase}-ground")
        pen.rect(spine, start, 1.5, max(end - start, 0.8), fill=f"phase-{band.phase}-edge")
    for piece in span.cuts:
        _draw_cut(pen, (piece.start + piece.end) / 2, spine)
    for event in timeline.events:
        if event.end and event.end > event.start:
            start, end = span.place(event.start), span.place(event.end)
            pen.rect(
                middle - 1.6,
                start,
                3.2,
                max(end - start, 1),
                radius=1.6,
                fill="empty",
                stroke="faint",
                stroke_width="0.6",
            )
    if timeline.impact:
        x, start, end = spine - 4.5, span.place(timeline.impact.start), span.place(timeline.impact.end)
        pen.path([(x - 2, start), (x, start), (x, end), (x - 2, end)], stroke="alert", stroke_width="1.5")


def _draw_cut(pen: Pen, middle: float, spine: float) -> None:
    """Draw the break of a gap that was cut short across the spine."""
    left, right = spine - 2, spine + _SPINE + 2
    corners = [(left, middle), (right, middle - 4), (right, middle), (left, middle + 4)]
    pen.path(corners, fill="ground")
    pen.path(corners[:2], stroke="faint", stroke_width="0.75")
    pen.path(corners[2:], stroke="faint", stroke_width="0.75")


def _draw_leader(pen: Pen, note: Note, place: float, spine: float) -> None:
    right = spine + _SPINE
    if note.event or note.words:
        ink = "soft" if note.event else "faint"
        run = [
            (right - 1, note.true),
            (right + 4, note.true),
            (right + _BESIDE - 8, place),
            (right + _BESIDE - 4, place),
        ]
        pen.path(run, stroke=ink, stroke_width="0.7")


def _draw_marks(pen: Pen, timeline: Timeline, span: Scale, middle: float) -> None:
    height = pen.strong.size + 2.2
    found = marks(timeline.events, span, lambda _: height)
    for mark in sorted(found, key=lambda mark: mark.milestone):
        first = mark.events[0]
        pen.begin(first.row, mark_words(mark, timeline.cluster))
        if len(mark.events) > 1:
            width = max(pen.strong.width(str(len(mark.events))) + 6, height)
            draw_count(pen, middle, mark.place, width, len(mark.events))
        else:
            draw_mark(pen, middle, mark.place, first)
        pen.end(first.row)


def _draw_note(pen: Pen, note: Note, baseline: float, spine: float) -> None:
    x = spine + _SPINE + _BESIDE
    room = pen.width - x
    if note.event:
        _draw_event(pen, note.event, baseline, spine, x)
    elif note.band:
        band = note.band
        side = 0.62 * pen.plain.size
        looks = {"fill": f"phase-{band.phase}-ground", "stroke": f"phase-{band.phase}-edge"}
        pen.rect(x + 0.4, baseline - side, side, side, radius=0, stroke_width="0.8", **looks)
        words = fitted(f"{band.name} {band.length}".strip(), pen.plain.face, pen.plain.size, room - side - 5)
        pen.text(x + side + 5, baseline, words, pen.plain, fill="soft")
    else:
        letters = pen.strong if note.day else pen.plain
        pen.text(x, baseline, fitted(note.words, letters.face, letters.size, room), letters, fill="soft")


def _draw_event(pen: Pen, event: ChartEvent, baseline: float, spine: float, x: float) -> None:
    room = pen.width - x
    label, letters = (event.label, pen.strong) if event.label else (event.text, pen.plain)
    words = fitted(label, letters.face, letters.size, room)
    pen.begin(event.row, event.text)
    pen.text(spine - 10, baseline, event.clock, pen.plain, fill="soft", anchor="end")
    pen.text(x, baseline, words, letters, fill="ink")
    after = letters.width(words) + 6
    if event.label and after + pen.plain.width(event.distance) <= room:
        pen.text(x + after, baseline, event.distance, pen.plain, fill="soft")
    pen.end(event.row)


def _draw_impact(pen: Pen, timeline: Timeline, top: float, spine: float) -> float:
    """Say what the line beside the spine is; return where that ends."""
    if timeline.impact is None:
        return top
    y = top + 6 + ASCENT * pen.strong.size
    left = spine - 4.5
    pen.path([(left, y - 7), (left, y + 1)], stroke="alert", stroke_width="1.5")
    x = left + 8
    pen.text(
        x, y, fitted(timeline.impact.label, pen.strong.face, pen.strong.size, pen.width - x), pen.strong, fill="alert"
    )
    return y + DESCENT * pen.strong.size + 1


def _draw_plot(pen: Pen, timeline: Timeline, series: ReadingSeries, times: list[dt.datetime], top: float) -> float:
    """Draw the readings below, with time running across."""
    across = scale(times, margin(pen), pen.width - MILESTONE, 30)
    foot = draw_readings(pen, timeline, series, across, top + 14)
    y = foot + 5 + ASCENT * pen.plain.size
    days = len(timeline.days) > 1
    first, last = (day_name(time, timeline.days) if days else f"{time:%H:%M}" for time in (times[0], times[-1]))
    pen.text(across.start, y, first, pen.plain, fill="faint")
    if across.end - across.start > 3 * pen.plain.width(last):
        pen.text(across.end, y, last, pen.plain, fill="faint", anchor="end")
    return y + DESCENT * pen.plain.size
