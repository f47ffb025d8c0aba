"""What a company's document must be before a report is put into it: a Word file, whole, with room on its page."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from zipfile import BadZipFile

from lxml import etree

from pmexport.errors import UnavailableError
from pmexport.writers.docx.markup import Element, qualified
from pmexport.writers.docx.sheet import Sheet

PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
PLAIN_DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
# Documents and templates, with macros or without.
_WORD = re.compile(r"\.(document|template)(\.macroEnabled(Template)?)?\.main\+xml$")
# The room in points that a table of events needs.
_LEAST_WIDTH, _LEAST_HEIGHT = 200.0, 200.0
_TWIPS = 20.0
# ISO/IEC 29500-1, 22.9.2.15: a length is twentieths of a point or says its unit.
_POINTS = {"": 1 / _TWIPS, "pt": 1.0, "pc": 12.0, "pi": 12.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4}
_LENGTH = re.compile(r"([+-]?\d+(?:\.\d+)?)(pt|pc|pi|in|cm|mm|)")
_OLD = bytes.fromhex("d0cf11e0a1b11ae1")
_SAVE = "save the template in Word as .docx or .dotx"


@contextmanager
def refused_where_it_is_none(name: str) -> Iterator[None]:
    """Turn whatever a file that is no Word document raises into an UnavailableError that names the file `name`."""
    try:
        yield
    except (BadZipFile, KeyError, IndexError, ValueError, etree.XMLSyntaxError, NotImplementedError, EOFError):
        raise UnavailableError("is not a Word document", place=name, instead=_SAVE) from None
    except zlib.error:
        raise UnavailableError("is damaged", place=name, instead=_SAVE) from None
    except RuntimeError:  # what zipfile says of a part that is encrypted
        raise UnavailableError("is protected by a password", place=name, instead="save a copy without it") from None


def refuse_old(content: bytes, name: str) -> None:
    """Raise UnavailableError where `content` is of Word 97 to 2003, or locked as a whole: both begin alike."""
    if content.startswith(_OLD):
        raise UnavailableError("is an old .doc, or protected by a password", place=name, instead=_SAVE)


def is_word(content_type: str) -> bool:
    """Say whether a part of that type is the text of a Word document or template."""
    return _WORD.search(content_type) is not None


def sound_part(content: bytes, part: str, name: str) -> Element:
    """Return the `part` of the file `name` as XML. Raises UnavailableError where it is broken or declares entities."""
    try:
        root = etree.fromstring(content, PARSER)
    except etree.XMLSyntaxError:
        root = None
    if root is None or root.getroottree().docinfo.doctype:
        raise UnavailableError(f"is damaged: {part} cannot be read", place=name, instead=_SAVE)
    return root


def check_document(root: Element, name: str) -> None:
    """Raise UnavailableError where `root` is not the text of a document as Word writes it by default."""
    if root.find(qualified("w:body")) is None:
        raise UnavailableError(
            "is a Strict Open XML document, or holds no text", place=name, instead="save it as Word Document (.docx)"
        )


def check_room(sheet: Sheet | None, name: str) -> None:
    """Raise UnavailableError where the page leaves too little room between its margins."""
    if sheet is None or (sheet.text_width >= _LEAST_WIDTH and sheet.text_height >= _LEAST_HEIGHT):
        return
    room = f"{max(sheet.text_width, 0):.0f} x {max(sheet.text_height, 0):.0f} pt"
    raise UnavailableError(
        f"leaves {room} between its margins", place=name, instead="a report needs 200 pt (7 cm) each way"
    )


def points(length: str | None) -> float:
    """Return a length of WordprocessingML in points; nothing where it is none."""
    found = _LENGTH.fullmatch(length or "")
    return abs(float(found[1])) * _POINTS[found[2]] if found else 0.0
