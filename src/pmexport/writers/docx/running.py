"""What runs along the top and the foot of every page, and the word across it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from copy import deepcopy
from typing import TYPE_CHECKING, cast

from docx.opc.packuri import PackURI

from pmexport.theme.theme import Logo
from pmexport.theme.watermark import shade
from pmexport.writers.docx.markup import PLAIN, Element, Voice, qualified, run, twips, w
from pmexport.writers.docx.raster import painted
from pmexport.writers.docx.watermark import marked

if TYPE_CHECKING:
    from docx.opc.part import Part, XmlPart

    from pmexport.writers.docx.manuscript import Manuscript

_LOGO_HEIGHT = 11.0
_LOGO_WIDTH = 150.0
# A logo longer than this, in heights, is taken for one that spells the name.
_WORD_MARK = 2.2
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_GAP = "\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}"
_FIELD = re.compile(r"(\{\w+\})")
_COUNTERS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
_BRAND = Voice(style="Brand")
_SEPARATOR = " \N{MIDDLE DOT} "


def set_running_lines(manuscript: Manuscript) -> None:
    """Fill the headers and footers of every kind, first, even and other, alike: whichever Word shows, none is empty.

    Where the left of the head says what the document is, the first page does without: the line over its title does.
    """
    page = manuscript.theme.page
    opening = _first_of(manuscript) if says_kind(manuscript) else None
    for header, footer in manuscript.running_parts():
        left = [] if header is opening else _head(manuscript, header)
        _fill(_line_of(header), left, page.header_right, manuscript)
        _fill(_line_of(footer), _line(page.footer_left, manuscript), page.footer_right, manuscript)


def says_kind(manuscript: Manuscript) -> bool:
    """Return whether the left of the page's head says in words what the first line over the title says again."""
    marks = manuscript.report.marks
    if manuscript.theme.logo is not None or marks.kind == marks.classification:
        return False
    line = list(_line(manuscript.theme.page.header_left, manuscript))
    return not line or "".join(text.text or "" for one in line for text in one.iter(qualified("w:t"))) == marks.kind


def set_watermark(manuscript: Manuscript) -> None:
    """Lay the draft's word, or else the theme's, across every page, whichever header it has."""
    word = manuscript.report.marks.draft or manuscript.theme.watermark
    if word:
        for number, header in enumerate(manuscript.headers(), 1):
            marked(header.element, word.upper(), manuscript.width, number, shade(manuscript.theme.light))


def turned_references(manuscript: Manuscript, references: Sequence[Element]) -> list[Element]:
    """Return `references` to headers and footers as turned pages need them: copies whose right edge is theirs."""
    turned = []
    parts = manuscript.document.part
    for reference in references:
        part = cast("XmlPart", parts.related_parts[str(reference.get(qualified("r:id")))])
        name = PackURI(str(part.partname).replace(".xml", "-turned.xml"))
        copy = type(part)(name, part.content_type, deepcopy(part.element), part.package)
        for key, relation in part.rels.items():
            copy.rels.add_relationship(relation.reltype, relation._target, key, relation.is_external)  # noqa: SLF001
        for stop in copy.element.iter(qualified("w:tab")):
            if stop.get(qualified("w:pos")) == str(twips(manuscript.width)):
                stop.set(qualified("w:pos"), str(twips(manuscript.long_width)))
        found = deepcopy(reference)
        found.set(qualified("r:id"), parts.relate_to(copy, f"{_RELATIONSHIPS}/{_kind(reference)}"))
        turned.append(found)
    return turned


def _kind(reference: Element) -> str:
    return "header" if reference.tag == qualified("w:headerReference") else "footer"


def _first_of(manuscript: Manuscript) -> Part | None:
    """Return the header of first pages."""
    for reference in manuscript.document.element.body.sectPr.iter(qualified("w:headerReference")):
        if reference.get(qualified("w:type")) == "first":
            return cast("Part", manuscript.document.part.related_parts[str(reference.get(qualified("r:id")))])
    return None


def _line_of(part: XmlPart) -> Element:
    found: Element = part.element.find(qualified("w:p"))
    return found


def _fill(paragraph: Element, left: Iterable[Element], right: str, manuscript: Manuscript) -> None:
    properties = paragraph.find(qualified("w:pPr"))
    if properties is not None:
        properties.append(w("tabs", w("tab", val="right", pos=twips(manuscript.width))))
    paragraph.extend(left)
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
    marks = manuscript.report.marks
    # What stands at the right is not said twice.
    return line or ([run(marks.kind, _BRAND)] if marks.kind != marks.classification else [])


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
    raster = painted(svg, size[0], (), ground=manuscript.theme.light.ground.hex)
    return manuscript.pictures.drawing(home, svg, raster, size=size, alt=alt)
