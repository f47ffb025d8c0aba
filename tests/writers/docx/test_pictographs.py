"""Pictographs that need no font of the reader's."""

from io import BytesIO

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from lxml import etree
from msgspec.structs import replace

from inspect_docx import Draw, Run, WordFile
from pmexport.model.prose import Note, Para, Str
from pmexport.model.report import Narrative, Report
from pmexport.model.terms import Audience
from pmexport.theme.theme import Theme
from pmexport.writers.docx import write

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FONT = "word/fonts/font1.odttf"


def _families(word: WordFile, part: str = "word/document.xml") -> dict[str, str]:
    """Return the families that runs name themselves, by their text."""
    named = {}
    for run in word.xml[part].iter(_W + "r"):
        fonts = run.find(f"{_W}rPr/{_W}rFonts")
        if fonts is not None and fonts.get(_W + "ascii"):
            named["".join(text.text or "" for text in run.iter(_W + "t"))] = str(fonts.get(_W + "ascii"))
    return named


def test_a_pictograph_is_set_in_the_themes_face_and_its_words_are_not(say: Draw) -> None:
    word = say(Para((Str("✅ Data kept \N{CONSTRUCTION SIGN}"),)))

    assert _families(word) == {"✅": "Noto Emoji", "\N{CONSTRUCTION SIGN}": "Noto Emoji"}
    assert word.paragraph("✅").text == "✅ Data kept \N{CONSTRUCTION SIGN}"


def test_words_keep_their_look_beside_one(say: Draw) -> None:
    runs = say(Para((Str("Kept ✅ whole"),))).paragraph("Kept").runs

    assert runs == tuple(
        Run(text=text, style="", bold=False, italic=False, struck=False) for text in ("Kept ", "✅", " whole")
    )


def test_the_face_travels_with_the_document_and_holds_nothing_else(say: Draw) -> None:
    word = say(Para((Str("✅ ❌"),)))
    entry = next(one for one in word.xml["word/fontTable.xml"] if one.get(_W + "name") == "Noto Emoji")
    key = str(entry[-1].get(_W + "fontKey"))
    turn = bytes.fromhex(key.strip("{}").replace("-", ""))[::-1]
    content = bytes(byte ^ turn[at % 16] if at < 32 else byte for at, byte in enumerate(word.parts[_FONT]))

    with TTFont(BytesIO(content)) as font:
        assert set(font.getBestCmap()) == {ord("✅"), ord("❌")}
    assert word.xml["word/settings.xml"].find(_W + "embedTrueTypeFonts") is not None


def test_the_same_text_brings_the_same_bytes(report: Report, theme: Theme) -> None:
    section = Narrative(anchor="a", heading="", blocks=(Para((Str("✅ kept"),)),))
    first, second = (write(replace(report, sections=(section,)), theme).content for _ in range(2))

    assert first == second


def test_a_note_has_its_own_as_well(say: Draw) -> None:
    word = say(Para((Str("Kept"), Note((Para((Str("✅ checked"),)),)))))

    assert _families(word, "word/footnotes.xml") == {"✅": "Noto Emoji"}


def test_a_text_without_any_brings_no_font(word: WordFile) -> None:
    assert _FONT not in word.names


def test_our_own_marks_keep_the_face_that_word_has_for_them(word: WordFile) -> None:
    assert "Noto Emoji" not in etree.tostring(word.body, encoding="unicode")


@pytest.mark.parametrize("families", ["", "Noto Emoji"])
def test_neither_a_customer_nor_a_theme_without_the_face_gets_one(report: Report, theme: Theme, families: str) -> None:
    section = Narrative(anchor="a", heading="", blocks=(Para((Str("✅ kept"),)),))
    audience = Audience.CUSTOMER if families else Audience.FULL
    plain = replace(theme, type=replace(theme.type, emoji=families))
    word = WordFile(write(replace(report, sections=(section,), audience=audience), plain).content)

    assert _FONT not in word.names
