"""The colours of a brand as the two palettes, light and dark, and every pair of them that must be told apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias

from msgspec import Struct

from pmexport.model.diagnostic import Diagnostic
from pmexport.model.prose import CodeToken
from pmexport.model.report import BadgeScheme
from pmexport.model.terms import DiagnosticSeverity, Phase
from pmexport.theme.colour import GRAPHIC_CONTRAST, TEXT_CONTRAST, contrast, nearest_passing, parse
from pmexport.theme.setting import Setting
from pmexport.theme.theme import BadgeStyle, Colour, Palette, PhaseStyle, Shape

Side: TypeAlias = Literal["light", "dark"]
_DEEPEST = 8
_GROUNDS = {"background", "ground", "wash", "tint", "tag-ground", "empty", "hair"}


class Pair(Struct, frozen=True):
    """Something on a ground: what it is, both colours, and the contrast that it must reach."""

    name: str
    ink: Colour
    ground: Colour
    wanted: float

    @property
    def ratio(self) -> float:
        """Return the contrast that it has."""
        return contrast(self.ink, self.ground)


class _Paint:
    """Finds the colours of one side: written ones, those of the brand's palette, and the roles by name."""

    def __init__(self, brand: Setting, side: Side) -> None:
        self._side = side
        self._own = brand.get("color", "palette")
        self._roles = (brand.get("color"), brand.get("defaults", "pmexport", "color"))
        self._found: dict[str, Colour] = {}

    def role(self, name: str) -> Colour:
        """Return the colour of a role of the theme."""
        return self._named(name, 0) or Colour(0, 0, 0)

    def colour(self, setting: Setting, depth: int = 0) -> Colour:
        """Return the colour that `setting` gives this side; raise ThemeError where it is none."""
        one = setting
        if isinstance(setting.value, dict):
            one = setting.value.get(self._side) or next(iter(setting.value.values()), setting)
        bent = setting.plain and self._side == "dark" and setting.key.rpartition(".")[2] not in _GROUNDS
        if bent and isinstance(setting.value, dict):
            light = self._written(setting.value["light"], depth)
            return nearest_passing(light, self.role("background"))
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
                    self._found[name] = self.colour(setting, depth + 1)
                    break
        return self._found.get(name)


def palette(brand: Setting, side: Side) -> Palette:
    """Return the palette of one side. Raises ThemeError where something written is no colour."""
    paint = _Paint(brand, side)
    own = brand.get("defaults", "pmexport") or brand
    link = brand.get("typography", "link", "color")
    return Palette(
        ink=paint.role("foreground"),
        soft=paint.role("secondary"),
        faint=paint.role("tertiary"),
        rule=paint.role("rule"),
        hair=paint.role("hair"),
        ground=paint.role("background"),
        wash=paint.role("wash"),
        brand=paint.role("primary"),
        link=paint.colour(link) if link else paint.role("link"),
        alert=paint.role("alert"),
        tint=paint.role("tint"),
        tag=paint.role("tag"),
        tag_ground=paint.role("tag-ground"),
        empty=paint.role("empty"),
        code={token: paint.colour(_of(own, "code", token)) for token in CodeToken},
        badges=dict(_badges(own, paint)),
        phases={phase: _phase(_of(own, "phases", phase), paint) for phase in Phase},
    )


def _badges(own: Setting, paint: _Paint) -> Iterator[tuple[tuple[BadgeScheme, str], BadgeStyle]]:
    for scheme in BadgeScheme:
        for key, setting in _of(own, scheme).items().items():
            shape = setting.get("shape")
            yield (
                (scheme, key),
                BadgeStyle(
                    ink=paint.colour(_of(setting, "ink")),
                    ground=paint.colour(_of(setting, "ground")),
                    edge=paint.colour(_of(setting, "edge")),
                    shape=Shape(shape.choice(*Shape)) if shape else Shape.NONE,
                ),
            )


def _phase(setting: Setting, paint: _Paint) -> PhaseStyle:
    return PhaseStyle(
        ink=paint.colour(_of(setting, "ink")),
        ground=paint.colour(_of(setting, "ground")),
        edge=paint.colour(_of(setting, "edge")),
    )


def _of(setting: Setting, *path: str) -> Setting:
    found = setting.get(*path)
    if found is None:
        raise setting.refusal(f"give it {' '.join(path)}")
    return found


def pairs(colours: Palette) -> Iterator[Pair]:
    """Yield every text and its ground, and every mark that carries meaning by itself."""
    for name, ink in {"text": colours.ink, "secondary text": colours.soft, "axis figures": colours.faint}.items():
        yield Pair(name, ink, colours.ground, TEXT_CONTRAST)
    yield Pair("brand", colours.brand, colours.ground, TEXT_CONTRAST)
    yield Pair("links", colours.link, colours.ground, TEXT_CONTRAST)
    yield Pair("text on the wash", colours.ink, colours.wash, TEXT_CONTRAST)
    yield Pair("secondary text on the wash", colours.soft, colours.wash, TEXT_CONTRAST)
    yield Pair("milestone tags", colours.tag, colours.tag_ground, TEXT_CONTRAST)
    yield Pair("readings", colours.alert, colours.ground, TEXT_CONTRAST)
    yield Pair("readings on their tint", colours.alert, colours.tint, TEXT_CONTRAST)
    yield Pair("rule", colours.rule, colours.ground, GRAPHIC_CONTRAST)
    for token, ink in colours.code.items():
        yield Pair(f"code, {token}", ink, colours.wash, TEXT_CONTRAST)
    for (scheme, key), badge in colours.badges.items():
        yield Pair(f"{scheme} {key}", badge.ink, badge.ground, TEXT_CONTRAST)
        if badge.shape is not Shape.NONE:
            yield Pair(f"{scheme} {key}, mark", badge.ink, colours.ground, GRAPHIC_CONTRAST)
    for phase, style in colours.phases.items():
        yield Pair(f"phase {phase}", style.ink, style.ground, TEXT_CONTRAST)
        yield Pair(f"phase {phase}, edge", style.edge, colours.ground, GRAPHIC_CONTRAST)


def too_close(colours: Palette, side: Side) -> tuple[Diagnostic, ...]:
    """Return a warning for each pair that does not reach its contrast, with the nearest colour that does."""
    return tuple(
        Diagnostic(
            code="theme-contrast",
            severity=DiagnosticSeverity.WARNING,
            line=0,
            message=f"{side}: {pair.name} is {pair.ink.hex} on {pair.ground.hex}, {pair.ratio:.1f}:1",
            hint=f"{nearest_passing(pair.ink, pair.ground, pair.wanted).hex} reaches {pair.wanted:g}:1",
        )
        for pair in pairs(colours)
        if pair.ratio < pair.wanted
    )
