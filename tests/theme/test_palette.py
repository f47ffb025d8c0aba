from __future__ import annotations

from pmexport.theme.colour import contrast
from pmexport.theme.load import load_theme
from pmexport.theme.palette import pairs, too_close
from pmexport.theme.theme import BadgeStyle, Palette, PhaseStyle, Shape

THEME = load_theme().theme
MONO = load_theme("mono").theme


def test_every_phase_code_word_and_badge_is_among_the_pairs() -> None:
    names = {pair.name for pair in pairs(THEME.light)}

    assert {"phase latent", "code, comment", "severity 0", "action done, mark", "milestone tags"} <= names


def test_a_palette_that_passes_has_nothing_to_tell() -> None:
    assert too_close(THEME.dark, "dark") == ()


def test_the_contrasts_are_those_of_the_standard() -> None:
    assert [pair.name for pair in pairs(THEME.light) if pair.ratio != contrast(pair.ink, pair.ground)] == []


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
