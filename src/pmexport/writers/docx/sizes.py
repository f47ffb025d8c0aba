"""The type scale of the theme put into the base document's styles: sizes, and the lines that go with them."""

from __future__ import annotations

from collections.abc import Mapping

from pmexport.writers.docx.markup import Element, qualified

# The sizes, in points, that the base document was drawn with: what a theme changes, it changes in proportion.
_DRAWN = {"title": 25.0, "figure": 15.5, "heading": 13.5, "lead": 10.6, "body": 9.6, "small": 8.9, "note": 8.0}
# Smaller type is a spacer or a bar, not text.
_SMALLEST = 12
_HALF_POINTS = 2
# In half points: what nobody reads on paper when it is smaller.
_READABLE = 15


def resized(root: Element, sizes: Mapping[str, float]) -> None:
    """Set each style of `root` in the size that `sizes`, in points by the names of the type scale, give it."""
    for properties in root.iter(qualified("w:rPr")):
        size = properties.find(qualified("w:sz"))
        if size is None or _value(size, "val") < _SMALLEST:
            continue
        ratio = _ratio(_value(size, "val"), sizes)
        if ratio == 1:
            continue
        for tag in ("w:sz", "w:szCs"):
            _scale(properties.find(qualified(tag)), "val", ratio, smallest=_READABLE)
        style = properties.getparent()
        if style is not None:
            _scale(style.find(f"{qualified('w:pPr')}/{qualified('w:spacing')}"), "line", ratio)


def _ratio(drawn: int, sizes: Mapping[str, float]) -> float:
    """Return how much larger the theme sets what the base document draws in `drawn` half points."""
    name = min(_DRAWN, key=lambda one: abs(_DRAWN[one] * _HALF_POINTS - drawn))
    return sizes.get(name, _DRAWN[name]) / _DRAWN[name]


def _scale(element: Element | None, name: str, ratio: float, *, smallest: int = 0) -> None:
    """Set the length `name` of `element` `ratio` as large, but not under `smallest` where it was over it."""
    if element is not None and element.get(qualified(f"w:{name}")) is not None:
        drawn = _value(element, name)
        element.set(qualified(f"w:{name}"), str(max(round(drawn * ratio), min(drawn, smallest))))


def _value(element: Element, name: str) -> int:
    return int(str(element.get(qualified(f"w:{name}"))))
