"""Report to one HTML file: complete in itself, asking for nothing, readable without scripts and without its fonts."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

import msgspec
from markupsafe import Markup

from pmexport.model.rendering import Rendering
from pmexport.model.report import Labels, Report
from pmexport.theme.theme import Theme
from pmexport.writers.page import Medium, Page, draw, style
from pmexport.writers.page.charts import ScreenCharts
from pmexport.writers.page.logo import logo_address
from pmexport.writers.page.running import brand, line
from pmexport.writers.templates import environment, sheet

_SANS = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif"
_MONO = "ui-monospace, 'Cascadia Mono', Menlo, Consolas, 'Liberation Mono', monospace"
_FALLBACK = {"text": _SANS, "display": _SANS, "mono": _MONO}


def write(report: Report, theme: Theme) -> Rendering:
    """Return `report` as one HTML file in UTF-8."""
    charts = ScreenCharts(theme)
    page = draw(report, theme, Medium(chart=charts.draw, paint="var(--{})".format, screen=True))
    style_sheet = _style_sheet(theme, page, charts)
    script = sheet("screen.js")
    text = (
        environment(theme)
        .get_template("report.html.j2")
        .render(
            report=report,
            labels=report.labels,
            theme=theme,
            screen=True,
            policy=_policy(style_sheet, script),
            styles=Markup(style_sheet),  # noqa: S704  # parsed colours, escaped names and shipped sheets
            script=Markup(script),  # noqa: S704  # shipped
            words=_words(report.labels),
            logo=logo_address(theme.logo),
            logo_dark=logo_address(theme.logo_dark),
            brand=brand(report, theme),
            contents=page.contents,
            marks=line(theme.page.header_right, report.marks, theme.company),
            overview=page.body,
            rest="",
        )
    )
    return Rendering(content=text.encode())


def _style_sheet(theme: Theme, page: Page, charts: ScreenCharts) -> str:
    faces = "".join(
        style.font_face(
            face, f"url(data:font/woff2;base64,{_encoded(face.woff2.read_bytes())})", emoji=theme.type.emoji
        )
        for face in style.faces_used(theme, page.body)
        if face.woff2
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
            sheet("screen.css"),
            charts.rules(),
            theme.style_sheet,
        )
    )


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
