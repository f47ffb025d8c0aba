"""The sections of a report in Word, one room each."""

from __future__ import annotations

from typing import assert_never

from pmexport.model.report import (
    ActionTable,
    Columns,
    EventTable,
    Findings,
    KeyFigures,
    Masthead,
    Narrative,
    Section,
    Timeline,
)
from pmexport.writers.docx.manuscript import Manuscript
from pmexport.writers.docx.markup import Element
from pmexport.writers.docx.sections.action_table import action_table
from pmexport.writers.docx.sections.columns import columns
from pmexport.writers.docx.sections.event_table import event_table
from pmexport.writers.docx.sections.findings import findings
from pmexport.writers.docx.sections.key_figures import key_figures
from pmexport.writers.docx.sections.masthead import masthead
from pmexport.writers.docx.sections.narrative import narrative
from pmexport.writers.docx.sections.timeline import timeline


def drawn(section: Section, manuscript: Manuscript) -> list[Element]:
    """Return `section` as paragraphs and tables."""
    match section:
        case Masthead():
            return masthead(section, manuscript)
        case KeyFigures():
            return key_figures(section, manuscript)
        case Narrative():
            return narrative(section, manuscript)
        case Timeline():
            return timeline(section, manuscript)
        case EventTable():
            return event_table(section, manuscript)
        case ActionTable():
            return action_table(section, manuscript)
        case Columns():
            return columns(section, manuscript)
        case Findings():
            return findings(section, manuscript)
        case _:
            assert_never(section)
