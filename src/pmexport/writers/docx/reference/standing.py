"""Where in a company's document the report stands, and the blanks around it that the report fills."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pmexport.model.report import Report
from pmexport.writers.docx.markup import Element, clean, qualified, w

_PLACEHOLDER = re.compile(r"\{\{\s*report\s*\}\}")
_BLANK = re.compile(r"\{\{\s*(\w+)\s*\}\}")
_PARAGRAPH, _TABLE, _CONTROL = (qualified(f"w:{tag}") for tag in ("p", "tbl", "sdt"))


def blanks(report: Report, company: str) -> dict[str, str]:
    """Return what a company's cover, header and footer may ask for in double braces."""
    marks, own = report.marks, report.properties
    return {
        "title": marks.title,
        "id": marks.incident_id,
        "incident_id": marks.incident_id,
        "kind": marks.kind,
        "classification": marks.classification,
        "company": company,
        "date": own.date,
        "authors": ", ".join(own.authors),
        "status": marks.draft,
    }


def filled(root: Element, values: Mapping[str, str]) -> set[str]:
    """Fill every ``{{ name }}`` in `root` that is among `values`, and return which were."""
    found: set[str] = set()
    for paragraph in root.iter(_PARAGRAPH):
        texts = list(paragraph.iter(qualified("w:t")))
        whole = "".join(text.text or "" for text in texts)
        blanks = [match for match in _BLANK.finditer(whole) if match[1] in values]
        for blank in reversed(blanks):
            _fill(texts, blank.start(), blank.end(), values[blank[1]])
            found.add(blank[1])
    return found


def _fill(texts: list[Element], start: int, end: int, words: str) -> None:
    """Put `words` in the place of the characters `start` to `end` of `texts`: Word parts a text into runs as it likes.

    The run in which they start has the look, and gets all of them; tabs, fields and pictures between others stay.
    """
    place = 0
    for text in texts:
        own = text.text or ""
        low, high = max(start - place, 0), min(end - place, len(own))
        if low < high:
            text.text = own[:low] + (clean(words) if place + low == start else "") + own[high:]
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        place += len(own)


def put(body: Element, content: list[Element]) -> Element | None:
    """Put `content` where ``{{ report }}`` stands in `body`, or else after the cover; return the section around it.

    That is the properties of the section, None where the document says nothing of it. A cover ends with the first page
    or section that ends; a document with neither is a cover as a whole, and the report begins on a new page.
    """
    place = next((one for one in body.iter(_PARAGRAPH) if _PLACEHOLDER.search(_text(one))), None)
    if place is not None:
        return _replace(body, place, content)
    index = _after_cover(body)
    section = _section_after(body, index)
    for offset, element in enumerate(content):
        body.insert(index + offset, element)
    return section


def is_last(element: Element) -> bool:
    """Say whether nothing but the section's properties follows `element` in its document."""
    return all(following.tag == qualified("w:sectPr") for following in element.itersiblings())


def lowered(element: Element) -> None:
    """Make an empty paragraph as low as can be: after a table that ends a document it must not need another page."""
    if element.tag != _PARAGRAPH or _text(element):
        return
    properties = element.find(qualified("w:pPr"))
    spacing = w("spacing", before=0, after=0, line=20, lineRule="exact")
    if properties is None:
        element.insert(0, w("pPr", spacing))
    elif len(properties) == 1:  # the style alone, which the spacing follows
        properties.append(spacing)


def _replace(body: Element, place: Element, content: list[Element]) -> Element | None:
    own = place.find(f"{qualified('w:pPr')}/{qualified('w:sectPr')}")
    top = place
    while top.getparent() is not None and top.getparent() is not body:
        top = top.getparent()  # type: ignore[assignment]  # it was asked for in the line above
    index = body.index(top)
    section = own if own is not None else _section_after(body, index + 1)
    for offset, element in enumerate(content):
        body.insert(index + offset, element)
    if own is None:
        body.remove(top)
    else:
        for child in list(place):
            if child.tag != qualified("w:pPr"):
                place.remove(child)
    return section


def _after_cover(body: Element) -> int:
    children = [child for child in body if child.tag != qualified("w:sectPr")]
    for index, child in enumerate(children):
        if child.find(f".//{qualified('w:docPartGallery')}[@{qualified('w:val')}='Cover Pages']") is not None:
            return index + 1
        if child.find(f".//{qualified('w:sectPr')}") is not None or _ends_page(child):
            return index + 1
    if any(_text(child).strip() or child.find(f".//{qualified('w:drawing')}") is not None for child in children):
        body.insert(len(children), w("p", w("r", w("br", type="page"))))
        return len(children) + 1
    for child in children:
        body.remove(child)
    return 0


def _ends_page(child: Element) -> bool:
    return any(one.get(qualified("w:type")) == "page" for one in child.iter(qualified("w:br")))


def _section_after(body: Element, index: int) -> Element | None:
    for child in list(body)[index:]:
        if child.tag == qualified("w:sectPr"):
            return child
        found = child.find(f".//{qualified('w:sectPr')}")
        if found is not None:
            return found
    return None


def _text(element: Element) -> str:
    return "".join(text.text or "" for text in element.iter(qualified("w:t")))
