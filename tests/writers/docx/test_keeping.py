"""What a document keeps of its source's wording travels as data of its own."""

from pathlib import Path

from inspect_docx import WordFile, findings
from pmexport.model.report import Report
from pmexport.theme.theme import Theme
from pmexport.writers.docx import write


def test_it_is_a_part_that_the_document_refers_to(report: Report, theme: Theme) -> None:
    word = WordFile(write(report, theme, None, dict, lambda parts: str(len(parts)).encode()).content)

    assert b"</wording>" in word.parts["customXml/item1.xml"]
    assert b'Target="../customXml/item1.xml"' in word.parts["word/_rels/document.xml.rels"]


def test_it_does_no_harm_to_the_document(report: Report, theme: Theme, tmp_path: Path) -> None:
    assert findings(write(report, theme, None, dict, lambda _: b"kept <&>").content, tmp_path) == []


def test_a_document_that_keeps_nothing_has_no_such_part(content: bytes) -> None:
    assert "customXml/item1.xml" not in WordFile(content).parts
