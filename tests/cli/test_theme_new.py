"""The files of a new theme work, and refuse what no theme can have."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmexport.cli.theme_new import NewTheme, files_of
from pmexport.errors import PmexportError
from pmexport.plainyaml import Mapping, load
from pmexport.theme_check import look_over

SIGN = "<svg viewBox='0 0 9 3'><path fill='{}' d='M0 0h9v3H0z'/></svg>"


def laid(folder: Path, made: NewTheme) -> None:
    for path, content in made.files:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


@given(st.text())
def test_any_name_of_a_company_gives_a_brand_file_that_can_be_read(company: str) -> None:
    content = load(dict(files_of("acme", company, (None, None), ()).files)["_brand.yml"].decode())

    assert isinstance(content, Mapping)
    assert list(content) == ["meta", "color", "defaults"]


@pytest.mark.parametrize(
    ("name", "logo", "colours", "expected"),
    [
        ("../acme", None, (), "../acme: cannot be the name of a theme"),
        ("mono", None, (), "mono: is a theme that ships"),
        ("con", None, (), "con: is a name that Windows keeps for a device; choose another name"),
        ("LPT1", None, (), "LPT1: is a name that Windows keeps for a device; choose another name"),
        ("acme", None, ("bleu",), "--colour: 'bleu' is no colour"),
        ("acme", None, ("red", "blue", "teal"), "--colour: two colours are enough"),
        ("acme", "nowhere.svg", (), "nowhere.svg: cannot be read"),
    ],
)
def test_what_no_theme_can_have_is_refused(
    name: str, logo: str | None, colours: tuple[str, ...], expected: str
) -> None:
    with pytest.raises(PmexportError) as caught:
        files_of(name, "Acme", (logo, None), colours)

    assert str(caught.value).startswith(expected)


def test_a_logo_that_does_more_than_be_seen_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text("<svg viewBox='0 0 1 1'>\n<script/></svg>")

    with pytest.raises(PmexportError, match=r"a\.svg:2: '<script' may not stand in a logo"):
        files_of("acme", "Acme", (str(tmp_path / "a.svg"), None), ())


def test_a_logo_for_dark_screens_stands_beside_the_other(tmp_path: Path) -> None:
    for name, colour in (("a.svg", "navy"), ("b.svg", "white")):
        (tmp_path / name).write_text(SIGN.format(colour))
    made = files_of("acme", "Acme", (str(tmp_path / "a.svg"), str(tmp_path / "b.svg")), ())
    laid(tmp_path / "acme", made)

    assert [path for path, _ in made.files] == ["_brand.yml", "logos/sign.svg", "logos/sign-dark.svg"]
    assert look_over(str(tmp_path / "acme")).found == ()


@pytest.mark.parametrize(
    ("colour", "file", "told"),
    [
        ("navy", "sign-dark", "cannot be seen on a dark screen, so sign-dark sets it on a plate of #ffffff"),
        ("white", "sign-light", "cannot be seen on a light page, so sign-light sets it on a plate of #0f141b"),
    ],
)
def test_a_logo_that_would_go_under_has_a_plate_there(tmp_path: Path, colour: str, file: str, told: str) -> None:
    (tmp_path / "a.svg").write_text(SIGN.format(colour))
    made = files_of("acme", "Acme", (str(tmp_path / "a.svg"), None), ("#f58220",))
    laid(tmp_path / "acme", made)

    assert [path for path, _ in made.files] == ["_brand.yml", "logos/sign.svg", f"logos/{file}.svg"]
    assert any(line.endswith(told) for line in made.told)
    assert look_over(str(tmp_path / "acme")).found == ()


def test_a_logo_for_dark_screens_alone_is_refused() -> None:
    with pytest.raises(PmexportError, match="give --logo as well"):
        files_of("acme", "Acme", (None, "dark.svg"), ())
