"""A settings file: found from the folder of the text upwards, and named with the line of what is wrong."""

from pathlib import Path

import pytest

from pmexport import settings
from pmexport.errors import UsageError
from pmexport.settings import settle


def test_the_nearest_project_file_is_the_one_that_counts(empty_world: Path) -> None:
    (empty_world / "pmexport.toml").write_text('lang = "de"\n')
    (empty_world / "reports" / "pyproject.toml").write_text('[tool.pmexport]\nlang = "fr"\n')

    assert settle(settings.project_layer(empty_world / "reports")).settings.lang == "fr"


def test_a_pyproject_of_another_tool_does_not_end_the_search(empty_world: Path) -> None:
    (empty_world / "pmexport.toml").write_text('lang = "de"\n')
    (empty_world / "reports" / "pyproject.toml").write_text("[tool.ruff]\nline-length = 120\n")

    assert settle(settings.project_layer(empty_world / "reports")).settings.lang == "de"


def test_a_file_that_is_not_toml_is_named_with_its_line(empty_world: Path) -> None:
    (empty_world / "pmexport.toml").write_text('theme = "mono"\npaper = \n')

    with pytest.raises(UsageError, match=r"pmexport\.toml:2: is not valid TOML, invalid value"):
        settings.project_layer(empty_world)


def test_a_file_that_is_not_utf_8_is_said_in_one_line(empty_world: Path) -> None:
    (empty_world / "pmexport.toml").write_bytes(b'theme = "\xff"\n')

    with pytest.raises(UsageError, match=r"pmexport\.toml: cannot be read as UTF-8"):
        settings.project_layer(empty_world)
