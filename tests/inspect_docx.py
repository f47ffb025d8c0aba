"""Ask a finished Word document what it holds: paragraphs, tables, links, notes, pictures, properties."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import TypeAlias
from zipfile import ZipFile

from lxml import etree
from msgspec import Struct

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_V = "{urn:schemas-microsoft-com:vml}"
_SPACES = str.maketrans(dict.fromkeys("\N{NO-BREAK SPACE}\N{EN SPACE}\N{EM SPACE}", " "))
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

Element = etree._Element  # noqa: SLF001 - lxml names its one element type with an underscore


class Run(Struct, frozen=True, kw_only=True):
    """Some text of one look; `style` is the id of its character style, or empty."""

    text: str
    style: str
    bold: bool
    italic: bool
    struck: bool


class Paragraph(Struct, frozen=True, kw_only=True):
    """A paragraph with its style's id and, in a list, the numbering's instance and level.

    `rank` is the outline level that it has beside that of its style, 1 being the top; 0 where there is none.
    """

    style: str
    text: str
    runs: tuple[Run, ...]
    number: tuple[int, int] | None = None
    rank: int = 0


class Link(Struct, frozen=True):
    """Linked words and where they lead: an address, or ``#bookmark``."""

    text: str
    target: str


class Table(Struct, frozen=True, kw_only=True):
    """A table's cells as texts, a row a tuple; `headers` counts the rows that repeat."""

    style: str
    rows: tuple[tuple[str, ...], ...]
    headers: int
    grid: tuple[int, ...]
    widths: tuple[tuple[int, ...], ...]
    first_row: bool


class WordFile:
    """A finished document, opened as a zip of XML and nothing more."""

    def __init__(self, content: bytes) -> None:
        with ZipFile(BytesIO(content)) as package:
            self.names = package.namelist()
            self.parts = {name: package.read(name) for name in self.names}
        self.xml = {
            name: etree.fromstring(part) for name, part in self.parts.items() if name.endswith((".xml", ".rels"))
        }
        self.body = self.xml["word/document.xml"]

    def paragraphs(self, part: str = "word/document.xml") -> list[Paragraph]:
        """Return every paragraph of `part`, those of tables included, in order."""
        return [_paragraph(element) for element in self.xml[part].iter(_W + "p")]

    def paragraph(self, text: str) -> Paragraph:
        """Return the first paragraph that begins with `text`."""
        return next(paragraph for paragraph in self.paragraphs() if paragraph.text.startswith(text))

    def run(self, text: str) -> Run:
        """Return the first run that says `text`, spaces around it apart."""
        return next(run for paragraph in self.paragraphs() for run in paragraph.runs if run.text.strip() == text)

    def styled(self, style: str) -> list[str]:
        """Return the texts of the paragraphs in `style`."""
        return [paragraph.text for paragraph in self.paragraphs() if paragraph.style == style]

    def tables(self) -> list[Table]:
        """Return every table in order."""
        return [_table(element) for element in self.body.iter(_W + "tbl")]

    def table(self, heading: str) -> Table:
        """Return the first table whose first row holds `heading`."""
        return next(table for table in self.tables() if heading in table.rows[0])

    def links(self, part: str = "document") -> list[Link]:
        """Return every link of a part of ``word/`` with its target resolved."""
        targets = {key: target for key, target, _ in self.relationships(part)}
        found = []
        for element in self.xml[f"word/{part}.xml"].iter(_W + "hyperlink"):
            anchor = element.get(_W + "anchor")
            found.append(Link(_text(element), f"#{anchor}" if anchor else targets[str(element.get(_R + "id"))]))
        return found

    def relationships(self, part: str = "document") -> list[tuple[str, str, bool]]:
        """Return the id and target of each relationship of a part, and whether it leads outside."""
        rels = self.xml.get(f"word/_rels/{part}.xml.rels")
        found = () if rels is None else rels.iter(_RELATIONSHIP)
        return [(str(r.get("Id")), str(r.get("Target")), r.get("TargetMode") == "External") for r in found]

    def outside(self) -> list[tuple[str, str]]:
        """Return kind and target of every relation that leads out of the package, of whatever part."""
        rels = (root for name, root in self.xml.items() if name.endswith(".rels"))
        found = (relation for root in rels for relation in root.iter(_RELATIONSHIP))
        return [
            (str(relation.get("Type")).rpartition("/")[2], str(relation.get("Target")))
            for relation in found
            if relation.get("TargetMode") == "External"
        ]

    def external(self) -> list[str]:
        """Return every target outside the package, of whatever part."""
        return [target for _, target in self.outside()]

    def bookmarks(self) -> list[str]:
        """Return the names of the bookmarks in order."""
        return [str(element.get(_W + "name")) for element in self.body.iter(_W + "bookmarkStart")]

    def fields(self) -> list[str]:
        """Return the instruction of every field of every part."""
        roots = list(self.xml.values())
        simple = [str(e.get(_W + "instr")).strip() for root in roots for e in root.iter(_W + "fldSimple")]
        return simple + [(e.text or "").strip() for root in roots for e in root.iter(_W + "instrText")]

    def footnotes(self) -> list[str]:
        """Return the texts of the footnotes in order."""
        notes = self.xml["word/footnotes.xml"].iter(_W + "footnote")
        return [_text(note).strip() for note in notes if note.get(_W + "type") is None]

    def pictures(self) -> list[str]:
        """Return the alternative texts of the pictures in order."""
        tag = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
        return [str(element.get("descr")) for element in self.body.iter(tag)]

    def text(self) -> str:
        """Return all words of the body, a line a paragraph; those of the contents list are repetitions."""
        elements = (e for e in self.body.iter(_W + "p") if not any(True for _ in e.iterancestors(_W + "sdt")))
        return "\n".join(map(_text, elements))

    def contents(self) -> list[str]:
        """Return the lines of the contents list, its heading first."""
        control = next(self.body.iter(_W + "sdt"), None)
        return [] if control is None else [_text(element) for element in control.iter(_W + "p")]

    def sheets(self) -> list[bool]:
        """Return for each stretch of pages whether its sheets are turned."""
        sizes = (section.find(_W + "pgSz") for section in self.body.iter(_W + "sectPr"))
        return [size is not None and size.get(_W + "orient") == "landscape" for size in sizes]

    def watermarks(self) -> dict[str, list[str]]:
        """Return the words across the page, by the kinds of headers in each stretch of pages."""
        targets = {key: target for key, target, _ in self.relationships()}
        found: dict[str, list[str]] = {}
        for section in self.body.iter(_W + "sectPr"):
            for reference in section.iter(_W + "headerReference"):
                header = self.xml["word/" + targets[str(reference.get(_R + "id"))]]
                words = [str(e.get("string")) for e in header.iter(_V + "textpath") if e.get("string")]
                found.setdefault(str(reference.get(_W + "type")), []).append(*words or [""])
        return found


Draw: TypeAlias = Callable[..., WordFile]
"""What a test is given to write sections, or blocks, and ask what came of them."""


def findings(content: bytes, folder: Path) -> list[object]:
    """Return what openxml-audit finds wrong in `content`, written to `folder` for it."""
    file = folder / "audited.docx"
    file.write_bytes(content)
    command = [str(Path(sys.executable).parent / "openxml-audit"), "--policy", "strict", "-o", "json", str(file)]
    answer = subprocess.run(command, capture_output=True, check=False)
    return list(json.loads(answer.stdout)[0]["errors"])


def _paragraph(element: Element) -> Paragraph:
    style = element.find(f"{_W}pPr/{_W}pStyle")
    number = element.find(f"{_W}pPr/{_W}numPr")
    return Paragraph(
        style="" if style is None else str(style.get(_W + "val")),
        text=_text(element),
        runs=tuple(_run(run) for run in element.iter(_W + "r")),
        number=None if number is None else (_value(number, "numId"), _value(number, "ilvl")),
        rank=0 if element.find(f"{_W}pPr/{_W}outlineLvl") is None else 1 + _value(element[0], "outlineLvl"),
    )


def _value(element: Element, tag: str) -> int:
    found = element.find(_W + tag)
    return -1 if found is None else int(str(found.get(_W + "val")))


def _run(element: Element) -> Run:
    style = element.find(f"{_W}rPr/{_W}rStyle")
    marks = {mark: element.find(f"{_W}rPr/{_W}{mark}") is not None for mark in ("b", "i", "strike")}
    return Run(
        text=_text(element),
        style="" if style is None else str(style.get(_W + "val")),
        bold=marks["b"],
        italic=marks["i"],
        struck=marks["strike"],
    )


def _table(element: Element) -> Table:
    rows = list(element.iterchildren(_W + "tr"))
    look = element.find(f"{_W}tblPr/{_W}tblLook")
    style = element.find(f"{_W}tblPr/{_W}tblStyle")
    return Table(
        style="" if style is None else str(style.get(_W + "val")),
        rows=tuple(tuple(_cell(cell) for cell in row.iterchildren(_W + "tc")) for row in rows),
        headers=sum(row.find(f"{_W}trPr/{_W}tblHeader") is not None for row in rows),
        grid=tuple(int(str(column.get(_W + "w"))) for column in element.iterfind(f"{_W}tblGrid/{_W}gridCol")),
        widths=tuple(
            tuple(int(str(width.get(_W + "w"))) for width in row.iterfind(f"{_W}tc/{_W}tcPr/{_W}tcW")) for row in rows
        ),
        first_row=look is not None and look.get(_W + "firstRow") == "1",
    )


def _cell(element: Element) -> str:
    return "\n".join(
        filter(None, (re.sub(" +", " ", _text(paragraph)).strip() for paragraph in element.iter(_W + "p")))
    )


def _text(element: Element) -> str:
    return "".join(_letters(element)).translate(_SPACES)


def _letters(element: Element) -> Iterator[str]:
    said = (piece for run in element.iter(_W + "r") for piece in run.iterchildren(_W + "t", _W + "br", _W + "tab"))
    for piece in said:
        yield (piece.text or "") if piece.tag == _W + "t" else "\n" if piece.tag == _W + "br" else "\t"
