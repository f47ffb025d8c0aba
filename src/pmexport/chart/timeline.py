"""A timeline section to SVG, across the page or upright."""

from __future__ import annotations

from typing import assert_never

from pmexport.chart.across import draw_across
from pmexport.chart.canvas import Canvas, Drawing
from pmexport.chart.pen import Pen
from pmexport.chart.upright import draw_upright
from pmexport.model.report import Timeline
from pmexport.theme.theme import Theme

__all__ = ["Canvas", "Drawing", "draw"]


def draw(timeline: Timeline, theme: Theme, canvas: Canvas) -> Drawing:
    """Return the chart of `timeline`, as wide as `canvas` says and as high as it must be.

    `pmexport.chart.pen` names the colour variables of the paint ``variables``; there each mark also carries
    ``data-row``, the anchor of its row in the event table.
    """
    pen = Pen(canvas, theme)
    match canvas.form:
        case "across":
            height = draw_across(pen, timeline)
        case "upright":
            height = draw_upright(pen, timeline)
        case _:
            assert_never(canvas.form)
    return pen.drawing(height, timeline.description)
