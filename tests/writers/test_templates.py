"""The templates: strict, escaping, and open to a theme's own."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from msgspec.structs import replace

from pmexport.convert import renderings
from pmexport.errors import ThemeError
from pmexport.model.rendering import Rendering
from pmexport.shipped import shipped
from pmexport.specimen import specimen
from pmexport.theme.load import Look, load_look, load_theme
from pmexport.writers.templates import drawn_templates, render, sheet

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

    assert str(caught.value) == f"{tmp_path.name}/templates/{NAME}:2: 'nothing' is undefined"


def test_words_are_escaped_whatever_the_template_is_called(tmp_path: Path) -> None:
    assert drawn(tmp_path, "{{ words }}", {"words": "<b>"}) == "&lt;b&gt;"


@pytest.mark.parametrize("name", ["base.css", "screen.css", "print.css", "screen.js"])
def test_a_sheet_is_given_without_its_comments(name: str) -> None:
    assert "/*" not in sheet(name)


@pytest.mark.parametrize("name", drawn_templates())
def test_every_block_that_ships_is_documented_and_can_be_changed_alone(name: str) -> None:
    if name == "email.html.j2":
        return
    blocks = re.findall(r"{%-? block (\w+)", (shipped("templates") / name).read_text("utf-8"))
    readme = (shipped("templates") / "README.md").read_text("utf-8")
    row = next(line for line in readme.splitlines() if f"| `{name}` | `" in line)

    assert blocks
    assert [block for block in blocks if f"`{block}`" not in row] == []


def test_one_block_of_a_section_is_changed_and_the_others_stay(tmp_path: Path) -> None:
    (tmp_path / "sections").mkdir()
    (tmp_path / "sections" / "event_table.html.j2").write_text(
        '{% extends "shipped/sections/event_table.html.j2" %}\n{% block intro %}<p>OURS</p>{% endblock %}'
    )
    theme = load_look(Look(template=str(tmp_path))).theme
    (made,) = renderings(specimen(theme), theme, ("html",))

    assert isinstance(made, Rendering)
    text = made.content.decode()
    assert "OURS" in text
    assert 'data-table="events"' in text
