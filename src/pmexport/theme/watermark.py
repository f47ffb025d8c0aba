"""The shade of a word that lies across a page: seen at once, and never in the way of what stands on it."""

from __future__ import annotations

from pmexport.theme.colour import TEXT_CONTRAST, contrast
from pmexport.theme.theme import Colour, Palette

# Its most contrast with the page. With more, the eye reads the word in place of the text.
_LOUDEST = 1.22
_TENTHS = range(9, 0, -1)


def shade(palette: Palette) -> Colour:
    """Return a hairline's colour, as much of it as stays quiet and leaves the text that stands on it readable."""
    mixed = [_mixed(palette.hair, palette.ground, share / 10) for share in _TENTHS]
    shades = [one for one in mixed if contrast(one, palette.ground) <= _LOUDEST] or mixed[-1:]
    words = (palette.ink, palette.soft, palette.faint, palette.brand, palette.link, palette.alert)
    return next((one for one in shades if min(contrast(ink, one) for ink in words) >= TEXT_CONTRAST), shades[-1])


def _mixed(over: Colour, under: Colour, share: float) -> Colour:
    pairs = ((over.red, under.red), (over.green, under.green), (over.blue, under.blue))
    return Colour(*(round(one * share + other * (1 - share)) for one, other in pairs))
