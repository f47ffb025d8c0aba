"""A colour as written to a colour; how far two stand apart, and the nearest that passes."""

from __future__ import annotations

import colorsys
import re
from functools import cache
from pathlib import Path

from pmexport.theme.theme import Colour

TEXT_CONTRAST = 4.5
GRAPHIC_CONTRAST = 3.0

_NAMES = Path(__file__).with_name("colour_names.txt")
_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.ASCII | re.IGNORECASE)
_CALL = re.compile(r"(rgb|hsl)\(\s*([^()]{1,60}?)\s*\)", re.ASCII | re.IGNORECASE)
_NUMBER = re.compile(r"(-?\d{1,4}(?:\.\d{1,6})?)(%|deg)?", re.ASCII)


def parse(written: str) -> Colour | None:
    """Return the colour that `written` names, or None.

    ``#rgb``, ``#rrggbb``, ``rgb()``, ``hsl()`` and the names of CSS are known; a colour one can see through is not,
    since its contrast depends on what lies under it.
    """
    word = written.strip().lower()
    if _HEX.fullmatch(word):
        digits = word[1:] if len(word) == 7 else "".join(digit * 2 for digit in word[1:])  # noqa: PLR2004 - #rrggbb
        return Colour(*bytes.fromhex(digits))
    if call := _CALL.fullmatch(word):
        return _called(call[1], re.split(r"\s*,\s*|\s+", call[2]))
    if word.isalpha() and word in names():
        return parse(names()[word])
    return None


@cache
def names() -> dict[str, str]:
    """Return the colour names of CSS with their hex values. Source: CSS Color Module Level 4, named colours."""
    words = _NAMES.read_text("utf-8").split()
    return dict(zip(words[::2], words[1::2], strict=True))


def _called(function: str, parts: list[str]) -> Colour | None:
    found = [_NUMBER.fullmatch(part) for part in parts]
    if len(found) != 3 or not all(found):  # noqa: PLR2004 - three parts of a colour
        return None
    values = [(float(match[1]), match[2] or "") for match in found if match]
    if function == "rgb":
        if any(unit == "deg" for _, unit in values):
            return None
        return _bounded(*(value * 255 / 100 if unit else value for value, unit in values))
    (hue, _), (saturation, first), (lightness, second) = values
    if (first, second) != ("%", "%"):
        return None
    parts_of_one = colorsys.hls_to_rgb(hue % 360 / 360, _share(lightness), _share(saturation))
    return _bounded(*(part * 255 for part in parts_of_one))


def _share(percent: float) -> float:
    return min(max(percent / 100, 0.0), 1.0)


def _bounded(*parts: float) -> Colour:
    return Colour(*(min(max(round(part), 0), 255) for part in parts))


def luminance(colour: Colour) -> float:
    """Return the relative luminance, 0 for black to 1 for white. Source: WCAG 2.2, definition of the term."""
    red, green, blue = map(_linear, (colour.red, colour.green, colour.blue))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@cache
def _linear(part: int) -> float:
    share = part / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - the sRGB curve


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast ratio, 1 to 21. Source: WCAG 2.2, success criterion 1.4.3."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def nearest_passing(colour: Colour, ground: Colour, wanted: float = TEXT_CONTRAST) -> Colour:
    """Return the colour of the same hue, as little darker or lighter as may be, that reaches `wanted` on `ground`.

    Where no shade of the hue does, it is black or white, whichever stands further from `ground`.
    """
    if contrast(colour, ground) >= wanted:
        return colour
    hue, lightness, saturation = colorsys.rgb_to_hls(colour.red / 255, colour.green / 255, colour.blue / 255)
    for step in range(1, 101):
        for shade in (lightness - step / 100, lightness + step / 100):
            if 0 <= shade <= 1:
                tried = _bounded(*(part * 255 for part in colorsys.hls_to_rgb(hue, shade, saturation)))
                if contrast(tried, ground) >= wanted:
                    return tried
    return max(Colour(0, 0, 0), Colour(255, 255, 255), key=lambda end: contrast(end, ground))
