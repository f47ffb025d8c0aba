"""A wrong value is told though no page asks for it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pmexport.errors import ThemeError
from pmexport.theme.load import load_theme

Written = Callable[..., Path]


@pytest.mark.parametrize(
    ("brand", "found"),
    [
        ("color:\n  palette:\n    sea: '#12'\n", r":3: color\.palette\.sea is '#12'; write a colour"),
        (
            "meta:\n  name:\n    full: Acme\n    short: [a]\n",
            r":4: meta\.name\.short is a list; write one line of text",
        ),
        ("logo:\n  images:\n    sign: ../x.svg\n", r":3: .*name a file within the theme's folder"),
        ("logo:\n  alt: [a]\n", r":2: logo\.alt is a list"),
        (
            "defaults: {pmexport: {schemes: {tiers: {\n  Tier 1: {level: 9}}}}}\n",
            r":2: .*level is '9'; write one of 0, 1",
        ),
        ("defaults: {pmexport: {schemes: {tiers: {\n  Tier 1: {label: A}}}}}\n", r":2: .*give it a level"),
        ("defaults: {pmexport: {schemes: {\n  tiers: words}}}\n", r":2: .*write keys and values under it"),
    ],
)
def test_a_wrong_value_that_nothing_asks_for_is_told_with_its_line(written: Written, brand: str, found: str) -> None:
    with pytest.raises(ThemeError, match=found):
        load_theme(written(brand))


def test_a_picture_on_the_network_is_no_fault_of_its_name(written: Written) -> None:
    load_theme(written("logo: {images: {sign: https://acme.example/sign.svg}}\n"))


@pytest.mark.parametrize("path", ["nix.svg", "/assets/nix.svg"])
def test_a_picture_that_no_page_shows_may_be_missing_and_is_told(written: Written, path: str) -> None:
    """A project's brand file names every sign that it has, and the theme may have come without some."""
    (found,) = load_theme(written(f"logo:\n  images:\n    sign: {path}\n")).diagnostics

    assert (found.code, found.line) == ("theme-logo", 3)
    assert f"logo.images.sign is '{path}'" in found.message
