"""A Word document opened with care: its text, styles, lists, notes and links as plain values."""

from __future__ import annotations

import posixpath
import zlib
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import TypeAlias
from zipfile import BadZipFile, ZipFile

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from pmexport.errors import UnreadableError

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml names its one element type with an underscore

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""The namespace of WordprocessingML, as lxml writes it."""
KEPT = "urn:pmexport:wording"
"""The namespace of the part that keeps a source's own wording."""
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
# How every file of Word 97 to 2003 begins, and every one that a password protects.
_OLD = bytes.fromhex("d0cf11e0a1b11ae1")
_MOST_BYTES = 100_000_000
_MOST_PARTS = 4000
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
# Styles of which every report of ours has one.
_OURS = {"masthead facts", "figure label", "lead", "body text", "table text", "report table", "figures table"}
# What bounds the report within a company's document.
_BOUNDS = "_pmexport_report"
_BULLET = "bullet"
_CHECKED = {
    "\N{BALLOT BOX WITH CHECK}": True,
    "\N{BALLOT BOX}": False,
    "\N{CHECK MARK}": True,
    "\N{WHITE SQUARE}": False,
}


class Level(Struct, frozen=True, kw_only=True):
    """One level of a list: numbered or not, from which number, and for a task whether it is done."""

    numbered: bool
    start: int = 1
    checked: bool | None = None


class WordText(Struct, frozen=True, kw_only=True):
    """A document's body with what its elements refer to: styles' names by id, links, notes, lists by id and level.

    `report` is what of the body its author wrote: all of it, but in a company's document. `settled` are the marks of
    the paragraphs in which the comments end that were resolved; `wording` is what is kept of the source's own.
    """

    body: Element
    styles: Mapping[str, str]
    links: Mapping[str, str]
    notes: Mapping[str, Element]
    lists: Mapping[tuple[str, str], Level]
    style_lists: Mapping[str, tuple[str, str]]
    report: tuple[Element, ...] = ()
    comments: Element | None = None
    settled: frozenset[str] = frozenset()
    subject: str = ""
    keywords: str = ""
    language: str = ""
    theme: str = ""
    wording: bytes = b""
    bare: bool = False


_KEPT = ("heading ", "title")


def has_lost_styles(word: WordText) -> bool:
    """Say whether `word` came from a program that keeps headings and turns all other styles into formatting."""
    used = {str(one.get(f"{W}val")) for one in word.body.iter(f"{W}pStyle", f"{W}tblStyle")}
    if any(word.styles.get(one, "").casefold() in _OURS for one in used):
        return False
    # Every paragraph of ours has a style: a short page may have nothing but headings.
    texts = (one for one in word.body.iter(f"{W}p") if one.find(f".//{W}t") is not None)
    return any(one.find(f"{W}pPr/{W}pStyle") is None for one in texts)


def bared(word: WordText) -> WordText:
    """Return `word` as such a program would leave it: with the names of headings alone."""
    kept = {key: name for key, name in word.styles.items() if name.casefold().startswith(_KEPT)}
    return replace(word, styles=kept, bare=True)


def opened(content: bytes, name: str) -> WordText:
    """Return the document in `content`. Raises UnreadableError, naming the file `name`."""
    if content.startswith(_OLD):
        raise UnreadableError("is an old .doc, or protected by a password", place=name, instead="save it as .docx")
    try:
        with ZipFile(BytesIO(content)) as package:
            entries = package.infolist()
            if len(entries) > _MOST_PARTS or sum(entry.file_size for entry in entries) > _MOST_BYTES:
                raise UnreadableError("is too large for a Word document", place=name)
            parts = {entry.filename: package.read(entry) for entry in entries}
        return text_of(parts)
    except (BadZipFile, KeyError, StopIteration, ValueError, etree.XMLSyntaxError, NotImplementedError):
        raise UnreadableError("is not a Word document", place=name, instead="save it as .docx") from None
    except (zlib.error, EOFError):
        raise UnreadableError("is damaged", place=name, instead="save it once more as .docx") from None
    except RuntimeError:  # what zipfile says of a part that is encrypted
        raise UnreadableError("is protected by a password", place=name, instead="save a copy without it") from None


def text_of(parts: Mapping[str, bytes]) -> WordText:
    """Return the document of which `parts` are the parts by name. Raises KeyError, StopIteration, ValueError."""
    main = next(target for kind, target, _ in _relations(parts, "") if kind == "officeDocument").lstrip("/")
    related = {kind: target for kind, target, _ in _relations(parts, main)}

    def part(kind: str) -> Element | None:
        name = posixpath.normpath(posixpath.join(posixpath.dirname(main), related.get(kind, "?")))
        return etree.fromstring(parts[name], _PARSER) if name in parts else None

    document = etree.fromstring(parts[main], _PARSER)
    styles, notes, numbering = part("styles"), part("footnotes"), part("numbering")
    links = {key: target for kind, target, key in _relations(parts, main) if kind == "hyperlink"}
    if notes is not None:
        folder = posixpath.dirname(main)
        name = posixpath.normpath(posixpath.join(folder, related["footnotes"]))
        links |= {f"note:{key}": target for kind, target, key in _relations(parts, name) if kind == "hyperlink"}
    threads = part("commentsExtended")
    body = document.find(f"{W}body")
    if body is None:
        raise ValueError(main)
    report = _report(body)
    kept = _wording(parts, main)
    return WordText(
        body=body,
        report=report,
        styles={} if styles is None else _names(styles),
        links=links,
        notes={} if notes is None else _counted(notes, report, alone=len(report) == len(body)),
        lists={} if numbering is None else _lists(numbering),
        style_lists={} if styles is None else _style_lists(styles),
        comments=part("comments"),
        settled=frozenset() if threads is None else _settled(threads),
        subject=_property(parts, "subject"),
        keywords=_property(parts, "keywords"),
        language=_property(parts, "language"),
        wording=b"" if kept is None else str(kept.text or "").encode(),
        theme="" if kept is None else str(kept.get("theme", "")),
    )


def _report(body: Element) -> tuple[Element, ...]:
    """Return what of `body` is the report: all of it, or what stands between the ends of its bookmark."""
    start = next((one for one in body.iter(f"{W}bookmarkStart") if one.get(f"{W}name") == _BOUNDS), None)
    if start is None:
        return tuple(body)
    end = next((one for one in body.iter(f"{W}bookmarkEnd") if one.get(f"{W}id") == start.get(f"{W}id")), None)
    children = tuple(body)
    first, last = _place(start, body, 0), _place(end, body, len(children) - 1)
    return children[first : last + 1]


def _place(mark: Element | None, body: Element, otherwise: int) -> int:
    """Return which child of `body` holds `mark`, a bookmark's end that a program may have lost."""
    while mark is not None and (around := mark.getparent()) is not None:
        if around is body:
            return body.index(mark)
        mark = around
    return otherwise


def _counted(notes: Element, report: Sequence[Element], *, alone: bool) -> dict[str, Element]:
    """Return the notes by their places in the text, from 1, and let their references in `report` say the same.

    Every program has numbers of its own for them: LibreOffice counts the lines that part notes from text, too. Where
    the report is not `alone` in the document, notes that it does not refer to are the company's.
    """
    own = {str(note.get(f"{W}id")): note for note in notes if note.get(f"{W}type") is None}
    found = [one for element in report for one in element.iter(f"{W}footnoteReference")]
    references = [one for one in found if one.get(f"{W}id") in own]
    # Those that nothing refers to stand last.
    others = own if alone else ()
    places = {key: str(at) for at, key in enumerate(dict.fromkeys([*map(_id, references), *others]), 1)}
    for reference in references:
        reference.set(f"{W}id", places[_id(reference)])
    return {place: own[key] for key, place in places.items()}


def _id(element: Element) -> str:
    return str(element.get(f"{W}id"))


def _wording(parts: Mapping[str, bytes], main: str) -> Element | None:
    """Return what the document keeps of its source's wording; None where it keeps nothing."""
    for kind, target, _ in _relations(parts, main):
        name = posixpath.normpath(posixpath.join(posixpath.dirname(main), target)).lstrip("/")
        if kind == "customXml" and name in parts:
            root = etree.fromstring(parts[name], _PARSER)
            if root.tag == f"{{{KEPT}}}wording":
                return root
    return None


def _relations(parts: Mapping[str, bytes], owner: str) -> list[tuple[str, str, str]]:
    folder, _, name = owner.rpartition("/")
    path = posixpath.join(folder, "_rels", f"{name}.rels")
    if path not in parts:
        return []
    root = etree.fromstring(parts[path], _PARSER)
    return [(str(r.get("Type")).rpartition("/")[2], str(r.get("Target")), str(r.get("Id"))) for r in root]


def _names(styles: Element) -> dict[str, str]:
    found = {}
    for style in styles.iter(f"{W}style"):
        name = style.find(f"{W}name")
        found[str(style.get(f"{W}styleId"))] = "" if name is None else str(name.get(f"{W}val"))
    return found


def _style_lists(styles: Element) -> dict[str, tuple[str, str]]:
    found = {}
    for style in styles.iter(f"{W}style"):
        number = style.find(f"{W}pPr/{W}numPr")
        if number is not None:
            found[str(style.get(f"{W}styleId"))] = (_value(number, "numId"), _value(number, "ilvl") or "0")
    return found


def _lists(numbering: Element) -> dict[tuple[str, str], Level]:
    shapes = {str(one.get(f"{W}abstractNumId")): one for one in numbering.iter(f"{W}abstractNum")}
    found = {}
    for instance in numbering.iter(f"{W}num"):
        shape = shapes.get(_value(instance, "abstractNumId"))
        overridden = {
            str(one.get(f"{W}ilvl")): _value(one, "startOverride") for one in instance.iter(f"{W}lvlOverride")
        }
        for level in shape.iter(f"{W}lvl") if shape is not None else ():
            depth = str(level.get(f"{W}ilvl"))
            text = _value(level, "lvlText").strip()
            start = overridden.get(depth) or _value(level, "start")
            found[str(instance.get(f"{W}numId")), depth] = Level(
                numbered=_value(level, "numFmt") not in {_BULLET, "none"},
                start=int(start) if start.isdigit() else 1,
                checked=_CHECKED.get(text),
            )
    return found


def _settled(threads: Element) -> frozenset[str]:
    return frozenset(
        str(one.get(f"{_W15}paraId"))
        for one in threads.iter(f"{_W15}commentEx")
        if one.get(f"{_W15}done") in {"1", "true", "on"}
    )


def _property(parts: Mapping[str, bytes], name: str) -> str:
    if "docProps/core.xml" not in parts:
        return ""
    root = etree.fromstring(parts["docProps/core.xml"], _PARSER)
    return next((str(one.text or "") for one in root if str(one.tag).endswith(f"}}{name}")), "")


def _value(element: Element, tag: str) -> str:
    found = element.find(f"{W}{tag}")
    return "" if found is None else str(found.get(f"{W}val"))
