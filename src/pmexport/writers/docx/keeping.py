"""What a document keeps of its source's wording, as data that travels with it: Word has a place for such parts."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from itertools import count

from lxml import etree

from pmexport.writers.docx.markup import Element, clean

_WORDING = "urn:pmexport:wording"
_FOLDER = "customXml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_DATA = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_KIND = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
# Names the store of this kind of data, in every document the same.
_ITEM = "{6E1C9E1A-6B0B-4F0F-9C1D-0B8A5D2E7F31}"


def keeping(
    parts: Mapping[str, bytes], wording: bytes, main: str = "word/document.xml", theme: str = ""
) -> dict[str, bytes]:
    """Return the `parts` of a document by their names, of which `main` is its text, with `wording` kept among them.

    The name of the `theme` that it was made with stands beside that: its words are on the page too.
    """
    number = next(one for one in count(1) if not {_item(one), _properties(one)} & parts.keys())
    data = etree.Element(f"{{{_WORDING}}}wording", nsmap={None: _WORDING})
    data.text = clean(wording.decode())
    data.set("theme", clean(theme))
    properties = etree.Element(f"{{{_DATA}}}datastoreItem", {f"{{{_DATA}}}itemID": _ITEM}, nsmap={"ds": _DATA})
    etree.SubElement(properties, f"{{{_DATA}}}schemaRefs")
    folder, _, name = main.rpartition("/")
    related = posixpath.join(folder, "_rels", f"{name}.rels")
    relations = etree.fromstring(parts[related])
    own = etree.Element(f"{{{_RELATIONSHIPS}}}Relationships", nsmap={None: _RELATIONSHIPS})
    _relate(relations, "rIdWording", "customXml", posixpath.relpath(_item(number), folder or "."))
    _relate(own, "rId1", "customXmlProps", posixpath.basename(_properties(number)))
    types = etree.fromstring(parts["[Content_Types].xml"])
    etree.SubElement(types, f"{{{_TYPES}}}Override", PartName=f"/{_properties(number)}", ContentType=_KIND)
    made = {
        "[Content_Types].xml": types,
        related: relations,
        _item(number): data,
        _properties(number): properties,
        f"{_FOLDER}/_rels/item{number}.xml.rels": own,
    }
    return {**parts, **{name: _written(root) for name, root in made.items()}}


def _item(number: int) -> str:
    return f"{_FOLDER}/item{number}.xml"


def _properties(number: int) -> str:
    return f"{_FOLDER}/itemProps{number}.xml"


def _relate(root: Element, identifier: str, kind: str, target: str) -> None:
    tag = f"{{{_RELATIONSHIPS}}}Relationship"
    etree.SubElement(root, tag, Id=identifier, Type=_OFFICE + kind, Target=target)


def _written(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
