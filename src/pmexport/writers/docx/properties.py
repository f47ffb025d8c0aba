"""The document's own properties: from the report alone, and nothing of the machine it was made on."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from pmexport.model.report import Report
from pmexport.writers.docx.markup import clean

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

# What the format's core properties hold (python-docx refuses more).
_LONGEST = 255


def set_properties(document: WordDocument, report: Report) -> None:
    """Fill title, authors, subject, keywords, language and, where the report has a date, when it was made."""
    own, core = report.properties, document.core_properties
    core.title = _held(own.title)
    core.author = _held("; ".join(own.authors))
    core.subject = _held(own.subject)
    core.keywords = _held(", ".join(own.keywords))
    core.language = _held(report.language)
    if made := _moment(own.date):
        core.created = made
        core.modified = made


def _held(text: str) -> str:
    return clean(text)[:_LONGEST]


def _moment(date: str) -> dt.datetime | None:
    try:
        return dt.datetime.fromisoformat(date).replace(tzinfo=None)
    except ValueError:
        return None
