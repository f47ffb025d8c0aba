"""Every pair of colours that must be told apart, and where its colours are written."""

from collections.abc import Callable
from pathlib import Path

from pmexport.theme.brand import read_brand
from pmexport.theme.colour import contrast
from pmexport.theme.load import load_theme
from pmexport.theme.pairs import pairs, too_close

THEME = load_theme().theme


def test_every_phase_code_word_and_badge_is_among_the_pairs() -> None:
    names = {pair.name for pair in pairs(THEME.light)}

    assert {"phase latent", "code, comment", "severity 0", "action done, mark", "milestone tags"} <= names


def test_a_palette_that_passes_has_nothing_to_tell() -> None:
    assert too_close(THEME.dark, "dark", read_brand("default").settings) == ()


def test_the_contrasts_are_those_of_the_standard() -> None:
    assert [pair.name for pair in pairs(THEME.light) if pair.ratio != contrast(pair.ink, pair.ground)] == []


def test_a_pair_too_close_stands_where_the_theme_writes_one_of_its_colours(written: Callable[..., Path]) -> None:
    brand = "color:\n  background: '#445566'\ndefaults:\n  pmexport:\n    color:\n      tag: '#cfe0fa'\n"
    lines = {one.message.partition(": ")[2]: one.line for one in load_theme(written(brand)).diagnostics}

    assert {line for message, line in lines.items() if message.startswith("light: text")} == {2}
    assert {line for message, line in lines.items() if message.startswith("light: milestone tags")} == {6}


def test_pairs_of_the_same_two_colours_are_told_of_once(written: Callable[..., Path]) -> None:
    (found,) = load_theme(written("color: {warning: {light: '#b07d10', dark: '#f2b25c'}}\n")).diagnostics

    assert found.message.partition(": ")[2].startswith("light: severity 1, document draft, incident mitigated, ")
    assert found.line == 1
