"""What PDF/A-3a asks of a file, held against its objects: a referee of our own, for want of one in a package registry.

Source: ISO 19005-3:2012, whose clause stands before each finding. What needs a judgement of the content is left out.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TypeAlias

import pikepdf
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # ships no types
from lxml import etree

Finding: TypeAlias = str

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_PDFA = "{http://www.aiim.org/pdfa/ns/id/}"
_EXTENSION = "{http://www.aiim.org/pdfa/ns/schema#}"
# Namespaces that need no description of their own.
_KNOWN = {
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://purl.org/dc/elements/1.1/", "http://ns.adobe.com/xap/1.0/",
    "http://ns.adobe.com/pdf/1.3/", "http://www.aiim.org/pdfa/ns/id/", "http://ns.adobe.com/xap/1.0/mm/",
    "http://www.aiim.org/pdfa/ns/extension/", "http://www.aiim.org/pdfa/ns/schema#",
    "http://www.aiim.org/pdfa/ns/property#", "adobe:ns:meta/",
}  # fmt: skip
_FORBIDDEN_ACTIONS = {
    "/Launch", "/Sound", "/Movie", "/ResetForm", "/ImportData", "/Hide", "/SetOCGState", "/Rendition", "/Trans",
    "/GoTo3DView", "/JavaScript",
}  # fmt: skip
_BLENDS = {
    "/Normal", "/Compatible", "/Multiply", "/Screen", "/Overlay", "/Darken", "/Lighten", "/ColorDodge", "/ColorBurn",
    "/HardLight", "/SoftLight", "/Difference", "/Exclusion", "/Hue", "/Saturation", "/Color", "/Luminosity",
}  # fmt: skip
_STANDARD_TYPES = {
    "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private",
    "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead",
    "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT",
    "RP", "Warichu", "WT", "WP", "Figure", "Formula", "Form",
}  # fmt: skip
_PRINT, _UNSEEN = 4, 1 | 2 | 32 | 256  # invisible, hidden, no view, toggle no view
_LONGEST_STRING, _LONGEST_NAME, _DEEPEST = 32767, 127, 28
_UNMAPPED = {0, 0xFEFF, 0xFFFE}


def faults(content: bytes) -> list[Finding]:
    """Return what keeps `content` from being PDF/A-3a, each with its clause."""
    with pikepdf.open(io.BytesIO(content)) as document:
        checks = (_file(content, document), _objects(document), _colour(document), _fonts(document), _pages(document))
        more = (_metadata(document), _structure(document), _embedded(document))
        return [finding for check in (*checks, *more) for finding in check]


def _file(content: bytes, document: pikepdf.Pdf) -> Iterator[Finding]:
    first, second = content.split(b"\n", 2)[:2]
    if not re.fullmatch(rb"%PDF-1\.[0-7]", first):
        yield f"6.1.2 the header is {first!r}"
    if not (second.startswith(b"%") and len(second) > 4 and all(byte > 127 for byte in second[1:5])):
        yield "6.1.2 no comment of four bytes over 127 follows the header"
    if "/ID" not in document.trailer:
        yield "6.1.3 the trailer has no ID"
    if document.is_encrypted:
        yield "6.1.3 the file is encrypted"
    if not content.rstrip(b"\r\n").endswith(b"%%EOF"):
        yield "6.1.3 something follows the end of the file"


def _objects(document: pikepdf.Pdf) -> Iterator[Finding]:
    for part in document.objects:
        if isinstance(part, pikepdf.Stream):
            filters = {str(one) for one in _listed(part.get("/Filter"))}
            if "/F" in part or "/FFilter" in part:
                yield "6.1.7.1 a stream lies outside the file"
            if filters & {"/LZWDecode", "/Crypt"}:
                yield f"6.1.7.2 a stream has the filter {filters}"
        for one in _with_what_is_in_it(part):
            yield from _dictionary(one)


def _with_what_is_in_it(part: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Yield `part` and the dictionaries written within it; those that stand elsewhere have their turn there."""
    if isinstance(part, pikepdf.Dictionary | pikepdf.Stream):
        yield part
    inner = [value for _, value in part.items()] if _is_dictionary(part) else _listed(part)
    for value in inner if isinstance(part, pikepdf.Array | pikepdf.Dictionary | pikepdf.Stream) else ():
        if isinstance(value, pikepdf.Array | pikepdf.Dictionary) and not value.is_indirect:
            yield from _with_what_is_in_it(value)


def _is_dictionary(part: pikepdf.Object) -> bool:
    return isinstance(part, pikepdf.Dictionary | pikepdf.Stream)


def _dictionary(part: pikepdf.Object) -> Iterator[Finding]:
    kind = str(part.get("/Type", part.get("/Subtype", "")))
    if kind == "/OCG" or "/OCProperties" in part:
        yield "6.9 the file has optional content"
    if str(part.get("/S", "")) in _FORBIDDEN_ACTIONS:
        yield f"6.5.1 an action {part['/S']}"
    if "/AA" in part:
        yield "6.5.2 something happens by itself"
    if str(part.get("/Subtype", "")) == "/Image" and (part.get("/Interpolate", False) or "/Alternates" in part):
        yield "6.2.8 an image is interpolated or has alternates"
    if str(part.get("/Subtype", "")) == "/PS" or "/OPI" in part or "/PresSteps" in part:
        yield "6.2.9 PostScript, OPI or a presentation"
    if "/BM" in part and not {str(one) for one in _listed(part["/BM"])} <= _BLENDS:
        yield f"6.2.10 an unknown blend {part['/BM']}"
    if "/TR" in part or "/HTP" in part or str(part.get("/TR2", "/Default")) != "/Default":
        yield "6.2.5 a transfer function"
    for name, value in part.items():
        if len(name.encode()) - 1 > _LONGEST_NAME:
            yield f"6.1.13 the name {name[:40]}… is too long"
        if isinstance(value, pikepdf.String) and len(bytes(value)) > _LONGEST_STRING:
            yield f"6.1.13 the string of {name} is too long"


def _colour(document: pikepdf.Pdf) -> Iterator[Finding]:
    intents = [one for one in _listed(document.Root.get("/OutputIntents")) if str(one.get("/S", "")) == "/GTS_PDFA1"]
    if len(intents) != 1:
        yield f"6.2.3 {len(intents)} output intents for PDF/A"
        return
    profile = intents[0].get("/DestOutputProfile")
    if not isinstance(profile, pikepdf.Stream):
        yield "6.2.3 the output intent holds no profile"
        return
    icc = profile.read_bytes()
    if icc[36:40] != b"acsp" or icc[12:16] not in {b"mntr", b"prtr"} or icc[16:20] != b"RGB " or not 1 < icc[8] < 5:
        yield "6.2.3 the output intent holds no profile of RGB"
    elif int(profile.get("/N", 0)) != 3:
        yield "6.2.3 the profile says another number of colours"
    spaces = {str(part.get("/ColorSpace", "")) for part in document.objects if isinstance(part, pikepdf.Stream)}
    if "/DeviceCMYK" in spaces:
        yield "6.2.4.3 an image in device CMYK under a profile of RGB"


def _fonts(document: pikepdf.Pdf) -> Iterator[Finding]:
    for font in (part for part in document.objects if _is(part, "/Font")):
        name = str(font.get("/BaseFont", "?"))
        if str(font.get("/Subtype", "")) in {"/CIDFontType0", "/CIDFontType2"}:
            yield from _descendant(font, name)
        elif "/ToUnicode" not in font:
            yield f"6.2.11.7 {name} says no characters"
        else:
            mapped = re.findall(rb"<[0-9A-Fa-f]+>\s*<([0-9A-Fa-f]+)>", font["/ToUnicode"].read_bytes())
            if any(int(code, 16) in _UNMAPPED for code in mapped):
                yield f"6.2.11.7 {name} maps a glyph to no character"


def _descendant(font: pikepdf.Object, name: str) -> Iterator[Finding]:
    descriptor = font.get("/FontDescriptor", pikepdf.Dictionary())
    program = next((descriptor[key] for key in ("/FontFile2", "/FontFile3", "/FontFile") if key in descriptor), None)
    if program is None:
        yield f"6.2.11.4 {name} is not embedded"
        return
    if str(font["/Subtype"]) == "/CIDFontType2" and "/CIDToGIDMap" not in font:
        yield f"6.2.11.3 {name} has no map from characters to glyphs"
    inside = TTFont(io.BytesIO(program.read_bytes()))
    if "hmtx" not in inside or str(font.get("/CIDToGIDMap", "/Identity")) != "/Identity":
        return
    scale = 1000 / inside["head"].unitsPerEm
    order = inside.getGlyphOrder()
    for glyph, told in _widths(font.get("/W", pikepdf.Array())):
        if glyph < len(order) and abs(inside["hmtx"][order[glyph]][0] * scale - told) > 1:
            yield f"6.2.11.5 {name} says another width of a glyph than its font"
            return


def _widths(listed: pikepdf.Object) -> Iterator[tuple[int, float]]:
    parts = list(listed)
    while parts:
        first = int(parts.pop(0))
        if isinstance(parts[0], pikepdf.Array):
            yield from ((first + offset, float(width)) for offset, width in enumerate(parts.pop(0)))
        else:
            last, width = int(parts.pop(0)), float(parts.pop(0))
            yield from ((glyph, width) for glyph in range(first, last + 1))


def _pages(document: pikepdf.Pdf) -> Iterator[Finding]:
    for number, page in enumerate(document.pages, 1):
        depth = deepest = 0
        for instruction in pikepdf.parse_content_stream(page):
            if isinstance(instruction, pikepdf.ContentStreamInlineImage):
                continue
            operands, operator = instruction.operands, instruction.operator
            depth += {"q": 1, "Q": -1}.get(str(operator), 0)
            deepest = max(deepest, depth)
            if str(operator) in {"k", "K"}:
                yield f"6.2.4.3 page {number} sets a colour in device CMYK"
            if str(operator) == "Tr" and int(operands[0]) == 3:
                yield f"6.2.11.4 page {number} has invisible text"
        if deepest > _DEEPEST:
            yield f"6.1.13 page {number} nests its states {deepest} deep"
        for annotation in _listed(page.obj.get("/Annots")):
            flags = int(annotation.get("/F", 0))
            if not flags & _PRINT or flags & _UNSEEN:
                yield f"6.3.2 page {number} has a link that is not printed"
            if str(annotation.get("/Subtype", "")) not in {"/Link", "/Popup"} and "/AP" not in annotation:
                yield f"6.3.3 page {number} has an annotation without a look"


def _metadata(document: pikepdf.Pdf) -> Iterator[Finding]:
    stream = document.Root.get("/Metadata")
    if not isinstance(stream, pikepdf.Stream):
        yield "6.6.2.1 the file has no metadata"
        return
    root = etree.fromstring(re.sub(rb"<\?xpacket.*?\?>", b"", stream.read_bytes()).strip())
    values = {one.tag: (one.text or "").strip() for one in root.iter(etree.Element)}
    values |= {name: value for one in root.iter(f"{_RDF}Description") for name, value in one.attrib.items()}
    told = values.get(f"{_PDFA}part"), values.get(f"{_PDFA}conformance")
    if told != ("3", "A"):
        yield f"6.6.4 the file says to be of part and level {told}"
    described = {one.text for one in root.iter(f"{_EXTENSION}namespaceURI")}
    used = {etree.QName(str(name)).namespace for name in values} - {None}
    if strange := used - described - _KNOWN:
        yield f"6.6.2.3 the metadata use {sorted(map(str, strange))} without saying what that is"
    title = root.find(f".//{{http://purl.org/dc/elements/1.1/}}title//{_RDF}li")
    if str(document.docinfo.get("/Title", "")) != ("" if title is None else title.text):
        yield "6.6.3 the title in the metadata is another"


def _structure(document: pikepdf.Pdf) -> Iterator[Finding]:
    root = document.Root
    if not (root.get("/MarkInfo", pikepdf.Dictionary()).get("/Marked", False) and "/StructTreeRoot" in root):
        yield "6.7.2 the file is not tagged"
        return
    if not re.fullmatch(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*", str(root.get("/Lang", ""))):
        yield f"6.7.4 the file's language is {root.get('/Lang')}"
    roles = root.StructTreeRoot.get("/RoleMap", pikepdf.Dictionary())
    for element in (part for part in document.objects if _is(part, "/StructElem")):
        kind = str(element["/S"])
        if kind[1:] not in _STANDARD_TYPES and str(roles.get(kind, ""))[1:] not in _STANDARD_TYPES:
            yield f"6.7.3.4 the tag {kind} is mapped to no standard one"


def _embedded(document: pikepdf.Pdf) -> Iterator[Finding]:
    associated = [one.objgen for one in _listed(document.Root.get("/AF"))]
    if any(one == other for one, other in pairwise(sorted(associated))):
        yield "6.8 a file is associated twice"
    for file in (part for part in document.objects if _is(part, "/Filespec") or _has_file(part)):
        if not {"/F", "/UF", "/AFRelationship", "/EF"} <= set(file.keys()):
            yield "6.8 an embedded file lacks its name or what it is to the document"
            continue
        inside = file.EF.F
        if not re.fullmatch(r"/[\w.+-]+/[\w.+-]+", str(inside.get("/Subtype", ""))):
            yield "6.8 an embedded file has no type"
        if "/ModDate" not in inside.get("/Params", pikepdf.Dictionary()):
            yield "6.8 an embedded file has no date"
        if file.objgen not in associated:
            yield "6.8 an embedded file is associated with nothing"


def _has_file(part: pikepdf.Object) -> bool:
    return isinstance(part, pikepdf.Dictionary) and "/EF" in part


def _is(part: pikepdf.Object, kind: str) -> bool:
    return isinstance(part, pikepdf.Dictionary) and str(part.get("/Type", "")) == kind


def _listed(value: pikepdf.Object | None) -> list[pikepdf.Object]:
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]
