"""Report to one HTML file: complete in itself, asking for nothing, readable without scripts and without its fonts."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import msgspec
from markupsafe import Markup

from pmexport.model.rendering import Rendering
from pmexport.model.report import Labels, Masthead, Report
from pmexport.theme.theme import Face, Theme, Typography
from pmexport.writers.lacking import left_to_the_reader
from pmexport.writers.page import Medium, Page, draw, style
from pmexport.writers.page.charts import ScreenCharts
from pmexport.writers.page.logo import logo_address
from pmexport.writers.page.paper import paper_size
from pmexport.writers.page.running import brand, line, says_kind
from pmexport.writers.page.watermark import on_screen
from pmexport.writers.templates import render, sheet

_SANS = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif"
_MONO = "ui-monospace, 'Cascadia Mono', Menlo, Consolas, 'Liberation Mono', monospace"
# What the bar above the page takes of it in millimetres, where paper has its running lines in the margins.
_BAR, _LEAST_MARGIN = 8.0, 6.0
_FALLBACK = {"text": _SANS, "display": _SANS, "mono": _MONO}


def write(report: Report, theme: Theme) -> Rendering:
    """Return `report` as one HTML file in UTF-8."""
    charts = ScreenCharts(theme)
    page = draw(report, theme, Medium(chart=charts.draw, paint="var(--{})".format, screen=True))
    style_sheet = _style_sheet(report, theme, page, charts)
    script = sheet("screen.js")
    policy = _policy(style_sheet, script)
    text = render(
        "report.html.j2",
        theme,
        {
            **page.names,
            "screen": True,
            "policy": policy,
            "styles": Markup(style_sheet),  # noqa: S704  # parsed colours, escaped names and shipped sheets
            "script": Markup(script),  # noqa: S704  # shipped
            "words": _words(report.labels),
            "logo": logo_address(theme.logo),
            "logo_dark": logo_address(theme.logo_dark),
            "brand": brand(report, theme),
            "marks": line(theme.page.header_right, report.marks, theme.company),
            "contents": page.contents if len(page.contents) > 1 else (),
            "overview": page.body,
            "rest": "",
        },
    )
    return Rendering(content=text.encode(), diagnostics=left_to_the_reader(report, theme))


def _style_sheet(report: Report, theme: Theme, page: Page, charts: ScreenCharts) -> str:
    faces = "".join(
        style.font_face(
            face, f"url(data:font/{file.suffix[1:]};base64,{_encoded(file.read_bytes())})", emoji=theme.type.emoji
        )
        for face in style.faces_used(theme, page.body)
        if (file := _screen_file(face, theme.type))
    )
    shared = style.families(theme, fallback=_FALLBACK) | style.sizes(theme)
    light, dark = style.declared(style.colours(theme.light)), style.declared(style.colours(theme.dark))
    return "\n".join(
        (
            faces,
            f":root{{color-scheme:light dark;{style.declared(shared)}{light}}}",
            f"@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}",
            sheet("base.css"),
            style.rules(theme.light),
            style.baked(sheet("screen.css"), _printed(report, theme)),
            charts.rules(),
            on_screen(theme),
            ".kicker{display:none}" if _says_twice(report, theme) else "",
            theme.style_sheet,
        )
    )


def _says_twice(report: Report, theme: Theme) -> bool:
    """Return whether the line over the title only repeats the bar above it."""
    return says_kind(report, theme) and any(
        isinstance(section, Masthead) and section.kicker == report.marks.kind for section in report.sections
    )


def _printed(report: Report, theme: Theme) -> dict[str, str]:
    """Return what a browser prints a briefing on, so that it has as much room there as in the PDF."""
    width, height = paper_size(report, theme)
    side = theme.page
    above = max((side.margin_top + side.margin_bottom) / 2 - _BAR, _LEAST_MARGIN)
    return {
        "pm-page-size": f"{width:g}mm {height:g}mm",
        "pm-page-margin": f"{above:g}mm {side.margin_right:g}mm {above:g}mm {side.margin_left:g}mm",
        "pm-page-body": f"{theme.type.sizes['body']:g}pt",
    }


def _screen_file(face: Face, families: Typography) -> Path | None:
    """Return the file that a browser is given: where a family has none for the screen, the one for paper."""
    made_for_it = any(one.woff2 for one in families.faces if one.family == face.family)
    return face.woff2 if made_for_it or face.family == families.emoji else face.ttf


def _policy(style_sheet: str, script: str) -> str:
    """Return a policy under which this page's own style and script run, and nothing is asked of anywhere."""
    own = {"style": style_sheet, "script": script}
    hashes = (f"{name}-src 'sha256-{_encoded(sha256(text.encode()).digest())}'" for name, text in own.items())
    return "; ".join(
        ("default-src 'none'", *hashes, "img-src data:", "font-src data:", "base-uri 'none'", "form-action 'none'")
    )


def _words(labels: Labels) -> str:
    words = {
        "show": labels.show,
        "all": labels.show_all,
        "open": labels.show_open,
        "milestones": labels.show_milestones,
        "owner": labels.owner,
        "anyOwner": labels.any_owner,
        "sortBy": labels.sort_by,
        "copy": labels.copy,
        "copied": labels.copied,
    }
    return msgspec.json.encode(words).decode()


def _encoded(content: bytes) -> str:
    return b64encode(content).decode()
