"""Report to PDF: the page's HTML with the print sheet, through WeasyPrint; tagged as PDF/UA-1."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from markupsafe import Markup
from msgspec.structs import replace

from pmexport.model.options import PdfOptions, PdfVariant
from pmexport.model.rendering import Rendering
from pmexport.model.report import Report
from pmexport.theme.theme import Theme
from pmexport.writers.lacking import diagnostics
from pmexport.writers.page import Medium, Page, draw
from pmexport.writers.page.anchors import places
from pmexport.writers.page.logo import logo_address
from pmexport.writers.page.prose import ADDRESSES
from pmexport.writers.page.running import brand
from pmexport.writers.page.style import colours
from pmexport.writers.pdf.engine import Archived, Printed, print_page
from pmexport.writers.pdf.extent import Extent, guess, of_pages, opening
from pmexport.writers.pdf.parted import first_parted
from pmexport.writers.pdf.sheet import PaperChart, print_sheet
from pmexport.writers.templates import render

PLAIN = PdfOptions()
# What is of no known day is given the earliest that zip files know, too.
_UNDATED = dt.date(1980, 1, 1)
# Each costs a layout, and moves all that follows.
_MOST_BREAKS = 5


def write(report: Report, theme: Theme, options: PdfOptions = PLAIN) -> Rendering:
    """Return `report` as a PDF; raises UnavailableError where Pango is missing."""
    palette = colours(theme.light)
    page = draw(report, theme, Medium(chart=PaperChart(report, theme).draw, paint=palette.__getitem__, screen=False))
    printed = _laid_out(report, theme, page, options)
    if page.addresses and not _ends_well(printed):
        short = _laid_out(report, theme, replace(page, addresses=Markup()), options)
        printed = short if short.pages < printed.pages else printed
    return Rendering(
        content=printed.content,
        pages=printed.pages,
        diagnostics=diagnostics(printed.borrowed, printed.fonts, printed.missing),
        places=places(printed.places),
        depth=printed.depth,
    )


def _laid_out(report: Report, theme: Theme, page: Page, options: PdfOptions) -> Printed:
    """Return `page` printed, again where its length was guessed wrong or a day was parted from its events."""

    def run(extent: Extent, before: Sequence[str] = ()) -> Printed:
        text = _text(report, theme, page, extent, before)
        return print_page(text, theme.type.faces, _archived(report, options))

    extent = guess(page.body)
    printed = run(extent)
    really = of_pages(printed.pages - theme.page.cover)
    if really is not extent:
        extent = really
        printed = run(extent)
    before: list[str] = []
    while (parted := first_parted(page.body, printed.places)) and parted not in before and len(before) < _MOST_BREAKS:
        before.append(parted)
        printed = run(extent, before)
    return printed


def _archived(report: Report, options: PdfOptions) -> Archived | None:
    if options.variant is not PdfVariant.ARCHIVE:
        return None
    written = dt.date.fromisoformat(report.properties.date) if report.properties.date else _UNDATED
    return Archived(content=options.source, name=options.source_name, written=written)


def _ends_well(printed: Printed) -> bool:
    """Return whether something else than addresses begins on the last page."""
    return any(number == printed.pages for name, number in printed.places.items() if name != ADDRESSES)


def _text(report: Report, theme: Theme, page: Page, extent: Extent, before: Sequence[str]) -> str:
    place = opening(page)
    forced = "".join(f"#{name}{{break-before:page}} section:has(> #{name}){{margin-top:0}}" for name in before)
    styles = print_sheet(report, theme, page, extent) + forced
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
            "overview": page.part(0, place),
            "rest": page.part(place) + page.addresses,
        },
    )
