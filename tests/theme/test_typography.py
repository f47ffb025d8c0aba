from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pmexport.errors import ThemeError
from pmexport.shipped import shipped
from pmexport.theme.load import load_theme

Written = Callable[..., Path]
FONTS = shipped("themes") / "default" / "fonts"


@pytest.fixture
def own_font(written: Written) -> Path:
    folder = written("""
typography:
  fonts:
    - family: Harbour
      source: file
      files: [{path: harbour.ttf, weight: semi-bold, style: italic}, {path: harbour.woff2, weight: 600, style: italic}]
    - {family: Open Sans, source: google}
  base: Harbour
""")
    shutil.copy(FONTS / "Inter-400.ttf", folder / "harbour.ttf")
    shutil.copy(FONTS / "Inter-400.woff2", folder / "harbour.woff2")
    return folder


def test_a_brand_adds_its_own_fonts_to_those_of_the_default(own_font: Path) -> None:
    kind = load_theme(own_font).theme.type
    (own,) = (face for face in kind.faces if face.family == "Harbour")

    assert (kind.text, kind.display) == ("Harbour", "Inter Display")
    assert (own.weight, own.italic, own.ttf.name) == (600, True, "harbour.ttf")
    assert own.woff2 is not None


def test_a_family_from_the_network_cannot_be_used(written: Written) -> None:
    brand = "typography: {fonts: [{family: Open Sans, source: google}], base: Open Sans}\n"

    assert load_theme(written(brand)).theme.type.text == "Inter"


def test_a_font_file_that_is_not_there_is_named(written: Written) -> None:
    brand = "typography: {fonts: [{family: Harbour, source: file, files: [fonts/harbour.ttf]}]}\n"

    with pytest.raises(ThemeError, match=r"fonts/harbour\.ttf"):
        load_theme(written(brand))


def test_an_archive_is_no_font(written: Written) -> None:
    brand = "typography: {fonts: [{family: Harbour, source: file, files: [harbour.zip]}]}\n"

    with pytest.raises(ThemeError, match=r"a \.ttf or \.otf for paper"):
        load_theme(written(brand, harbour__zip=b"PK"))
