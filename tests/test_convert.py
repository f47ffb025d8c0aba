"""The road from a text to a document: in one format or several, and what is said where one cannot be made."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import pmexport
from example_report import example_report
from inspect_docx import WordFile
from pmexport.convert import front_matter, renderings
from pmexport.errors import UnavailableError, UnreadableError
from pmexport.model.rendering import Rendering
from pmexport.printing import pdf_aside
from pmexport.theme.load import load_theme

POSTMORTEM = b"# Postmortem: Search was slow\n\n**Severity:** SEV-2\n\n## Summary\n\nSearch took nine seconds.\n"


def test_a_text_becomes_a_document() -> None:
    page = pmexport.convert(POSTMORTEM, "html").content.decode()

    assert page.startswith("<!doctype html>")
    assert "Search took nine seconds." in page


def test_the_same_text_gives_the_same_bytes() -> None:
    assert pmexport.convert(POSTMORTEM, "html") == pmexport.convert(POSTMORTEM, "html")


def test_a_text_that_cannot_be_read_is_a_fault_with_its_place() -> None:
    with pytest.raises(UnreadableError, match=r"^report\.md"):
        pmexport.convert(b"", "html", pmexport.ReadOptions(name="report.md"))


def test_what_the_reader_found_comes_back_with_the_document() -> None:
    reading = pmexport.read(POSTMORTEM)

    assert set(reading.diagnostics) <= set(pmexport.convert(POSTMORTEM, "html").diagnostics)


def test_front_matter_is_read_before_the_rest() -> None:
    assert front_matter(b"---\npmexport:\n  theme: mono\n---\n\n# x\n", "x.md") == {"pmexport": {"theme": "mono"}}
    assert front_matter(b"# x\n", "x.md") is None


@pytest.fixture
def without_pango(tmp_path: Path) -> dict[str, str]:
    """Return an environment in which WeasyPrint cannot load Pango, as it is on a bare machine."""
    broken = "raise OSError(\"cannot load library 'libpango-1.0-0': error 0x7e\")\n"
    (tmp_path / "weasyprint.py").write_text(broken)
    source = str(Path(__file__).resolve().parents[1] / "src")
    return {**os.environ, "PYTHONPATH": os.pathsep.join((str(tmp_path), source))}


def export(environment: dict[str, str], folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    (folder / "report.md").write_bytes(POSTMORTEM)
    command = [sys.executable, "-m", "pmexport", "report.md", "-q", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_without_pango_the_other_formats_are_made_and_one_line_says_what_is_missing(
    without_pango: dict[str, str], tmp_path: Path
) -> None:
    done = export(without_pango, tmp_path, "--pdf", "--html")

    assert (done.returncode, done.stdout) == (4, "report.html\n")
    assert done.stderr.count("\n") == 1
    assert "Pango" in done.stderr or "libpango" in done.stderr
    assert not (tmp_path / "report.pdf").exists()


def test_an_engine_that_is_not_installed_is_a_fault_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "pmexport.writers.docx", raising=False)
    monkeypatch.setitem(sys.modules, "docx", None)
    for name in [name for name in sys.modules if name.startswith(("pmexport.writers.docx", "docx."))]:
        monkeypatch.delitem(sys.modules, name)

    (made,) = renderings(example_report(), load_theme().theme, ("docx",))

    assert isinstance(made, UnavailableError)
    assert str(made).startswith("DOCX cannot be made here, ")


@pytest.mark.weasyprint_may_warn
@pytest.mark.parametrize("aside", [True, False])
def test_word_takes_its_page_numbers_from_the_pdf_of_the_same_run(*, aside: bool) -> None:
    report, theme = example_report(), load_theme().theme
    pdf, word = renderings(report, theme, ("pdf", "docx"), aside=pdf_aside() if aside else None)
    assert isinstance(pdf, Rendering)
    assert isinstance(word, Rendering)
    lines = WordFile(word.content).contents()[1:]

    assert [line.partition("\t")[2] for line in lines] == [
        str(pdf.places[section.anchor])
        for section in report.sections
        if section.heading in {_heading(e) for e in lines}
    ]


def _heading(entry: str) -> str:
    return entry.partition("\t")[0]
