"""The theme's colours and fonts in the document's own theme."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from msgspec.structs import replace

from inspect_docx import WordFile, findings
from pmexport.model.report import Report
from pmexport.theme.load import load_theme
from pmexport.theme.theme import Colour, Theme
from pmexport.writers.docx import write
from pmexport.writers.docx.slots import REFERENCES, plain, resolved, slots

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROLES = ("majorFont", "minorFont")
_BORDERS = ("top", "left", "bottom", "right", "insideH", "insideV", "bdr", "start", "end")


def test_the_palette_fills_the_twelve_slots(word: WordFile, theme: Theme) -> None:
    scheme = word.xml["word/theme/theme1.xml"].find(f".//{_A}clrScheme")
    assert scheme is not None

    filled = {str(slot.tag).removeprefix(_A): str(slot[0].get("val")) for slot in scheme}

    assert filled == {slot: plain(colour) for slot, colour in slots(theme.light).items()}


def test_the_families_are_the_themes(report: Report, theme: Theme) -> None:
    families = replace(theme.type, word_text="Tarn Sans", word_display="Tarn Serif", word_mono="Tarn Mono")
    word = WordFile(write(report, replace(theme, type=families)).content)
    scheme = word.xml["word/theme/theme1.xml"]
    named = {role: [e.get("typeface") for e in scheme.iterfind(f".//{_A}{role}/{_A}latin")] for role in _ROLES}

    assert named == {"majorFont": ["Tarn Serif"], "minorFont": ["Tarn Sans"]}
    assert b"Tarn Mono" in word.parts["word/styles.xml"]
    assert b"JetBrains" not in word.parts["word/styles.xml"]


def test_styles_name_no_family_for_text(word: WordFile) -> None:
    normal = next(e for e in word.xml["word/styles.xml"] if e.get(_W + "styleId") == "Normal")
    fonts = normal.find(f"{_W}rPr/{_W}rFonts")

    assert fonts is not None
    assert fonts.get(_W + "asciiTheme") == "minorHAnsi"
    assert fonts.get(_W + "ascii") is None


def test_a_theme_colour_has_its_value_beside_it(report: Report, theme: Theme) -> None:
    branded = replace(theme, light=replace(theme.light, soft=Colour(1, 2, 3)))
    word = WordFile(write(report, branded).content)
    soft = [e for e in word.xml["word/styles.xml"].iter(_W + "color") if e.get(_W + "themeColor") == "text2"]

    assert {str(e.get(_W + "val")) for e in soft} == {"010203"}


def test_the_language_is_the_reports(report: Report, theme: Theme) -> None:
    word = WordFile(write(replace(report, language="de-DE"), theme).content)

    assert b'<w:lang w:val="de-DE"' in word.parts["word/styles.xml"]
    assert b'<w:themeFontLang w:val="de-DE"' in word.parts["word/settings.xml"]


def _colours(word: WordFile) -> list[tuple[str, str, etree._Element]]:
    """Return every colour of the document that is not automatic: where it stands, its value, its element."""
    attributes = (("color", "val"), ("shd", "fill"), *((side, "color") for side in _BORDERS))
    return [
        (part, str(element.get(_W + name)), element)
        for part, root in word.xml.items()
        if part.startswith("word/")
        for tag, name in attributes
        for element in root.iter(_W + tag)
        if element.get(_W + name) not in {None, "auto"}
    ]


def test_every_colour_is_one_of_the_themes(word: WordFile) -> None:
    plain_ones = [
        (part, value)
        for part, value, element in _colours(word)
        if element.get(_W + "themeColor") is None and element.get(_W + "themeFill") is None
    ]

    assert plain_ones == []


@pytest.mark.parametrize("name", ["default", "northwind", "mono"])
def test_what_other_programs_read_is_what_word_computes(report: Report, name: str) -> None:
    """Exchange the theme and every colour changes with it: each is a reference, its value only repeats it."""
    branded = load_theme(name).theme
    colours = {REFERENCES.get(slot, slot): colour for slot, colour in slots(branded.light).items()}
    for part, value, element in _colours(WordFile(write(report, branded).content)):
        prefix = "themeFill" if element.get(_W + "themeFill") is not None else "theme"
        slot = str(element.get(_W + ("themeFill" if prefix == "themeFill" else "themeColor")))
        tint, shade = (element.get(f"{_W}{prefix}{kind}") for kind in ("Tint", "Shade"))

        assert (part, value) == (part, plain(resolved(slot, colours, tint=tint, shade=shade)))


def test_text_has_no_font_but_the_themes(word: WordFile) -> None:
    """Code and marks alone name families: a Word theme has no place for those."""
    named = {
        str(fonts.get(_W + "ascii"))
        for part, root in word.xml.items()
        if part.startswith("word/")
        for fonts in root.iter(_W + "rFonts")
        if fonts.get(_W + "asciiTheme") is None
    }

    assert named <= {"Consolas", "Segoe UI Symbol", "Symbol", "Courier New"}


def test_japanese_is_named_where_word_looks_for_it(report: Report, theme: Theme) -> None:
    word = WordFile(write(replace(report, language="ja", sections=()), theme).content)

    assert b'w:eastAsia="ja-JP"' in word.parts["word/styles.xml"]


def test_latin_words_within_japanese_are_not_broken_as_japanese_is(report: Report, theme: Theme) -> None:
    word = WordFile(write(replace(report, language="ja", sections=()), theme).content)

    assert b'<w:lang w:val="en-US" w:eastAsia="ja-JP"' in word.parts["word/styles.xml"]


def test_hebrew_is_named_where_word_looks_for_it(report: Report, theme: Theme) -> None:
    word = WordFile(write(replace(report, language="he", sections=()), theme).content)

    assert b'w:bidi="he-IL"' in word.parts["word/styles.xml"]


def test_every_script_has_a_face_without_serifs(word: WordFile) -> None:
    fonts = word.parts["word/theme/theme1.xml"].decode()

    assert fonts.count('<a:font script="Hans" typeface="Microsoft YaHei"/>') == 2


def test_a_page_that_is_not_white_has_its_colour_on_the_screen_too(report: Report, tmp_path: Path) -> None:
    plain_theme = load_theme("default").theme
    tinted = replace(plain_theme, light=replace(plain_theme.light, ground=Colour(251, 249, 244)))
    content = write(report, tinted).content
    word = ZipFile(BytesIO(content))

    assert b'<w:background w:color="FBF9F4" w:themeColor="background1"/>' in word.read("word/document.xml")
    assert b"<w:displayBackgroundShape/>" in word.read("word/settings.xml")
    assert findings(content, tmp_path) == []


def test_a_white_page_says_nothing_of_it(report: Report) -> None:
    word = ZipFile(BytesIO(write(report, load_theme("default").theme).content))

    assert b"w:background " not in word.read("word/document.xml")
