"""A heading and running text."""

from __future__ import annotations

from pmexport.model.report import Narrative
from pmexport.writers.docx.manuscript import Manuscript
from pmexport.writers.docx.markup import Element
from pmexport.writers.docx.prose import blocks
from pmexport.writers.docx.sections.heading import heading


def narrative(section: Narrative, manuscript: Manuscript) -> list[Element]:
    """Return the section's text under its heading; a lead has none and is set large."""
    if not section.lead:
        text = blocks(section.blocks, manuscript.body(), manuscript)
        title = [heading(section.heading, section.anchor, manuscript, line=section.line)] if section.heading else []
        return [*title, *text]
    text = blocks(section.blocks, manuscript.body("Lead"), manuscript)
    if text:
        _mark(text[0], section.anchor, manuscript)
    return text


def _mark(element: Element, anchor: str, manuscript: Manuscript) -> None:
    """Put the bookmark of a section that has no heading before its first element's content."""
    for offset, mark in enumerate(manuscript.bookmarks.around(anchor, [])):
        element.insert(1 + offset, mark)
