"""Themes are files of the open brand.yml format: other tools read ours, and we read those made for other tools."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from pmexport.convert import convert
from pmexport.model.options import ReadOptions
from pmexport.model.rendering import Rendering
from pmexport.shipped import shipped
from pmexport.theme.load import Loaded, load_theme

SAMPLE = Path(__file__).parents[2] / "samples" / "near-miss.md"
brand_yml = pytest.importorskip("brand_yml")

# The shapes of brand files as public projects write them, one feature after the other.
SHAPES = {
    "roles within the palette, families that nobody has, a logo by its path alone": """
color:
  palette:
    leaf: "#0b3d2e"
    sand: "#f4f2ee"
    ink: black
    background: sand
    foreground: ink
    primary: "#d98200"
typography:
  base: {family: House Text, size: 0.9rem}
  headings: {family: House Head, color: leaf}
  monospace-inline: {family: Space Mono}
  link: {color: leaf}
logo:
 medium: "./assets/img/logo.png"
defaults:
  bootstrap:
    defaults: {navbar-bg: $brand-leaf}
""",
    "an address, links, images by name with paths from the project, stacks of families": """
meta:
  name: "Office of Tides"
  address: "1 Quay Street"
  links: {home: "https://tides.example"}
logo:
  images:
    wide: /assets/img/logo.png
    icon: /assets/img/logo.png
  small: icon
  medium: wide
  large: wide
color:
  palette: {indigo: "#2c2f8f", gold: "#e9cf60", coal: "#424143"}
  primary: indigo
  secondary: coal
  warning: gold
  light: "#f4f2ed"
  dark: coal
typography:
  fonts:
    - {family: Noto Sans, source: google}
  base: {family: "'Noto Sans', Aptos, sans-serif", line-height: 1.7, size: 1.1rem}
  headings: {family: "'Noto Sans', Aptos, sans-serif", weight: 700}
  link: {color: primary}
defaults:
  bootstrap:
    "$link-hover-color": $dark
""",
    "whole and short names, a logo with its words, sections that nobody reads": """
meta:
  name: {full: Example Works, short: EXW}
  description: A made-up company.
  author: {name: Jane Roe}
logo:
  images:
    full: {path: assets/img/logo.png, alt: The sign of the works}
  large: full
color:
  palette: {teal: "#1c8478", red: "#ee4a70", white: "#ffffff", black: "#000000"}
  foreground: black
  background: white
  primary: teal
  error: red
typography:
  base: IBM Plex Mono
  code: {family: IBM Plex Mono, weight: 400}
button:
  style: {borderRadius: 4px}
""",
    "comments, grey for borders, one family for everything": """
meta:
  name: {full: Institute of Letters, short: IL}
  founded: 1999
logo: # see the guide
  small: ./assets/img/logo.png
  medium: ./assets/img/logo.png
color:
  foreground: '#222222' # text
  background: '#FFFFFF'
  primary: '#d5002c'
  tertiary: '#E3E3E3' # borders
  danger: '#ac0022'
typography:
  base: Frutiger
  headings: Frutiger
  monospace: Frutiger
""",
    "hardly anything": """
logo:
  small: assets/img/logo.png
typography:
  fonts:
    - family: Jura
      source: google
  base: Jura
  headings: Jura
""",
}


def loaded(shape: str, folder: Path) -> Loaded:
    sign = BytesIO()
    Image.new("RGB", (90, 30), "teal").save(sign, "PNG")
    (folder / "assets" / "img").mkdir(parents=True)
    (folder / "assets" / "img" / "logo.png").write_bytes(sign.getvalue())
    (folder / "_brand.yml").write_text(SHAPES[shape], encoding="utf-8")
    return load_theme(folder)


@pytest.mark.parametrize("file", sorted(shipped("themes").glob("*/_brand.yml")), ids=lambda file: file.parent.name)
def test_a_shipped_theme_loads_in_the_package_of_the_format(file: Path) -> None:
    brand = brand_yml.Brand.from_yaml(file)

    assert brand.meta.name is not None
    assert brand.color.to_dict("theme")["primary"] == load_theme(file.parent.name).theme.light.brand.hex


@pytest.mark.parametrize("shape", SHAPES)
def test_a_public_brand_file_gives_a_theme_and_three_formats(shape: str, tmp_path: Path) -> None:
    theme = loaded(shape, tmp_path).theme
    options = ReadOptions(name=SAMPLE.name)
    made = [convert(SAMPLE.read_bytes(), suffix, options, theme=theme) for suffix in ("html", "docx")]

    assert theme.logo is not None
    assert theme.type.text == "Inter"
    assert all(isinstance(one, Rendering) for one in made)


@pytest.mark.slow
@pytest.mark.parametrize("shape", SHAPES)
def test_a_public_brand_file_gives_a_pdf(shape: str, tmp_path: Path) -> None:
    made = convert(SAMPLE.read_bytes(), "pdf", ReadOptions(name=SAMPLE.name), theme=loaded(shape, tmp_path).theme)

    assert made.content.startswith(b"%PDF")


def test_what_such_a_file_says_of_the_dark_can_be_read_there(tmp_path: Path) -> None:
    found = loaded("roles within the palette, families that nobody has, a logo by its path alone", tmp_path)
    dark = [one for one in found.diagnostics if one.code == "theme-contrast" and ": dark: " in one.message]

    assert dark == []
