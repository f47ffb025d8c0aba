"""The order of work on a document: base, sheet, body, notes, running lines."""

from __future__ import annotations

from collections.abc import Mapping

from pmexport.model.options import Paper
from pmexport.model.report import Report
from pmexport.shipped import shipped
from pmexport.theme.theme import Theme
from pmexport.writers.docx.brand import dressed
from pmexport.writers.docx.manuscript import Manuscript
from pmexport.writers.docx.markup import words
from pmexport.writers.docx.package import base_parts, opened, packed
from pmexport.writers.docx.properties import set_properties
from pmexport.writers.docx.prose import blocks
from pmexport.writers.docx.raster import Chart
from pmexport.writers.docx.running import set_running_lines, set_sheet
from pmexport.writers.docx.sections import drawn

_BASE = "base.docx"


def composed(report: Report, theme: Theme, charts: Mapping[str, Chart]) -> bytes:
    """Return `report`, with its `charts` by their sections' anchors, as the bytes of a Word document."""
    parts = dressed(base_parts(shipped("templates") / _BASE), theme, _language(report))
    document = opened(parts)
    set_sheet(document, report, theme.page)
    set_properties(document, report)
    manuscript = Manuscript(document, report, theme, charts)
    _set_body(manuscript)
    _set_notes(manuscript)
    set_running_lines(manuscript)
    return packed(document, manuscript.kept_as_bytes())


def _set_body(manuscript: Manuscript) -> None:
    end = manuscript.document.element.body.sectPr
    for section in manuscript.report.sections:
        for element in drawn(section, manuscript):
            end.addprevious(element)
    if manuscript.theme.legal:
        end.addprevious(words(manuscript.theme.legal, "Legal"))


def _set_notes(manuscript: Manuscript) -> None:
    """Set the footnotes that the text pointed to."""
    for number, content in enumerate(manuscript.notes, 1):
        place = manuscript.note()
        manuscript.set_note(number, blocks(content, place, manuscript))


def _language(report: Report) -> str:
    """Return the report's language with a region where Word would guess one: English, by the paper."""
    if report.language != "en":
        return report.language
    return "en-US" if report.paper is Paper.LETTER else "en-GB"
