import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmexport.theme.colour import contrast, names, nearest_passing, parse
from pmexport.theme.theme import Colour

BLACK, WHITE = Colour(0, 0, 0), Colour(255, 255, 255)
PARTS = st.integers(0, 255)
COLOURS = st.builds(Colour, PARTS, PARTS, PARTS)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("#1a4f8b", "#1a4f8b"),
        ("#FA0", "#ffaa00"),
        (" navy ", "#000080"),
        ("RebeccaPurple", "#663399"),
        ("rgb(26, 79, 139)", "#1a4f8b"),
        ("rgb(26 79 139)", "#1a4f8b"),
        ("rgb(100%, 0%, 50%)", "#ff0080"),
        ("rgb(300 -4 0)", "#ff0000"),
        ("hsl(120, 100%, 25%)", "#008000"),
        ("hsl(480deg 100% 25%)", "#008000"),
    ],
)
def test_a_colour_is_read_in_every_common_form(written: str, expected: str) -> None:
    found = parse(written)

    assert found is not None
    assert expected == found.hex


@pytest.mark.parametrize(
    "written",
    [
        "",
        "#12",
        "#12345g",
        "#11223344",
        "rgb(1 2)",
        "rgb(1 2 3 / 50%)",
        "hsl(1 2 3)",
        "transparent",
        "bleu",
        "red;}",
        "url(x)",
    ],
)
def test_what_is_no_solid_colour_is_refused(written: str) -> None:
    assert parse(written) is None


def test_every_colour_name_of_css_is_known() -> None:
    assert (len(names()), names()["rebeccapurple"]) == (148, "#663399")


def test_black_on_white_has_the_contrast_that_the_standard_gives() -> None:
    assert contrast(BLACK, WHITE) == pytest.approx(21.0)


def test_a_grey_of_the_standard_just_passes_on_white() -> None:
    assert contrast(Colour(0x76, 0x76, 0x76), WHITE) == pytest.approx(4.54, abs=0.01)


@given(COLOURS, COLOURS)
def test_contrast_is_the_same_both_ways_round(one: Colour, other: Colour) -> None:
    assert contrast(one, other) == contrast(other, one)


@given(COLOURS, COLOURS)
def test_the_nearest_colour_that_passes_does_pass(colour: Colour, ground: Colour) -> None:
    assert contrast(nearest_passing(colour, ground), ground) >= 4.5


@given(COLOURS, COLOURS)
def test_a_colour_that_passes_stays_as_it_is(colour: Colour, ground: Colour) -> None:
    passing = nearest_passing(colour, ground)

    assert passing == nearest_passing(passing, ground)


def test_the_nearest_colour_keeps_its_hue() -> None:
    amber = nearest_passing(Colour(242, 178, 92), WHITE)

    assert amber.red > amber.green > amber.blue
