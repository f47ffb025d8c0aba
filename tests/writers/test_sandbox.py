"""Somebody else's templates: they see the report, and nothing of the machine."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from markupsafe import Markup

from pmexport.errors import ThemeError
from pmexport.theme.load import load_theme
from pmexport.writers.sandbox import Sandbox

NAMES: Mapping[str, object] = {
    "theme": load_theme("northwind").theme,
    "prose": "a".join,
    "words": "words",
    "picture": b"bytes",
}


@pytest.fixture
def refused(tmp_path: Path) -> Callable[[str], str]:
    """Return a function that says why a template of this text is not drawn."""

    def why(text: str) -> str:
        (tmp_path / "own").mkdir(exist_ok=True)
        (tmp_path / "own" / "a.html.j2").write_text(text, encoding="utf-8")
        with pytest.raises(ThemeError) as caught:
            Sandbox((tmp_path / "own",)).draw("a.html.j2", NAMES)
        return str(caught.value)

    return why


@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ words.__init__.__globals__ }}",
        "{{ prose.__self__ }}",
        "{{ prose.__func__.__code__ }}",
        "{{ theme.templates }}",
        "{{ theme.reference_docx }}",
        "{{ theme.type.faces[0].ttf }}",
        "{{ theme.logo.content }}",
        "{{ theme }}",
        "{{ theme.type.faces }}",
        "{{ theme.type.faces|join }}",
        "{{ theme ~ '' }}",
        "{{ theme|string }}",
        "{{ prose }}",
        "{{ theme.customer.banned }}",
        "{{ theme.light.badges.clear() }}",
        "{{ [words].append(1) }}",
        "{{ [words]|map(attribute='nothing')|list }}",
        "{{ (words|attr('__class__')) }}",
        "{{ words['__class__'] }}",
        "{{ picture.hex() }}",
        "{{ '%999999999d'|format(1) }}",
        "{{ 'a'.zfill(999999999) }}",
        "{{ 'a' * 999999999 }}",
        "{{ 9 ** 99999 }}",
        "{{ '{0.__class__}'.format(words) }}",
        "{{ range(999999999)|list }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ lipsum() }}",
        "{{ self._TemplateReference__context }}",
        "{{ words|safe }}",
        "{% autoescape false %}{{ words }}{% endautoescape %}",
        "{% include '../secret.html.j2' %}",
        "{% include '/etc/passwd' %}",
        "{% include 'base.css' %}",
        "{% import 'a.html.j2' as a %}{{ a.__loader__ }}",
        "{% include 'a.html.j2' %}",
        "{{ 1 / 0 }}",
        "{% for %}",
    ],
)
def test_a_template_cannot_reach_out_of_its_report(refused: Callable[[str], str], text: str) -> None:
    found = refused(text)

    assert found.startswith(("own/a.html.j2", "a.html.j2"))
    assert "root:" not in found


def test_words_joined_are_escaped_and_a_sign_of_ours_is_not(tmp_path: Path) -> None:
    (tmp_path / "a.html.j2").write_text("{{ words ~ mark }}")
    names = {"words": "<b>", "mark": Markup("<i>")}

    assert Sandbox((tmp_path,)).draw("a.html.j2", names) == "&lt;b&gt;<i>"


def test_what_was_drawn_is_traced_to_the_line_that_wrote_it(tmp_path: Path) -> None:
    (tmp_path / "b.html.j2").write_text("{% macro b() %}\none\n<b>\n{% endmacro %}")
    (tmp_path / "a.html.j2").write_text(
        "{% from 'b.html.j2' import b %}\n<p>\n{{ b() }}\n{% for i in words %}\n<i>\n{% endfor %}"
    )

    drawing = Sandbox((tmp_path,)).places("a.html.j2", NAMES)

    name = tmp_path.name
    assert drawing.place(drawing.text.index("<b>")) == f"{name}/b.html.j2:3"
    assert drawing.place(drawing.text.index("<i>")) == f"{name}/a.html.j2:5"
    assert "\0" not in drawing.text


def test_a_template_that_is_a_link_out_of_its_folder_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret.html.j2").write_text("secret")
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "a.html.j2").symlink_to(tmp_path / "secret.html.j2")

    with pytest.raises(ThemeError, match=r"own/a\.html\.j2: leads outside the theme's folder"):
        Sandbox((tmp_path / "own",)).draw("a.html.j2", {})


def test_an_override_may_extend_what_it_takes_the_place_of_block_by_block(tmp_path: Path) -> None:
    (tmp_path / "sections").mkdir()
    (tmp_path / "sections" / "masthead.html.j2").write_text(
        "{% extends 'shipped/sections/masthead.html.j2' %}"
        "{% block title %}<h1>{{ section.heading }}!</h1>{% endblock %}"
    )
    section = {"kicker": "", "heading": "Outage", "badges": (), "facts": ()}
    page = Sandbox((tmp_path,)).draw("sections/masthead.html.j2", {"section": section})

    assert "<h1>Outage!</h1>" in page


def test_the_text_of_a_template_alone_tells_names_that_do_not_exist(tmp_path: Path) -> None:
    (tmp_path / "a.html.j2").write_text("{% for row in rows %}{{ row.x }}{% endfor %}\n{{ section }}\n{{ sectoin }}")
    found = Sandbox((tmp_path,)).faults("a.html.j2", frozenset({"section", "rows"}))

    assert [str(one) for one in found] == [
        f"{tmp_path.name}/a.html.j2:3: 'sectoin' is undefined; templates/README.md lists the names"
    ]
