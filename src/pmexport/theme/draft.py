"""A new theme's brand file from a name, a logo and two colours, every pair of which can be read."""

from __future__ import annotations

import re

from msgspec import Struct

from pmexport.theme.colour import GRAPHIC_CONTRAST, contrast, nearest_passing
from pmexport.theme.theme import Colour, Palette

_TINT, _SHADE = 0.1, 0.24


class Draft(Struct, frozen=True, kw_only=True):
    """The colours of a new theme by the names that its template uses; `changed` says which were made readable."""

    main: Colour
    accent: Colour
    light: dict[str, Colour]
    dark: dict[str, Colour]
    changed: tuple[str, ...]


def draft(main: Colour, accent: Colour, light: Palette, dark: Palette) -> Draft:
    """Return the two colours of a company as those of its theme, over the `light` and `dark` palettes of the default.

    A colour that cannot be read where it is used gives way to the nearest shade that can.
    """
    sides = {side.ground: _side(main, accent, side, share) for side, share in ((light, _TINT), (dark, _SHADE))}
    found = sides[light.ground]
    changed = tuple(
        f"{wanted.hex} has {contrast(wanted, light.ground):.1f}:1 on the page, so {found[role].hex} is set as {role}"
        for role, wanted in (("primary", main), ("link", accent))
        if found[role] != wanted
    )
    return Draft(main=main, accent=accent, light=found, dark=sides[dark.ground], changed=changed)


def _side(main: Colour, accent: Colour, side: Palette, share: float) -> dict[str, Colour]:
    tinted = _mixed(accent, side.ground, share)
    return {
        "primary": nearest_passing(main, side.ground),
        "link": nearest_passing(accent, side.ground),
        "rule": nearest_passing(main, side.ground, GRAPHIC_CONTRAST),
        "tag": nearest_passing(accent, tinted),
        "tag_ground": tinted,
    }


def _mixed(colour: Colour, ground: Colour, share: float) -> Colour:
    """Return `ground` with `share` of `colour` in it."""
    parts = zip((colour.red, colour.green, colour.blue), (ground.red, ground.green, ground.blue), strict=True)
    return Colour(*(round(one * share + other * (1 - share)) for one, other in parts))


def quoted(text: str) -> str:
    """Return `text` as YAML in double quotes."""
    plain = re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", " ", text)
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'
