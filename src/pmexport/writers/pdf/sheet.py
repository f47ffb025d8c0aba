"""The style sheet of the printed page: sheet size, margins, running lines and faces, every value written in."""

from __future__ import annotations

from markupsafe import Markup

from pmexport.chart.timeline import Canvas, draw
from pmexport.model.report import Report, Timeline
from pmexport.theme.theme import Theme
from pmexport.writers.page import Page, style
from pmexport.writers.page.paper import paper_size
from pmexport.writers.page.running import content, says_kind
from pmexport.writers.page.watermark import on_paper
from pmexport.writers.pdf.extent import Extent
from pmexport.writers.pdf.faces import face_address
from pmexport.writers.templates import sheet

_POINTS_PER_MILLIMETRE = 72 / 25.4
_HEADER_GAP, _FOOTER_GAP = 8.5, 6.0


class PaperChart:
    """Draws a chart as wide as the text column of its paper."""

    def __init__(self, report: Report, theme: Theme) -> None:
        self._theme = theme
        width, _ = paper_size(report, theme)
        self._width = (width - theme.page.margin_left - theme.page.margin_right) * _POINTS_PER_MILLIMETRE

    def draw(self, timeline: Timeline) -> Markup:
        """Return the chart of `timeline` with its colours in it, since the engine's SVG sees no style sheet."""
        drawing = draw(timeline, self._theme, Canvas(width=self._width, form="across", paint="light"))
        return Markup(f'<figure class="chart">{drawing.svg}</figure>')  # noqa: S704  # the chart escapes its words


def print_sheet(report: Report, theme: Theme, page: Page, extent: Extent = Extent.SHORT) -> str:
    """Return the whole style sheet for `page` on paper. A single page says its title once, at its head."""
    shared = style.colours(theme.light) | style.sizes(theme) | style.families(theme, fallback={})
    variables = shared | _sheet(report, theme)
    if extent is Extent.SINGLE:
        variables["pm-page-footer-left"] = '""'
    faces = "".join(
        style.font_face(face, f"url({face_address(face)})", emoji=theme.type.emoji)
        for face in style.faces_used(theme, page.body)
    )
    word = on_paper(theme, *paper_size(report, theme))
    rules = "\n".join((sheet("base.css"), style.rules(theme.light), sheet("print.css"), word, theme.style_sheet))
    return faces + style.baked(rules, variables) + _first_page(report, theme) + _ground(theme)


def _ground(theme: Theme) -> str:
    """Colour the margins like the page, where that is not white as paper is."""
    colour = theme.light.ground.hex
    return "" if colour == "#ffffff" else f"@page{{background:{colour}}}"


def _first_page(report: Report, theme: Theme) -> str:
    """Keep the running head from saying what the document is right over the line that says it."""
    return "@page :first{@top-left{content:none}}" if says_kind(report, theme) else ""


def _sheet(report: Report, theme: Theme) -> dict[str, str]:
    width, height = paper_size(report, theme)
    side = theme.page
    margins = (side.margin_top, side.margin_right, side.margin_bottom, side.margin_left)
    return {
        "pm-page-size": f"{width:g}mm {height:g}mm",
        "pm-page-turned": f"{height:g}mm {width:g}mm",
        "pm-page-margin": " ".join(f"{margin:g}mm" for margin in margins),
        "pm-page-body": f"{theme.type.sizes['body']:g}pt",
        "pm-page-header-gap": f"{_HEADER_GAP:g}mm",
        "pm-page-footer-gap": f"{_FOOTER_GAP:g}mm",
        "pm-page-draft": style.quoted(report.marks.draft) or "none",
        "pm-page-header-right": content(side.header_right, report, theme),
        "pm-page-footer-left": content(side.footer_left, report, theme),
        "pm-page-footer-right": content(side.footer_right, report, theme),
    }
