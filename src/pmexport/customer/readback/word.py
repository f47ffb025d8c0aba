"""A Word file read back: every part, every text and attribute, every relation and picture."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from pmexport.customer.readback import Readback
from pmexport.customer.readback.allowed import not_allowed
from pmexport.customer.readback.pictures import carried
from pmexport.errors import UnreadableError

_SPOKEN = frozenset({"descr", "title", "name", "alt", "author", "initials", "tooltip", "Target", "instr", "tag", "val"})
_LARGEST = 200_000_000
# What makes a bookmark's name unique, in letters that may spell anything.
_HASH = re.compile(r"_[0-9a-f]{8}$")
_ODD_PARTS = {
    "comments": "comments",
    "people": "names of editors",
    "vba": "a macro",
    "customXml": "a data part",
    "embeddings": "an embedded file",
    "attachedToolbars": "a toolbar",
    "glossary": "building blocks",
}
_ODD_ELEMENTS = {
    "ins": "tracked changes",
    "del": "tracked changes",
    "moveFrom": "tracked changes",
    "vanish": "hidden text",
    "webHidden": "hidden text",
    "specVanish": "hidden text",
    "commentReference": "comments",
    "rsid": "revision ids",
    "rsidRoot": "revision ids",
    "object": "an embedded object",
    "altChunk": "an embedded file",
}
_FORBIDDEN = (b"<!DOCTYPE", b"<!ENTITY")


def read_word(content: bytes) -> Readback:
    """Return what the DOCX `content` holds. Raises UnreadableError for a broken one."""
    texts: list[tuple[str, str]] = []
    raw: list[tuple[str, bytes]] = []
    odd: list[str] = []
    links: list[str] = []
    unusual: list[str] = []
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            texts.append(("package comment", package.comment.decode("utf-8", "replace")))
            for entry in package.infolist():
                if entry.file_size > _LARGEST:
                    raise UnreadableError("holds a part that is too large to be read")
                data = package.read(entry)
                raw += [(entry.filename, data), (entry.filename, entry.comment + entry.extra)]
                texts.append(("part name", re.sub(r"[/._\d]+", " ", entry.filename)))
                odd += [name for mark, name in _ODD_PARTS.items() if f"/{mark}" in f"/{entry.filename}"]
                texts += [(entry.filename, text) for text in carried(data)]
                unusual += not_allowed("docx", "parts", [entry.filename])
                if entry.filename.endswith(".rels"):
                    links += _outside(data)
                    unusual += not_allowed("docx", "relations", _relations(data))
                if entry.filename.endswith((".xml", ".rels", ".svg")):
                    texts += [(entry.filename, text) for text in _of_part(data, entry.filename, odd)]
                if entry.filename.endswith((".xml", ".rels")):
                    unusual += not_allowed("docx", "elements", _elements(data))
                if entry.filename == "word/styles.xml":
                    unusual += not_allowed("docx", "styles", _styles(data))
    except (zipfile.BadZipFile, ET.ParseError, KeyError, EOFError, RuntimeError, NotImplementedError):
        raise UnreadableError("is no Word file that can be read") from None
    return Readback(
        texts=tuple(texts),
        raw=tuple(raw),
        odd=tuple(dict.fromkeys(odd)),
        unusual=tuple(dict.fromkeys(unusual)),
        links=tuple(links),
    )


def _outside(relations: bytes) -> list[str]:
    """Return where the relations of a part lead outside the package."""
    return [
        one.get("Target", "")
        for one in ET.fromstring(relations)  # noqa: S314  bytes of ours; entities are refused where they are read
        if one.get("TargetMode") == "External"
    ]


def _relations(relations: bytes) -> Iterator[str]:
    """Yield the kind of each relation of a part."""
    for one in ET.fromstring(relations):  # noqa: S314  as above
        yield one.get("Type", "").rpartition("/")[2]


def _styles(data: bytes) -> Iterator[str]:
    """Yield the id and the name of each style, in small letters without spaces."""
    for style in ET.fromstring(data):  # noqa: S314  as above
        if str(style.tag).endswith("}style"):
            own = (style, *(one for one in style if str(one.tag).endswith("}name")))
            values = (value for one in own for key, value in one.attrib.items() if key.endswith(("}styleId", "}val")))
            yield from ("".join(value.split()).lower() for value in values)


def _elements(data: bytes) -> Iterator[str]:
    """Yield the name of each element of a part, without its namespace."""
    for element in ET.fromstring(data).iter():  # noqa: S314  entities were refused where its texts were read
        yield str(element.tag).rpartition("}")[2]


def _of_part(data: bytes, name: str, odd: list[str]) -> Iterator[str]:
    if any(mark in data for mark in _FORBIDDEN):
        raise UnreadableError("holds a part with entities of its own")
    root = ET.fromstring(data)  # noqa: S314  entities were refused above
    if name.endswith(".svg"):
        yield " ".join(text for text in root.itertext())
        return
    words: list[str] = []
    for element in root.iter():
        tag = str(element.tag).rpartition("}")[2]
        if tag in _ODD_ELEMENTS and _is_on(element):
            odd.append(_ODD_ELEMENTS[tag])
        if tag in {"p", "br", "tab", "tc"}:
            words.append("\n")
        words += [element.text or "", element.tail or "", "" if name.startswith("word/") else "\n"]
        if tag in {"creator", "lastModifiedBy"} and (element.text or "").strip():
            odd.append("an author")
        for key, value in element.attrib.items():
            local = key.rpartition("}")[2]
            if local.startswith("rsid"):
                odd.append("revision ids")
            if local in _SPOKEN and not (local in {"val", "name", "title"} and _is_machine(name, tag, local)):
                yield _HASH.sub("", value).replace("_", " ") if tag == "bookmarkStart" else value
    yield "".join(words)


def _is_on(element: ET.Element) -> bool:
    values = [value for key, value in element.attrib.items() if key.endswith("}val")]
    return not values or values[0] not in {"0", "false", "off"}


def _is_machine(part: str, tag: str, attribute: str) -> bool:
    """Tell whether an attribute holds a word of the format: a style's name, a font, a part's path."""
    if attribute == "val":
        return tag not in {"alias", "tag", "placeholder", "docVar"}
    if attribute == "name":
        return tag not in {"docPr", "cNvPr", "bookmarkStart"} or "Style" in tag
    return attribute == "title" and part.endswith("styles.xml")
