"""The pen: shapes and words to SVG, in colours of the theme and in faces whose widths are known.

In the paint ``variables`` every colour is one of these, which the style sheet around the picture defines:
``--pm-ink --pm-soft --pm-faint --pm-rule --pm-hair --pm-ground --pm-wash --pm-brand --pm-link --pm-alert --pm-tint
--pm-tag --pm-tag-ground --pm-empty``, and for each phase ``--pm-phase-PHASE-ink``, ``-ground`` and ``-edge``.
"""

from __future__ import annotations

from html import escape
from typing import Literal, TypeAlias

from msgspec import Struct

from pmexport.chart.canvas import Canvas, Drawing
from pmexport.theme.fonts import face, text_width
from pmexport.theme.theme import Face, Palette, Theme

Anchor: TypeAlias = Literal["start", "middle", "end"]
# Of the size: from the baseline to the top of capitals and ascenders, and to the foot of descenders.
ASCENT, DESCENT = 0.76, 0.22


class Letters(Struct, frozen=True):
    """How words are set: a face and a size."""

    face: Face
    size: float

    def width(self, text: str) -> float:
        """Return how far `text` runs."""
        return text_width(text, self.face, self.size)


class Box(Struct, frozen=True):
    """A place on the sheet, from left to right and from top to bottom."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Return whether the two share any place."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


class Pen:
    """Collects shapes and words of one picture, in the order of drawing."""

    def __init__(self, canvas: Canvas, theme: Theme) -> None:
        self.width = canvas.width
        self._variables = canvas.paint == "variables"
        self._palette = theme.dark if canvas.paint == "dark" else theme.light
        size = theme.type.sizes.get("note", 8.0)
        self.plain = Letters(face(theme.type, theme.type.text, 400), size)
        self.strong = Letters(face(theme.type, theme.type.text, 600), size)
        self.line_height = round(size * 1.3, 2)
        self._family = f"{theme.type.text}, sans-serif" if self._variables else theme.type.text
        self._parts: list[str] = []
        self.labels: list[Box] = []

    @property
    def links(self) -> bool:
        """Say whether marks are tied to the rows of the event table, as a browser can show."""
        return self._variables

    def rect(self, left: float, top: float, width: float, height: float, *, radius: float = 0, **looks: str) -> None:
        """Draw a rectangle; `looks` are colours by role (fill, stroke) and SVG attributes."""
        corner = f' rx="{_n(radius)}"' if radius else ""
        size = f'width="{_n(max(width, 0))}" height="{_n(max(height, 0))}"'
        self._parts.append(f'<rect x="{_n(left)}" y="{_n(top)}" {size}{corner}{self._looks(looks)}/>')

    def line(self, x1: float, y1: float, x2: float, y2: float, **looks: str) -> None:
        """Draw a straight line."""
        ends = f'x1="{_n(x1)}" y1="{_n(y1)}" x2="{_n(x2)}" y2="{_n(y2)}"'
        self._parts.append(f"<line {ends}{self._looks(looks)}/>")

    def path(self, points: list[tuple[float, float]], **looks: str) -> None:
        """Draw a line through `points`."""
        run = "L".join(f"{_n(x)} {_n(y)}" for x, y in points)
        self._parts.append(f'<path d="M{run}"{self._looks({"fill": "none"} | looks)}/>')

    def circle(self, x: float, y: float, radius: float, **looks: str) -> None:
        """Draw a circle."""
        self._parts.append(f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}"{self._looks(looks)}/>')

    def text(
        self,
        x: float,
        y: float,
        words: str,
        letters: Letters,
        *,
        fill: str,
        anchor: Anchor = "start",
        label: bool = True,
    ) -> None:
        """Set `words` with their baseline at `y`. `label` says that no other words may come over them."""
        if not words:
            return
        width = letters.width(words)
        left = {"start": x, "middle": x - width / 2, "end": x - width}[anchor]
        if label:
            top, bottom = y - ASCENT * letters.size, y + DESCENT * letters.size
            self.labels.append(Box(left, top, left + width, bottom))
        side = "" if anchor == "start" else f' text-anchor="{anchor}"'
        weight = "" if letters.face.weight == 400 else f' font-weight="{letters.face.weight}"'  # noqa: PLR2004 - normal
        size = f' font-size="{_n(letters.size)}"'
        self._parts.append(
            f'<text x="{_n(x)}" y="{_n(y)}"{side}{size}{weight}{self._looks({"fill": fill})}>{_words(words)}</text>'
        )

    def begin(self, row: str = "", words: str = "") -> None:
        """Begin a mark that belongs to the table row `row`; `words` show while the pointer is over it."""
        if self._variables and row:
            self._parts.append(f'<g data-row="{_words(row)}"><title>{_words(words)}</title>')

    def end(self, row: str = "") -> None:
        """End the mark begun for `row`."""
        if self._variables and row:
            self._parts.append("</g>")

    def drawing(self, height: float, description: str) -> Drawing:
        """Return the picture, as high as `height`."""
        width, tall = _n(self.width), _n(height)
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{tall}" viewBox="0 0 {width} {tall}" '
            f'role="img" font-family="{_words(self._family)}"><title>{_words(description)}</title>'
        )
        return Drawing(svg=f"{head}{''.join(self._parts)}</svg>", width=self.width, height=float(tall))

    def _looks(self, looks: dict[str, str]) -> str:
        attributes: list[str] = []
        style: list[str] = []
        for name, value in looks.items():
            if name not in {"fill", "stroke"} or value == "none":
                attributes.append(f' {name.replace("_", "-")}="{value}"')
            elif self._variables:
                style.append(f"{name}:var(--pm-{value})")
            else:
                attributes.append(f' {name}="{_colour(self._palette, value)}"')
        return "".join(attributes) + (f' style="{";".join(style)}"' if style else "")


def _colour(palette: Palette, role: str) -> str:
    if role.startswith("phase-"):
        _, phase, part = role.split("-")
        style = next(style for known, style in palette.phases.items() if known == phase)
        found = {"ink": style.ink, "ground": style.ground, "edge": style.edge}[part]
    else:
        found = getattr(palette, role.replace("-", "_"))
    return str(found.hex)


def _n(figure: float) -> str:
    """Return a figure short and the same on every machine."""
    text = f"{figure:.2f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


# XML has no place for control characters, and a half of a surrogate pair cannot be written at all.
_BREAKS = dict.fromkeys((9, 10, 13), " ")
_UNSAFE = dict.fromkeys((*range(32), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000))) | _BREAKS


def _words(text: str) -> str:
    return escape(text.translate(_UNSAFE), quote=True)
