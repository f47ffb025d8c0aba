"""What the chart is drawn on, and what comes of it."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

Form: TypeAlias = Literal["across", "upright"]
Paint: TypeAlias = Literal["light", "dark", "variables"]


class Canvas(Struct, frozen=True, kw_only=True):
    """The sheet. `width` is in points, or in CSS pixels on a screen; `form` is the way that time runs.

    `paint` bakes the colours of one palette in as attributes, or writes ``style="fill:var(--pm-NAME)"`` for a browser.
    """

    width: float
    form: Form = "across"
    paint: Paint = "light"


class Drawing(Struct, frozen=True, kw_only=True):
    """The finished picture: an ``<svg>`` element with its size in the unit of the canvas."""

    svg: str
    width: float
    height: float
