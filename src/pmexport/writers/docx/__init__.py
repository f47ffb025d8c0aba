"""Report to DOCX: real styles, real tables, a picture only where there is one."""

from __future__ import annotations

from pmexport.model.rendering import Rendering
from pmexport.model.report import Report
from pmexport.theme.theme import Theme
from pmexport.writers.docx.raster import charts
from pmexport.writers.docx.sheet import text_size


def write(report: Report, theme: Theme, /) -> Rendering:
    """Return `report` as a Word document. Raises UnavailableError where a drawing cannot be made into a picture."""
    width, _ = text_size(report, theme.page)
    drawn = charts(report, theme, width)
    # Imported now, so that the charts are painted while Python loads its largest library.
    from pmexport.writers.docx.composition import composed  # noqa: PLC0415

    return Rendering(content=composed(report, theme, drawn))
