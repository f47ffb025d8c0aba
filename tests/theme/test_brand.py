from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pmexport.errors import ThemeError
from pmexport.theme.brand import read_brand

Written = Callable[..., Path]


def test_of_several_bases_the_later_one_wins(written: Written, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "_brand.yml").write_text(f"meta: {{name: {name}}}\n")
    found = read_brand(written("defaults: {pmexport: {extends: [one, two]}}\n")).settings.get("meta", "name")

    assert found is not None
    assert found.text() == "two"


@pytest.mark.parametrize("base", ["../acme", "/etc", "a/b", "https://x.example", "''"])
def test_a_base_is_a_name_never_a_path(written: Written, base: str) -> None:
    with pytest.raises(ThemeError):
        read_brand(written(f"defaults: {{pmexport: {{extends: [{base}]}}}}\n"))


def test_a_theme_cannot_extend_itself(written: Written) -> None:
    with pytest.raises(ThemeError, match="cannot extend itself"):
        read_brand(written("defaults: {pmexport: {extends: acme}}\n"))


def test_a_short_form_lies_over_a_long_one(written: Written) -> None:
    found = read_brand(written("typography: {headings: Inter}\n")).settings.get("typography", "headings", "family")

    assert found is not None
    assert found.text() == "Inter"


def test_bytes_that_are_no_text_are_refused(written: Written) -> None:
    folder = written("")
    (folder / "_brand.yml").write_bytes(b"\xff\xfe\x00")

    with pytest.raises(ThemeError, match="not UTF-8"):
        read_brand(folder)
