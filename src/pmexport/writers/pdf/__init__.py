"""Report to PDF: the page's HTML with the print sheet, through WeasyPrint; tagged as PDF/UA-1."""

from __future__ import annotations

from markupsafe import Markup

from pmexport.model.rendering import Rendering
from pmexport.model.report import Report
from pmexport.theme.theme import Theme
from pmexport.writers.page import Medium, Page, draw
from pmexport.writers.page.anchors import places
from pmexport.writers.page.logo import logo_address
from pmexport.writers.page.running import brand
from pmexport.writers.page.style import colours
from pmexport.writers.pdf.engine import print_page
from pmexport.writers.pdf.extent import Extent, guess, of_pages
from pmexport.writers.pdf.lacking import diagnostics
from pmexport.writers.pdf.sheet import PaperChart, print_sheet
from pmexport.writers.templates import render


def write(report: Report, theme: Theme) -> Rendering:
    """Return `report` as a PDF; raises UnavailableError where Pango is missing."""
    palette = colours(theme.light)
    page = draw(report, theme, Medium(chart=PaperChart(report, theme).draw, paint=palette.__getitem__, screen=False))
    extent = guess(page.body)
    printed = print_page(_text(report, theme, page, extent), theme.type.faces)
    if of_pages(printed.pages) is not extent:
        printed = print_page(_text(report, theme, page, of_pages(printed.pages)), theme.type.faces)
    return Rendering(
        content=printed.content,
        pages=printed.pages,
        diagnostics=diagnostics(printed.borrowed, printed.fonts, printed.missing),
        places=places(printed.places),
    )


def _text(report: Report, theme: Theme, page: Page, extent: Extent) -> str:
    styles = print_sheet(report, theme, page, extent)
    return render(
        "report.html.j2",
        theme,
        {
            **page.names,
            "screen": False,
            "policy": "",
            "styles": Markup(styles),  # noqa: S704  # parsed colours, escaped words
            "script": "",
            "words": "",
            "logo": logo_address(theme.logo),
            "logo_dark": "",
            "brand": brand(report, theme),
            "marks": "",
            "contents": page.contents if extent is Extent.LONG else (),
            "overview": page.overview,
            "rest": page.rest,
        },
    )
