"""The twelve colours of a Word theme, and every other colour as a tint or shade of one of them."""

from __future__ import annotations

import colorsys
import math
from collections.abc import Mapping

from msgspec import Struct

from pmexport.model.report import BadgeScheme
from pmexport.theme.theme import Colour, Palette

_MOST = 255
# Two colours further apart than this are seen as two, on a scale from 0 to 441.
_FAR = 60.0
_SPARE = ("accent6", "accent5")
REFERENCES = {
    "dk1": "text1",
    "lt1": "background1",
    "dk2": "text2",
    "lt2": "background2",
    "hlink": "hyperlink",
    "folHlink": "followedHyperlink",
}
"""What the slots of a Word theme are called where a style refers to them; accents are called what they are."""


def slots(palette: Palette) -> dict[str, Colour]:
    """Return the twelve colours of a Word theme: text and ground, six accents, links.

    The last accents give way to colours of badges that the others come nowhere near, which a theme of its own may have.
    """
    chosen = _usual(palette)
    for slot in _SPARE:
        worst, distance = _worst(palette, chosen)
        if distance <= _FAR:
            break
        chosen[slot] = worst
    return chosen


def _worst(palette: Palette, chosen: Mapping[str, Colour]) -> tuple[Colour, float]:
    """Return the colour of a badge that `chosen` and its tints and shades come least near to, and how far it is."""
    known = Slots({REFERENCES.get(slot, slot): colour for slot, colour in chosen.items()})
    looks = palette.badges.values()
    colours = dict.fromkeys(colour for look in looks for colour in (look.ink, look.ground, look.edge))
    return max(((one, _distance(known.nearest(one).value, one)) for one in colours), key=lambda pair: pair[1])


def _usual(palette: Palette) -> dict[str, Colour]:
    return {
        "dk1": palette.ink,
        "lt1": palette.ground,
        "dk2": palette.soft,
        "lt2": palette.wash,
        "accent1": palette.brand,
        "accent2": palette.badges[BadgeScheme.SEVERITY, "0"].edge,
        "accent3": palette.badges[BadgeScheme.ACTION, "in_progress"].ink,
        "accent4": palette.badges[BadgeScheme.ACTION, "done"].ink,
        "accent5": palette.tag,
        "accent6": palette.faint,
        "hlink": palette.link,
        "folHlink": palette.soft,
    }


class ThemeColour(Struct, frozen=True, kw_only=True):
    """A slot of the theme by the name that styles use, made lighter or darker, and the colour that this gives.

    Without a `name` it is a colour of its own.

    `tint` keeps that share of the dark, `shade` of the light (0 to 255, Word's own scale); 255 keeps all.
    """

    name: str
    value: Colour
    tint: int = _MOST
    shade: int = _MOST

    @property
    def is_changed(self) -> bool:
        """Say whether the slot is made lighter or darker."""
        return (self.tint, self.shade) != (_MOST, _MOST)

    def ink(self, value: str = "val", theme: str = "theme") -> dict[str, str]:
        """Return the attributes that colour text, or, with `value` ``color``, a border."""
        found = {value: plain(self.value)}
        return {**found, f"{theme}Color": self.name, **self._change(theme)} if self.name else found

    def fill(self) -> dict[str, str]:
        """Return the attributes of ``w:shd`` that colour a ground."""
        found = {"val": "clear", "color": "auto", "fill": plain(self.value)}
        return {**found, "themeFill": self.name, **self._change("themeFill")} if self.name else found

    def _change(self, prefix: str) -> dict[str, str]:
        if self.tint != _MOST:
            return {f"{prefix}Tint": f"{self.tint:02X}"}
        return {f"{prefix}Shade": f"{self.shade:02X}"} if self.shade != _MOST else {}


def named_slots(palette: Palette) -> dict[str, Colour]:
    """Return the colours of a Word theme by the names that styles use."""
    return {REFERENCES.get(slot, slot): colour for slot, colour in slots(palette).items()}


class Slots:
    """Finds for any colour the slot, and its tint or shade, that come nearest.

    Where none comes nearer than `limit` (the distance of two colours as points, 0 to 441), a colour stays what it is.
    """

    def __init__(self, colours: Mapping[str, Colour], limit: float = math.inf) -> None:
        # A link's slot changes with the reader's taste for links, not with the company's colours.
        self._slots = {name: colour for name, colour in colours.items() if not name.lower().endswith("hyperlink")}
        self._limit = limit
        self._found: dict[Colour, ThemeColour] = {}

    def nearest(self, colour: Colour) -> ThemeColour:
        """Return the nearest to `colour` that the theme has."""
        if colour not in self._found:
            candidates = [_lightened(name, slot, colour) for name, slot in self._slots.items()]
            itself = ThemeColour(name="", value=colour)
            # Of two that are as near, the one as it is: white is the ground, not the text made as light as can be.
            best = min(candidates, key=lambda one: (_distance(one.value, colour), one.is_changed), default=itself)
            self._found[colour] = best if _distance(best.value, colour) <= self._limit else itself
        return self._found[colour]


def changed(colour: Colour, *, tint: int = _MOST, shade: int = _MOST) -> Colour:
    """Return `colour` mixed towards white by `tint` or towards black by `shade`, as Word does it: by HSL lightness."""
    hue, light, saturation = colorsys.rgb_to_hls(*(part / _MOST for part in (colour.red, colour.green, colour.blue)))
    kept = tint / _MOST
    lightness = (light * kept + 1 - kept) * shade / _MOST
    red, green, blue = colorsys.hls_to_rgb(hue, lightness, saturation)
    return Colour(round(red * _MOST), round(green * _MOST), round(blue * _MOST))


def plain(colour: Colour) -> str:
    """Return `colour` as Word writes it: RRGGBB."""
    return colour.hex[1:].upper()


def resolved(name: str, colours: Mapping[str, Colour], *, tint: str | None, shade: str | None) -> Colour:
    """Return what Word shows for the slot `name` of `colours` with the attributes `tint` and `shade` (hexadecimal)."""
    if tint is None and shade is None:
        return colours[name]
    return changed(colours[name], tint=int(tint or "FF", 16), shade=int(shade or "FF", 16))


def _lightened(name: str, slot: Colour, wanted: Colour) -> ThemeColour:
    """Return `slot` with the tint or shade that gives it the lightness of `wanted`."""
    own, other = _lightness(slot), _lightness(wanted)
    if slot == wanted or own == other:
        return ThemeColour(name=name, value=slot)
    if other > own:
        tint = round((1 - other) / (1 - own) * _MOST)
        return ThemeColour(name=name, value=changed(slot, tint=tint), tint=tint)
    shade = round(other / own * _MOST)
    return ThemeColour(name=name, value=changed(slot, shade=shade), shade=shade)


def _lightness(colour: Colour) -> float:
    parts = (colour.red, colour.green, colour.blue)
    return (max(parts) + min(parts)) / 2 / _MOST


def _distance(one: Colour, other: Colour) -> float:
    return math.dist((one.red, one.green, one.blue), (other.red, other.green, other.blue))
