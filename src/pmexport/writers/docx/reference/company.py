"""A company's own document or template, opened with care: its parts, its sheet, and nothing that acts by itself."""

from __future__ import annotations

import posixpath
import re
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from lxml import etree
from msgspec import Struct

from pmexport.errors import UnavailableError
from pmexport.theme.theme import Colour
from pmexport.writers.docx.markup import Element, qualified
from pmexport.writers.docx.sheet import Sheet
from pmexport.writers.docx.slots import REFERENCES

_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_MAIN = ("template.main+xml", "document.main+xml", "template.macroEnabledTemplate.main+xml")
# Beyond this a file is no template but an attack on memory (a real one holds a few megabytes).
_MOST_BYTES = 100_000_000
_MOST_PARTS = 4000
# What runs or reaches out by itself: macros, the template a document hangs on, merged data. And a second copy of the
# styles for Word 2010, which later ones hold for damage when it is not the first's equal.
_UNWANTED = (
    *("vbaProject", "attachedTemplate", "mailMergeSource", "wordVbaData", "keyMapCustomizations"),
    "stylesWithEffects",
)
_UNWANTED_SETTINGS = ("attachedTemplate", "updateFields", "mailMerge", "documentProtection", "writeProtection")
# Objects of other programs, controls, and names that lead out of the package.
_ACTING = re.compile(r"(?:^|/)(?:embeddings|activeX|customUI)/|(?:^|/)\.\.(?:/|$)|^/|\\", re.IGNORECASE)
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
_TWIPS = 20


class Company(Struct, frozen=True, kw_only=True):
    """The parts of a company's document by their names within the package; `main` names the document itself."""

    parts: dict[str, bytes]
    main: str

    def xml(self, name: str) -> Element | None:
        """Return the part `name` as XML, None where there is no such part."""
        return etree.fromstring(self.parts[name], PARSER) if name in self.parts else None

    def related(self, kind: str) -> str:
        """Return the name of the document's part of that kind (``styles``, ``theme`` …), empty where it has none."""
        for relation in self.relations():
            if str(relation.get("Type")).rpartition("/")[2] == kind:
                return joined(self.main, str(relation.get("Target")))
        return ""

    def relations(self) -> list[Element]:
        """Return the relationships of the document to its parts."""
        root = self.xml(relations_name(self.main))
        return [] if root is None else list(root)

    @property
    def sheet(self) -> Sheet | None:
        """Return the company's paper and margins; None where the document says nothing of them."""
        document = self.xml(self.main)
        section = None if document is None else next(iter(document.findall(f".//{qualified('w:sectPr')}")[-1:]), None)
        return None if section is None else _sheet(section)

    def colours(self) -> dict[str, Colour]:
        """Return the colours of the company's Word theme by the names that styles use."""
        theme = self.xml(self.related("theme"))
        if theme is None:
            return {}
        scheme = theme.find(f".//{qualified('a:clrScheme')}")
        found = {}
        for slot in scheme if scheme is not None else ():
            written = next((value.get("val") or value.get("lastClr") for value in slot[:1]), None)
            if slot[0].tag == qualified("a:sysClr"):
                written = slot[0].get("lastClr")
            name = str(slot.tag).rpartition("}")[2]
            if written:
                found[REFERENCES.get(name, name)] = Colour(*bytes.fromhex(written))
        return found


def opened_company(content: bytes, name: str) -> Company:
    """Return the document or template in `content`. Raises UnavailableError, naming the file, where it is none."""
    try:
        with ZipFile(BytesIO(content)) as package:
            entries = package.infolist()
            if len(entries) > _MOST_PARTS or sum(entry.file_size for entry in entries) > _MOST_BYTES:
                raise UnavailableError("is too large for a Word template", place=name)
            acting = next((entry.filename for entry in entries if _ACTING.search(entry.filename)), "")
            if acting:
                found = f"holds {acting!r}, which could act by itself"
                raise UnavailableError(found, place=name, instead="take the object out of the template")
            parts = {entry.filename: package.read(entry) for entry in entries if not entry.is_dir()}
        company = Company(parts=parts, main=_main(parts))
        _disarm(company)
    except (BadZipFile, KeyError, IndexError, ValueError, etree.XMLSyntaxError, NotImplementedError):
        raise UnavailableError(
            "is not a Word document", place=name, instead="save the template in Word as .docx or .dotx"
        ) from None
    return company


def joined(part: str, target: str) -> str:
    """Return the name of the part to which `target`, as written by `part`, leads."""
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), target))


def relations_name(part: str) -> str:
    """Return the name of the part that holds the relationships of `part`."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"


def written(root: Element) -> bytes:
    """Return `root` as the bytes of a part."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _main(parts: dict[str, bytes]) -> str:
    root = etree.fromstring(parts["_rels/.rels"], PARSER)
    return (
        next(str(one.get("Target")).lstrip("/") for one in root if str(one.get("Type")).endswith("/officeDocument"))
        if len(root)
        else ""
    )


def _disarm(company: Company) -> None:
    """Make a plain document of a template, and take out what would act by itself."""
    types = etree.fromstring(company.parts["[Content_Types].xml"], PARSER)
    for entry in types:
        kind = str(entry.get("ContentType"))
        if str(entry.get("PartName")).lstrip("/") == company.main and kind.endswith(_MAIN):
            entry.set("ContentType", _DOCUMENT)
    dropped: set[str] = set()
    for name in [name for name in company.parts if name.endswith(".rels")]:
        root = etree.fromstring(company.parts[name], PARSER)
        for relation in list(root):
            kind = str(relation.get("Type")).rpartition("/")[2]
            if relation.get("TargetMode") == "External" and kind not in {"hyperlink", *_UNWANTED}:
                # Word would fetch it when the report is opened; this is how it writes one that it cannot have.
                relation.set("Target", "NULL")
            if kind in _UNWANTED:
                root.remove(relation)
                if relation.get("TargetMode") != "External":
                    owner = name.replace("_rels/", "").removesuffix(".rels")
                    dropped.add(joined(owner, str(relation.get("Target"))))
        company.parts[name] = written(root)
    for entry in list(types):
        if str(entry.get("PartName")).lstrip("/") in dropped:
            types.remove(entry)
    for name in dropped:
        company.parts.pop(name, None)
    company.parts["[Content_Types].xml"] = written(types)
    _clean_settings(company)


def _clean_settings(company: Company) -> None:
    name = company.related("settings")
    root = company.xml(name)
    if root is None:
        return
    for unwanted in _UNWANTED_SETTINGS:
        for element in root.findall(qualified(f"w:{unwanted}")):
            root.remove(element)
    company.parts[name] = written(root)


def _sheet(section: Element) -> Sheet | None:
    size, room = section.find(qualified("w:pgSz")), section.find(qualified("w:pgMar"))
    if size is None or room is None:
        return None

    def points(element: Element, name: str) -> float:
        return abs(float(element.get(qualified(f"w:{name}")) or 0)) / _TWIPS

    sides = ("top", "right", "bottom", "left", "header", "footer")
    width, height = points(size, "w"), points(size, "h")
    return Sheet(width=width, height=height, margins={side: points(room, side) for side in sides})
