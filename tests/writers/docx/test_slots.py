"""Every colour as one of the theme's, lighter or darker."""

import pytest

from pmexport.theme.colour import TEXT_CONTRAST, contrast
from pmexport.theme.load import load_theme
from pmexport.theme.theme import Colour, Theme
from pmexport.writers.docx.slots import Slots, changed, named_slots, plain, resolved, slots


def test_a_slots_own_colour_is_that_slot(theme: Theme) -> None:
    found = Slots(named_slots(theme.light)).nearest(theme.light.brand)

    assert (found.name, found.tint, found.shade, found.value) == ("accent1", 255, 255, theme.light.brand)


def test_a_lighter_colour_is_a_tint(theme: Theme) -> None:
    found = Slots(named_slots(theme.light)).nearest(changed(theme.light.brand, tint=100))

    assert (found.name, found.tint) == ("accent1", 100)
    assert found.ink()["themeTint"] == "64"


def test_a_darker_colour_is_a_shade(theme: Theme) -> None:
    green = slots(theme.light)["accent4"]
    found = Slots(named_slots(theme.light)).nearest(changed(green, shade=128))

    assert found.name == "accent4"
    assert found.fill()["themeFillShade"] == f"{found.shade:02X}"


def test_a_tint_is_nearer_to_white_and_a_shade_to_black() -> None:
    assert changed(Colour(100, 100, 100), tint=51) == Colour(224, 224, 224)
    assert changed(Colour(100, 100, 100), shade=128) == Colour(50, 50, 50)


def test_a_reference_without_change_is_the_slot_itself() -> None:
    assert resolved("accent1", {"accent1": Colour(1, 2, 3)}, tint=None, shade=None) == Colour(1, 2, 3)


def test_word_writes_a_colour_without_its_sign() -> None:
    assert plain(Colour(1, 171, 255)) == "01ABFF"


@pytest.mark.parametrize("name", ["default", "northwind", "mono"])
def test_badges_and_code_stay_legible_in_the_themes_own_colours(name: str) -> None:
    palette = load_theme(name).theme.light
    found = Slots(named_slots(palette))
    badges = [(style.ink, style.ground) for style in palette.badges.values()]
    code = [(ink, palette.wash) for ink in palette.code.values()]
    pairs = [(found.nearest(ink).value, found.nearest(ground).value) for ink, ground in (*badges, *code)]

    assert [pair for pair in pairs if contrast(*pair) < TEXT_CONTRAST] == []


def test_white_is_the_ground_and_not_the_text_made_white(theme: Theme) -> None:
    found = Slots(named_slots(theme.light)).nearest(Colour(255, 255, 255))

    assert (found.name, found.is_changed) == ("background1", False)
