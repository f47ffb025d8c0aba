"""A single setting: read as people write it, refused with its place where it cannot be."""

import datetime as dt
from pathlib import Path

import pytest

from pmexport import settings
from pmexport.errors import UsageError
from pmexport.model.options import Paper
from pmexport.settings import Layer, settle
from settings_layers import front_matter, layer


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("paper", "a4", Paper.A4),
        ("paper", "LETTER", Paper.LETTER),
        ("lang", "en_GB", "en-GB"),
        ("timezone", "Europe/Berlin", "Europe/Berlin"),
        ("today", "2026-03-04", dt.date(2026, 3, 4)),
        ("today", dt.date(2026, 3, 4), dt.date(2026, 3, 4)),
        ("classification", " Internal ", "Internal"),
    ],
)
def test_a_value_is_read_as_people_write_it(key: str, value: object, expected: object) -> None:
    assert getattr(settle(layer(**{key: value})).settings, key) == expected


@pytest.mark.parametrize(
    ("key", "value", "line"),
    [
        ("paper", "A5", "pmexport.toml:3: paper cannot be 'A5'; write one of auto, A4, Letter"),
        ("paper", 4, "pmexport.toml:3: paper cannot be '4'; write a text in quotes"),
        ("theme", "", "pmexport.toml:3: theme cannot be ''; write a text in quotes"),
        ("lang", "en US", "pmexport.toml:3: lang cannot be 'en US'; write a language tag such as en, en-GB or de"),
        ("timezone", "Mars", "pmexport.toml:3: timezone cannot be 'Mars'; write a name such as UTC or Europe/Berlin"),
        ("timezone", "../x", "pmexport.toml:3: timezone cannot be '../x'; write a name such as UTC or Europe/Berlin"),
        ("today", "4 March", "pmexport.toml:3: today cannot be '4 March'; write a day such as 2025-10-31"),
        ("today", "2026-02-30", "pmexport.toml:3: today cannot be '2026-02-30'; write a day such as 2025-10-31"),
        ("customer", "x", "pmexport.toml:3: customer cannot be 'x'; write a table, [customer]"),
    ],
)
def test_a_wrong_value_is_named_with_its_place_and_what_may_stand_there(key: str, value: object, line: str) -> None:
    with pytest.raises(UsageError) as caught:
        settle(layer(**{key: value}))

    assert str(caught.value) == line


def test_a_theme_folder_is_found_from_the_file_that_names_it(empty_world: Path) -> None:
    (empty_world / "pmexport.toml").write_text('theme = "./brand/acme"\n')

    settled = settle(settings.project_layer(empty_world / "reports"))

    assert settled.settings.theme == empty_world / "brand" / "acme"


def test_a_folder_beside_the_settings_may_be_named_like_a_theme_but_hides_no_shipped_one(empty_world: Path) -> None:
    (empty_world / "acme").mkdir()
    (empty_world / "mono").mkdir()

    named = [settle(Layer(place="f", values={"theme": name}, folder=empty_world)) for name in ("acme", "mono", "none")]

    assert [each.settings.theme for each in named] == [empty_world / "acme", "mono", "none"]


def test_a_postmortem_may_name_a_theme_but_no_folder() -> None:
    by_name = settings.front_matter_layer(front_matter("pmexport:\n  theme: mono\n"), "report.md")
    by_folder = settings.front_matter_layer(front_matter("pmexport:\n  theme: ../../evil\n"), "report.md")

    assert settle(by_name).settings.theme == "mono"
    with pytest.raises(UsageError, match=r"report\.md:2: theme cannot be '../../evil'; write a theme's name here"):
        settle(by_folder)


def test_a_postmortem_may_not_name_a_folder_of_templates(empty_world: Path) -> None:
    (empty_world / "pmexport.toml").write_text('template = "pages"\n')
    own = settings.front_matter_layer(front_matter("pmexport:\n  template: pages\n"), "report.md")

    assert settle(settings.project_layer(empty_world)).settings.look.template == str(empty_world / "pages")
    with pytest.raises(UsageError, match=r"report\.md:2: template cannot be 'pages'"):
        settle(own)
