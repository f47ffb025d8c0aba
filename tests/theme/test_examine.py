"""Everything that is wrong with a theme's files is told at once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pmexport.errors import ThemeError
from pmexport.theme.examine import examine


def test_what_can_be_used_of_a_theme_is_used_in_spite_of_its_faults(written: Callable[..., Path]) -> None:
    examined = examine(str(written("meta: {name: Acme}\ncolor:\n  primary: bleu\n  link: teal\n")))

    assert examined.theme is not None
    assert (examined.theme.company, examined.theme.light.link.hex) == ("Acme", "#008080")
    assert [one.place.rpartition("/")[2] for one in examined.found] == ["_brand.yml:3"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("logo:\n  images:\n    a:\n      path: a.svg\n      alt: A\n  medium: {light: a, dark: a}\n", ["4"]),
        ("logo:\n  images:\n    a: a.svg\n  small: a\n  medium: a\n", ["3"]),
        (
            "defaults:\n  pmexport:\n    schemes:\n      x:\n        Red:\n          level: 9\n          label: R\n",
            ["6"],
        ),
    ],
)
def test_a_fault_is_told_once_and_not_again_where_its_value_is_then_missing(
    written: Callable[..., Path], text: str, lines: list[str]
) -> None:
    found = examine(str(written(text))).found

    assert [one.place.rpartition(":")[2] for one in found] == lines


def test_a_value_of_a_wrong_shape_hides_no_other_fault(written: Callable[..., Path]) -> None:
    own = "defaults:\n  pmexport:\n    extends: nothwind\n    legall: x\n"
    found = examine(str(written(f"meta: [one, two]\ncolor: red\ntypography: Inter\n{own}"))).found

    assert sorted(one.place.rpartition(":")[2] for one in found) == ["1", "2", "3", "6", "7"]


def test_a_file_that_cannot_be_read_at_all_has_one_fault(written: Callable[..., Path]) -> None:
    examined = examine(str(written("color: {primary: [\n")))

    assert (examined.theme, len(examined.found)) == (None, 1)


def test_a_theme_that_is_not_there_is_an_error() -> None:
    with pytest.raises(ThemeError, match="no theme 'nowhere'"):
        examine("nowhere")


def test_every_pair_of_both_sides_is_listed() -> None:
    sides = [side for side, _ in examine("default").pairs]

    assert sides.count("light") == sides.count("dark") > 50
