"""The HTML file before its referees: the Nu checker, and axe in a real browser, which also counts what is asked for."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from pmexport import ReadOptions, convert
from pmexport.theme.load import load_theme

pytestmark = pytest.mark.slow

_HERE = Path(__file__).resolve().parent
_MODULES = _HERE / "node_modules"
_ROOT = _HERE.parents[1]
_SHARED = Path(os.environ.get("PMEXPORT_SHARED") or _ROOT.parent / "shared")
_NU = _MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
_CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def _sources() -> Iterator[Path]:
    for folder in (_ROOT / "samples", _SHARED / "corpus"):
        if folder.is_dir():
            yield from sorted(path for path in folder.glob("*.md") if path.name != "README.md")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return every sample in every theme and every published postmortem as HTML files."""
    folder = tmp_path_factory.mktemp("pages")
    made = []
    for source in _sources():
        themes = ("default", "northwind", "mono") if source.parent.name == "samples" else ("default",)
        for theme in themes:
            options = ReadOptions(name=source.name, folder=source.parent)
            page = folder / f"{source.stem}-{theme}.html"
            page.write_bytes(convert(source.read_bytes(), "html", options, theme=load_theme(theme).theme).content)
            made.append(page)
    return made


@pytest.mark.skipif(not _NU.is_file() or shutil.which("java") is None, reason="the Nu checker or Java is missing")
def test_the_nu_checker_finds_no_error(pages: list[Path]) -> None:
    done = subprocess.run(
        ["java", "-jar", _NU, "--errors-only", "--format", "text", *pages], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr[:4000]


@pytest.fixture(scope="module")
def seen(pages: list[Path]) -> list[dict[str, object]]:
    """Return what the browser saw of each page, on a phone and on a desk, in light and in dark."""
    if _CHROMIUM is None or shutil.which("node") is None or not (_MODULES / "playwright-core").is_dir():
        pytest.skip("Chromium, node or what `npm install --prefix tests/browser` brings is missing")
    done = subprocess.run(
        ["node", _HERE / "axe.mjs", _CHROMIUM, *pages], capture_output=True, text=True, check=False, cwd=_HERE
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("what", ["violations", "requests", "errors"])
def test_the_browser_finds_none(seen: list[dict[str, object]], what: str) -> None:
    found = [
        f"{Path(str(page['file'])).name} {page['width']} {page['colorScheme']}: {page[what]}"
        for page in seen
        if page[what]
    ]

    assert found == []


def test_no_page_scrolls_sideways(seen: list[dict[str, object]]) -> None:
    found = [f"{Path(str(page['file'])).name} {page['width']}" for page in seen if page["wide"]]

    assert found == []
