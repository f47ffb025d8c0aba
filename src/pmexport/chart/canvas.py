"""What the chart is drawn on, and what comes of it."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

Form: TypeAlias = Literal["across", "upright"]
Paint: TypeAlias = Literal["light", "dark", "variables"]


class Canvas(Struct, frozen=True, kw_only=True):
    """The sheet. `width` is in points, the unit of the theme's type sizes; `form` is the way that time runs.

    A screen, which needs larger type, shows the picture at 1.4 times its size: for 680 pixels draw 486 wide.

    `paint` bakes the colours of one palette in as attributes, or writes ``style="fill:var(--pm-NAME)"`` for a browser.
    """

    width: float
    form: Form = "across"
    paint: Paint = "light"


class Drawing(Struct, frozen=True, kw_only=True):
    """The finished picture: an ``<svg>`` element with its size in points."""

    svg: str
    width: float
    height: float
