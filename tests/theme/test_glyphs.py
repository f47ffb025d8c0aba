from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # it ships no types

from pmexport.errors import ThemeError
from pmexport.theme.fonts import face, text_width
from pmexport.theme.glyphs import glyphs
from pmexport.theme.load import load_theme
from pmexport.theme.theme import Face

TYPE = load_theme().theme.type


@pytest.mark.parametrize("own", TYPE.faces, ids=lambda own: own.ttf.stem)
def test_every_width_is_that_of_the_font(own: Face) -> None:
    font = TTFont(own.ttf)
    units = font["head"].unitsPerEm
    expected = {chr(code): font["hmtx"][name][0] for code, name in font.getBestCmap().items() if code > 31}

    assert expected == {character: round(text_width(character, own, units)) for character in expected}


def test_emoji_lend_nothing_to_ordinary_text() -> None:
    emoji = glyphs(face(TYPE, "Noto Emoji").ttf)

    assert not [character for character in "0123456789#*© ™" if emoji.glyph(character)]


def test_a_file_that_is_no_font_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.ttf").write_bytes(b"no font at all")

    with pytest.raises(ThemeError, match="cannot be read as a font"):
        glyphs(tmp_path / "x.ttf")
