"""The chart on a screen: both its forms, of which the style sheet shows one."""

from __future__ import annotations

import re
from collections.abc import Mapping

from markupsafe import Markup

from pmexport.chart.canvas import Canvas, Form
from pmexport.chart.timeline import draw
from pmexport.model.report import Timeline
from pmexport.theme.theme import Theme

# In body sizes, the column is as wide on a screen as on paper, and a phone's as wide as this.
_WIDTHS: Mapping[Form, float] = {"across": 504.0, "upright": 212.0}
_STYLE = re.compile(r' style="([^"]*)"')


class ScreenCharts:
    """Draws charts without style attributes, which the page's policy refuses, and keeps the rules in their stead."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._classes: dict[str, str] = {}

    def draw(self, timeline: Timeline) -> Markup:
        """Return both forms of the chart of `timeline`."""
        forms = (self._form(timeline, form, width) for form, width in _WIDTHS.items())
        return Markup("\n".join(forms))  # noqa: S704  # the chart escapes its words

    def rules(self) -> str:
        """Return the rules that the charts drawn so far need."""
        return "".join(f".{name}{{{declarations}}}" for declarations, name in self._classes.items())

    def _form(self, timeline: Timeline, form: Form, width: float) -> str:
        drawing = draw(timeline, self._theme, Canvas(width=width, form=form, paint="variables"))
        return f'<figure class="chart chart-{form}">{_STYLE.sub(self._named, drawing.svg)}</figure>'

    def _named(self, match: re.Match[str]) -> str:
        name = self._classes.setdefault(match[1], f"c{len(self._classes)}")
        return f' class="{name}"'
