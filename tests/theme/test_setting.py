from __future__ import annotations

from pathlib import Path

import pytest

from pmexport.errors import ThemeError
from pmexport.plainyaml import load
from pmexport.theme.setting import Setting, settings


def read(text: str) -> Setting:
    return settings(load(text), Path("acme/_brand.yml"), "acme/_brand.yml")


def found(text: str, *path: str) -> Setting:
    setting = read(text).get(*path)
    assert setting is not None
    return setting


@pytest.mark.parametrize("text", ["a: {b: ''}", "a: {b: ~}", "a: {b: null}", "a: {}", "a: word", "c: d"])
def test_an_empty_setting_is_as_good_as_none(text: str) -> None:
    assert read(text).get("a", "b") is None


def test_a_setting_knows_its_line() -> None:
    assert found("a:\n  b:\n    c: 1\n", "a", "b", "c").line == 3


@pytest.mark.parametrize("written", ["20", "20mm", " 20 mm ", "2e1"])
def test_a_number_may_carry_its_unit(written: str) -> None:
    assert found(f"a: '{written}'", "a").number(0, 60, "mm") == 20


@pytest.mark.parametrize("written", ["", "61", "-1", "nan", "inf", "20pt", "twenty"])
def test_a_number_out_of_bounds_is_refused(written: str) -> None:
    with pytest.raises(ThemeError, match="write a number from 0 to 60"):
        Setting(key="a", value=written, file=Path("x"), shown="x", line=1).number(0, 60, "mm")


def test_a_choice_names_what_may_stand_there() -> None:
    with pytest.raises(ThemeError, match="write one of ring, half"):
        found("a: square", "a").choice("ring", "half")


def test_a_list_is_no_text() -> None:
    with pytest.raises(ThemeError, match="a is a list; write one line of text"):
        found("a: [b, c]", "a").text()
