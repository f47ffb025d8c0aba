"""Report to DOCX: real styles, real tables, a picture only where there is one."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pmexport.model.options import WordOptions
from pmexport.model.rendering import Rendering
from pmexport.model.report import Report
from pmexport.theme.theme import Theme
from pmexport.writers.docx.raster import charts
from pmexport.writers.docx.sheet import text_size


def write(
    report: Report,
    theme: Theme,
    /,
    options: WordOptions | None = None,
    pages: Callable[[], Mapping[str, int]] = dict,
) -> Rendering:
    """Return `report` as a Word document. Raises UnavailableError where a drawing cannot be made into a picture.

    `pages` says, when all else is done, on which pages of the PDF the headings stand, by the ids of their anchors.
    """
    width, _ = text_size(report, theme.page)
    drawn = charts(report, theme, width)
    # Imported now, so that the charts are painted while Python loads its largest library.
    from pmexport.writers.docx.composition import composed  # noqa: PLC0415

    return Rendering(content=composed(report, theme, drawn, options or WordOptions(), pages))
