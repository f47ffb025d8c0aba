"""Report to DOCX: real styles, real tables, a picture only where there is one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from pmexport.model.options import WordOptions
from pmexport.model.rendering import Rendering
from pmexport.model.report import Report
from pmexport.theme.theme import Theme
from pmexport.writers.docx.raster import charts
from pmexport.writers.docx.sheet import sheet_of
from pmexport.writers.lacking import diagnostics, left_to_the_reader

if TYPE_CHECKING:
    from pmexport.writers.docx.reference.company import Company


def write(
    report: Report,
    theme: Theme,
    /,
    options: WordOptions | None = None,
    pages: Callable[[], Mapping[str, int]] = dict,
    wording: Callable[[Mapping[str, bytes]], bytes] | None = None,
) -> Rendering:
    """Return `report` as a Word document. Raises UnavailableError where a drawing cannot be made into a picture.

    `pages` says, when all else is done, on which pages of the PDF the headings stand, by the ids of their anchors;
    `wording` says of the document's parts what it should keep of its source's wording.
    """
    options = options or WordOptions()
    company = _company(options, theme)
    sheet = (company and company.sheet) or sheet_of(report, theme.page)
    drawn = charts(report, theme, sheet.text_width)
    from pmexport.writers.docx.composition import composed  # noqa: PLC0415  the library behind it is large
    from pmexport.writers.docx.keeping import keeping  # noqa: PLC0415
    from pmexport.writers.docx.package import packed, parts_of  # noqa: PLC0415

    document, kept = composed(report, theme, drawn, options, sheet=sheet, pages=pages)
    main = "word/document.xml"
    if company is not None:
        from pmexport.writers.docx.reference.graft import grafted  # noqa: PLC0415  few documents need it

        parts, main = grafted(document, kept, company, report, theme), company.main
    else:
        parts = parts_of(document, kept)
    words = wording(parts) if wording is not None else b""
    content = packed(keeping(parts, words, main, theme.name) if words else parts)
    missing = "".join(chart.missing for chart in drawn.values())
    return Rendering(
        content=content,
        diagnostics=(*left_to_the_reader(report, theme), *diagnostics("", (), missing, where="the chart in Word")),
    )


def _company(options: WordOptions, theme: Theme) -> Company | None:
    """Return the company's own document: the one asked for, or the theme's."""
    content, name = options.reference, options.reference_name
    if not name and theme.reference_docx is not None:
        content, name = theme.reference_docx.read_bytes(), str(theme.reference_docx)
    if not content and not name:
        return None
    from pmexport.writers.docx.reference.company import opened_company  # noqa: PLC0415  few documents need it

    return opened_company(content, name)
