from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from pmexport.errors import ThemeError
from pmexport.shipped import shipped
from pmexport.theme.brand import Overlay, read_brand, themes
from pmexport.theme.load import Look, load_look, load_theme
from pmexport.theme.theme import Colour

Written = Callable[..., Path]


def refused(folder: Path) -> str:
    with pytest.raises(ThemeError) as caught:
        load_theme(folder)
    return str(caught.value).replace(folder.as_posix(), "acme")


@pytest.mark.parametrize("name", themes())
def test_a_shipped_theme_loads_without_a_word(name: str) -> None:
    """Every text reaches 4.5:1 and every mark that carries meaning 3:1, light and dark; no key is unknown."""
    assert load_theme(name).diagnostics == ()


def test_the_shipped_themes_are_these_three() -> None:
    assert themes() == ("default", "mono", "northwind")


def test_the_default_theme_has_the_type_scale_of_the_page() -> None:
    sizes = load_theme().theme.type.sizes

    assert list(sizes.values()) == [25.0, 15.5, 13.5, 10.6, 9.6, 8.9, 8.0]


def test_the_default_theme_loads_in_a_blink() -> None:
    load_theme()
    fastest = min(_timed() for _ in range(5))

    assert fastest < 0.025, "the aim is 0.01 s; the rest is for a busy machine"


def _timed() -> float:
    start = time.process_time()
    load_theme()
    return time.process_time() - start


def test_a_theme_states_differences_from_the_default_only(written: Written) -> None:
    theme = load_theme(written('meta: {name: Acme}\ncolor: {primary: "#006644"}\n')).theme

    assert ("Acme", Colour(0, 0x66, 0x44)) == (theme.company, theme.light.brand)
    assert theme.light.ink == load_theme().theme.light.ink


def test_a_lone_colour_becomes_readable_in_the_dark(written: Written) -> None:
    dark = load_theme(written('color: {primary: "#006644"}\n')).theme.dark

    assert dark.brand != Colour(0, 0x66, 0x44)
    assert load_theme(written('color: {primary: "#006644"}\n')).diagnostics == ()


def test_a_lone_background_is_for_light_alone(written: Written) -> None:
    theme = load_theme(written('color: {background: "#fffdf7"}\n')).theme

    assert (Colour(255, 253, 247), load_theme().theme.dark.ground) == (theme.light.ground, theme.dark.ground)


def test_a_pair_gives_each_side_its_colour(written: Written) -> None:
    theme = load_theme(written("color: {primary: {light: black, dark: white}}\n")).theme

    assert (theme.light.brand.hex, theme.dark.brand.hex) == ("#000000", "#ffffff")


def test_palette_names_stand_for_their_colours(written: Written) -> None:
    brand = 'color: {palette: {moss: "#2f5d34", accent: moss}, primary: accent}\n'

    assert load_theme(written(brand)).theme.light.brand.hex == "#2f5d34"


def test_another_danger_recolours_what_is_built_on_it(written: Written) -> None:
    theme = load_theme(written('color: {danger: "#990055"}\n')).theme

    assert theme.light.badges["action", "blocked"].ink.hex == "#990055"  # type: ignore[index]  # a StrEnum is its text


def test_names_that_run_in_a_circle_are_refused(written: Written) -> None:
    found = refused(written("color: {palette: {one: two, two: one}, primary: one}\n"))

    assert "acme/_brand.yml:1: " in found


def test_an_unknown_key_is_a_warning_with_the_nearest_one(written: Written) -> None:
    (found,) = load_theme(written("color:\n  primry: navy\n")).diagnostics

    assert (found.code, found.line, found.hint) == ("theme-unknown-key", 2, "write primary")


def test_keys_of_other_tools_are_left_in_peace(written: Written) -> None:
    brand = """
meta: {name: Acme, link: {home: "https://acme.example"}}
color: {palette: {sand: "#eee"}, light: sand, dark: black}
typography: {base: {size: 11pt, line-height: 1.5}, link: {decoration: underline}}
defaults: {quarto: {format: html}, bootstrap: {defaults: {primary: red}}}
"""

    assert load_theme(written(brand)).diagnostics == ()


def test_two_colours_too_close_are_a_warning_with_one_that_passes(written: Written) -> None:
    found = load_theme(written('color: {primary: {light: "#9ab", dark: white}}\n')).diagnostics

    assert [(one.code, one.line, one.message.partition(":1: ")[2]) for one in found] == [
        ("theme-contrast", 1, "light: brand is #99aabb on #ffffff, 2.4:1")
    ]
    assert found[0].hint is not None
    assert "reaches 4.5:1" in found[0].hint


@pytest.mark.parametrize(
    ("brand", "expected"),
    [
        (
            "color:\n  primary: bleu\n",
            (
                "acme/_brand.yml:2: color.primary is 'bleu'; write a colour such as #1a4f8b, rgb(26 79 139), navy or a "
                "name from color.palette"
            ),
        ),
        (
            "defaults:\n  pmexport:\n    page: {margin: {top: wide}}\n",
            "acme/_brand.yml:3: defaults.pmexport.page.margin.top is 'wide'; write a number from 5 to 60 (mm)",
        ),
        (
            "defaults:\n  pmexport:\n    page: {size: A3}\n",
            "acme/_brand.yml:3: defaults.pmexport.page.size is 'A3'; write one of auto, A4, Letter",
        ),
        (
            "defaults:\n  pmexport:\n    type: {sizes: {note: 6}}\n",
            "acme/_brand.yml:3: defaults.pmexport.type.sizes.note is '6'; write a number from 7.5 to 60 (pt)",
        ),
        (
            'defaults:\n  pmexport:\n    page: {footer: {left: "{secret}"}}\n',
            (
                "acme/_brand.yml:3: defaults.pmexport.page.footer.left is '{secret}'; in braces write one of "
                "classification, company, id, kind, page, pages, title"
            ),
        ),
        ("color: [red]\n", "acme/_brand.yml:1: color is a list; write keys and values under it"),
        ("color: &a {primary: red}\n", "acme/_brand.yml:1: the anchor &a is not allowed here"),
        ("- red\n", "acme/_brand.yml:1: holds no keys; start with meta:, color: or typography:"),
    ],
)
def test_a_wrong_value_is_named_with_its_line_and_what_may_stand_there(
    written: Written, brand: str, expected: str
) -> None:
    assert refused(written(brand)) == expected


def test_a_theme_that_is_not_there_names_those_that_are() -> None:
    with pytest.raises(ThemeError) as caught:
        load_theme("nothwind")

    assert str(caught.value) == "no theme 'nothwind'; name a folder, or one of default, mono, northwind"


@pytest.mark.parametrize(
    "sheet",
    [
        "p { } </style><script>",
        "@import 'x.css';",
        "p { background: url(https://e.example/x) }",
        r"p::after { content: '\3c' }",
    ],
)
def test_a_style_sheet_that_reaches_out_of_its_place_is_refused(written: Written, sheet: str) -> None:
    assert "may not stand in a style sheet" in refused(written("meta: {name: Acme}\n", theme__css=f"h1 {{}}\n{sheet}"))


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        ("/* for Ann */h1 { margin: 0 }", "h1 { margin: 0 }"),
        (
            """q::before { content: "/*" } /* x */ b { content: '*/' }""",
            """q::before { content: "/*" }  b { content: '*/' }""",
        ),
        ("h1 { background: url(data:image/svg+xml,/*) }", "h1 { background: url(data:image/svg+xml,/*) }"),
        ("h1 { margin: 0 } /* without an end", "h1 { margin: 0 }"),
    ],
)
def test_what_designers_note_in_a_style_sheet_stays_there(written: Written, sheet: str, expected: str) -> None:
    assert load_theme(written("meta: {name: Acme}\n", theme__css=sheet)).theme.style_sheet == expected


def test_a_style_sheet_comes_after_that_of_the_theme_it_extends(written: Written, tmp_path: Path) -> None:
    written("meta: {name: Base}\n", theme__css="h1 { margin: 0 }\n")
    (tmp_path / "child").mkdir()
    (tmp_path / "child" / "_brand.yml").write_text("defaults: {pmexport: {extends: acme}}\n")
    (tmp_path / "child" / "theme.css").write_text("h2 { margin: 0 }\n")

    assert load_theme(tmp_path / "child").theme.style_sheet == "h1 { margin: 0 }\nh2 { margin: 0 }"


def test_the_readme_of_the_themes_names_every_key_of_the_default() -> None:
    told = (shipped("themes") / "README.md").read_text("utf-8")
    groups = read_brand("default").settings
    own = groups.get("defaults", "pmexport")
    assert own is not None
    keys = [*(groups.get("color") or own).items(), *own.items(), *(own.get("type", "sizes") or own).items()]

    assert [key for key in keys if key not in told] == []


def test_a_family_without_files_is_a_warning_and_the_theme_below_stands_in(written: Written) -> None:
    loaded = load_theme(written("typography:\n  fonts: [{family: Jura, source: google}]\n  base: Jura, sans-serif\n"))

    assert loaded.theme.type.text == "Inter"
    assert [(one.code, one.line, one.hint) for one in loaded.diagnostics] == [
        ("theme-missing-face", 3, "Inter stands in; give typography.fonts its files")
    ]


def test_of_several_families_the_first_that_has_files_is_used(written: Written) -> None:
    loaded = load_theme(written("typography: {headings: {family: \"'Noto Sans', 'JetBrains Mono', sans-serif\"}}\n"))

    assert loaded.theme.type.display == "JetBrains Mono"


def test_a_logo_on_the_network_is_not_fetched_but_told_of(written: Written) -> None:
    loaded = load_theme(written("meta: {name: Acme}\nlogo: https://acme.example/logo.svg\n"))

    assert loaded.theme.logo is None
    assert [(one.code, one.line) for one in loaded.diagnostics] == [("theme-logo", 2)]


def test_what_the_settings_change_is_laid_over_the_theme_and_named_by_its_place(written: Written) -> None:
    over = Overlay(content={"severity": {"colours": {"0": "purpel"}}}, shown="pmexport.toml", lines={"0": 7})

    with pytest.raises(ThemeError) as caught:
        load_theme(written("meta: {name: Acme}\n"), over)

    assert str(caught.value).startswith(
        "pmexport.toml:7: defaults.pmexport.severity.colours.0 is 'purpel'; write a colour"
    )


def test_what_a_brand_knows_of_customers_is_read(written: Written) -> None:
    brand = "defaults: {pmexport: {customer: {services: {pay-svc: Payments}, domains: a.example, banned: [Heron]}}}\n"
    wishes = load_theme(written(brand)).theme.customer

    assert (wishes.services, wishes.domains, wishes.banned) == ({"pay-svc": "Payments"}, ("a.example",), ("Heron",))


@pytest.mark.parametrize("name", ["theme.css", "_brand.yml", "reference.docx"])
def test_a_link_that_leads_out_of_the_theme_is_not_followed(written: Written, tmp_path: Path, name: str) -> None:
    (tmp_path / "secret").write_text("meta: {name: secret}\n")
    folder = written("meta: {name: Acme}\n")
    (folder / name).unlink(missing_ok=True)
    (folder / name).symlink_to(tmp_path / "secret")

    assert "leads outside the theme's folder" in refused(folder)


def test_a_look_adds_a_folder_of_templates_and_its_style_sheet(tmp_path: Path) -> None:
    (tmp_path / "report.html.j2").write_text("{% extends 'shipped/report.html.j2' %}")
    (tmp_path / "theme.css").write_text("h1 { color: teal }")
    theme = load_look(Look(theme="mono", template=str(tmp_path))).theme

    assert (theme.templates, theme.style_sheet) == ((tmp_path,), "h1 { color: teal }")


def test_a_look_without_templates_in_its_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ThemeError, match="holds no template"):
        load_look(Look(template=str(tmp_path)))


def test_a_folder_of_templates_that_is_a_link_is_not_followed(written: Written, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    folder = written("meta: {name: Acme}\n")
    (folder / "templates").symlink_to(tmp_path / "elsewhere")

    assert "templates: leads outside the theme's folder" in refused(folder)
