"""Where in a company's document the report stands, and the blanks around it that the report fills."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy

from pmexport.model.report import Report
from pmexport.writers.docx.markup import Element, clean, qualified, w

_BOUNDS = "_pmexport_report"
_PLACEHOLDER = re.compile(r"\{\{\s*report\s*\}\}")
_BLANK = re.compile(r"\{\{\s*(\w+)\s*\}\}")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_COUNTER = re.compile(r"(\{pages?\})")
_FIELDS = {"{page}": " PAGE ", "{pages}": " NUMPAGES "}
_SEPARATOR = " \N{MIDDLE DOT} "
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
    """Fill every ``{{ name }}`` in `root` that is among `values`, and return which were.

    One between dots for which there is nothing takes a dot with it.
    """
    found: set[str] = set()
    for paragraph in root.iter(_PARAGRAPH):
        texts = list(paragraph.iter(qualified("w:t")))
        whole = "".join(text.text or "" for text in texts)
        blanks = [match for match in _BLANK.finditer(whole) if match[1] in values]
        last = len(whole)
        for blank in reversed(blanks):
            start, end = blank.span() if values[blank[1]] else _with_a_dot(whole, *blank.span())
            _fill(texts, start, min(end, last), values[blank[1]])
            found.add(blank[1])
            last = start
    return found


def _with_a_dot(whole: str, start: int, end: int) -> tuple[int, int]:
    """Return where an empty part of `whole` and one of the dots beside it stand; nothing else is said in that part."""
    alone = whole[:start].endswith((_SEPARATOR, "}}")) or start == 0
    if alone and whole.startswith(_SEPARATOR, end):
        return start, end + len(_SEPARATOR)
    if whole[:start].endswith(_SEPARATOR) and (end == len(whole) or whole.startswith("{{", end)):
        return start - len(_SEPARATOR), end
    return start, end


def numbered(root: Element, pattern: str) -> None:
    """Put `pattern`, with ``{page}`` and ``{pages}``, in the place of every ``{{ page }}`` in `root`, as fields.

    It comes before anything else is filled in: no word of the report may become a field.
    """
    for paragraph in root.iter(_PARAGRAPH):
        if "page" not in filled(paragraph, {"page": pattern}):
            continue
        for text in list(paragraph.iter(qualified("w:t"))):
            if (here := text.getparent()) is not None and here.tag == qualified("w:r"):
                _into_fields(here, text)


def _into_fields(here: Element, text: Element) -> None:
    """Part the run `here` at each counter in its `text`; every part looks as it did."""
    pieces = _COUNTER.split(text.text or "")
    text.text = pieces[0]
    for piece in reversed(list(pieces[1:])):
        one = w("r")
        if (look := here.find(qualified("w:rPr"))) is not None:
            one.append(deepcopy(look))
        one.append(words := w("t"))
        words.text = "1" if piece in _FIELDS else piece
        words.set(_SPACE, "preserve")
        if piece:
            here.addnext(w("fldSimple", one, instr=_FIELDS[piece]) if piece in _FIELDS else one)


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
            text.set(_SPACE, "preserve")
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


def bounded(body: Element, content: list[Element]) -> None:
    """Mark where `content`, the report, begins and ends in `body` by a bookmark: the rest is not its author's.

    One that `body` has already, a report's own document, gives way.
    """
    start = qualified("w:bookmarkStart")
    old = {one.get(qualified("w:id")) for one in body.iter(start) if one.get(qualified("w:name")) == _BOUNDS}
    for one in [one for one in body.iter(start, qualified("w:bookmarkEnd")) if one.get(qualified("w:id")) in old]:
        if (around := one.getparent()) is not None:
            around.remove(one)
    marks = [one.get(qualified("w:id")) for root in (body, *content) for one in root.iter(start)]
    number = max((int(str(mark)) for mark in marks), default=0) + 1
    paragraphs = [one for element in content for one in element.iter(_PARAGRAPH)]
    if paragraphs:
        first = paragraphs[0]
        first.insert(0 if first.find(qualified("w:pPr")) is None else 1, w("bookmarkStart", id=number, name=_BOUNDS))
        paragraphs[-1].append(w("bookmarkEnd", id=number))


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


def section_of(body: Element) -> Element | None:
    """Return the properties of the section in which a report would stand in `body`, which is used up by it."""
    place = next((one for one in body.iter(_PARAGRAPH) if _PLACEHOLDER.search(_text(one))), None)
    if place is None:
        return _section_after(body, _after_cover(body))
    own = place.find(f"{qualified('w:pPr')}/{qualified('w:sectPr')}")
    return own if own is not None else _section_after(body, body.index(_top(place, body)) + 1)


def heads_its_page(body: Element) -> bool:
    """Say whether a report would begin at the head of a page in `body`; behind a cover it does."""
    place = next((one for one in body.iter(_PARAGRAPH) if _PLACEHOLDER.search(_text(one))), None)
    if place is None:
        return True
    top = _top(place, body)
    if _PLACEHOLDER.sub("", _text(top)).strip():
        return False
    for child in top.itersiblings(preceding=True):
        if _ends_page(child) or child.find(f".//{qualified('w:sectPr')}") is not None:
            return True
        if _says(child):
            return False
    return True


def is_asked_for(root: Element) -> bool:
    """Say whether ``{{ report }}`` stands in `root`."""
    return any(_PLACEHOLDER.search(_text(one)) for one in root.iter(_PARAGRAPH))


def _replace(body: Element, place: Element, content: list[Element]) -> Element | None:
    """Put `content` in the place of the placeholder in the paragraph `place`; what the company says around it stays.

    A table is parted behind the row that holds the placeholder.
    """
    own = place.find(f"{qualified('w:pPr')}/{qualified('w:sectPr')}")
    top = _top(place, body)
    index = body.index(top)
    section = own if own is not None else _section_after(body, index + 1)
    _clear(place)
    stays = _says(top)
    rest = _rows_below(top, place) if stays else None
    index += int(stays and own is None)
    for offset, element in enumerate([*content, *([] if rest is None else [rest])]):
        body.insert(index + offset, element)
    if own is None and not stays:
        body.remove(top)
    return section


def _top(place: Element, body: Element) -> Element:
    """Return the child of `body` that is `place` or holds it."""
    around = place.getparent()
    return place if around is None or around is body else _top(around, body)


def _clear(place: Element) -> None:
    """Take the placeholder out of the paragraph `place`."""
    texts = list(place.iter(qualified("w:t")))
    found = _PLACEHOLDER.search("".join(text.text or "" for text in texts))
    if found:
        _fill(texts, *found.span(), "")


def _says(element: Element) -> bool:
    return bool(_text(element).strip()) or any(True for _ in element.iter(qualified("w:drawing"), qualified("w:pict")))


def _rows_below(table: Element, place: Element) -> Element | None:
    """Return the rows of `table` below the one that holds `place` as a table of their own, taken out of it."""
    row = next((one for one in place.iterancestors(qualified("w:tr")) if one.getparent() is table), None)
    below = [] if row is None else list(row.itersiblings(qualified("w:tr")))
    if not below:
        return None
    rest = deepcopy(table)
    for one in rest.findall(qualified("w:tr")):
        rest.remove(one)
    rest.extend(below)
    return rest


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
