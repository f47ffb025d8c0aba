"""theme: list, show, check, new and schema, as they are called."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pmexport.cli import main

LOGO = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 90 30'><path d='M0 0h90v30z' fill='#f58220'/></svg>"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*args: str) -> int:
    return int(main(list(args), standalone_mode=False))


def test_the_list_names_the_shipped_themes_and_those_here(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (here / "themes" / "acme").mkdir(parents=True)
    (here / "themes" / "acme" / "_brand.yml").write_text(
        "# Acme in red. More.\ndefaults: {pmexport: {extends: mono}}\n"
    )

    assert run("theme", "list") == 0
    lines = capfd.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["default", "mono", "northwind", "acme"]
    assert lines[-1].removeprefix("acme").strip() == "Acme in red (themes/acme; extends mono)"


def test_the_list_is_json_when_asked(capfd: pytest.CaptureFixture[str]) -> None:
    assert run("theme", "list", "--json") == 0
    assert [one["name"] for one in json.loads(capfd.readouterr().out)["themes"]] == ["default", "mono", "northwind"]


def test_show_writes_a_page_beside_which_a_theme_is_judged(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("theme", "show", "mono", "--html") == 0
    assert capfd.readouterr().out == "mono.theme.html\n"
    assert "Every component in every state" in (here / "mono.theme.html").read_text("utf-8")


def test_show_takes_a_name_with_a_suffix(here: Path) -> None:
    assert run("theme", "show", "northwind", "-o", "brand.docx") == 0
    assert (here / "brand.docx").read_bytes().startswith(b"PK")


def test_show_of_two_formats_has_no_place_on_standard_output(capfd: pytest.CaptureFixture[str]) -> None:
    assert run("theme", "show", "mono", "-o", "-") == 2
    assert "standard output takes one format" in capfd.readouterr().err


def test_check_prints_every_pair_the_faces_and_the_logo(capfd: pytest.CaptureFixture[str]) -> None:
    assert run("theme", "check", "northwind") == 0
    out = capfd.readouterr().out
    assert "  light  brand                            #0b3a66 on #ffffff  11.6 of 4.5\n" in out
    assert "  Inter 400 italic\n" in out
    assert "Logo, in words: “Northwind”" in out
    assert out.splitlines()[-1].startswith("northwind: 0 errors, 0 warnings; ")


def test_check_exits_with_1_for_an_error_and_when_strict_for_a_warning(
    here: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (here / "wrong").mkdir()
    (here / "wrong" / "_brand.yml").write_text("color:\n  primary: bleu\n")
    (here / "pale").mkdir()
    (here / "pale" / "_brand.yml").write_text("color:\n  foreground: '#9aa4b2'\n")

    assert (run("theme", "check", "./wrong"), run("theme", "check", "./pale")) == (1, 0)
    assert run("theme", "check", "./pale", "--strict") == 1
    assert "wrong/_brand.yml:2: error: color.primary is 'bleu' (theme-value); write a colour" in capfd.readouterr().out


def test_check_is_json_when_asked(capfd: pytest.CaptureFixture[str]) -> None:
    assert run("theme", "check", "mono", "--json") == 0
    (one,) = json.loads(capfd.readouterr().out)["themes"]
    assert (one["theme"], one["found"], one["pairs"][0]["contrast"]) == ("mono", [], 18.88)


def test_a_theme_that_is_not_there_is_wrong_usage(capfd: pytest.CaptureFixture[str]) -> None:
    assert run("theme", "check", "nowhere") == 2
    assert "no theme 'nowhere'" in capfd.readouterr().err


def test_new_makes_a_theme_that_passes_its_own_check(here: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (here / "acme.svg").write_text(LOGO)

    assert run("theme", "new", "acme", "--logo", "acme.svg", "--colour", "#f58220", "--colour", "teal") == 0
    printed = capfd.readouterr()
    assert printed.out == "acme/_brand.yml\nacme/logos/sign.svg\n"
    assert "#f58220 has 2.6:1 on the page, so #bb5b08 is set as primary" in printed.err
    assert run("theme", "check", "./acme", "--strict", "-q") == 0


def test_new_overwrites_no_theme_unasked(capfd: pytest.CaptureFixture[str]) -> None:
    assert (run("theme", "new", "acme"), run("theme", "new", "acme")) == (0, 2)
    assert run("theme", "new", "acme", "--force") == 0
    assert "acme: exists already; --force overwrites it" in capfd.readouterr().err


@pytest.mark.parametrize("kind", ["brand", "settings"])
def test_schema_prints_a_json_schema(kind: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("theme", "schema", kind) == 0
    assert json.loads(capfd.readouterr().out)["$schema"].startswith("https://json-schema.org/")
