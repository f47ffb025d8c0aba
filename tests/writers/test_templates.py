"""The templates: strict, escaping, and open to a theme's own."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from msgspec.structs import replace

from pmexport.errors import ThemeError
from pmexport.theme.load import load_theme
from pmexport.writers.templates import render, sheet

NAME = "sections/findings.html.j2"


def drawn(folder: Path, text: str, names: Mapping[str, object] | None = None) -> str:
    (folder / "templates" / "sections").mkdir(parents=True, exist_ok=True)
    (folder / "templates" / NAME).write_text(text, encoding="utf-8")
    theme = replace(load_theme("default").theme, templates=(folder / "templates",))
    return render(NAME, theme, names or {})


def test_a_theme_s_own_template_stands_before_the_shipped_one(tmp_path: Path) -> None:
    assert drawn(tmp_path, "own {{ word }}", {"word": "word"}) == "own word"


def test_a_name_that_does_not_exist_is_an_error_with_file_and_line(tmp_path: Path) -> None:
    with pytest.raises(ThemeError) as caught:
        drawn(tmp_path, "one\n{{ nothing }}")

    assert str(caught.value) == f"templates/{NAME}:2: 'nothing' is undefined"


def test_words_are_escaped_whatever_the_template_is_called(tmp_path: Path) -> None:
    assert drawn(tmp_path, "{{ words }}", {"words": "<b>"}) == "&lt;b&gt;"


@pytest.mark.parametrize("name", ["base.css", "screen.css", "print.css", "screen.js"])
def test_a_sheet_is_given_without_its_comments(name: str) -> None:
    assert "/*" not in sheet(name)
