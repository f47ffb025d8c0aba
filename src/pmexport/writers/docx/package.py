"""The base document in, the same zip bytes out."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from docx import Document
from lxml import etree

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.opc.rel import Relationships

# The first day that a zip can name: a document has no other clock than its own properties.
_EPOCH = (1980, 1, 1, 0, 0, 0)
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_DEFAULTS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "svg": "image/svg+xml",
    "odttf": "application/vnd.openxmlformats-officedocument.obfuscatedFont",
}
# Pictures that are compressed already.
_PACKED = (".png", ".jpg")
_FIRST = ("[Content_Types].xml", "_rels/.rels")


def base_parts(folder: Path) -> dict[str, bytes]:
    """Return the parts of the unpacked document in `folder` by their names within the package."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def opened(parts: Mapping[str, bytes]) -> WordDocument:
    """Return `parts` as a document to write into."""
    stream = BytesIO()
    _write(stream, parts, ZIP_STORED)
    return Document(stream)


def parts_of(document: WordDocument, replaced: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts of `document` by their names within the package; `replaced` are those that it holds as bytes."""
    package = document.part.package
    parts: dict[str, bytes] = {"_rels/.rels": _relationships(package.rels)}
    types: dict[str, str] = {}
    for part in package.iter_parts():
        if part.partname.membername not in replaced:
            parts[part.partname.membername] = part.blob
        types[str(part.partname)] = part.content_type
        if part.rels:
            parts[part.partname.rels_uri.membername] = _relationships(part.rels)
    return {"[Content_Types].xml": _content_types(types), **parts, **replaced}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return `parts` as a package whose bytes depend on them alone."""
    stream = BytesIO()
    _write(stream, parts, ZIP_DEFLATED)
    return stream.getvalue()


def _relationships(relations: Relationships) -> bytes:
    root = etree.Element(f"{{{_RELATIONSHIPS}}}Relationships", nsmap={None: _RELATIONSHIPS})
    for relation in relations.values():
        element = etree.SubElement(root, f"{{{_RELATIONSHIPS}}}Relationship", Id=relation.rId, Type=relation.reltype)
        element.set("Target", relation.target_ref)
        if relation.is_external:
            element.set("TargetMode", "External")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _content_types(types: Mapping[str, str]) -> bytes:
    """Return the list of what each part is; pictures are known by their suffixes."""
    root = etree.Element(f"{{{_TYPES}}}Types", nsmap={None: _TYPES})
    used = {name.rpartition(".")[2] for name in types}
    for suffix, kind in _DEFAULTS.items():
        if suffix in used or suffix == "rels":
            etree.SubElement(root, f"{{{_TYPES}}}Default", Extension=suffix, ContentType=kind)
    for name in sorted(types):
        if _DEFAULTS.get(name.rpartition(".")[2]) != types[name]:
            etree.SubElement(root, f"{{{_TYPES}}}Override", PartName=name, ContentType=types[name])
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _write(stream: BytesIO, parts: Mapping[str, bytes], compression: int) -> None:
    with ZipFile(stream, "w") as package:
        for name in sorted(parts, key=_place):
            entry = ZipInfo(name, _EPOCH)
            entry.create_system = 0
            kept = ZIP_STORED if name.endswith(_PACKED) else compression
            package.writestr(entry, parts[name], compress_type=kept)


def _place(name: str) -> tuple[int, str]:
    return (_FIRST.index(name) if name in _FIRST else len(_FIRST), name)
