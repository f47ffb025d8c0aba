"""The HTML file before its referees: the Nu checker, and axe in a real browser, which also counts what is asked for."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from browser.conftest import Judge, Told

pytestmark = pytest.mark.slow

_NU = Path(__file__).resolve().parent / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
_MOST_BYTES = 300_000
_PICTURE = re.compile(rb"data:image/(?:png|jpeg|svg\+xml);base64,[A-Za-z0-9+/=]+")


def test_a_page_without_its_pictures_is_small(pages: list[Path]) -> None:
    large = [page.name for page in pages if len(_PICTURE.sub(b"", page.read_bytes())) > _MOST_BYTES]

    assert large == []


@pytest.mark.skipif(not _NU.is_file() or shutil.which("java") is None, reason="the Nu checker or Java is missing")
def test_the_nu_checker_finds_no_error(pages: list[Path]) -> None:
    done = subprocess.run(
        ["java", "-jar", _NU, "--errors-only", "--format", "text", *pages], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr[:4000]


@pytest.fixture(scope="module")
def seen(browsed: list[Path], judged: Judge) -> list[Told]:
    """Return what the browser saw of the chosen pages, on a phone and on a desk, in light and in dark."""
    return judged("axe.mjs", *browsed)


@pytest.mark.parametrize("what", ["violations", "requests", "errors"])
def test_the_browser_finds_none(seen: list[Told], what: str) -> None:
    found = [
        f"{Path(str(page['file'])).name} {page['width']} {page['colorScheme']}: {page[what]}"
        for page in seen
        if page[what]
    ]

    assert found == []


def test_no_page_scrolls_sideways(seen: list[Told]) -> None:
    found = [f"{Path(str(page['file'])).name} {page['width']}" for page in seen if page["wide"]]

    assert found == []
