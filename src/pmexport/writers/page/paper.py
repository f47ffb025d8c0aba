"""The paper that a report is printed on, from the writer's own engine or from a browser, in millimetres."""

from __future__ import annotations

from pmexport.model.options import Paper
from pmexport.model.report import Report
from pmexport.theme.theme import Theme

# Width and height.
_SIZES = {Paper.A4: (210.0, 297.0), Paper.LETTER: (215.9, 279.4)}
_LETTER_REGIONS = {"US", "CA", "MX", "CO", "CL", "PH"}


def paper_size(report: Report, theme: Theme) -> tuple[float, float]:
    """Return width and height of the paper: as asked for, else the theme's, else that of the language's region."""
    width, height = _SIZES[_paper(report, theme)]
    return width, theme.page.height or height


def _paper(report: Report, theme: Theme) -> Paper:
    if report.paper is not Paper.AUTO:
        return report.paper
    if theme.page.paper in {Paper.A4, Paper.LETTER}:
        return Paper(theme.page.paper)
    region = report.language.replace("_", "-").split("-")[-1].upper()
    return Paper.LETTER if region in _LETTER_REGIONS else Paper.A4
