"""The theme's colours and fonts in the document's own theme."""

from msgspec.structs import replace

from inspect_docx import WordFile
from pmexport.model.report import Report
from pmexport.theme.theme import Colour, Theme
from pmexport.writers.docx import write
from pmexport.writers.docx.brand import plain, slots, tinted

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_the_palette_fills_the_twelve_slots(word: WordFile, theme: Theme) -> None:
    scheme = word.xml["word/theme/theme1.xml"].find(f".//{_A}clrScheme")
    assert scheme is not None

    filled = {str(slot.tag).removeprefix(_A): str(slot[0].get("val")) for slot in scheme}

    assert filled == {slot: plain(colour) for slot, colour in slots(theme.light).items()}


def test_the_families_are_the_themes(report: Report, theme: Theme) -> None:
    branded = replace(theme, type=replace(theme.type, word_text="Tarn Sans", word_mono="Tarn Mono"))
    word = WordFile(write(report, branded).content)

    assert {str(e.get("typeface")) for e in word.xml["word/theme/theme1.xml"].iter(_A + "latin")} == {"Tarn Sans"}
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


def test_a_tint_is_nearer_to_white() -> None:
    assert tinted(Colour(100, 100, 100), 0.2) == Colour(224, 224, 224)


def test_japanese_is_named_where_word_looks_for_it(report: Report, theme: Theme) -> None:
    word = WordFile(write(replace(report, language="ja", sections=()), theme).content)

    assert b'w:eastAsia="ja"' in word.parts["word/styles.xml"]
