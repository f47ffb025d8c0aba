"""The sheet: paper and margins."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from pmexport.model.options import Paper
from pmexport.model.report import Report
from pmexport.theme.theme import PageStyle

_POINTS_A_MILLIMETRE = 72 / 25.4
_SHEETS = {Paper.A4: (595.3, 841.9), Paper.LETTER: (612.0, 792.0)}
_EDGE = 11.0


class Sheet(Struct, frozen=True, kw_only=True):
    """Paper and margins, in points; ``header`` and ``footer`` say how far the running lines stand from the edge.

    `opened` says whether the report begins at the head of a page.
    """

    width: float
    height: float
    margins: Mapping[str, float]
    opened: bool = True

    @property
    def text_width(self) -> float:
        """Return the width between the margins."""
        return self.width - self.margins["left"] - self.margins["right"]

    @property
    def text_height(self) -> float:
        """Return the height between the margins."""
        return self.height - self.margins["top"] - self.margins["bottom"]

    @property
    def long_width(self) -> float:
        """Return the width between the margins when the sheet lies on its long side."""
        return max(self.width, self.height) - self.margins["left"] - self.margins["right"]


def sheet_of(report: Report, page: PageStyle) -> Sheet:
    """Return the sheet that `report` is set on in a theme with the page style `page`."""
    width, height = _SHEETS.get(report.paper, _SHEETS[Paper.A4])
    sides = {
        "top": page.margin_top,
        "right": page.margin_right,
        "bottom": page.margin_bottom,
        "left": page.margin_left,
        "header": _EDGE,
        "footer": _EDGE,
    }
    margins = {side: millimetres * _POINTS_A_MILLIMETRE for side, millimetres in sides.items()}
    return Sheet(width=width, height=height, margins=margins)
