"""Report to PDF: the page's HTML with the print sheet, through WeasyPrint; tagged as PDF/UA-1."""

from __future__ import annotations

from collections.abc import Sequence

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
from pmexport.writers.pdf.extent import Extent, guess, of_pages, opening
from pmexport.writers.pdf.lacking import diagnostics
from pmexport.writers.pdf.parted import first_parted
from pmexport.writers.pdf.sheet import PaperChart, print_sheet
from pmexport.writers.templates import environment

# Each costs a layout, and moves all that follows.
_MOST_BREAKS = 5


def write(report: Report, theme: Theme) -> Rendering:
    """Return `report` as a PDF; raises UnavailableError where Pango is missing."""
    palette = colours(theme.light)
    page = draw(report, theme, Medium(chart=PaperChart(report, theme).draw, paint=palette.__getitem__, screen=False))
    extent = guess(page.body)
    printed = print_page(_text(report, theme, page, extent), theme.type.faces)
    if of_pages(printed.pages) is not extent:
        extent = of_pages(printed.pages)
        printed = print_page(_text(report, theme, page, extent), theme.type.faces)
    before: list[str] = []
    while (parted := first_parted(page.body, printed.places)) and parted not in before and len(before) < _MOST_BREAKS:
        before.append(parted)
        printed = print_page(_text(report, theme, page, extent, before), theme.type.faces)
    return Rendering(
        content=printed.content,
        pages=printed.pages,
        diagnostics=diagnostics(printed.borrowed, printed.fonts, printed.missing),
        places=places(printed.places),
    )


def _text(report: Report, theme: Theme, page: Page, extent: Extent, before: Sequence[str] = ()) -> str:
    place = opening(page)
    forced = "".join(f"#{name}{{break-before:page}}" for name in before)
    return (
        environment(theme)
        .get_template("report.html.j2")
        .render(
            report=report,
            labels=report.labels,
            theme=theme,
            screen=False,
            styles=Markup(print_sheet(report, theme, page, extent) + forced),  # noqa: S704  # parsed colours, escaped words
            logo=logo_address(theme.logo),
            logo_dark="",
            brand=brand(report, theme),
            contents=page.contents if extent is Extent.LONG else (),
            overview=page.part(0, place),
            rest=page.part(place),
        )
    )
