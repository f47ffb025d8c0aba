"""Report to an e-mail that a mail program opens as a draft: a text part and an HTML part, no sender, no date."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP

from pmexport.model.rendering import Rendering
from pmexport.model.report import Report
from pmexport.theme.theme import Theme
from pmexport.writers.page import Medium, draw
from pmexport.writers.templates import render
from pmexport.writers.text import plain_text

# The same for every message, so that the same report gives the same bytes; no line of a part starts like it.
_BOUNDARY = "=_pmexport_alternative"


def write(report: Report, theme: Theme) -> Rendering:
    """Return `report` as an RFC 5322 message with the parts text/plain and text/html.

    ``X-Unsent`` makes mail programs open it to be addressed and sent. The chart is left out: few of them show SVG.
    """
    message = EmailMessage(policy=SMTP.clone(max_line_length=78))
    draft = f"[{report.marks.draft}] " if report.marks.draft else ""
    message["Subject"] = f"{draft}{report.marks.title}"
    message["X-Unsent"] = "1"
    message.set_content(plain_text(report), cte="quoted-printable")
    message.add_alternative(_html(report, theme), subtype="html", cte="quoted-printable")
    message.set_boundary(_BOUNDARY)
    message["Content-Language"] = report.language
    return Rendering(content=message.as_bytes())


def _html(report: Report, theme: Theme) -> str:
    medium = Medium(chart=lambda _: "", paint=_colour(theme), screen=False)  # type: ignore[arg-type,return-value]  # an empty chart
    page = draw(report, theme, medium)
    return render("email.html.j2", theme, {**page.names, "body": page.body})


def _colour(theme: Theme):  # type: ignore[no-untyped-def]  # noqa: ANN202
    ink = theme.light.ink.hex
    return lambda _: ink
