"""Two colours of a company become a theme that can be read."""

from hypothesis import given
from hypothesis import strategies as st

from pmexport.theme.colour import contrast
from pmexport.theme.draft import draft, quoted
from pmexport.theme.load import load_theme
from pmexport.theme.theme import Colour

DEFAULT = load_theme().theme
COLOURS = st.builds(Colour, *(st.integers(0, 255),) * 3)


@given(COLOURS, COLOURS)
def test_whatever_the_colours_every_text_can_be_read(main: Colour, accent: Colour) -> None:
    made = draft(main, accent, DEFAULT.light, DEFAULT.dark)
    for side, palette in ((made.light, DEFAULT.light), (made.dark, DEFAULT.dark)):
        assert contrast(side["primary"], palette.ground) >= 4.5
        assert contrast(side["link"], palette.ground) >= 4.5
        assert contrast(side["tag"], side["tag_ground"]) >= 4.5
        assert contrast(side["rule"], palette.ground) >= 3


def test_a_colour_that_can_be_read_is_kept() -> None:
    navy = Colour(0, 0, 128)

    assert draft(navy, navy, DEFAULT.light, DEFAULT.dark).light["primary"] == navy
    assert draft(navy, navy, DEFAULT.light, DEFAULT.dark).changed == ()


def test_a_name_cannot_end_its_quotes() -> None:
    assert quoted('a"b\\c\nd') == '"a\\"b\\\\c d"'
