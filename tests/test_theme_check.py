"""A theme looked over: each planted fault is found with file and line, and with what to write instead."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from pmexport.shipped import shipped
from pmexport.theme_check import look_over

FONTS = shipped("themes") / "default" / "fonts"
NORTHWIND = shipped("themes") / "northwind" / "reference.docx"
PICTURE = Path(__file__).parents[1] / "samples" / "pictures" / "log-volume.png"
LOGO = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>\n<path d='M0 0h9v9z'/>\n{}</svg>"
OURS = "defaults:\n  pmexport:\n"
FACES = "typography:\n  fonts:\n    - family: Acme\n      source: file\n      files:\n"
Files = Mapping[str, str | bytes]

# What is planted: the brand file, further files, and place, code and words of what must be found.
FAULTS: dict[str, tuple[str, Files, str, str, str]] = {
    "a pair of colours too close": (
        "color:\n  foreground: '#9aa4b2'\n", {}, "_brand.yml:2", "theme-contrast", "reaches 4.5:1",
    ),
    "a badge that cannot be read": (
        OURS + "    severity:\n      '0': {ink: red, ground: red, edge: red}\n", {},
        "_brand.yml:4", "theme-contrast", "severity 0",
    ),
    "a word that is no colour": (
        "color:\n  primary: bleu\n", {}, "_brand.yml:2", "theme-value", "write a colour such as #1a4f8b",
    ),
    "a family without files": (
        "typography:\n  base: Jura\n", {}, "_brand.yml:2", "theme-missing-face", "Inter stands in",
    ),
    "a cut that is missing": (
        FACES + "        - {path: inter.ttf, weight: 400}\n  base: Acme\n", {"inter.ttf": b"Inter-400.ttf"},
        "_brand.yml:7", "theme-missing-face", "Acme 600 is missing",
    ),
    "a glyph that is missing": (
        FACES + "        - {path: emoji.ttf, weight: 700}\n  headings: Acme\n", {"emoji.ttf": b"NotoEmoji-400.ttf"},
        "_brand.yml:7", "theme-missing-glyph", "Acme lacks",
    ),
    "a file that is no font": (
        FACES + "        - {path: broken.ttf, weight: 400}\n", {"broken.ttf": "no font"},
        "_brand.yml:6", "theme-font", "cannot be read as a font",
    ),
    "an unknown key": (
        OURS + "    severty: {}\n", {}, "_brand.yml:3", "theme-unknown-key", "write severity",
    ),
    "an unknown key deep down": (
        OURS + "    severity:\n      '0': {shap: ring}\n", {}, "_brand.yml:4", "theme-unknown-key", "write shape",
    ),
    "a list where a text belongs": (
        OURS + "    legal: [one, two]\n", {}, "_brand.yml:3", "theme-value", "write one line of text",
    ),
    "a number out of its bounds": (
        OURS + "    page:\n      margin: {top: 300}\n", {}, "_brand.yml:4", "theme-value", "from 5 to 60 (mm)",
    ),
    "a placeholder that does not exist": (
        OURS + "    page:\n      footer: {left: '{author}'}\n", {}, "_brand.yml:4", "theme-value", "in braces",
    ),
    "a circle in extends": (
        OURS + "    extends: acme\n", {}, "_brand.yml:3", "theme-value", "a theme cannot extend itself",
    ),
    "a theme to extend that is not there": (
        OURS + "    extends: nothwind\n", {}, "_brand.yml:3", "theme-value", "name a theme beside this one",
    ),
    "a path out of the folder": (
        "logo: ../../secret.svg\n", {}, "_brand.yml:1", "theme-value", "name a file within the theme's folder",
    ),
    "a script in the logo": (
        "logo: sign.svg\n", {"sign.svg": LOGO.format("<script>alert(1)</script>")},
        "sign.svg:3", "theme-value", "'<script' may not stand in a logo",
    ),
    "a logo without words": (
        "logo: sign.svg\n", {"sign.svg": LOGO.format("")}, "_brand.yml:1", "theme-logo-alt", "has no words",
    ),
    "a logo that goes under in the dark": (
        "meta: {name: Acme}\nlogo: {medium: sign.svg}\n", {"sign.svg": LOGO.format("")}, "_brand.yml:2",
        "theme-logo-contrast", "dark: the logo cannot be seen on #0f141b",
    ),
    "a logo that goes under on paper": (
        "meta: {name: Acme}\nlogo: {light: sign.svg, dark: sign.svg}\n",
        {"sign.svg": LOGO.format("").replace("<path", "<path fill='#fff'")},
        "_brand.yml:2", "theme-logo-contrast", "light: the logo cannot be seen on #ffffff",
    ),
    "a style sheet that fetches": (
        "meta: {name: Acme}\n", {"theme.css": "h1 {}\np { background: url(https://e.example/a.png) }"},
        "theme.css:2", "theme-style-sheet", "may not stand in a style sheet",
    ),
    "a family of the machine in the style sheet": (
        "meta: {name: Acme}\n", {"theme.css": "h1 {}\nh2 { font-family: 'Comic Sans MS' }"},
        "theme.css:2", "theme-missing-face", "Comic Sans MS is no family of this theme",
    ),
    "a key twice": (
        "color:\n  primary: navy\n  primary: teal\n", {}, "_brand.yml:3", "theme-value", "a second time",
    ),
    "a name that a template cannot have": (
        "meta: {name: Acme}\n", {"templates/sections/masthead.html.j2": "<h1>\n{{ sectoin.heading }}</h1>"},
        "acme/templates/sections/masthead.html.j2:2", "theme-template", "'sectoin' is undefined",
    ),
    "a block that does not exist": (
        "meta: {name: Acme}\n",
        {"templates/report.html.j2": "{% extends 'shipped/report.html.j2' %}\n{% block closng %}x{% endblock %}"},
        "acme/templates/report.html.j2:2", "theme-template", "write closing",
    ),
    "a field that a template cannot have": (
        "meta: {name: Acme}\n", {"templates/sections/masthead.html.j2": "<h1>\n{{ section.headng }}</h1>"},
        "sections/masthead.html.j2:2", "theme-drawing", "has no attribute 'headng'",
    ),
    "a template that is none": (
        "meta: {name: Acme}\n", {"templates/report.html.j2": "{% if %}"}, "report.html.j2:1", "theme-template", "",
    ),
    "a template that nothing draws": (
        "meta: {name: Acme}\n", {"templates/sections/mastheed.html.j2": "x"},
        "acme/templates/sections/mastheed.html.j2:1", "theme-template", "call it sections/masthead.html.j2",
    ),
    "a script in a template": (
        "meta: {name: Acme}\n", {"templates/sections/masthead.html.j2": "<p>\n<script>alert(1)</script>"},
        "sections/masthead.html.j2:2", "theme-drawing", "a script of its own may not stand in a page",
    ),
    "a scheme that nobody knows": (
        OURS + "    severity: {scheme: sev0-5}\n", {}, "_brand.yml:3", "theme-value", "write one of p0-p4, sev0-sev5",
    ),
    "a shape that nobody knows": (
        OURS + "    action:\n      done: {shape: star}\n", {}, "_brand.yml:4", "theme-value", "write one of none, ring",
    ),
    "a label that nobody knows": (
        OURS + "    labels:\n      root_couse: Factors\n", {}, "_brand.yml:4", "theme-label", "write root_cause",
    ),
    "a label with a blank that is not filled": (
        OURS + "    labels:\n      progress: '{ready} of {total}'\n", {}, "_brand.yml:4", "theme-label", "in braces",
    ),
    "a Word style that nobody knows": (
        OURS + "    docx:\n      styles: {Heding 1: Acme}\n", {}, "_brand.yml:4", "theme-word-style", "write heading 1",
    ),
    "a template of Word that is none": (
        OURS + "    legal: Acme\n    docx:\n      fonts: {text: Arial}\n", {"reference.docx": "no document"},
        "_brand.yml:4", "theme-reference", "reference.docx is not a Word document",
    ),
    "a template's style that it does not have": (
        OURS + "    docx:\n      styles: {Title: Acme Headline}\n", {"reference.docx": NORTHWIND.read_bytes()},
        "_brand.yml:4", "theme-word-style", "reference.docx has no style 'Acme Headline'",
    ),
    "a style that stands in without a template": (
        OURS + "    docx:\n      styles: {Title: Acme Headline}\n", {}, "_brand.yml:4", "theme-word-style",
        "there is no reference.docx",
    ),
    "a brace too many": (
        "meta: {name: Acme}\n", {"theme.css": "h1 {}\n}"}, "theme.css:2", "theme-style-sheet", "closes nothing",
    ),
    "a variable that no page has": (
        "meta: {name: Acme}\n", {"theme.css": "h1 {}\nb { color: var(--pm-lnk) }"},
        "theme.css:2", "theme-style-sheet", "write --pm-link",
    ),
    "a broken font for the screen": (
        FACES + "        - {path: a.ttf}\n        - {path: a.woff2}\n",
        {"a.ttf": b"Inter-400.ttf", "a.woff2": "no font"}, "_brand.yml:7", "theme-font", "no WOFF2 font",
    ),
    "half of a font": (
        FACES + "        - {path: a.ttf}\n", {"a.ttf": (FONTS / "Inter-400.ttf").read_bytes()[:200_000]},
        "_brand.yml:6", "theme-font", "cannot be read as a font",
    ),
    "half of a picture": (
        "meta: {name: Acme}\nlogo: sign.png\n", {"sign.png": PICTURE.read_bytes()[:900]},
        "_brand.yml:2", "theme-value", "a PNG that is damaged",
    ),
    "a status that nobody knows": (
        OURS + "    action:\n      doen: {shape: ring}\n", {}, "_brand.yml:4", "theme-unknown-key", "write done",
    ),
    "a level that does not exist": (
        OURS + "    severity:\n      '6': red\n", {}, "_brand.yml:4", "theme-unknown-key", "known here are 0, 1",
    ),
    "letters of another encoding": (
        "", {"_brand.yml": b"# Acme\nmeta: {name: Caf\xe9}\n"}, "_brand.yml:2", "theme-value", "save it as UTF-8",
    ),
    "an anchor that could be a bomb": (
        "meta: {name: Acme}\ncolor: &a {primary: navy}\n", {}, "_brand.yml:2", "theme-value", "is not allowed here",
    ),
    "an unknown key of a font": (
        "typography:\n  fonts:\n    - family: Jura\n      sorce: google\n", {},
        "_brand.yml:4", "theme-unknown-key", "write source",
    ),
    "an unknown key of a font's file": (
        FACES + "        - {path: inter.ttf, wieght: 400}\n", {"inter.ttf": b"Inter-400.ttf"},
        "_brand.yml:6", "theme-unknown-key", "write weight",
    ),
    "a source that is none": (
        "typography:\n  fonts:\n    - family: Jura\n      source: fille\n      files: [a.ttf]\n", {},
        "_brand.yml:4", "theme-value", "write one of file, google, bunny, system",
    ),
    "one family where a list belongs": (
        "typography:\n  fonts: Jura\n", {}, "_brand.yml:2", "theme-value", "write a list",
    ),
    "keys where a colour belongs": (
        "color:\n  light:\n    primary: navy\n", {}, "_brand.yml:3", "theme-unknown-key", "a single value stands here",
    ),
    "a side of a colour that is none": (
        "color:\n  primary: {light: navy, drak: white}\n", {}, "_brand.yml:2", "theme-unknown-key", "write dark",
    ),
    "a plural form of what has none": (
        OURS + "    labels:\n      root_cause: {one: Cause, other: Causes}\n", {},
        "_brand.yml:4", "theme-label", "write its words alone",
    ),
    "a blank that a counted word has not": (
        OURS + "    labels:\n      authors: {one: Writer,\n        other: '{number} writers'}\n", {},
        "_brand.yml:5", "theme-label", "in braces write one of count",
    ),
}  # fmt: skip


@pytest.fixture
def planted(tmp_path: Path) -> Callable[[str, Files], Path]:
    """Return a function that writes the theme ``acme``; bytes that end so name a font of the default theme."""

    def write(brand: str, files: Files) -> Path:
        folder = tmp_path / "acme"
        folder.mkdir()
        (folder / "_brand.yml").write_text(brand, encoding="utf-8")
        for name, content in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            if isinstance(content, bytes) and not content.endswith(b".ttf"):
                (folder / name).write_bytes(content)
            elif isinstance(content, bytes):
                shutil.copy(FONTS / content.decode(), folder / name)
            else:
                (folder / name).write_text(content, encoding="utf-8")
        return folder

    return write


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_found_with_its_place(planted: Callable[[str, Files], Path], fault: str) -> None:
    brand, files, place, code, words = FAULTS[fault]
    found = look_over(str(planted(brand, files))).found
    told = [(one.code, f"{one.message}; {one.hint}") for one in found if one.place.endswith(place)]

    assert [one for one in told if one[0] == code and words in one[1]], found


def test_all_faults_of_a_file_are_told_at_once(planted: Callable[[str, Files], Path]) -> None:
    brand = (
        "color:\n  primary: bleu\n  danger: rde\ndefaults:\n  pmexport:\n    page:\n      size: A3\n    legal: [a]\n"
    )
    lines = [one.place.rpartition(":")[2] for one in look_over(str(planted(brand, {}))).found]

    assert sorted(lines) == ["2", "3", "7", "8"]


@pytest.mark.parametrize("name", ["default", "northwind", "mono"])
def test_a_shipped_theme_has_nothing_to_be_told(name: str) -> None:
    assert look_over(name).found == ()
