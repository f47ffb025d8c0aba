"""A finished report put into a company's document: its parts joined with theirs, every number and name made anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from pmexport.model.report import Report
from pmexport.theme.theme import Theme
from pmexport.theme.watermark import shade
from pmexport.writers.docx.markup import Element, qualified, twips, w, words
from pmexport.writers.docx.package import parts_of
from pmexport.writers.docx.reference.company import Company, joined, relations_name, written
from pmexport.writers.docx.reference.parts import Parts
from pmexport.writers.docx.reference.soundness import points
from pmexport.writers.docx.reference.standing import blanks, bounded, filled, is_last, lowered, numbered, put
from pmexport.writers.docx.reference.styles import recoloured, repointed, taken_over, tied, used_styles
from pmexport.writers.docx.slots import Slots
from pmexport.writers.docx.watermark import marked

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

# How far a company's colour may be from one that means something, such as the red of a severity, to stand for it.
_NEAR = 60.0
_DOCUMENT = "word/document.xml"
_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# Those of our elements that refer to a part or an address.
_REFERRING = (qualified("w:hyperlink"), qualified("a:blip"), qualified("asvg:svgBlip"))
_KINDS = ("even", "default", "first")
_SIZE = ("w:pgSz", "w", "h")


def grafted(
    document: WordDocument, kept: Mapping[str, bytes], company: Company, report: Report, theme: Theme
) -> dict[str, bytes]:
    """Return the parts of the report in `document`, one of our own, within that of `company`; ours is used up by it.

    `kept` are the parts of ours that are held as bytes.
    """
    parts = Parts(company)
    own = parts_of(document, {**kept, _DOCUMENT: b""})
    body, notes = document.element.body, etree.fromstring(own["word/footnotes.xml"])
    comments = etree.fromstring(own["word/comments.xml"]) if "word/comments.xml" in own else None
    roots = [root for root in (body, notes, comments) if root is not None]
    _take_styles(own, company, parts, roots, theme)
    _renumber(own, parts, roots)
    _refer(own, parts, body, _DOCUMENT, company.main)
    _take_notes(own, parts, notes, body)
    if comments is not None:
        _take_comments(parts, comments, body)
    target = parts.open(company.main).find(qualified("w:body"))
    if target is not None:
        _stand(target, body, parts)
        _run(target, parts, report, theme)
        filled(target, blanks(report, theme.company))
    parts.keep("docProps/core.xml", own["docProps/core.xml"])
    return parts.closed()


def _take_styles(
    own: Mapping[str, bytes], company: Company, parts: Parts, roots: Iterable[Element], theme: Theme
) -> None:
    ours = etree.fromstring(own["word/styles.xml"])
    theirs = parts.open_related("styles", own["word/styles.xml"])
    before = len(theirs)
    ids = taken_over(ours, theirs, used_styles(roots), theme.word_styles)
    tied(theirs)
    colours = company.colours()
    if colours != Company(parts=dict(own), main=_DOCUMENT).colours():
        slots = Slots(colours, _NEAR)
        for root in (*list(theirs)[before:], *roots):
            recoloured(root, slots)
    for root in roots:
        repointed(root, ids)
    _name_language(ours, theirs)
    parts.added_styles = list(theirs)[before:]


def _name_language(ours: Element, theirs: Element) -> None:
    """Name the report's language in `theirs`, and where Word keeps it in a place of its own, there as well."""
    where = f".//{qualified('w:docDefaults')}//{qualified('w:lang')}"
    named = ours.find(where)
    if named is None:
        return
    own = str(named.get(qualified("w:val")))
    for language in theirs.iterfind(where):
        language.set(qualified("w:val"), own)
        for place in ("eastAsia", "bidi"):
            found = str(named.get(qualified(f"w:{place}")))
            if _is_said(found, place, own):
                language.set(qualified(f"w:{place}"), found)


def _is_said(found: str, place: str, own: str) -> bool:
    """Return whether a report says `found` at `place`, beside its `own` language, and not our base document."""
    if place == "eastAsia":
        return found.partition("-")[0] != "en"
    return found.partition("-")[0] == own.partition("-")[0]


def _renumber(own: Mapping[str, bytes], parts: Parts, roots: Iterable[Element]) -> None:
    """Add our lists behind theirs, each with a number that is free."""
    ours = etree.fromstring(own["word/numbering.xml"])
    theirs = parts.open_related("numbering", written(w("numbering")))
    shifts = {kind: _highest(theirs, kind) for kind in ("abstractNum", "num")}
    first = next(iter(theirs.findall(qualified("w:num"))), None)
    for definition in ours.findall(qualified("w:abstractNum")):
        _shift(definition, "abstractNumId", shifts["abstractNum"])
        if first is None:
            theirs.append(definition)
        else:
            first.addprevious(definition)
    for instance in ours.findall(qualified("w:num")):
        _shift(instance, "numId", shifts["num"])
        for abstract in instance.iter(qualified("w:abstractNumId")):
            _shift(abstract, "val", shifts["abstractNum"])
        theirs.append(instance)
    for root in (*roots, *parts.added_styles):
        for number in root.iter(qualified("w:numId")):
            _shift(number, "val", shifts["num"])
    # What cleans up unused lists must stand last (ISO/IEC 29500-1, 17.9.19).
    for last in theirs.findall(qualified("w:numIdMacAtCleanup")):
        theirs.append(last)


def _refer(own: Mapping[str, bytes], parts: Parts, root: Element, source: str, target: str) -> None:
    """Give the company's part `target` the pictures and links that `root`, of our part `source`, refers to."""
    relations = own.get(relations_name(source))
    if relations is None:
        return
    known = {str(one.get("Id")): one for one in etree.fromstring(relations)}
    renamed: dict[str, str] = {}
    for element in root.iter(*_REFERRING):
        for name in ("id", "embed"):
            key = element.get(f"{{{_NAMESPACE}}}{name}")
            if key is None or key not in known:
                continue
            if key not in renamed:
                one = known[key]
                renamed[key] = parts.relate(target, one, own.get(joined(source, str(one.get("Target")))))
            element.set(f"{{{_NAMESPACE}}}{name}", renamed[key])


def _take_notes(own: Mapping[str, bytes], parts: Parts, notes: Element, body: Element) -> None:
    if not list(body.iter(qualified("w:footnoteReference"))):
        return
    theirs = parts.open_related("footnotes", written(_empty_notes(notes)))
    shift = max((int(str(note.get(qualified("w:id")))) for note in theirs), default=0)
    _refer(own, parts, notes, "word/footnotes.xml", parts.name_of("footnotes"))
    for note in notes.findall(qualified("w:footnote")):
        if note.get(qualified("w:type")) is None:
            _shift(note, "id", shift)
            theirs.append(note)
    for reference in body.iter(qualified("w:footnoteReference")):
        _shift(reference, "id", shift)


def _take_comments(parts: Parts, comments: Element, body: Element) -> None:
    """Add our `comments` behind theirs, each with a number that is free."""
    theirs = parts.open_related("comments", written(w("comments")))
    shift = max((int(str(one.get(qualified("w:id")))) for one in theirs), default=-1) + 1
    marks = (f"w:comment{kind}" for kind in ("RangeStart", "RangeEnd", "Reference"))
    for one in (*comments, *body.iter(*map(qualified, marks))):
        _shift(one, "id", shift)
    theirs.extend(list(comments))


def _empty_notes(notes: Element) -> Element:
    """Return `notes` with nothing but the lines that part notes from text."""
    empty = deepcopy(notes)
    for note in empty.findall(qualified("w:footnote")):
        if note.get(qualified("w:type")) is None:
            empty.remove(note)
    return empty


def _stand(target: Element, body: Element, parts: Parts) -> None:
    """Put our text into theirs, each of our turned pages with the headers of the section that it stands in."""
    last = body.find(qualified("w:sectPr"))
    if last is not None:
        body.remove(last)
    parts.renumber_bookmarks(target, body)
    content = list(body)
    bounded(target, content)
    around = put(target, content)
    base = around if around is not None else w("sectPr", w("pgSz", w=twips(595.3), h=twips(841.9)))
    stretches: list[Element] = []
    for element in content:
        for section in list(element.iter(qualified("w:sectPr"))):
            parent = section.getparent()
            if parent is not None:
                stretches.append(_section(base, turned=_is_turned(section)))
                parent.replace(section, stretches[-1])
    if content and is_last(content[-1]):
        lowered(content[-1])
    if last is not None and content and _is_turned(last) and not _is_turned(base):
        stretches.append(_section(base, turned=True))
        content[-1].addnext(w("p", w("pPr", stretches[-1])))
    for section in (*stretches, base)[1:]:
        _go_on(section)


def _go_on(section: Element) -> None:
    """Let `section` go on where the one before ends: no first page of its own, its pages counted on, on a new one."""
    for tag in ("w:titlePg", "w:type"):
        for one in section.findall(qualified(tag)):
            section.remove(one)
    for one in section.findall(qualified("w:pgNumType")):
        one.attrib.pop(qualified("w:start"), None)


def _section(base: Element, *, turned: bool) -> Element:
    section = deepcopy(base)
    size = section.find(qualified("w:pgSz"))
    if turned and size is not None and not _is_turned(section):
        width, height = (str(size.get(qualified(f"w:{side}"))) for side in ("w", "h"))
        size.set(qualified("w:w"), height)
        size.set(qualified("w:h"), width)
        size.set(qualified("w:orient"), "landscape")
    return section


def _is_turned(section: Element) -> bool:
    size = section.find(qualified("w:pgSz"))
    if size is None:
        return False
    width, height = (points(size.get(qualified(f"w:{side}"))) for side in ("w", "h"))
    return size.get(qualified("w:orient")) == "landscape" or width > height


def _run(body: Element, parts: Parts, report: Report, theme: Theme) -> None:
    """Fill the blanks of the company's running lines; say the classification and the draft's word where they do not."""
    values = blanks(report, theme.company)
    classification, word = report.marks.classification, report.marks.draft or theme.watermark
    asked: set[str] = set()
    lines = [parts.open(name) for name in parts.running("header", "footer")]
    for line in lines:
        numbered(line, report.labels.page_of)
        asked |= filled(line, values)
    said = "".join(text.text or "" for line in lines for text in line.iter(qualified("w:t")))
    if classification and "classification" not in asked and classification.casefold() not in said.casefold():
        for footer in parts.complete(body, "footer", _KINDS):
            footer.append(words(classification, parts.style("Footer")))
    if word:
        for number, header in enumerate(parts.complete(body, "header", _KINDS), 1):
            marked(header, word.upper(), _width(body), number, shade(theme.light))


def _width(body: Element) -> float:
    size = body.find(f".//{qualified('w:pgSz')}")
    return 480.0 if size is None else points(size.get(qualified("w:w"))) * 0.8


def _highest(root: Element, tag: str) -> int:
    numbers = (int(str(one.get(qualified(f"w:{tag}Id")))) for one in root.findall(qualified(f"w:{tag}")))
    return max(numbers, default=0)


def _shift(element: Element, name: str, by: int) -> None:
    key = qualified(f"w:{name}")
    element.set(key, str(int(str(element.get(key))) + by))
