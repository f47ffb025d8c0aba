"""What reviewers wrote beside a document is told, and what we wrote there ourselves is not."""

from docx.document import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from inspect_docx import WordFile
from pmexport.convert import read, report_of
from pmexport.homeward import imported
from pmexport.model.diagnostic import Diagnostic
from pmexport.model.options import PageOptions, WordOptions
from pmexport.model.terms import DiagnosticSeverity
from pmexport.reader.word.package import opened
from pmexport.reader.word.remarks import Remark, remarks_of
from pmexport.theme.load import load_theme
from pmexport.writers.docx import write
from reader.word.conftest import SOURCE, Edit, every_paragraph

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"


def test_a_comment_is_told_with_its_place(edited: Edit) -> None:
    def comment(document: Document) -> None:
        item = next(one for one in every_paragraph(document) if one.text == "Nobody warmed it.")
        document.add_comment(item.runs, text="Is that so?", author="Lena, Legal", initials="L")

    found = imported(edited(comment), "s.docx", SOURCE.encode())

    assert found.text == SOURCE
    assert found.remarks == (Remark(author="Lena, Legal", text="Is that so?", place="Nobody warmed it."),)


def test_a_comment_that_was_resolved_is_told_as_such(edited: Edit) -> None:
    def comment(document: Document) -> None:
        item = next(one for one in every_paragraph(document) if one.text == "Nobody warmed it.")
        for text, mark in (("Is that so?", "0A"), ("And why?", "0B")):
            made = document.add_comment(item.runs, text=text, author="Lena", initials="L")
            made.paragraphs[-1]._p.set(f"{_W14}paraId", f"000000{mark}")  # noqa: SLF001  python-docx knows no threads
        threads = (
            f'<w15:commentsEx xmlns:w15="{_W15}"><w15:commentEx w15:paraId="0000000B" w15:done="1"/></w15:commentsEx>'
        )
        part = Part(PackURI("/word/commentsExtended.xml"), "application/xml", threads.encode(), document.part.package)
        document.part.relate_to(part, "http://schemas.microsoft.com/office/2011/relationships/commentsExtended")

    remarks = imported(edited(comment), "s.docx", SOURCE.encode()).remarks

    assert [(one.text, one.resolved) for one in remarks] == [("Is that so?", False), ("And why?", True)]


def test_the_findings_of_our_own_review_are_no_remarks() -> None:
    finding = Diagnostic(code="summary-short", severity=DiagnosticSeverity.NOTE, line=9, message="The summary is short")
    theme = load_theme().theme
    report = report_of(read(SOURCE.encode()).postmortems[0], PageOptions(), theme)
    reviewed = write(report, theme, WordOptions(findings=(finding,))).content
    assert b"The summary is short" in WordFile(reviewed).parts["word/comments.xml"]

    assert list(remarks_of(opened(reviewed, "s.docx"))) == []
