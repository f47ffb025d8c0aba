"""Every setting: the stronger layer wins, and each station is told its own options only."""

import datetime as dt
from pathlib import Path

import pytest

from pmexport import settings
from pmexport.convert import read
from pmexport.model.options import PageOptions, Paper, ReadOptions
from pmexport.settings import Settings, settle
from settings_layers import front_matter, layer


def test_without_any_settings_the_built_in_ones_hold() -> None:
    assert settle(None, None).settings == Settings(theme="default", paper=Paper.AUTO)


def test_a_stronger_place_wins_key_by_key(empty_world: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    user = empty_world.parent / "home" / "config" / "pmexport" / "pmexport.toml"
    user.parent.mkdir(parents=True)
    user.write_text('theme = "user"\npaper = "Letter"\nlang = "fr"\ntimezone = "UTC"\nclassification = "user"\n')
    (empty_world / "pmexport.toml").write_text(
        'theme = "project"\npaper = "A4"\nlang = "de"\ntimezone = "Asia/Tokyo"\n'
    )
    monkeypatch.setenv("PMEXPORT_PAPER", "letter")
    monkeypatch.setenv("PMEXPORT_THEME", "environment")

    settled = settle(
        settings.user_layer(),
        settings.project_layer(empty_world / "reports"),
        settings.front_matter_layer(front_matter("pmexport:\n  lang: es\n  paper: A4\n"), "report.md"),
        settings.environment_layer(),
        settings.command_line_layer({"theme": "mono", "paper": None}),
    )

    assert settled.settings == Settings(
        theme="mono", paper=Paper.LETTER, lang="es", timezone="Asia/Tokyo", classification="user"
    )
    assert settled.diagnostics == ()


def test_tables_are_kept_and_merged_key_by_key() -> None:
    weak = layer(customer={"company": "Northwind", "contact": "a@northwind.example"}, check={"disable": ["blame-word"]})
    strong = layer(customer={"contact": "b@northwind.example"})

    settled = settle(weak, strong).settings

    assert settled.customer == {"company": "Northwind", "contact": "b@northwind.example"}
    assert settled.check == {"disable": ["blame-word"]}


def test_each_station_is_told_its_own_options_only() -> None:
    every = Settings(paper=Paper.A4, lang="de", timezone="UTC", classification="Internal", today=dt.date(2026, 3, 4))

    assert every.read_options("reports/x.md") == ReadOptions(
        name="reports/x.md", folder=Path("reports"), timezone="UTC", language="de"
    )
    assert every.page_options() == PageOptions(
        paper=Paper.A4, language="de", classification="Internal", today=dt.date(2026, 3, 4)
    )


def test_standard_input_has_no_folder_to_read_pictures_from() -> None:
    assert Settings().read_options("-").folder is None


def test_tables_that_change_a_theme_are_laid_over_it_with_their_lines(empty_world: Path) -> None:
    (empty_world / "pmexport.toml").write_text(
        'theme = "mono"\n[labels]\nroot_cause = "Why"\n[severity]\nscheme = "s1-s4"\n'
    )
    look = settle(settings.project_layer(empty_world)).settings.look

    assert (look.theme, look.over.content) == (
        "mono",
        {"labels": {"root_cause": "Why"}, "severity": {"scheme": "s1-s4"}},
    )
    assert (look.over.lines["root_cause"], look.over.lines["scheme"]) == (3, 5)


def level_read(options: ReadOptions) -> int | None:
    found = read(b"---\ntitle: Outage\nseverity: S1\n---\n\n# Outage\n", options).postmortems[0].severity
    return found.level if found else None


def test_a_severity_scheme_of_the_settings_is_read_by_the_reader_too(empty_world: Path) -> None:
    (empty_world / "pmexport.toml").write_text('[severity]\nscheme = "s1-s4"\n')
    options = settle(settings.project_layer(empty_world)).settings.read_options("a.md")

    assert level_read(options) == 0


def test_a_severity_scheme_of_the_theme_is_read_by_the_reader_too(empty_world: Path) -> None:
    (empty_world / "acme").mkdir()
    (empty_world / "acme" / "_brand.yml").write_text("defaults: {pmexport: {severity: {scheme: s1-s4}}}\n")
    (empty_world / "pmexport.toml").write_text('theme = "acme"\n')
    options = settle(settings.project_layer(empty_world)).settings.read_options("a.md")

    assert level_read(options) == 0


def test_a_theme_that_cannot_be_read_does_not_keep_a_text_from_being_read(empty_world: Path) -> None:
    (empty_world / "pmexport.toml").write_text('theme = "nowhere"\n')

    assert settle(settings.project_layer(empty_world)).settings.read_options("a.md").words == ()
