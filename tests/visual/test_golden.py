"""The samples' pages beside pictures of how they are meant to look.

Both are blurred before they are compared, since no two versions of a renderer set the same pixels. After a change of
looks that is meant, PMEXPORT_GOLDEN=write draws the pictures anew: look at them before you commit them.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

from pmexport import ReadOptions, convert

_SAMPLES = sorted(path for path in (Path(__file__).parents[2] / "samples").glob("*.md") if path.name != "README.md")
_PICTURES = Path(__file__).parent / "golden"
_DOTS = 48
_PAGES = 2
_BLUR = 1.6
# Parts of 255: a page as a whole, and each square of it that holds about a word.
_WHOLE, _SQUARE, _SIDE = 1.5, 26.0, 16

pytestmark = pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="pdftoppm, of poppler-utils, is missing")


def drawn(sample: Path, folder: Path) -> list[Image.Image]:
    """Return the first pages of `sample` in grey."""
    content = convert(sample.read_bytes(), "pdf", ReadOptions(name=sample.name, folder=sample.parent)).content
    command = ["pdftoppm", "-r", str(_DOTS), "-l", str(_PAGES), "-gray", "-png", "-", str(folder / "page")]
    subprocess.run(command, input=content, check=True)
    return [Image.open(io.BytesIO(path.read_bytes())).convert("L") for path in sorted(folder.glob("page-*.png"))]


def differences(one: Image.Image, two: Image.Image) -> str:
    """Return where two pictures differ beyond what two renderers do, or nothing."""
    if one.size != two.size:
        return f"{one.size} instead of {two.size}"
    blur = ImageFilter.GaussianBlur(_BLUR)
    difference = ImageChops.difference(one.filter(blur), two.filter(blur))
    whole = ImageStat.Stat(difference).mean[0]
    squares = difference.reduce(_SIDE)
    worst = squares.getextrema()[1]
    return f"{whole:.1f} on the whole, {worst} at worst" if whole > _WHOLE or float(str(worst)) > _SQUARE else ""


@pytest.mark.parametrize("sample", _SAMPLES, ids=lambda path: path.stem)
def test_a_sample_looks_as_it_is_meant_to(sample: Path, tmp_path: Path) -> None:
    pages = drawn(sample, tmp_path)
    kept = [_PICTURES / f"{sample.stem}-{number}.png" for number, _ in enumerate(pages, 1)]
    if os.environ.get("PMEXPORT_GOLDEN") == "write":
        _PICTURES.mkdir(exist_ok=True)
        for page, path in zip(pages, kept, strict=True):
            page.quantize(16).save(path, optimize=True)
        pytest.skip("drawn anew")

    found = [differences(page, Image.open(path).convert("L")) for page, path in zip(pages, kept, strict=True)]

    assert [said for said in found if said] == []


def test_a_missing_word_and_a_moved_line_are_seen() -> None:
    page = Image.open(next(iter(sorted(_PICTURES.glob("*.png"))))).convert("L")
    without = page.copy()
    without.paste(255, (30, 60, 200, 76))
    moved = ImageChops.offset(page, 0, 6)

    assert differences(page, page) == ""
    assert differences(page, without)
    assert differences(page, moved)
