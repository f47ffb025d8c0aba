"""Short forms of a brand file mean what the long ones do."""

from pathlib import Path

import pytest

from pmexport.plainyaml import load
from pmexport.theme.forms import written_out
from pmexport.theme.setting import Setting, settings


def read(brand: str) -> Setting:
    return written_out(settings(load(brand), Path("_brand.yml"), "_brand.yml"))


@pytest.mark.parametrize(
    "brand",
    [
        "severity: {'0': {colour: red, label: Worst}}",
        "severity: {colours: {'0': red}, labels: {'0': Worst}}",
        "severity: {'0': red, labels: {'0': Worst}}",
        "severity: {colors: {'0': red}, '0': {label: Worst}}",
    ],
)
def test_a_badge_may_be_written_short_or_long(brand: str) -> None:
    badge = read(f"defaults: {{pmexport: {{{brand}}}}}").get("defaults", "pmexport", "severity", "0")

    assert badge is not None
    assert {word: part.text() for word, part in badge.items().items()} == {"colour": "red", "label": "Worst"}


def test_a_pair_may_be_the_colour_of_a_badge() -> None:
    own = read("defaults: {pmexport: {action: {done: {light: green, dark: lime}}}}")
    colour = own.get("defaults", "pmexport", "action", "done", "colour", "dark")

    assert colour is not None
    assert colour.text() == "lime"


def test_a_dark_colour_joins_the_one_for_light() -> None:
    own = read("color: {primary: navy}\ndefaults: {pmexport: {dark: {primary: skyblue, link: white}}}")
    pair = own.get("color", "primary")
    alone = own.get("color", "link")

    assert pair is not None
    assert alone is not None
    assert {word: one.text() for word, one in pair.items().items()} == {"light": "navy", "dark": "skyblue"}
    assert list(alone.items()) == ["dark"]
