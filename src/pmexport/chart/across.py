"""The timeline with time from left to right: milestones over marks over phases, readings and axis under them."""

from __future__ import annotations

from pmexport.chart.axis import cut_width, draw_axis, draw_impact
from pmexport.chart.bands import HEIGHT, draw_bands, draw_cut
from pmexport.chart.flags import draw_flags, flags, height
from pmexport.chart.marks import MILESTONE, Mark, draw_marks, draw_ranges, marks
from pmexport.chart.pen import Pen
from pmexport.chart.readings import draw_readings, margin
from pmexport.chart.scale import Scale, moments, scale
from pmexport.model.report import Timeline

_TOP = 1.5  # so that no renderer clips the first line
_OVER_MARKS = 7.0
_OVER_BANDS = 8.0


def draw_across(pen: Pen, timeline: Timeline) -> float:
    """Draw the timeline; return how high it is."""
    times = moments(timeline)
    if not times:
        return 1.0
    series = timeline.readings if timeline.readings and timeline.readings.readings else None
    left = margin(pen) if series else MILESTONE + 0.7
    span = scale(times, left, pen.width - MILESTONE - 0.7, cut_width(pen, timeline))
    found = marks(timeline.events, span, lambda count: pen.strong.width(str(count)) + 6)
    labels = flags(pen, found)
    line = _TOP + height(pen, labels) + (_OVER_MARKS if labels else MILESTONE + 4)
    pen.line(span.start, line, span.end, line, stroke="hair", stroke_width="0.75")
    for piece in span.cuts:
        draw_cut(pen, piece, line - 3, line + 3)
    draw_ranges(pen, timeline.events, span, line)
    draw_flags(pen, labels, _TOP, line)
    foot = line + _OVER_BANDS
    if timeline.bands:
        foot = draw_bands(pen, timeline.bands, span, foot)
        _draw_feet(pen, timeline, found, span, line)
    draw_marks(pen, found, line, timeline.cluster)
    if series:
        foot = draw_readings(pen, timeline, series, span, foot + 6)
    elif timeline.bands:
        foot += 6
    foot = draw_axis(pen, timeline, span, foot, line=not series)
    return draw_impact(pen, timeline.impact, span, foot) if timeline.impact else foot


def _draw_feet(pen: Pen, timeline: Timeline, found: list[Mark], span: Scale, line: float) -> None:
    """Lead each milestone's mark to its true place on the bands, and through them where two phases meet."""
    ends = {span.place(moment) for band in timeline.bands for moment in (band.start, band.end)}
    for mark in found:
        if mark.milestone:
            foot = line + _OVER_BANDS + (HEIGHT if mark.true in ends else 0)
            points = [(mark.place, line), (mark.true, line + _OVER_BANDS - 1.5), (mark.true, foot)]
            pen.path(points, stroke="ink", stroke_width="0.75")
