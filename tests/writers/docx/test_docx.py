"""The whole document."""

from io import BytesIO
from pathlib import Path

import docx
from msgspec.structs import replace

from inspect_docx import Draw, WordFile, findings
from pmexport.model.report import Report
from pmexport.theme.load import load_theme
from pmexport.theme.theme import Theme
from pmexport.writers import writer
from pmexport.writers.docx import write


def test_the_registry_leads_here() -> None:
    assert writer("docx") is write


def test_the_same_report_gives_the_same_bytes(report: Report, theme: Theme, content: bytes) -> None:
    assert content == write(report, theme).content


def test_the_validator_has_nothing_to_say(content: bytes, tmp_path: Path) -> None:
    assert findings(content, tmp_path) == []


def test_it_is_valid_in_every_theme(report: Report, tmp_path: Path) -> None:
    for name in ("northwind", "mono"):
        assert findings(write(report, load_theme(name).theme).content, tmp_path) == []


def test_python_docx_opens_it(content: bytes) -> None:
    opened = docx.Document(BytesIO(content))

    assert opened.paragraphs[1].text == "Card payments declined across Europe"


def test_an_empty_report_is_a_document(draw: Draw) -> None:
    assert draw().text() == ""


def test_headings_are_built_in_styles(word: WordFile) -> None:
    assert word.styled("Title") == ["Card payments declined across Europe"]
    assert word.styled("Heading1") == [
        "Timeline",
        "Action items",
        "Timeline in detail",
        "Impact",
        "Root cause",
        "Response",
        "References",
    ]
    assert word.styled("Heading2") == ["What happened", "Contributing factors"]


def test_every_style_that_is_used_is_there(word: WordFile) -> None:
    tags = ("pStyle", "rStyle", "tblStyle", "basedOn", "next")
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    used = {str(e.get(space + "val")) for root in word.xml.values() for tag in tags for e in root.iter(space + tag)}
    there = {str(e.get(space + "styleId")) for e in word.xml["word/styles.xml"].iter(space + "style")}

    assert used - there == set()


def test_word_is_not_asked_to_update_fields(word: WordFile) -> None:
    assert b"updateFields" not in word.parts["word/settings.xml"]
    assert not any(b"w:dirty" in part for part in word.parts.values())


def test_the_theme_may_end_the_document_with_legal_words(report: Report, theme: Theme) -> None:
    legal = WordFile(write(report, replace(theme, legal="Tarn & Fell Ltd")).content)

    assert legal.styled("Legal") == ["Tarn & Fell Ltd"]
