"""A whole document, from friendly files and hostile ones."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from msgspec.structs import replace

from inspect_docx import WordFile, findings
from pmexport.convert import convert
from pmexport.model.options import Paper
from pmexport.model.report import Report
from pmexport.theme.theme import Theme
from pmexport.writers.docx import write

_FIELDS = ["NUMPAGES", "PAGE"]
_CONTENTS = r'TOC \o "1-1" \h \z \n'


def _word(file: Path) -> WordFile:
    return WordFile(convert(file.read_bytes(), "docx").content)


def test_field_codes_stay_text(shared: Path) -> None:
    word = _word(shared / "attacks" / "b16_docx_field_injection.md")

    assert sorted(set(word.fields()) - {_CONTENTS}) == _FIELDS
    assert "DDEAUTO" in word.text()
    assert word.external() == ["http://127.0.0.1:9/x.png", "http://x"]
    assert {kind for kind, _ in word.outside()} == {"hyperlink"}


def test_only_links_lead_outside(shared: Path) -> None:
    word = _word(shared / "attacks" / "b17_docx_external_rel.md")
    kinds = {line for line in word.parts["word/_rels/document.xml.rels"].decode().split("<") if "External" in line}

    assert word.external() == ["http://127.0.0.1:9/template.dotm"]
    assert all("relationships/hyperlink" in line for line in kinds)


@pytest.mark.parametrize("name", ["b03_link_javascript", "b04_link_data_vbscript_blob", "a07_img_unc"])
def test_no_other_scheme_gets_out(name: str, shared: Path) -> None:
    targets = _word(shared / "attacks" / f"{name}.md").external()

    assert [target for target in targets if not target.startswith(("http://", "https://", "mailto:"))] == []


def test_control_characters_do_no_harm(shared: Path, tmp_path: Path) -> None:
    file = shared / "attacks" / "e04_control_chars_docx.md"

    assert findings(convert(file.read_bytes(), "docx").content, tmp_path) == []


def test_the_language_of_plain_english_follows_the_paper(report: Report, theme: Theme) -> None:
    letter = replace(report, language="en", paper=Paper.LETTER, sections=())

    assert b'<w:lang w:val="en-US"' in WordFile(write(letter, theme).content).parts["word/styles.xml"]


@pytest.mark.slow
@pytest.mark.skipif(not (shutil.which("soffice") and shutil.which("pdftotext")), reason="LibreOffice is not installed")
def test_libreoffice_shows_every_word(content: bytes, word: WordFile, tmp_path: Path) -> None:
    (tmp_path / "report.docx").write_bytes(content)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    folder, file = str(tmp_path), str(tmp_path / "report.docx")
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, file]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    shown = subprocess.run(["pdftotext", tmp_path / "report.pdf", "-"], check=True, capture_output=True, text=True)

    letters = re.sub(r"\W", "", shown.stdout)  # a line may end within a word that has a hyphen

    assert [word for word in re.findall(r"\w+", word.text()) if word not in letters] == []
