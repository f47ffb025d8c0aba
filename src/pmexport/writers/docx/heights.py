"""How high a document's elements stand on the page, estimated: Word alone knows, and asks nobody before it prints.

Held against LibreOffice over published postmortems, where the text before a contents list ends was told to within a
twentieth of the page.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from msgspec import Struct

from pmexport.writers.docx.markup import Element, is_paragraph, is_table, qualified, style_of

# Named once: a long report asks for them thousands of times.
_P, _T, _BR, _PPR, _IND = map(qualified, ("w:p", "w:t", "w:br", "w:pPr", "w:ind"))
_EXTENT, _CELL, _SIDES = qualified("wp:extent"), qualified("w:tc"), (qualified("w:left"), qualified("w:right"))
_TWIPS, _HALF_POINTS, _EMU = 20, 2, 12700
# What a letter takes on average, in parts of its size: of running text, of code.
_LETTER, _CODE_LETTER, _CODE = 0.45, 0.6, "CodeBlock"
# A cell's margins: across, and above and below with the line between rows.
_ACROSS, _UPRIGHT = 7.0, 6.3
_ROOT = "Normal"


class _Look(Struct, frozen=True):
    """What a paragraph style says of height: room over and under, the line, the letters' size, the sides; in points."""

    over: float = 0.0
    under: float = 0.0
    line: float = 14.4
    size: float = 9.5
    sides: float = 0.0


class Spot(Struct, frozen=True):
    """A place: the page, from 1, and how far down it, in parts of its height."""

    page: int
    down: float


class Heights:
    """The heights of elements set in the styles of `styles`, on pages `width` points wide and `height` high."""

    def __init__(self, styles: Element, width: float, height: float) -> None:
        self._styles = {str(style.get(qualified("w:styleId"))): style for style in styles.iter(qualified("w:style"))}
        self._looks: dict[str, _Look] = {"": _Look()}
        self._width = width
        self._height = height

    def ends(self, body: Sequence[Element]) -> list[Spot]:
        """Return where each of `body` ends."""
        found: list[Spot] = []
        page, at = 1, 0.0
        for element in body:
            widths = _widths(element)
            for piece in _pieces(element):
                if _begins(piece):
                    page, at = page + 1, 0.0
                before, at = at, self._after(at, piece, widths)
                page += at < before
                if _turns(piece):
                    page, at = page + 1, 0.0
            found.append(Spot(page, at / self._height))
        return found

    def share(self, elements: Sequence[Element]) -> float:
        """Return the part of a page's height that `elements` take together."""
        return sum(self._paragraph(one, self._width) for one in elements) / self._height

    def _after(self, at: float, piece: Element, widths: Sequence[float]) -> float:
        """Return where `piece` ends that begins at `at`: a row moves on as a whole, a paragraph breaks."""
        row = bool(widths)
        high = self._row(piece, widths) if row else self._paragraph(piece, self._width)
        if at + high <= self._height:
            return at + high
        return high if row and high < self._height else (at + high) % self._height

    def _row(self, row: Element, widths: Sequence[float]) -> float:
        cells = zip(row.iterchildren(_CELL), widths, strict=False)
        return _UPRIGHT + max((self._cell(cell, width - _ACROSS) for cell, width in cells), default=0.0)

    def _cell(self, cell: Element, width: float) -> float:
        return sum(self._paragraph(one, width) for one in cell.iterchildren(_P))

    def _paragraph(self, paragraph: Element, width: float) -> float:
        style = style_of(paragraph)
        look = self._look(style)
        pictures = [float(one.get("cy", 0)) / _EMU for one in paragraph.iter(_EXTENT)]
        room = max(width - look.sides - _sides(paragraph.find(_PPR)), look.size)
        letter = look.size * (_CODE_LETTER if style == _CODE else _LETTER)
        lines = sum(max(1, -int(-letter * _letters(text) // room)) for text in _texts(paragraph))
        return look.over + look.under + max([lines * look.line, *pictures])

    def _look(self, name: str) -> _Look:
        if name not in self._looks:
            style = self._styles.get(name)
            self._looks[name] = self._looks[""] if style is None else self._read(style)
        return self._looks[name]

    def _read(self, style: Element) -> _Look:
        """Return what `style` says, and what the one that it is based on says where it is silent."""
        based = style.find(qualified("w:basedOn"))
        under = self._look("" if based is None else str(based.get(qualified("w:val"))))
        spacing = style.find(f"{qualified('w:pPr')}/{qualified('w:spacing')}")
        size = style.find(f"{qualified('w:rPr')}/{qualified('w:sz')}")
        found = {} if spacing is None else {name: spacing.get(qualified(f"w:{name}")) for name in _SPACING}
        kept = {"before": under.over, "after": under.under, "line": under.line}
        over, after, line = (float(value) / _TWIPS if (value := found.get(name)) else kept[name] for name in _SPACING)
        points = under.size if size is None else float(size.get(qualified("w:val"), 0)) / _HALF_POINTS
        return _Look(over, after, line, points, _sides(style.find(qualified("w:pPr"))) or under.sides)


_SPACING = ("before", "after", "line")


def _widths(element: Element) -> list[float]:
    """Return the widths of the columns of a table, in points; none for anything else."""
    grid = element.find(qualified("w:tblGrid"))
    return [] if grid is None else [float(column.get(qualified("w:w"), 0)) / _TWIPS for column in grid]


def _pieces(element: Element) -> Iterable[Element]:
    """Return what of `element` breaks over pages: the rows of a table, the paragraphs of a control."""
    if is_table(element):
        return element.iterchildren(qualified("w:tr"))
    return (element,) if is_paragraph(element) else element.iter(qualified("w:p"))


def _begins(piece: Element) -> bool:
    """Return whether `piece` begins a page."""
    return piece.find(f"{qualified('w:pPr')}/{qualified('w:pageBreakBefore')}") is not None


def _turns(piece: Element) -> bool:
    """Return whether the page ends with `piece`."""
    return piece.find(f"{qualified('w:r')}/{qualified('w:br')}[@{qualified('w:type')}='page']") is not None


def _sides(properties: Element | None) -> float:
    """Return how much narrower than its room a paragraph with these `properties` is, in points."""
    indent = None if properties is None else properties.find(_IND)
    if indent is None:
        return 0.0
    return sum(float(indent.get(side, 0)) for side in _SIDES) / _TWIPS


def _texts(paragraph: Element) -> list[str]:
    """Return the lines of `paragraph` as they were broken by hand."""
    said = "".join("\n" if piece.tag == _BR else piece.text or "" for piece in paragraph.iter(_T, _BR))
    return said.split("\n")


def _letters(text: str) -> int:
    """Return how many letters `text` is as wide as; one in Chinese, Japanese or Korean takes the room of two."""
    return len(text) if text.isascii() else sum(1 + (unicodedata.east_asian_width(one) in "WF") for one in text)
