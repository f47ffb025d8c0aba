"""Whether a sign can be seen, and its plate where it cannot."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image, ImageDraw

from pmexport.theme.load import load_theme
from pmexport.theme.logo import sign
from pmexport.theme.plate import is_seen, on_plate
from pmexport.theme.theme import Colour, Logo

WHITE, NIGHT = Colour(255, 255, 255), Colour(15, 20, 27)


def drawing(content: str) -> Logo:
    return sign(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-5 0 120 40">{content}</svg>'.encode(), "sign.svg")


def picture(colour: str, ground: str | None) -> Logo:
    made = Image.new("RGBA", (300, 100), ground or (0, 0, 0, 0))
    ImageDraw.Draw(made).rectangle((40, 30, 260, 60), fill=colour)
    stream = BytesIO()
    made.save(stream, "PNG")
    return sign(stream.getvalue(), "sign.png")


NAVY = drawing('<path fill="#0b1a2b" d="M0 0h110v40H0z"/>')
BLANK = drawing('<path fill="#fdfdfd" d="M0 0h110v40H0z"/>')
DOTTED = drawing('<path fill="#0b1a2b" d="M0 0h90v40H0z"/><path fill="#f58220" d="M100 30h10v10h-10z"/>')
BADGE = drawing('<path fill="#0b3a66" d="M0 0h110v40H0z"/><path fill="#fff" d="M20 10h70v20H20z"/>')


@pytest.mark.parametrize(
    ("logo", "light", "dark"),
    [
        pytest.param(NAVY, True, False, id="navy"),
        pytest.param(BLANK, False, True, id="nearly white"),
        pytest.param(DOTTED, True, False, id="navy with a dot in orange"),
        pytest.param(BADGE, True, True, id="white within blue"),
        pytest.param(picture("#101010", None), True, False, id="black, clear around"),
        pytest.param(picture("#101010", "white"), True, True, id="black on a paper of its own"),
        pytest.param(picture("#ffffff", "white"), False, True, id="white on white"),
        pytest.param(drawing(""), False, False, id="nothing"),
        pytest.param(drawing('<path fill="#f58220" d="M0 0h110v40H0z"/>'), True, True, id="orange"),
    ],
)
def test_a_sign_that_goes_under_in_its_ground_is_known(logo: Logo, *, light: bool, dark: bool) -> None:
    assert (is_seen(logo, WHITE), is_seen(logo, NIGHT)) == (light, dark)


@pytest.mark.parametrize("logo", [NAVY, DOTTED, picture("#101010", None)])
def test_on_a_plate_it_is_seen_and_keeps_its_colours(logo: Logo) -> None:
    plated = on_plate(logo, WHITE)

    assert is_seen(plated, NIGHT)
    assert sign(plated.content, "sign", plated.alt) == plated
    assert plated.width > logo.width
    if logo.media_type == "image/svg+xml":
        assert b"#0b1a2b" in plated.content


@pytest.mark.parametrize("side", ["light", "dark"])
def test_the_sign_of_the_shipped_brand_is_seen(side: str) -> None:
    theme = load_theme("northwind").theme
    logo, ground = (theme.logo, theme.light.ground) if side == "light" else (theme.logo_dark, theme.dark.ground)

    assert logo is not None
    assert is_seen(logo, ground)
