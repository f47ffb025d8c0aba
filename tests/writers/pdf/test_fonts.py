"""Which fonts get into a PDF."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from inspect_pdf import fonts_of
from pmexport.theme.load import load_theme
from pmexport.theme.theme import Face
from pmexport.writers.pdf.engine import print_page
from pmexport.writers.pdf.faces import face_address

pytestmark = pytest.mark.skipif(shutil.which("pdffonts") is None, reason="pdffonts, of poppler-utils, is missing")

FACES = load_theme("default").theme.type.faces
PLAIN = next(face for face in FACES if (face.family, face.weight, face.italic) == ("Inter", 400, False))


def page(words: str, style: str = "", face: Face = PLAIN) -> str:
    declared = f"@font-face{{font-family:'Inter';src:url({face_address(face)})}}body{{font-family:Inter}}"
    return f'<html lang="en"><title>T</title><style>{declared}{style}</style><p>{words}'


def test_a_page_is_set_in_the_faces_that_it_declares_and_in_none_of_the_machine() -> None:
    printed = print_page(page("one", "p { font-family: 'DejaVu Sans', 'Liberation Sans', sans-serif }"), FACES)

    assert {name.partition("-")[0] for name, _ in fonts_of(printed.content)} == {"Inter"}


def test_a_font_of_the_machine_is_used_only_where_it_is_named() -> None:
    printed = print_page(page("the word 日本 here"), FACES)

    # Which font has it, if any, depends on the machine: told it is either way.
    assert printed.borrowed + printed.missing == "日本"
    assert bool(printed.borrowed) == bool(printed.fonts)
    assert "'" not in "".join(printed.fonts)


def test_a_theme_whose_fonts_are_gone_is_printed_all_the_same() -> None:
    gone = msgspec.structs.replace(PLAIN, ttf=Path("nowhere.ttf"))

    assert print_page('<html lang="en"><title>T</title><p>one', (gone,)).pages == 1


def test_a_machine_without_fonts_is_told_in_the_products_own_words_alone(tmp_path: Path) -> None:
    empty = tmp_path / "fonts.conf"
    empty.write_text('<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig></fontconfig>')
    source = tmp_path / "outage.md"
    source.write_text("# 障害\n\n## Summary\n\nThe word is 障害.\n", "utf-8")
    command: list[str | Path] = [sys.executable, "-m", "pmexport", source, "--pdf", "-o", tmp_path / "outage.pdf"]
    environment = {**os.environ, "FONTCONFIG_FILE": str(empty)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    assert "UserWarning" not in done.stderr
    assert done.stderr.count("(missing-glyph)") == 1
