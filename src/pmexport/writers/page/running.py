"""The running lines of a page, from the theme's patterns and the report's marks."""

from __future__ import annotations

import re

from pmexport.model.report import Marks, Report
from pmexport.theme.theme import Theme
from pmexport.writers.page.style import quoted

_FIELD = re.compile(r"\{(\w+)\}")
# A logo longer than this, in heights, is taken for one that spells the name.
_WORD_MARK = 2.2
_SEPARATOR = " · "
_COUNTERS = {"page": "counter(page)", "pages": "counter(pages)"}


def line(pattern: str, marks: Marks, company: str) -> str:
    """Return `pattern` with its fields filled; a part between dots whose fields are all empty is left out.

    ``{page}`` and ``{pages}`` stay, since only paper knows them.
    """
    values = {
        "company": company,
        "id": marks.incident_id,
        "title": marks.title,
        "classification": marks.classification,
        "kind": marks.kind,
    }
    parts = [(part, [name for name in _FIELD.findall(part) if name in values]) for part in pattern.split(_SEPARATOR)]
    kept = [part for part, names in parts if not names or any(values[name] for name in names)]
    return _SEPARATOR.join(_FIELD.sub(lambda field: values.get(field[1], field[0]), part) for part in kept).strip()


def brand(report: Report, theme: Theme) -> str:
    """Return the words at the left of the page's head: none beside a logo that is a word itself.

    A theme without a company says what the document is.
    """
    if theme.logo and theme.logo.width > _WORD_MARK * theme.logo.height:
        return ""
    return line(theme.page.header_left, report.marks, theme.company) or report.marks.kind


def says_kind(report: Report, theme: Theme) -> bool:
    """Return whether the left of the page's head says in words what the first line over the title says again."""
    return theme.logo is None and brand(report, theme) == report.marks.kind


def content(pattern: str, report: Report, theme: Theme) -> str:
    """Return `pattern` as the value of CSS ``content``. A lone ``{page}`` is said as the report's language does."""
    filled = line(pattern, report.marks, theme.company)
    if "{page}" in filled and "{pages}" not in filled:
        filled = filled.replace("{page}", report.labels.page_of)
    pieces = re.split(r"\{(pages?)\}", filled)
    return (
        " ".join(_COUNTERS[piece] if index % 2 else quoted(piece) for index, piece in enumerate(pieces) if piece)
        or '""'
    )
