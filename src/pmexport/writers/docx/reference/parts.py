"""The parts of a company's document while a report is put into it: opened once, related anew, closed together."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence

from lxml import etree

from pmexport.writers.docx.markup import Element, qualified, w
from pmexport.writers.docx.reference.company import Company, joined, relations_name, written
from pmexport.writers.docx.reference.soundness import PARSER

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_PICTURES = {"png": "image/png", "jpg": "image/jpeg", "svg": "image/svg+xml"}
_DRAWING = qualified("wp:docPr")
_ORDER = ("headerReference", "footerReference")


class Parts:
    """The company's parts, those that are opened as XML, and those that are added."""

    def __init__(self, company: Company) -> None:
        self._company = company
        self._bytes = dict(company.parts)
        self._open: dict[str, Element] = {}
        self._types = etree.fromstring(self._bytes["[Content_Types].xml"], PARSER)
        self.added_styles: list[Element] = []

    def open(self, name: str) -> Element:
        """Return the part `name` as XML that will be written back."""
        if name not in self._open:
            self._open[name] = etree.fromstring(self._bytes[name], PARSER)
        return self._open[name]

    def open_related(self, kind: str, otherwise: bytes) -> Element:
        """Return the document's part of that kind as XML, adding `otherwise` where it has none."""
        name = self._company.related(kind)
        if name not in self._bytes:
            self.add_part(kind, otherwise)
        return self.open(self.name_of(kind))

    def name_of(self, kind: str) -> str:
        """Return the name of the document's part of that kind, empty where there is none."""
        for relation in self._relations(self._company.main):
            if str(relation.get("Type")).rpartition("/")[2] == kind:
                return joined(self._company.main, str(relation.get("Target")))
        return ""

    def add_part(self, kind: str, content: bytes) -> str:
        """Add a part of that kind to the document and return its name; one that is there already is replaced."""
        name = self.name_of(kind)
        if not name or kind in {"header", "footer"}:
            name = self._free(f"{posixpath.dirname(self._company.main)}/{kind}", "xml")
            self._relation(self._company.main, f"{_OFFICE}/{kind}", posixpath.basename(name))
            self._typed(name, _KIND.format(kind))
        self._open.pop(name, None)
        self._bytes[name] = content
        return name

    def keep(self, name: str, content: bytes) -> None:
        """Replace the part `name`, where the company's document has it."""
        if name in self._bytes:
            self._bytes[name] = content

    def relate(self, owner: str, relation: Element, content: bytes | None) -> str:
        """Give `owner` a relationship like `relation` of our own document, with `content` as its picture."""
        target = str(relation.get("Target"))
        if relation.get("TargetMode") == "External":
            return self._relation(owner, str(relation.get("Type")), target, external=True)
        suffix = target.rpartition(".")[2]
        folder = posixpath.dirname(owner)
        name = self._free(f"{folder}/media/report", suffix)
        self._bytes[name] = content or b""
        self._default(suffix)
        return self._relation(owner, str(relation.get("Type")), posixpath.relpath(name, folder))

    def running(self, *kinds: str) -> list[str]:
        """Return the names of the document's headers, footers or both."""
        found = (
            joined(self._company.main, str(relation.get("Target")))
            for relation in self._relations(self._company.main)
            if str(relation.get("Type")).rpartition("/")[2] in kinds
        )
        return [name for name in dict.fromkeys(found) if name in self._bytes]

    def complete(self, body: Element, kind: str, wanted: Sequence[str]) -> list[Element]:
        """Return every header or footer, once the first section has one for each of the pages `wanted`.

        Sections without their own take those of the section before.
        """
        section = next(iter(body.iter(qualified("w:sectPr"))), None)
        if section is None:
            section = w("sectPr")
            body.append(section)
        tag = f"{kind}Reference"
        there = {str(one.get(qualified("w:type"))) for one in section.iter(qualified(f"w:{tag}"))}
        for missing in (one for one in wanted if one not in there):
            root = w("hdr" if kind == "header" else "ftr", w("p"))
            name = self.add_part(kind, written(root))
            reference = w(tag, type=missing)
            reference.set(f"{{{_OFFICE}}}id", self._id_of(name))
            section.insert(0, reference)
        return [self.open(name) for name in self.running(kind)]

    def style(self, name: str) -> str:
        """Return the id of the company's style of that name, or the name where it has none."""
        for style in self.open(self.name_of("styles")).iter(qualified("w:style")):
            named = style.find(qualified("w:name"))
            if named is not None and str(named.get(qualified("w:val"))).casefold() == name.casefold():
                return str(style.get(qualified("w:styleId")))
        return name

    def renumber_bookmarks(self, target: Element, content: Element) -> None:
        """Give the bookmarks and drawings of `content` numbers that `target` and its running lines do not use."""
        marks = [int(str(one.get(qualified("w:id")) or 0)) for one in target.iter(qualified("w:bookmarkStart"))]
        if shift := max(marks, default=0):
            for mark in content.iter(qualified("w:bookmarkStart"), qualified("w:bookmarkEnd")):
                mark.set(qualified("w:id"), str(int(str(mark.get(qualified("w:id")))) + shift))
        roots = (target, *(self.open(name) for name in self.running("header", "footer")))
        if taken := max((int(str(one.get("id") or 0)) for root in roots for one in root.iter(_DRAWING)), default=0):
            for drawing in content.iter(_DRAWING, qualified("pic:cNvPr")):
                drawing.set("id", str(int(str(drawing.get("id"))) + taken))

    def closed(self) -> dict[str, bytes]:
        """Return all parts as bytes."""
        opened = {name: written(root) for name, root in self._open.items()}
        return {**self._bytes, **opened, "[Content_Types].xml": written(self._types)}

    def _relations(self, owner: str) -> Element:
        name = relations_name(owner)
        if name not in self._bytes:
            self._bytes[name] = written(etree.Element(f"{{{_PACKAGE}}}Relationships", nsmap={None: _PACKAGE}))
        return self.open(name)

    def _relation(self, owner: str, kind: str, target: str, *, external: bool = False) -> str:
        root = self._relations(owner)
        there = {str(one.get("Id")) for one in root}
        key = next(f"rIdReport{number}" for number in range(1, len(there) + 2) if f"rIdReport{number}" not in there)
        one = etree.SubElement(root, f"{{{_PACKAGE}}}Relationship", Id=key, Type=kind, Target=target)
        if external:
            one.set("TargetMode", "External")
        return key

    def _id_of(self, name: str) -> str:
        main = self._company.main
        relations = self._relations(main)
        return next(str(one.get("Id")) for one in relations if joined(main, str(one.get("Target"))) == name)

    def _free(self, stem: str, suffix: str) -> str:
        """Return a name that no part has; some programs know notes and comments by theirs, without a number."""
        numbers = ("", *range(1, len(self._bytes) + 2))
        return next(name for number in numbers if (name := f"{stem}{number}.{suffix}") not in self._bytes)

    def _typed(self, name: str, kind: str) -> None:
        etree.SubElement(self._types, f"{{{_TYPES}}}Override", PartName=f"/{name}", ContentType=kind)

    def _default(self, suffix: str) -> None:
        there = {str(one.get("Extension")).casefold() for one in self._types if one.get("Extension")}
        if suffix not in there:
            kind = etree.Element(f"{{{_TYPES}}}Default", Extension=suffix, ContentType=_PICTURES[suffix])
            self._types.insert(0, kind)
