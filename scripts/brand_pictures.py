"""Draw one sample in the three shipped themes and the three formats: nine pictures for docs/themes.md.

``python scripts/brand_pictures.py`` needs pdftoppm, soffice and chromium.
"""

# ruff: noqa: INP001 - a script that stands alone
# ruff: noqa: S603 - it runs what draws pages, by name
from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

REPOSITORY = Path(__file__).resolve().parents[1]
SAMPLE = REPOSITORY / "samples" / "database-outage.md"
PICTURES = REPOSITORY / "docs" / "pictures"
THEMES = ("default", "northwind", "mono")
_WIDTH, _HEIGHT = 520, 735
_COLOURS = 160
_FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{}</dir><cachedir>{}</cachedir></fontconfig>"""


def main() -> None:
    """Write ``theme-NAME-FORMAT.png`` for each theme and format."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        for theme in THEMES:
            _run(sys.executable, "-m", "pmexport", SAMPLE, "--all", "--theme", theme, "-q", "-o", f"{folder}/{theme}/")
            own = folder / theme
            _paper(own / f"{SAMPLE.stem}.pdf", folder, theme, "pdf")
            _run(*_office(folder, own), own / f"{SAMPLE.stem}.docx", fonts=folder)
            _paper(own / "word" / f"{SAMPLE.stem}.pdf", folder, theme, "docx")
            _screen(own / f"{SAMPLE.stem}.html", folder, theme)


def _office(folder: Path, own: Path) -> tuple[str | Path, ...]:
    profile = f"-env:UserInstallation=file://{folder}/profile"
    return ("soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", own / "word")


def _paper(pdf: Path, folder: Path, theme: str, name: str) -> None:
    _run("pdftoppm", "-r", "110", "-png", "-l", "1", "-singlefile", pdf, folder / "page")
    _kept(folder / "page.png", theme, name)


def _screen(html: Path, folder: Path, theme: str) -> None:
    shot = folder / "shot.png"
    chromium = ("chromium", "--headless", "--no-sandbox", "--hide-scrollbars", "--window-size=1180,1668")
    _run(*chromium, f"--screenshot={shot}", html)
    _kept(shot, theme, "html")


def _kept(picture: Path, theme: str, name: str) -> None:
    """Keep `picture` small: its head, in few colours."""
    with Image.open(picture) as opened:
        whole = opened.convert("RGB")
    height = round(whole.height * _WIDTH / whole.width)
    small = whole.resize((_WIDTH, height), Image.Resampling.LANCZOS).crop((0, 0, _WIDTH, min(height, _HEIGHT)))
    few = small.quantize(_COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(PICTURES / f"theme-{theme}-{name}.png", optimize=True)


def _run(*command: str | Path, fonts: Path | None = None) -> None:
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY / "src")}
    if fonts is not None:
        # Word has the company's fonts where the company works; so has the office suite that stands in for it here.
        config = fonts / "fonts.conf"
        config.write_text(_FONTS.format(REPOSITORY / "themes", fonts / "cache"), encoding="utf-8")
        environment["FONTCONFIG_FILE"] = str(config)
    subprocess.run([str(word) for word in command], check=True, capture_output=True, env=environment)


if __name__ == "__main__":
    main()
