"""Where the report's own figures disagree, as a note."""

from __future__ import annotations

from pmexport.model.report import Findings
from pmexport.writers.docx.manuscript import Manuscript
from pmexport.writers.docx.markup import Element, Voice, paragraph, run


def findings(section: Findings, manuscript: Manuscript) -> list[Element]:
    """Return a paragraph for each finding, its title strong."""
    title = Voice(style="FindingTitle")
    lines = [[run(item.title, title), run(f" {item.text}")] for item in section.items]
    marked = [manuscript.bookmarks.around(section.anchor, line) for line in lines]
    return [paragraph("Finding", line) for line in marked]
