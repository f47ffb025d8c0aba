"""The sheet: paper and margins."""

from __future__ import annotations

from pmexport.model.options import Paper
from pmexport.model.report import Report
from pmexport.theme.theme import PageStyle

_POINTS_A_MILLIMETRE = 72 / 25.4
_SHEETS = {Paper.A4: (595.3, 841.9), Paper.LETTER: (612.0, 792.0)}
_EDGE = 11.0


def sheet_size(report: Report) -> tuple[float, float]:
    """Return width and height of the paper, in points."""
    return _SHEETS.get(report.paper, _SHEETS[Paper.A4])


def margins(page: PageStyle) -> dict[str, float]:
    """Return the margins in points, and how far the running lines stand from the paper's edge."""
    sides = {
        "top": page.margin_top,
        "right": page.margin_right,
        "bottom": page.margin_bottom,
        "left": page.margin_left,
        "header": _EDGE,
        "footer": _EDGE,
    }
    return {side: millimetres * _POINTS_A_MILLIMETRE for side, millimetres in sides.items()}


def text_size(report: Report, page: PageStyle) -> tuple[float, float]:
    """Return width and height between the margins, in points."""
    width, height = sheet_size(report)
    room = margins(page)
    return width - room["left"] - room["right"], height - room["top"] - room["bottom"]


def long_width(report: Report, page: PageStyle) -> float:
    """Return the width between the margins of a sheet that is turned, in points."""
    room = margins(page)
    return sheet_size(report)[1] - room["left"] - room["right"]
