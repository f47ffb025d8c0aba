"""Every text and its ground, and every mark that carries meaning by itself: which of them can be told apart."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from pmexport.model.diagnostic import Diagnostic
from pmexport.model.report import BadgeScheme
from pmexport.model.terms import DiagnosticSeverity
from pmexport.theme.colour import GRAPHIC_CONTRAST, TEXT_CONTRAST, contrast, nearest_passing
from pmexport.theme.palette import Side
from pmexport.theme.setting import Setting
from pmexport.theme.theme import Colour, Palette, Shape

_OWN = "defaults.pmexport"
_DEEPEST = 4


class Pair(Struct, frozen=True):
    """Something on a ground: what it is, both colours, and the contrast that it must reach.

    `keys` are those that the colours are written under, the words' own first.
    """

    name: str
    ink: Colour
    ground: Colour
    wanted: float
    keys: tuple[str, ...] = ()

    @property
    def ratio(self) -> float:
        """Return the contrast that it has."""
        return contrast(self.ink, self.ground)


def _place(pair: Pair, brand: Setting) -> Setting:
    """Return the setting that gives `pair` its colours: of the theme's own file, if one of them is."""
    found = [
        setting for key in pair.keys if (start := brand.get(*key.split("."))) for setting in _sources(start, brand)
    ]
    return next((setting for setting in found if setting.shown == brand.shown), found[0] if found else brand)


def _sources(setting: Setting, brand: Setting, depth: int = 0) -> Iterator[Setting]:
    """Yield `setting` and those that it names: roles and colours of the palette."""
    yield setting
    sides = setting.value.values() if isinstance(setting.value, dict) else (setting,)
    for side in sides if depth < _DEEPEST else ():
        for start in (("color", "palette"), ("color",), ("defaults", "pmexport", "color")):
            if isinstance(side.value, str) and (named := brand.get(*start, side.value)) and named != setting:
                yield from _sources(named, brand, depth + 1)


def pairs(colours: Palette) -> Iterator[Pair]:
    """Yield every text and its ground, and every mark that carries meaning by itself."""
    text, graphic = TEXT_CONTRAST, GRAPHIC_CONTRAST
    page, wash, tint = "color.background", f"{_OWN}.color.wash", f"{_OWN}.color.tint"
    for name, ink, ground, wanted, *places in (
        ("text", colours.ink, colours.ground, text, "color.foreground", page),
        ("secondary text", colours.soft, colours.ground, text, "color.secondary", page),
        ("axis figures", colours.faint, colours.ground, text, "color.tertiary", page),
        ("brand", colours.brand, colours.ground, text, "color.primary", page),
        (
            "links",
            colours.link,
            colours.ground,
            text,
            "typography.link.color",
            "color.link",
            f"{_OWN}.color.link",
            page,
        ),
        ("text on the wash", colours.ink, colours.wash, text, "color.foreground", wash),
        ("secondary text on the wash", colours.soft, colours.wash, text, "color.secondary", wash),
        ("milestone tags", colours.tag, colours.tag_ground, text, f"{_OWN}.color.tag", f"{_OWN}.color.tag-ground"),
        ("readings", colours.alert, colours.ground, text, f"{_OWN}.color.alert", page),
        ("readings on their tint", colours.alert, colours.tint, text, f"{_OWN}.color.alert", tint),
        ("rule", colours.rule, colours.ground, graphic, f"{_OWN}.color.rule", page),
    ):
        yield Pair(name, ink, ground, wanted, tuple(places))
    for token, ink in colours.code.items():
        yield Pair(f"code, {token}", ink, colours.wash, text, (f"{_OWN}.code.{token}", wash))
    yield from _badges(colours)


def _badges(colours: Palette) -> Iterator[Pair]:
    for (scheme, key), badge in colours.badges.items():
        keys = _keys(f"{_OWN}.{scheme}.{key}")
        yield Pair(f"{scheme} {key}", badge.ink, badge.ground, TEXT_CONTRAST, keys)
        if badge.shape is not Shape.NONE and scheme is BadgeScheme.ACTION:
            yield Pair(f"{scheme} {key}, mark", badge.ink, colours.ground, GRAPHIC_CONTRAST, keys)
    for phase, style in colours.phases.items():
        keys = _keys(f"{_OWN}.phases.{phase}")
        yield Pair(f"phase {phase}", style.ink, style.ground, TEXT_CONTRAST, keys)
        yield Pair(f"phase {phase}, edge", style.edge, colours.ground, GRAPHIC_CONTRAST, (keys[2], *keys))


def _keys(start: str) -> tuple[str, ...]:
    return (f"{start}.ink", f"{start}.ground", f"{start}.edge", f"{start}.colour", start)


def too_close(colours: Palette, side: Side, brand: Setting) -> tuple[Diagnostic, ...]:
    """Return a warning for each two colours that do not reach the contrast they need, with the nearest that does.

    It stands where `brand` writes the colour of the words, or, where that comes from another file, the ground.
    """
    low = [pair for pair in pairs(colours) if pair.ratio < pair.wanted]
    alike: dict[tuple[Colour, Colour], list[Pair]] = {}
    for pair in low:
        alike.setdefault((pair.ink, pair.ground), []).append(pair)
    return tuple(_warning(same, side, _place(same[0], brand)) for same in alike.values())


def _warning(alike: list[Pair], side: Side, place: Setting) -> Diagnostic:
    pair = max(alike, key=lambda one: one.wanted)
    names = ", ".join(one.name for one in alike)
    found = (
        f"{side}: {names} {'are' if len(alike) > 1 else 'is'} {pair.ink.hex} on {pair.ground.hex}, {pair.ratio:.1f}:1"
    )
    return Diagnostic(
        code="theme-contrast",
        severity=DiagnosticSeverity.WARNING,
        line=place.line,
        message=f"{place.shown}:{place.line}: {found}",
        hint=f"{nearest_passing(pair.ink, pair.ground, pair.wanted).hex} reaches {pair.wanted:g}:1",
    )
