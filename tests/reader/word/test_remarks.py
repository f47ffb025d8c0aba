"""What reviewers wrote beside a document is told, and what we wrote there ourselves is not."""

from docx.document import Document

from inspect_docx import WordFile
from pmexport.convert import imported, read, report_of
from pmexport.model.diagnostic import Diagnostic
from pmexport.model.options import PageOptions, WordOptions
from pmexport.model.terms import DiagnosticSeverity
from pmexport.reader.word.package import opened
from pmexport.reader.word.remarks import Remark, remarks_of
from pmexport.theme.load import load_theme
from pmexport.writers.docx import write
from reader.word.conftest import SOURCE, Edit, every_paragraph


def test_a_comment_is_told_with_its_place(edited: Edit) -> None:
    def comment(document: Document) -> None:
        item = next(one for one in every_paragraph(document) if one.text == "Nobody warmed it.")
        document.add_comment(item.runs, text="Is that so?", author="Lena, Legal", initials="L")

    found = imported(edited(comment), "s.docx", SOURCE.encode())

    assert found.text == SOURCE
    assert found.remarks == (Remark(author="Lena, Legal", text="Is that so?", place="Nobody warmed it."),)


def test_the_findings_of_our_own_review_are_no_remarks() -> None:
    finding = Diagnostic(code="summary-short", severity=DiagnosticSeverity.NOTE, line=9, message="The summary is short")
    theme = load_theme().theme
    report = report_of(read(SOURCE.encode()).postmortems[0], PageOptions(), theme)
    reviewed = write(report, theme, WordOptions(findings=(finding,))).content
    assert b"The summary is short" in WordFile(reviewed).parts["word/comments.xml"]

    assert list(remarks_of(opened(reviewed, "s.docx"))) == []
