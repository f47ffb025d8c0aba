"""The Jinja environment: strict, escaping, and open to a theme's own templates."""

from pathlib import Path

import msgspec
import pytest
from jinja2 import UndefinedError

from pmexport.theme.load import load_theme
from pmexport.writers.templates import environment, sheet


def test_a_name_that_does_not_exist_is_an_error_and_not_an_empty_place() -> None:
    template = environment(load_theme("default").theme).from_string("{{ nothing }}")

    with pytest.raises(UndefinedError):
        template.render()


def test_words_are_escaped_whatever_the_template_is_called() -> None:
    template = environment(load_theme("default").theme).from_string("{{ words }}")

    assert template.render(words="<b>") == "&lt;b&gt;"


def test_a_theme_s_own_template_stands_before_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "sections").mkdir()
    (tmp_path / "sections" / "findings.html.j2").write_text("own", encoding="utf-8")
    theme = msgspec.structs.replace(load_theme("default").theme, templates=tmp_path)

    assert environment(theme).get_template("sections/findings.html.j2").render() == "own"


@pytest.mark.parametrize("name", ["base.css", "screen.css", "print.css", "screen.js"])
def test_a_sheet_is_given_without_its_comments(name: str) -> None:
    assert "/*" not in sheet(name)
