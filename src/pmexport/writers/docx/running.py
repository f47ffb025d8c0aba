"""What runs along the top and the foot of every page, and the sheet that it runs on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from pmexport.model.report import Report
from pmexport.theme.theme import Logo, PageStyle
from pmexport.writers.docx.markup import PLAIN, Element, Voice, qualified, run, twips, w
from pmexport.writers.docx.raster import Raster
from pmexport.writers.docx.sheet import margins, sheet_size

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.opc.part import Part

    from pmexport.writers.docx.manuscript import Manuscript

_LOGO_HEIGHT = 11.0
_LOGO_WIDTH = 150.0
# A logo longer than this, in heights, is taken for one that spells the name.
_WORD_MARK = 2.2
_GAP = "\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}"
_FIELD = re.compile(r"(\{\w+\})")
_COUNTERS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
_BRAND = Voice(style="Brand")
_DRAFT = Voice(style="Draft")
_SEPARATOR = " \N{MIDDLE DOT} "


def set_sheet(document: WordDocument, report: Report, page: PageStyle) -> None:
    """Give the document's one section its paper and margins."""
    width, height = sheet_size(report)
    section = document.element.body.sectPr
    size, room = section.find(qualified("w:pgSz")), section.find(qualified("w:pgMar"))
    size.set(qualified("w:w"), str(twips(width)))
    size.set(qualified("w:h"), str(twips(height)))
    for side, points in margins(page).items():
        room.set(qualified(f"w:{side}"), str(twips(points)))


def set_running_lines(manuscript: Manuscript) -> None:
    """Fill header and footer from the theme's page style; a draft says so in the middle of every page's head."""
    section = manuscript.document.sections[0]
    page, draft = manuscript.theme.page, manuscript.report.marks.draft
    header, footer = section.header, section.footer
    middle = [run(draft, _DRAFT)] if draft else []
    _fill(header.paragraphs[0]._p, _head(manuscript, header.part), middle, page.header_right, manuscript)  # noqa: SLF001
    _fill(footer.paragraphs[0]._p, _line(page.footer_left, manuscript), [], page.footer_right, manuscript)  # noqa: SLF001


def _fill(
    paragraph: Element, left: Iterable[Element], middle: Sequence[Element], right: str, manuscript: Manuscript
) -> None:
    properties = paragraph.find(qualified("w:pPr"))
    stops = [("center", manuscript.width / 2)] * bool(middle) + [("right", manuscript.width)]
    if properties is not None:
        properties.append(w("tabs", *(w("tab", val=kind, pos=twips(stop)) for kind, stop in stops)))
    paragraph.extend(left)
    if middle:
        paragraph.extend([run("\t"), *middle])
    paragraph.append(run("\t"))
    paragraph.extend(_line(right, manuscript))


def _head(manuscript: Manuscript, home: Part) -> list[Element]:
    """Return the left of the page's head: the company's sign and name, or, without either, what the document is.

    A logo that spells the name stands alone; beside its name, a sign is decoration.
    """
    logo = manuscript.theme.logo
    if logo is not None and logo.width > _WORD_MARK * logo.height:
        return [_logo(logo, logo.alt, manuscript, home)]
    line = list(_line(manuscript.theme.page.header_left, manuscript))
    if logo is not None:
        return [_logo(logo, "" if line else logo.alt, manuscript, home), run(_GAP), *line]
    return line or [run(manuscript.report.marks.kind)]


def _line(pattern: str, manuscript: Manuscript) -> Iterable[Element]:
    """Yield the runs of `pattern`. Only the theme's own ``{page}`` and ``{pages}`` become fields, no word of the input.

    A part between dots whose fields are all empty is left out.
    """
    if "{page}" in pattern and "{pages}" not in pattern:
        pattern = pattern.replace("{page}", manuscript.labels.page_of)
    values = _values(manuscript)
    parts = [_FIELD.split(part) for part in pattern.split(_SEPARATOR)]
    kept = [part for part in parts if not _known(part, values) or any(values[name] for name in _known(part, values))]
    for index, part in enumerate(kept):
        if index:
            yield run(_SEPARATOR)
        for piece in part:
            if piece in _COUNTERS:
                yield w("fldSimple", run("1"), instr=f" {_COUNTERS[piece]} ")
            elif piece:
                yield run(values.get(piece, piece), _BRAND if piece == "{company}" else PLAIN)


def _known(part: list[str], values: dict[str, str]) -> list[str]:
    return [piece for piece in part if piece in values]


def _values(manuscript: Manuscript) -> dict[str, str]:
    marks = manuscript.report.marks
    return {
        "{company}": manuscript.theme.company,
        "{id}": marks.incident_id,
        "{title}": marks.title,
        "{classification}": marks.classification,
        "{kind}": marks.kind,
    }


def _logo(logo: Logo, alt: str, manuscript: Manuscript, home: Part) -> Element:
    scale = min(_LOGO_HEIGHT / logo.height, _LOGO_WIDTH / logo.width)
    size = (logo.width * scale, logo.height * scale)
    if logo.media_type != "image/svg+xml":
        return manuscript.pictures.inline(home, logo.content, logo.media_type, size=size, alt=alt)
    svg = logo.content.decode()
    return manuscript.pictures.drawing(home, svg, Raster(svg, size[0], ()), size=size, alt=alt)
