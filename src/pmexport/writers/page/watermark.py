"""A theme's word across every page, behind all that stands there, as Word's own Watermark command has it."""

from __future__ import annotations

from pmexport.theme.fonts import face, text_width
from pmexport.theme.theme import Theme
from pmexport.theme.watermark import shade
from pmexport.writers.page import style

# As much of a page's width, and at most as tall, as the word has in Word (writers/docx/watermark.py).
_SHARE = 0.82
_TALLEST = 130.0
_TURN = -45
_POINTS_PER_MILLIMETRE = 72 / 25.4
_RULE = "content:{word};z-index:-1;white-space:nowrap;font:700 {size:.1f}{unit}/1 var(--pm-font-display)"


def on_paper(theme: Theme, width: float, height: float) -> str:
    """Return the rules for a sheet of `width` by `height` millimetres, upright and turned; nothing without a word."""
    if not theme.watermark:
        return ""
    size = _size(theme, min(width, height) - theme.page.margin_left - theme.page.margin_right)
    long = _ems(theme) * size / _POINTS_PER_MILLIMETRE
    # A margin box is nobody's text: reading aloud passes over it, and so does the page's own flow. The engine lets the
    # word run out of it, from the page's left edge, and from there it is moved to the middle.
    look = f"{_rule(theme, size, 'pt')};color:{shade(theme.light).hex};text-align:left"
    return "".join(
        f"@page{name}{{@left-middle{{{look};transform-origin:{long / 2:.1f}mm 50%;"
        f"transform:translate({(wide - long) / 2:.1f}mm) rotate({_TURN}deg)}}}}"
        for name, wide in (("", width), (" turned", height))
    )


def on_screen(theme: Theme) -> str:
    """Return the rules for a window, whose colours are those of its scheme; nothing without a word."""
    if not theme.watermark:
        return ""
    size = _size(theme, 100 / _POINTS_PER_MILLIMETRE)
    light, dark = (shade(side).hex for side in (theme.light, theme.dark))
    place = f"position:fixed;inset:0;display:grid;place-content:center;pointer-events:none;transform:rotate({_TURN}deg)"
    return (
        f"body::before{{{_rule(theme, size, 'vmin')};{place};color:{light}}}"
        f"@media screen and (prefers-color-scheme:dark){{body::before{{color:{dark}}}}}"
    )


def _rule(theme: Theme, size: float, unit: str) -> str:
    return _RULE.format(word=style.quoted(theme.watermark.upper()), size=size, unit=unit)


def _size(theme: Theme, room: float) -> float:
    """Return the size at which the word takes its share of `room` millimetres, in points."""
    return min(_TALLEST, room * _POINTS_PER_MILLIMETRE * _SHARE / _ems(theme))


def _ems(theme: Theme) -> float:
    return max(text_width(theme.watermark.upper(), face(theme.type, theme.type.display, 700), 1), 1.0)
