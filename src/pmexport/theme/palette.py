"""The colours of a brand as the two palettes, light and dark."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias, assert_never

from pmexport.model.diagnostic import Diagnostic
from pmexport.model.prose import CodeToken
from pmexport.model.report import BadgeScheme
from pmexport.model.terms import Phase
from pmexport.theme.colour import GRAPHIC_CONTRAST, TEXT_CONTRAST, contrast, nearest_passing, parse
from pmexport.theme.keys import is_known
from pmexport.theme.setting import Setting, warning
from pmexport.theme.theme import BadgeStyle, Colour, Fill, Palette, PhaseStyle, Shape

Side: TypeAlias = Literal["light", "dark"]
_DEEPEST = 8
# What a lone colour is no word on for the dark: it keeps the dark one of the theme below.
_GROUNDS = {"foreground", "background", "ground", "wash", "tint", "tag-ground", "empty", "hair"}


# The least contrast of roles that words are set in, beside those of the page itself. The company's own colour and that
# of its links are part of its face, and give way only where nobody could see them.
_FACE_CONTRAST = 2.0
_OF_WORDS = dict.fromkeys(("secondary", "tertiary", "success", "info", "warning", "danger"), GRAPHIC_CONTRAST)
_OF_WORDS |= dict.fromkeys(("primary", "link"), _FACE_CONTRAST)


class Paint:
    """Finds the colours of one side: written ones, those of the brand's palette, and the roles by name."""

    def __init__(self, brand: Setting, side: Side) -> None:
        self._side = side
        self._own = brand.get("color", "palette")
        self._roles = (brand.get("color"), brand.get("defaults", "pmexport", "color"))
        self._found: dict[str, Colour] = {}

    def role(self, name: str) -> Colour:
        """Return the colour of a role of the theme, or a shade of it that can be read where words have it."""
        setting = self.written(name)
        return self._read(name, self.colour(setting)) if setting else Colour(0, 0, 0)

    def written(self, name: str) -> Setting | None:
        """Return where a role of the theme is written."""
        places = (*self._roles, self._own)
        return next((found for mapping in places if mapping and (found := mapping.get(name))), None)

    def _read(self, name: str, colour: Colour) -> Colour:
        """Return `colour`, or, where it is that of words and nobody could see them, the nearest that can be read.

        In the open format a role is a colour for whatever: with many brands the secondary one is their page's.
        """
        if name not in _OF_WORDS or contrast(colour, self.role("background")) >= _OF_WORDS[name]:
            return colour
        for ground in ("background", "wash"):
            colour = nearest_passing(colour, self.role(ground))
        return colour

    def colour(self, setting: Setting, depth: int = 0) -> Colour:
        """Return the colour that `setting` gives this side; raise ThemeError where it is none."""
        one = setting
        if isinstance(setting.value, dict):
            one = setting.value.get(self._side) or next(iter(setting.value.values()), setting)
        bent = setting.plain and self._side == "dark" and setting.key.rpartition(".")[2] not in _GROUNDS
        if bent and isinstance(setting.value, dict):
            light = self._written(setting.value["light"], depth)
            # The wash is the lighter of the two grounds that text stands on in the dark.
            return nearest_passing(light, self.role("wash"))
        return self._written(one, depth)

    def _written(self, setting: Setting, depth: int) -> Colour:
        written = setting.text()
        found = self._named(written, depth) or parse(written)
        if found is None or depth > _DEEPEST:
            raise setting.refusal("write a colour such as #1a4f8b, rgb(26 79 139), navy or a name from color.palette")
        return found

    def _named(self, name: str, depth: int) -> Colour | None:
        if name not in self._found and depth <= _DEEPEST:
            for mapping in (self._own, *self._roles):
                setting = mapping.get(name) if mapping else None
                # `blue: blue` in a palette means the blue that everybody knows.
                if setting and name not in ("palette", setting.value):
                    self._found[name] = self._read(name, self.colour(setting, depth + 1))
                    break
        return self._found.get(name)


def palette(brand: Setting, side: Side) -> Palette:
    """Return the palette of one side. Raises ThemeError where something written is no colour."""
    paint = Paint(brand, side)
    own = brand.get("defaults", "pmexport") or brand
    return Palette(
        ink=paint.role("foreground"),
        soft=paint.role("secondary"),
        faint=paint.role("tertiary"),
        rule=paint.role("rule"),
        hair=paint.role("hair"),
        ground=paint.role("background"),
        wash=paint.role("wash"),
        brand=paint.role("primary"),
        link=paint.role("link"),
        alert=paint.role("alert"),
        tint=paint.role("tint"),
        tag=paint.role("tag"),
        tag_ground=paint.role("tag-ground"),
        empty=paint.role("empty"),
        code={token: paint.colour(_of(own, "code", token)) for token in CodeToken},
        badges=dict(_badges(own, paint)),
        phases={phase: _phase(_of(own, "phases", phase), paint) for phase in Phase},
    )


def too_faint(brand: Setting, side: Side) -> Iterator[Diagnostic]:
    """Yield a warning for each role that words are set in and that is too faint for any, with the shade that is set."""
    paint = Paint(brand, side)
    ground = paint.role("background")
    for name in _OF_WORDS:
        setting = paint.written(name)
        if setting is None or (given := paint.colour(setting)) == (taken := paint.role(name)):
            continue
        found = f"{side}: {setting.key} is {given.hex} on {ground.hex}, {contrast(given, ground):.1f}:1"
        yield warning("theme-contrast", setting, f"{found}, too faint for words", f"{taken.hex} is set in its place")


def _badges(own: Setting, paint: Paint) -> Iterator[tuple[tuple[BadgeScheme, str], BadgeStyle]]:
    for scheme in BadgeScheme:
        for key, setting in _of(own, scheme).items().items():
            if key == "scheme" or not is_known(("defaults", "pmexport", scheme, key)):
                continue
            shape = setting.get("shape")
            style = _phase(setting, paint)
            yield (
                (scheme, key),
                BadgeStyle(
                    ink=style.ink,
                    ground=style.ground,
                    edge=style.edge,
                    shape=Shape(shape.choice(*Shape)) if shape else Shape.NONE,
                ),
            )


def _phase(setting: Setting, paint: Paint) -> PhaseStyle:
    """Return ink, ground and edge: those that are written, and the others as colour and fill say."""
    colour, fill = setting.get("colour"), setting.get("fill")
    word = fill.choice(*Fill) if fill else Fill.OUTLINE
    filled = painted(paint, paint.colour(colour), Fill(word)) if colour else None
    parts = {part: paint.colour(found) if (found := setting.get(part)) else None for part in ("ink", "ground", "edge")}
    if filled is None and None in parts.values():
        raise setting.refusal("give it a colour, or ink, ground and edge")
    made = {part: found or getattr(filled, part) for part, found in parts.items()}
    return PhaseStyle(**made)


def painted(paint: Paint, colour: Colour, fill: Fill) -> PhaseStyle:
    """Return how a badge of `colour` looks with `fill`, its words in the nearest shade that can be read."""
    page, wash = paint.role("background"), paint.role("wash")
    match fill:
        case Fill.SOLID:
            ends = (page, paint.role("foreground"), Colour(255, 255, 255), Colour(0, 0, 0))
            readable = (end for end in ends if contrast(end, colour) >= TEXT_CONTRAST)
            return PhaseStyle(ink=next(readable, Colour(0, 0, 0)), ground=colour, edge=colour)
        case Fill.OUTLINE:
            return PhaseStyle(ink=nearest_passing(colour, page), ground=page, edge=colour)
        case Fill.WASH:
            return PhaseStyle(ink=nearest_passing(colour, wash), ground=wash, edge=wash)
        case Fill.PLAIN:
            return PhaseStyle(ink=nearest_passing(colour, page), ground=page, edge=paint.role("hair"))
        case _ as never:
            assert_never(never)


def _of(setting: Setting, *path: str) -> Setting:
    found = setting.get(*path)
    if found is None:
        raise setting.refusal(f"give it {' '.join(path)}")
    return found
