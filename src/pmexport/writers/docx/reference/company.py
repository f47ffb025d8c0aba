"""A company's own document or template, opened with care: its parts, its sheet, and nothing that acts by itself."""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache
from io import BytesIO
from zipfile import ZipFile

from lxml import etree
from msgspec import Struct

from pmexport.errors import UnavailableError
from pmexport.theme.theme import Colour
from pmexport.writers.docx.markup import Element, qualified
from pmexport.writers.docx.reference.soundness import (
    PARSER,
    PLAIN_DOCUMENT,
    check_document,
    check_room,
    is_word,
    points,
    refuse_old,
    refused_where_it_is_none,
    sound_part,
)
from pmexport.writers.docx.reference.standing import heads_its_page, is_asked_for, section_of
from pmexport.writers.docx.sheet import Sheet
from pmexport.writers.docx.slots import REFERENCES

_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
# A real template holds a few megabytes, and every report written into it is as large. What unpacks to more than the
# second number is an attack on memory.
_MOST_PACKED, _MOST_BYTES = 20_000_000, 100_000_000
_MOST_PARTS = 4000
# What runs or reaches out by itself: macros, the template a document hangs on, merged data. And a second copy of the
# styles for Word 2010, which later ones hold for damage when it is not the first's equal.
_UNWANTED = (
    *("vbaProject", "attachedTemplate", "mailMergeSource", "wordVbaData", "keyMapCustomizations"),
    "stylesWithEffects",
)
_UNWANTED_SETTINGS = ("attachedTemplate", "updateFields", "mailMerge", "documentProtection", "writeProtection")
_READ = ("styles", "numbering", "theme", "settings", "footnotes", "comments", "header", "footer")
# Objects of other programs, controls, and names that lead out of the package.
_ACTING = re.compile(r"(?:^|/)(?:embeddings|activeX|customUI)/|(?:^|/)\.\.(?:/|$)|^/|\\", re.IGNORECASE)


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
        """Return the company's paper and margins where the report will stand; None where it says nothing of them."""
        document = self.xml(self.main)
        body = None if document is None else document.find(qualified("w:body"))
        section = None if body is None else section_of(body)
        if body is None or section is None:
            return None
        return _sheet(section, opened=heads_its_page(body))

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
            if written and re.fullmatch("[0-9A-Fa-f]{6}", written):
                found[REFERENCES.get(name, name)] = Colour(*bytes.fromhex(written))
        return found


@lru_cache(maxsize=4)
def opened_company(content: bytes, name: str) -> Company:
    """Return the document or template in `content`. Raises UnavailableError, naming the file, where it is none."""
    refuse_old(content, name)
    if len(content) > _MOST_PACKED:
        found = f"has {len(content) / 1e6:.0f} MB, and a template may have {_MOST_PACKED / 1e6:.0f}"
        raise UnavailableError(found, place=name, instead="take the large pictures and the text out of the template")
    with refused_where_it_is_none(name):
        with ZipFile(BytesIO(content)) as package:
            entries = package.infolist()
            if len(entries) > _MOST_PARTS or sum(entry.file_size for entry in entries) > _MOST_BYTES:
                raise UnavailableError(
                    "is too large for a Word template", place=name, instead="name a template as Word saves it"
                )
            acting = next((entry.filename for entry in entries if _ACTING.search(entry.filename)), "")
            if acting:
                found = f"holds {acting!r}, which could act by itself"
                raise UnavailableError(found, place=name, instead="take the object out of the template")
            parts = {entry.filename: package.read(entry) for entry in entries if not entry.is_dir()}
        company = Company(parts=parts, main=_main(parts))
        check_document(sound_part(parts[company.main], company.main, name), name)
        _check(company, name)
        _disarm(company)
    return company


def _check(company: Company, name: str) -> None:
    """Raise UnavailableError where a part that is read is broken, or the page has no room."""
    for relation in company.relations():
        part = joined(company.main, str(relation.get("Target")))
        kind = str(relation.get("Type")).rpartition("/")[2]
        if kind not in _READ or part not in company.parts:
            continue
        root = sound_part(company.parts[part], part, name)
        if kind in {"header", "footer"} and is_asked_for(root):
            found = f"asks for {{{{ report }}}} in its {kind}, where no report can stand"
            raise UnavailableError(found, place=name, instead="write it into the text, and {{ title }} there")
    check_room(company.sheet, name)


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
    """Return the name of the part that is the document's text. Raises KeyError where there is none."""
    types = etree.fromstring(parts["[Content_Types].xml"], PARSER)
    named = {str(entry.get("PartName")).lstrip("/") for entry in types if is_word(str(entry.get("ContentType")))}
    for one in etree.fromstring(parts["_rels/.rels"], PARSER):
        target = str(one.get("Target")).lstrip("/")
        if str(one.get("Type")).endswith("/officeDocument") and target in named:
            return target
    raise KeyError("officeDocument")


def _disarm(company: Company) -> None:
    """Make a plain document of a template, and take out what would act by itself."""
    types = etree.fromstring(company.parts["[Content_Types].xml"], PARSER)
    for entry in types:
        if str(entry.get("PartName")).lstrip("/") == company.main:
            entry.set("ContentType", PLAIN_DOCUMENT)
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


def _sheet(section: Element, *, opened: bool) -> Sheet | None:
    size, room = section.find(qualified("w:pgSz")), section.find(qualified("w:pgMar"))
    if size is None or room is None:
        return None

    sides = ("top", "right", "bottom", "left", "header", "footer")
    width, height = (points(size.get(qualified(f"w:{side}"))) for side in ("w", "h"))
    margins = {side: points(room.get(qualified(f"w:{side}"))) for side in sides}
    return Sheet(width=width, height=height, margins=margins, opened=opened)
