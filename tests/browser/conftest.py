"""The HTML files that the referees judge, and what it takes to open them in a browser."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import pytest

from pmexport import PageOptions, ReadOptions, convert
from pmexport.model.terms import Audience
from pmexport.theme.load import load_theme

_HERE = Path(__file__).resolve().parent
_ROOT = _HERE.parents[1]
_SHARED = Path(os.environ.get("PMEXPORT_SHARED") or _ROOT.parent / "shared")
_CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

# Odd, so that the choice alternates between the audiences.
_ONE_IN = 13

Told: TypeAlias = dict[str, object]
Judge: TypeAlias = Callable[..., list[Told]]


def _sources() -> Iterator[Path]:
    for folder in (_ROOT / "samples", _ROOT / "tests" / "visual" / "states", _SHARED / "corpus"):
        if folder.is_dir():
            yield from sorted(path for path in folder.glob("*.md") if path.name != "README.md")


@pytest.fixture(scope="session")
def browsed(pages: list[Path]) -> list[Path]:
    """Return the pages that a browser opens: with $PMEXPORT_EVERY_PAGE all, else a choice of them.

    Of the samples the full reports; of the published postmortems one in thirteen, the same in each run.
    """
    if os.environ.get("PMEXPORT_EVERY_PAGE"):
        return pages
    own = [path.stem for path in _sources() if path.parent.name == "samples"]
    ours = [page for page in pages if page.stem.startswith(tuple(own))]
    others = [page for page in pages if page not in ours]
    return [*(page for page in ours if page.stem.endswith("full-default")), *others[::_ONE_IN]]


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return every sample in every theme, every state and every published postmortem, for both audiences, as HTML."""
    folder = tmp_path_factory.mktemp("pages")
    made = []
    for source in _sources():
        sample = source.parent.name == "samples"
        for audience in (Audience.FULL, Audience.LEADERSHIP):
            for theme in ("default", "northwind", "mono") if sample and audience is Audience.FULL else ("default",):
                options = ReadOptions(name=source.name, folder=source.parent)
                page = folder / f"{source.stem}-{audience}-{theme}.html"
                brand = load_theme(theme).theme
                rendering = convert(source.read_bytes(), "html", options, PageOptions(audience=audience), brand)
                page.write_bytes(rendering.content)
                made.append(page)
    return made


@pytest.fixture(scope="session")
def judged() -> Judge:
    """Return what runs a script of this folder in the browser over some files and gives back what it tells."""
    modules = _HERE / "node_modules"
    if _CHROMIUM is None or shutil.which("node") is None or not (modules / "lighthouse").is_dir():
        pytest.skip("Chromium, node or what `npm install --prefix tests/browser` brings is missing")

    def run(script: str, *files: Path) -> list[Told]:
        command = ["node", str(_HERE / script), _CHROMIUM, *map(str, files)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=_HERE)
        assert done.returncode == 0, done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]

    return run
