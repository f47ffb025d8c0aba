"""Fonts of this machine for what a theme's fonts lack."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from pmexport.theme.load import load_theme
from pmexport.writers.docx.machine_fonts import fonts_with
from pmexport.writers.docx.raster import NO_OTHERS, painted

FACES = load_theme("default").theme.type.faces
_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20"><text x="2" y="15" font-family="Inter">{}</text></svg>'
)


def test_nothing_lacking_asks_nobody() -> None:
    assert fonts_with("") == NO_OTHERS


@pytest.mark.skipif(sys.platform != "linux", reason="who is asked elsewhere depends on the machine")
def test_a_character_of_nobody_is_told() -> None:
    assert fonts_with("\U000f1234").missing == "\U000f1234"


@pytest.mark.parametrize("words", ["日本", "שלום", "سلام"])
def test_what_is_found_draws_the_words_and_what_is_not_is_told(words: str) -> None:
    found = fonts_with(words)
    plain, helped = (painted(_SVG.format(words), 60, FACES, fonts) for fonts in (NO_OTHERS, found))

    assert found.missing or all(Path(file).is_file() for file in found.files)
    assert found.missing or not found.asked or plain != helped


def test_what_has_no_font_is_the_same_on_each_run() -> None:
    code = "from pmexport.writers.docx.machine_fonts import fonts_with; print(fonts_with('日本שלום').files)"
    told = {subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout for _ in range(2)}

    assert len(told) == 1
