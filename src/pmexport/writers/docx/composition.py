"""The order of work on a document: base, body, notes, running lines, contents, sheets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias

from pmexport.model.options import Paper, WordOptions
from pmexport.model.report import ActionTable, Report, Timeline
from pmexport.model.terms import Audience
from pmexport.shipped import shipped
from pmexport.theme.theme import Theme
from pmexport.writers.docx.brand import dressed
from pmexport.writers.docx.comments import add_comments
from pmexport.writers.docx.contents import contents
from pmexport.writers.docx.direction import directed
from pmexport.writers.docx.ending import ended
from pmexport.writers.docx.manuscript import Manuscript
from pmexport.writers.docx.markup import Element, style_of, words
from pmexport.writers.docx.package import base_parts, opened
from pmexport.writers.docx.pictographs import set_pictographs
from pmexport.writers.docx.properties import set_properties
from pmexport.writers.docx.prose import blocks
from pmexport.writers.docx.raster import Chart
from pmexport.writers.docx.running import says_kind, set_running_lines, set_watermark, turned_references
from pmexport.writers.docx.sections import drawn
from pmexport.writers.docx.segments import placed, references_of, segments
from pmexport.writers.docx.sheet import Sheet

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_BASE = "base.docx"
Pages: TypeAlias = Callable[[], Mapping[str, int]]
"""Page numbers by the ids of anchors, asked for when all else is done, since they come from another document."""


def composed(
    report: Report, theme: Theme, charts: Mapping[str, Chart], options: WordOptions, *, sheet: Sheet, pages: Pages
) -> tuple[WordDocument, Mapping[str, bytes]]:
    """Return `report`, with its `charts` by their sections' anchors, as a Word document, and the parts held as bytes.

    `pages` is asked last for the pages that headings stand on, by the ids of their anchors.
    """
    parts = dressed(base_parts(shipped("templates") / _BASE), theme, _language(report))
    document = opened(parts)
    set_properties(document, report)
    manuscript = Manuscript(document, report, theme, charts, options, sheet=sheet)
    body, opening = _body(manuscript)
    _set_notes(manuscript)
    if not _in_company(manuscript):
        set_running_lines(manuscript)
        set_watermark(manuscript)
    _set_body(manuscript, body, opening, pages)
    return document, {**_signs(manuscript), **manuscript.kept_as_bytes()}


def _body(manuscript: Manuscript) -> tuple[list[Element], int]:
    """Return the elements of the body, and how many of them stand before the contents list.

    It stands where the first page's answers end: what leaders ask is not pushed aside by it.
    """
    body: list[Element] = []
    opening = 0
    for section in manuscript.report.sections:
        body += drawn(section, manuscript)
        if isinstance(section, Timeline | ActionTable):
            opening = len(body)
    if manuscript.theme.legal:
        body.append(words(manuscript.theme.legal, "Legal"))
    first = next((index for index, element in enumerate(body) if style_of(element) == "Heading1"), 0)
    return body, opening or first


def _set_body(manuscript: Manuscript, body: list[Element], opening: int, pages: Pages) -> None:
    report, end = manuscript.report, manuscript.document.element.body.sectPr
    for element in body:
        directed(element, leftwards=report.direction == "rtl")
    add_comments(manuscript.options.findings, manuscript.places, body, manuscript.document)
    company = _in_company(manuscript)
    listed = contents(body, manuscript, pages(), opening if manuscript.sheet.opened else 0, company=company)
    if listed is not None:
        directed(listed, leftwards=report.direction == "rtl")
        body.insert(opening, listed)
    body = ended(body, manuscript.heights, alone=not company)
    turned = turned_references(manuscript, references_of(end)) if manuscript.wide else []
    opened = not company and says_kind(manuscript)
    parts = segments(body, manuscript.wide)
    placed(parts, end, manuscript.sheet, turned, leftwards=report.direction == "rtl", opened=opened)


def _in_company(manuscript: Manuscript) -> bool:
    """Return whether a company's document takes the text, with headers and footers of its own."""
    return bool(manuscript.options.reference or manuscript.theme.reference_docx)


def _signs(manuscript: Manuscript) -> Mapping[str, bytes]:
    """Set the pictographs, and return the parts that this changes; companies and customers get no font of ours."""
    if _in_company(manuscript) or manuscript.report.audience is Audience.CUSTOMER:
        return {}
    return set_pictographs(manuscript.document, manuscript.roots(), manuscript.theme.type)


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
