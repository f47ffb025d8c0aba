"""Published postmortems in many habits and languages, printed and looked at by the visual check; referees beside it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from pmexport import ReadOptions, Rendering, convert
from pmexport.theme.load import load_theme
from visual.check import check

pytestmark = pytest.mark.slow

_ROOT = Path(__file__).resolve().parents[2]
_SHARED = Path(os.environ.get("PMEXPORT_SHARED") or _ROOT.parent / "shared")
_FILES = (
    sorted(path for path in (_SHARED / "corpus").glob("*.md") if path.name != "README.md") if _SHARED.is_dir() else []
)
# Blank forms, whose blanks are all that they say.
_FORMS = {"os-santiago__issue-template-postmortem.md"}

if not _FILES:
    pytest.skip("the shared material is not beside this checkout", allow_module_level=True)


@cache
def printed(file: Path) -> Rendering:
    return convert(file.read_bytes(), "pdf", ReadOptions(name=file.name, folder=file.parent))


@pytest.mark.parametrize("file", _FILES, ids=lambda path: path.stem)
def test_no_page_shows_what_no_page_may_show(file: Path) -> None:
    rendering = printed(file)
    told = {diagnostic.code for diagnostic in rendering.diagnostics}
    if "missing-glyph" in told:
        pytest.skip("no font of this machine has the characters of this file: what is on its pages are boxes")
    # A font of this machine may be used where that is said.
    families = None if "system-font" in told else {face.family for face in load_theme().theme.type.faces}
    spared = {"placeholder"} if file.name in _FORMS else set()

    assert [finding for finding in check(rendering.content, families) if finding.rule not in spared] == []


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is missing")
@pytest.mark.parametrize("file", _FILES, ids=lambda path: path.stem)
def test_qpdf_finds_no_fault(file: Path, tmp_path: Path) -> None:
    document = tmp_path / "report.pdf"
    document.write_bytes(printed(file).content)
    done = subprocess.run(["qpdf", "--check", str(document)], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("file", _FILES, ids=lambda path: path.stem)
def test_the_referees_of_accessibility_find_no_error(file: Path, tmp_path: Path) -> None:
    pytest.importorskip("outloud")
    pytest.importorskip("pdfua")
    document, told = tmp_path / "report.pdf", tmp_path / "told.json"
    document.write_bytes(printed(file).content)
    beside = Path(sys.executable).parent
    loud = subprocess.run([beside / "outloud", "--json", told, document], capture_output=True, text=True, check=False)
    ua = subprocess.run([beside / "pdfua", "check", document], capture_output=True, text=True, check=False)

    assert loud.returncode == 0, loud.stdout
    assert json.loads(told.read_text())
    assert ua.returncode == 0, ua.stdout
