"""PDF, Word and HTML of one postmortem say the same: the same words in the same sequence."""

import os
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from pmexport.convert import convert
from postmortems import EVERY, SAMPLES, beside
from words_of import docx_words, html_words, pdf_words, rejoined, words

REPOSITORY = Path(__file__).resolve().parents[1]
NOTES = "Notes"


@pytest.fixture(scope="module", params=EVERY)
def exported(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the three files of one postmortem, as a path to which their suffix is to be added."""
    source: Path = request.param
    folder = tmp_path_factory.mktemp("exported")
    command: list[str | Path] = [sys.executable, "-m", "pmexport", source, "--all", "-o", folder, "--quiet"]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY / "src")}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder / source.stem


def test_word_says_what_html_says(exported: Path) -> None:
    expected = html_words(exported.with_suffix(".html").read_bytes())

    assert docx_words(exported.with_suffix(".docx").read_bytes(), notes=NOTES) == expected


@pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="pdfinfo, of poppler-utils, is not installed")
def test_pdf_says_what_html_says(exported: Path) -> None:
    expected = html_words(exported.with_suffix(".html").read_bytes())

    assert rejoined(pdf_words(exported.with_suffix(".pdf")), expected) == expected


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_every_word_of_the_source_is_on_the_page(sample: Path) -> None:
    """Beyond the sections' own words: nothing that the author wrote is lost on the way."""
    page = set(html_words(convert(sample.read_bytes(), "html", beside(sample)).content))

    assert sorted(set(prose_words(sample.read_text(encoding="utf-8"))) - page) == []


def prose_words(source: str) -> list[str]:
    """Return the words of running text: of lines that are no header field, heading, table, event or action."""
    body = source.rpartition("\n---\n")[2] if source.startswith("---\n") else source
    lines = body.splitlines()
    kept = [
        line
        for line, below in pairwise([*lines, ""])
        if line[:1].isalpha() and not below.startswith(("===", "---")) and ":" not in line and "](" not in line
    ]
    return [word for line in kept for word in words(line.replace("*", "").replace("`", ""))]


@pytest.mark.parametrize(
    ("parted", "whole", "expected"),
    [
        (["time", "out"], ["time", "out"], ["time", "out"]),
        (["reconcili", "ation"], ["reconciliation"], ["reconciliation"]),
        (["lost", "words"], ["lost", "more", "words"], ["lost", "words"]),
        (["a", "bc"], ["ab", "c"], ["a", "bc"]),
    ],
)
def test_joining_hides_a_line_break_and_nothing_else(parted: list[str], whole: list[str], expected: list[str]) -> None:
    assert rejoined(parted, whole) == expected
