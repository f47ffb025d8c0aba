"""A made-up company's Word documents, as Word people make them: cover, header, own styles and theme."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.enum.text import WD_BREAK
from docx.shared import Mm, RGBColor
from msgspec.structs import replace

from inspect_docx import WordFile
from pmexport.model.options import WordOptions
from pmexport.model.report import Report
from pmexport.theme.theme import Theme
from pmexport.writers.docx import write


@pytest.fixture(scope="session")
def company() -> bytes:
    """Return a document with a cover, a header that asks for the classification, and a blue heading."""
    document = docx.Document()
    document.styles["Heading 1"].font.color.rgb = RGBColor(0x12, 0x34, 0x56)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(30)
    section.header.paragraphs[0].text = "Tarn & Fell Ltd, {{ classification }}"
    document.add_paragraph("Tarn & Fell Ltd", style="Title")
    document.add_paragraph("On {{ title }} ({{ id }})")
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("Printed on recycled paper")
    return _saved(document)


@pytest.fixture(scope="session")
def letterhead() -> bytes:
    """Return a document with a placeholder between two paragraphs, parted into runs as Word likes to do."""
    document = docx.Document()
    document.add_paragraph("Before the report")
    place = document.add_paragraph()
    for piece in ("{{", " rep", "ort }}"):
        place.add_run(piece)
    document.add_paragraph("After the report")
    return _saved(document)


@pytest.fixture(scope="session")
def dotx(company: bytes) -> bytes:
    """Return the company's document as a template."""
    return retyped(company, b"document.main+xml", b"template.main+xml")


@pytest.fixture(scope="session")
def into(report: Report, theme: Theme) -> Callable[..., WordFile]:
    """Return what puts the example report into a company's document."""

    def put(content: bytes, draft: str = "") -> WordFile:
        marked = replace(report, marks=replace(report.marks, draft=draft))
        return WordFile(write(marked, theme, WordOptions(reference=content, reference_name="company.docx")).content)

    return put


def retyped(content: bytes, old: bytes, new: bytes) -> bytes:
    """Return the document `content` with another type for one of its parts."""
    stream = BytesIO()
    with ZipFile(BytesIO(content)) as package, ZipFile(stream, "w") as copy:
        for name in package.namelist():
            part = package.read(name)
            copy.writestr(name, part.replace(old, new) if name == "[Content_Types].xml" else part)
    return stream.getvalue()


def _saved(document: docx.document.Document) -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()
