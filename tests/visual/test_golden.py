"""The samples' pages beside pictures of how they are meant to look."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from pmexport import ReadOptions, convert
from visual.pictures import compared, differences

_SAMPLES = sorted(path for path in (Path(__file__).parents[2] / "samples").glob("*.md") if path.name != "README.md")
_PICTURES = Path(__file__).parent / "golden"
_DOTS = 48
_PAGES = 2

pytestmark = pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="pdftoppm, of poppler-utils, is missing")


def drawn(sample: Path, folder: Path) -> list[Image.Image]:
    """Return the first pages of `sample` in grey."""
    content = convert(sample.read_bytes(), "pdf", ReadOptions(name=sample.name, folder=sample.parent)).content
    command = ["pdftoppm", "-r", str(_DOTS), "-l", str(_PAGES), "-gray", "-png", "-", str(folder / "page")]
    subprocess.run(command, input=content, check=True)
    return [Image.open(io.BytesIO(path.read_bytes())).convert("L") for path in sorted(folder.glob("page-*.png"))]


@pytest.mark.parametrize("sample", _SAMPLES, ids=lambda path: path.stem)
def test_a_sample_looks_as_it_is_meant_to(sample: Path, tmp_path: Path) -> None:
    pages = drawn(sample, tmp_path)
    kept = {_PICTURES / f"{sample.stem}-{number}.png": page for number, page in enumerate(pages, 1)}

    assert compared(kept) == []


def test_a_missing_word_and_a_moved_line_are_seen() -> None:
    page = Image.open(next(iter(sorted(_PICTURES.glob("*.png"))))).convert("L")
    without = page.copy()
    without.paste(255, (30, 60, 200, 76))
    moved = ImageChops.offset(page, 0, 6)

    assert differences(page, page) == ""
    assert differences(page, without)
    assert differences(page, moved)
