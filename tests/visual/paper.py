"""A finished PDF as a reader of paper sees it: glyphs with their places, blocks in reading order, tables, and the ink.

The order and kind of blocks come from the tags, which WeasyPrint writes anew for each page; what no tag claims is
running matter. Lengths are points from the top left corner of the page.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pdfplumber
import pikepdf
from PIL import Image

# Pixels for a point in the picture of a page.
SCALE = 2.0

_HEADINGS = {f"H{level}" for level in range(1, 7)}
_ATOMIC = {*_HEADINGS, "P", "TH", "TD", "LI", "Figure", "Caption"}


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Glyph:
    """One drawn character; `top` and `bottom` are its font's, not its ink's."""

    text: str
    box: Box
    size: float
    font: str
    colour: tuple[int, int, int]

    @property
    def ink(self) -> Box:
        """Return about where there is ink: fonts keep a quarter of their height clear over and under it."""
        height = self.box.bottom - self.box.top
        return Box(self.box.left, self.box.top + 0.26 * height, self.box.right, self.box.bottom - 0.24 * height)


@dataclass(frozen=True, slots=True)
class Block:
    """A tagged part of one page: a heading, a paragraph, a list item, a cell, a figure, or ``other``."""

    kind: str
    glyphs: tuple[Glyph, ...]
    table: int | None = None
    row: int | None = None
    head: bool = False

    @property
    def heading(self) -> int:
        """Return the level of a heading, 0 for any other block."""
        return int(self.kind[1]) if self.kind in _HEADINGS else 0

    @property
    def text(self) -> str:
        """Return the words, with a space where a line ends."""
        return text_of(self.glyphs)

    @property
    def box(self) -> Box | None:
        """Return what the glyphs cover; None for a block without any."""
        return around(glyph.box for glyph in self.glyphs)


@dataclass(frozen=True)
class Page:
    """One page. `body` is what is tagged, `running` what is not.

    `ruled_above` says that rules stand over the rows of its tables, not under them, and that a row's number is the same
    on each page that it stands on.
    """

    number: int
    width: float
    height: float
    blocks: tuple[Block, ...]
    running: tuple[Glyph, ...]
    pictures: tuple[tuple[Box, float], ...]
    _page: Any = field(repr=False)
    ruled_above: bool = False

    @cached_property
    def body(self) -> tuple[Glyph, ...]:
        """Return the glyphs of all blocks."""
        return tuple(glyph for block in self.blocks for glyph in block.glyphs)

    @cached_property
    def image(self) -> Image.Image:
        """Return the page as it looks, `SCALE` pixels for a point."""
        picture: Image.Image = self._page.to_image(resolution=72 * SCALE, antialias=True).original.convert("RGB")
        return picture

    @cached_property
    def frame(self) -> Box:
        """Return where the body may stand: as wide as the foot's line, between head and foot."""
        middle = self.height / 2
        over = [glyph.box for glyph in self.running if glyph.box.bottom < middle]
        under = [glyph.box for glyph in self.running if glyph.box.top > middle]
        left, right = self._sides(around(under))
        return Box(
            left,
            max((box.bottom for box in over), default=0),
            right,
            min((box.top for box in under), default=self.height),
        )

    def _sides(self, foot: Box | None) -> tuple[float, float]:
        """Return where lines begin and end as the foot shows it; one that stands at one side only is mirrored."""
        if foot is None:
            return 0, self.width
        left = self.width - foot.right if foot.left > self.width / 2 else foot.left
        right = self.width - foot.left if foot.right < self.width / 2 else foot.right
        return left, right

    def rows(self, table: int, *, head: bool = False) -> list[list[Block]]:
        """Return the rows of a table on this page as cells: those of its head, or the others."""
        found: dict[int, list[Block]] = {}
        for block in self.blocks:
            if block.table == table and block.head == head and block.row is not None:
                found.setdefault(block.row, []).append(block)
        return list(found.values())


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole document, with its bytes for those who look at its parts."""

    content: bytes
    pages: tuple[Page, ...]


def read(content: bytes) -> Paper:
    """Return the PDF `content` as paper."""
    document = pdfplumber.open(io.BytesIO(_with_plain_encodings(content)))
    tree = list(document.structure_tree)
    return Paper(content, tuple(page_of(page, tree) for page in document.pages))


def page_of(page: Any, tree: Iterable[dict[str, Any]]) -> Page:  # noqa: ANN401  pdfplumber tells no types
    """Return `page`, one of pdfplumber's, in blocks as the document's `tree` of tags has them."""
    glyphs: dict[int | None, list[Glyph]] = {}
    for char in page.chars:
        marked = char["mcid"] if char["tag"] != "Artifact" else None
        if marked is None and char["matrix"][1]:
            continue  # A watermark: faint, slanted, and behind the words.
        glyphs.setdefault(marked, []).append(_glyph(char))
    blocks = tuple(_Walk(page.page_number, glyphs).blocks(tree))
    return Page(
        number=page.page_number,
        width=float(page.width),
        height=float(page.height),
        blocks=blocks,
        running=tuple(glyph for listed in glyphs.values() for glyph in listed),
        pictures=tuple(_picture(image) for image in page.images),
        _page=page,
    )


def _with_plain_encodings(content: bytes) -> bytes:
    """Return the PDF with fonts whose codes mean glyphs; of one that lacks a glyph pdfminer reads no text at all."""
    with pikepdf.open(io.BytesIO(content)) as document:
        for part in document.objects:
            if isinstance(part, pikepdf.Dictionary) and part.get("/Subtype") == "/Type0":
                part.Encoding = pikepdf.Name("/Identity-H")
        plain = io.BytesIO()
        document.save(plain)
    return plain.getvalue()


class _Walk:
    """Goes through the tags of one page and takes the glyphs that each claims; those left over are running matter."""

    def __init__(self, number: int, glyphs: dict[int | None, list[Glyph]]) -> None:
        self._number = number
        self._glyphs = glyphs
        self._tables = 0
        self._rows = 0

    def blocks(self, elements: Iterable[dict[str, Any]]) -> Iterator[Block]:
        for element in elements:
            yield from self._of(element, None, head=False)

    def _of(self, element: dict[str, Any], table: int | None, *, head: bool) -> Iterator[Block]:
        kind = element["type"]
        if kind == "Table":
            self._tables += 1
            table = self._tables
        elif kind == "TR":
            self._rows += 1
        head = head or kind == "THead"
        children = element.get("children", [])
        if kind in _ATOMIC or not _holds_blocks(element):
            marks = list(_marks(element, self._number))
            if marks:
                taken = tuple(glyph for mark in marks for glyph in self._glyphs.pop(mark, ()))
                row = self._rows if table is not None else None
                yield Block(kind if kind in _ATOMIC else "other", taken, table, row, head)
            return
        for child in children:
            yield from self._of(child, table, head=head)


def _holds_blocks(element: dict[str, Any]) -> bool:
    children = element.get("children", [])
    return any(child["type"] in _ATOMIC or _holds_blocks(child) for child in children)


def _marks(element: dict[str, Any], page: int) -> Iterator[int]:
    if element.get("page_number") == page:
        yield from element.get("mcids", [])
    for child in element.get("children", []):
        yield from _marks(child, page)


def _glyph(char: dict[str, Any]) -> Glyph:
    box = Box(char["x0"], char["top"], char["x1"], char["bottom"])
    return Glyph(char["text"], box, char["size"], str(char["fontname"]), _rgb(char["non_stroking_color"]))


def _rgb(colour: object) -> tuple[int, int, int]:
    """Return a colour of the PDF (grey, RGB or CMYK in parts of one) as three bytes."""
    parts = [float(part) for part in colour] if isinstance(colour, (tuple, list)) else [0.0]
    if len(parts) == 1:
        parts *= 3
    elif len(parts) == 4:
        parts = [(1 - part) * (1 - parts[3]) for part in parts[:3]]
    red, green, blue = (round(255 * part) for part in parts[:3])
    return red, green, blue


def _picture(image: dict[str, Any]) -> tuple[Box, float]:
    """Return where a picture stands, and how many times wider it is than in its own proportions."""
    box = Box(image["x0"], image["top"], image["x1"], image["bottom"])
    wide, high = image["srcsize"]
    return box, (box.right - box.left) / max(box.bottom - box.top, 0.01) * high / max(wide, 1)


def around(boxes: Iterable[Box]) -> Box | None:
    """Return the smallest box that holds all of `boxes`."""
    listed = list(boxes)
    if not listed:
        return None
    return Box(
        min(box.left for box in listed),
        min(box.top for box in listed),
        max(box.right for box in listed),
        max(box.bottom for box in listed),
    )


def lines_of(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Return glyphs in lines from top to bottom, by where their feet stand; words beside each other are one line."""
    lines: list[list[Glyph]] = []
    for glyph in sorted((glyph for glyph in glyphs if glyph.text.strip()), key=lambda glyph: glyph.box.bottom):
        if lines and glyph.box.bottom - lines[-1][0].box.bottom < 0.45 * glyph.size:
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    return lines


def text_of(glyphs: Iterable[Glyph], *, line_end: str = " ") -> str:
    """Return the words of glyphs in reading order, with `line_end` where a line ends."""
    parts: list[str] = []
    last: Glyph | None = None
    for glyph in glyphs:
        if last and abs(glyph.box.bottom - last.box.bottom) > 0.6 * glyph.size:
            parts.append("\n")
        parts.append(glyph.text)
        last = glyph
    return line_end.join(" ".join(line.split()) for line in "".join(parts).split("\n"))
