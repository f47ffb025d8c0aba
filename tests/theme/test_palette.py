from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pmexport.model.report import BadgeScheme
from pmexport.theme.colour import TEXT_CONTRAST, contrast
from pmexport.theme.load import load_theme
from pmexport.theme.theme import BadgeStyle, Palette, PhaseStyle, Shape

THEME = load_theme().theme
MONO = load_theme("mono").theme


def greys(palette: Palette) -> list[str]:
    styles: list[BadgeStyle | PhaseStyle] = [*palette.badges.values(), *palette.phases.values()]
    used = [colour for style in styles for colour in (style.ink, style.ground, style.edge)]
    return [colour.hex for colour in used if not colour.red == colour.green == colour.blue]


def test_mono_has_no_colour_at_all() -> None:
    assert greys(MONO.light) == []
    assert greys(MONO.dark) == []


def test_in_greyscale_the_two_worst_severities_differ_by_more_than_their_hue() -> None:
    for palette in (THEME.light, THEME.dark, MONO.light, MONO.dark):
        worst, next_to = (palette.badges["severity", key] for key in ("0", "1"))  # type: ignore[index]  # a StrEnum is its text

        assert contrast(worst.ground, next_to.ground) >= 1.8


def test_every_action_status_has_a_mark_of_its_own_shape() -> None:
    shapes = [
        style.shape for (scheme, key), style in THEME.light.badges.items() if scheme == "action" and key != "none"
    ]

    assert len(shapes) == len(set(shapes)) == 5
    assert Shape.NONE not in shapes


def test_a_lone_colour_of_a_badge_is_set_as_its_fill_says(written: Callable[..., Path]) -> None:
    brand = "defaults: {pmexport: {severity: {colours: {'0': '#336699', '3': {light: '#005500', dark: '#88dd88'}}}}}\n"
    palette = load_theme(written(brand)).theme.light
    solid, wash = (palette.badges["severity", key] for key in ("0", "3"))  # type: ignore[index]  # a StrEnum is its text

    assert (solid.ink.hex, solid.ground.hex) == ("#ffffff", "#336699")
    assert (wash.ink.hex, wash.ground) == ("#005500", palette.wash)


def test_a_fill_of_a_badge_may_be_another_than_the_theme_below_has(written: Callable[..., Path]) -> None:
    brand = "defaults: {pmexport: {incident: {resolved: {fill: outline, colour: '#9ad0a8', shape: diamond}}}}\n"
    palette = load_theme(written(brand)).theme.light
    resolved = palette.badges["incident", "resolved"]  # type: ignore[index]  # a StrEnum is its text

    assert (resolved.ground, resolved.edge.hex, resolved.shape) == (palette.ground, "#9ad0a8", Shape.DIAMOND)
    assert contrast(resolved.ink, resolved.ground) >= 4.5


@pytest.mark.parametrize("role", ["secondary", "tertiary", "success", "info", "warning", "danger"])
def test_words_in_a_role_that_nobody_could_see_take_a_shade_that_can_be_read(
    written: Callable[..., Path], role: str
) -> None:
    loaded = load_theme(written(f"color:\n  background: '#fbf9f4'\n  {role}: '#fbf9f4'\n"))
    told = [one for one in loaded.diagnostics if "too faint for words" in one.message and "light: " in one.message]
    words = {"secondary": loaded.theme.light.soft, "tertiary": loaded.theme.light.faint}
    badges = {"success": "done", "info": "review", "warning": "in_progress", "danger": "blocked"}
    schemes = {"info": BadgeScheme.DOCUMENT}
    ink = words.get(role) or loaded.theme.light.badges[schemes.get(role, BadgeScheme.ACTION), badges[role]].ink

    assert [one.line for one in told] == [3]
    assert contrast(ink, loaded.theme.light.ground) >= TEXT_CONTRAST


def test_a_role_that_can_be_seen_stays_as_it_is(written: Callable[..., Path]) -> None:
    theme = load_theme(written("color: {secondary: '#2176ff'}\n")).theme

    assert theme.light.soft.hex == "#2176ff"


@pytest.mark.parametrize(
    ("colour", "set_so"),
    [("#e18600", "#e18600"), ("#ddeaf1", "#3d7492")],
    ids=["an orange that can be seen stays", "one that nobody could see gives way"],
)
def test_the_company_s_own_colour_is_kept_as_long_as_it_is_seen(
    written: Callable[..., Path], colour: str, set_so: str
) -> None:
    brand = f"color: {{palette: {{sky: '{colour}'}}, primary: sky, link: sky}}\n"
    loaded = load_theme(written(f"{brand}defaults: {{pmexport: {{color: {{rule: sky}}}}}}\n"))
    light = loaded.theme.light

    assert light.brand == light.link
    assert (light.brand.hex, light.rule.hex) == (set_so, colour)
    assert any(f"{set_so} is set in its place" in (one.hint or "") for one in loaded.diagnostics) == (set_so != colour)
