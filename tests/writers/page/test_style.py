"""A theme as style sheets."""

import re

import pytest

from pmexport.theme.load import load_theme
from pmexport.writers.page.style import baked, colours, declared, faces_used, families, font_face, quoted, rules, sizes
from pmexport.writers.templates import sheet

THEME = load_theme("default").theme


def test_light_and_dark_name_the_same_colours() -> None:
    assert colours(THEME.light).keys() == colours(THEME.dark).keys()


def test_every_variable_that_the_shared_sheet_uses_is_declared() -> None:
    known = colours(THEME.light).keys() | sizes(THEME).keys() | families(THEME, fallback={}).keys()

    assert set(re.findall(r"var\(--([\w-]+)\)", sheet("base.css") + rules(THEME.light))) - known == set()


def test_body_text_is_one_rem() -> None:
    assert sizes(THEME)["pm-size-body"] == "1rem"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", ""), ("Card payments", '"Card payments"'), ('a"b\\c', '"a\\22 b\\5c c"'), ("a\nb", '"a\\a b"')],
)
def test_a_css_string_ends_where_it_should(text: str, expected: str) -> None:
    assert quoted(text) == expected


def test_baking_writes_each_value_in_and_leaves_what_it_does_not_know() -> None:
    assert baked("a{b:var(--x);c:var(--y)}", {"x": "1px"}) == "a{b:1px;c:var(--y)}"


def test_variables_are_declared_with_their_dashes() -> None:
    assert declared({"a": "1", "b": "2"}) == "--a:1;--b:2;"


def test_a_page_without_code_and_slanted_words_carries_no_face_for_them() -> None:
    plain = list(faces_used(THEME, "<p>a</p>"))

    assert {(face.family, face.weight, face.italic) for face in plain} == {
        ("Inter", 400, False),
        ("Inter", 600, False),
        ("Inter Display", 700, False),
    }
    assert {face.family for face in faces_used(THEME, "<code>a</code> ✅")} >= {"JetBrains Mono", "Noto Emoji"}


def test_the_face_of_pictographs_takes_no_digits() -> None:
    [face] = [face for face in THEME.type.faces if face.family == THEME.type.emoji]

    assert "unicode-range:" in font_face(face, "url(x)", emoji=THEME.type.emoji)
