"""The shade of a word that lies across a page."""

import pytest

from pmexport.theme.colour import contrast
from pmexport.theme.load import load_theme
from pmexport.theme.watermark import shade


@pytest.mark.parametrize("name", ["default", "northwind", "mono"])
@pytest.mark.parametrize("side", ["light", "dark"])
def test_it_is_seen_and_hinders_nobody(name: str, side: str) -> None:
    theme = load_theme(name).theme
    palette = theme.light if side == "light" else theme.dark
    word = shade(palette)

    # As faint as the wash under code, which nobody finds hard to read on, and a little more.
    assert 1.08 < contrast(word, palette.ground) < 1.25
    assert contrast(palette.faint, word) >= 4.5
