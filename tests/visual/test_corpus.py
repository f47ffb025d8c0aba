"""Published postmortems in many habits and languages, printed for both audiences and judged; referees beside it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from pmexport import PageOptions, ReadOptions, Rendering, convert
from pmexport.model.terms import Audience
from pmexport.theme.load import load_theme
from visual.check import check

pytestmark = pytest.mark.slow

_ROOT = Path(__file__).resolve().parents[2]
_SHARED = Path(os.environ.get("PMEXPORT_SHARED") or _ROOT.parent / "shared")
_FILES = (
    sorted(path for path in (_SHARED / "corpus").glob("*.md") if path.name != "README.md") if _SHARED.is_dir() else []
)
_AUDIENCES = (Audience.FULL, Audience.LEADERSHIP)
# Blank forms, whose blanks are all that they say.
_FORMS = {"os-santiago__issue-template-postmortem.md"}

if not _FILES:
    pytest.skip("the shared material is not beside this checkout", allow_module_level=True)


@cache
def printed(file: Path, audience: Audience) -> Rendering:
    options = ReadOptions(name=file.name, folder=file.parent)
    return convert(file.read_bytes(), "pdf", options, PageOptions(audience=audience))


@pytest.mark.parametrize("audience", _AUDIENCES)
@pytest.mark.parametrize("file", _FILES, ids=lambda path: path.stem)
def test_no_page_shows_what_no_page_may_show(file: Path, audience: Audience) -> None:
    rendering = printed(file, audience)
    told = {diagnostic.code for diagnostic in rendering.diagnostics}
    # A font of this machine may be used where that is said, and a box shown where no font has the character.
    families = None if "system-font" in told else {face.family for face in load_theme().theme.type.faces}
    spared = {"missing-glyph"} & told | ({"placeholder"} if file.name in _FORMS else set())

    assert [finding for finding in check(rendering.content, families) if finding.rule not in spared] == []


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("documents")
    made = []
    for file in _FILES:
        for audience in _AUDIENCES:
            document = folder / f"{file.stem}-{audience}.pdf"
            document.write_bytes(printed(file, audience).content)
            made.append(document)
    return made


def verdict(*command: str | Path) -> str:
    """Return what a referee that is not content says, or nothing."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else (done.stdout + done.stderr)[-4000:] or str(done.returncode)


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is missing")
def test_qpdf_finds_no_fault(documents: list[Path]) -> None:
    assert [said for document in documents if (said := verdict("qpdf", "--check", document))] == []


@pytest.mark.parametrize(("referee", "options"), [("outloud", ("--quiet",)), ("pdfua", ("check", "--quiet"))])
def test_the_referees_of_accessibility_find_no_error(
    documents: list[Path], referee: str, options: tuple[str, ...]
) -> None:
    pytest.importorskip(referee)

    assert verdict(Path(sys.executable).parent / referee, *options, *documents) == ""
