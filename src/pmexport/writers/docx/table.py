"""Tables that Word, LibreOffice and Google Docs agree on: fixed widths that add up, a header row that repeats."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from msgspec import Struct

from pmexport.writers.docx.markup import Element, clean, keep, settled, twips, w
from pmexport.writers.docx.slots import ThemeColour

# What a letter of table text takes on average, and a cell's margin, in points.
_LETTER = 4.7
_WIDE_LETTER = 5.2
_MARGIN = 10.0
_NARROWEST = 24.0
_WIDEST_SHARE = 0.6
# A longer word is an address or an id that breaks anywhere.
_BREAKS_AT = 22
# So few letters stay on one line whatever is between them, as "120 ms".
_SHORT = 7
# So many columns whose texts would make so many full lines read better on the long side of the sheet.
_MANY = 7
_MOST_LINES = 3.0
# So many rows, the header among them.
_FEW = 6


class Cell(Struct, frozen=True, kw_only=True):
    """What stands in a cell. `edge` colours its left border; `inset` is room to the left, in points."""

    content: tuple[Element, ...]
    edge: ThemeColour | None = None
    inset: float = 0


class Row(Struct, frozen=True, kw_only=True):
    """A row. `header` repeats it on every page; `whole` keeps it on one."""

    cells: tuple[Cell, ...]
    header: bool = False
    whole: bool = True


def table(style: str, widths: Sequence[float], rows: Sequence[Row], *, indent: int = 0, title: str = "") -> Element:
    """Return a table of `rows` in columns of `widths` points, `indent` twips from the left; `title` names it aloud."""
    columns = [twips(width) for width in widths]
    headed = any(row.header for row in rows)
    # Neither the header nor the last row stands alone on a page, and a few rows stay together.
    few = len(rows) <= _FEW and all(row.whole for row in rows)
    kept = set(range(len(rows))) if few else {len(rows) - 2, 0 if headed else len(rows) - 2}
    kept -= {len(rows) - 1}
    return w(
        "tbl",
        w(
            "tblPr",
            w("tblStyle", val=style),
            w("tblW", w=sum(columns), type="dxa"),
            w("tblInd", w=indent, type="dxa") if indent else None,
            w("tblLayout", type="fixed"),
            _look(headed=headed),
            w("tblCaption", val=clean(title)) if title else None,
        ),
        w("tblGrid", *(w("gridCol", w=column) for column in columns)),
        *(_row(row, columns, kept=index in kept) for index, row in enumerate(rows)),
    )


def natural(texts: Sequence[str], *, letter: float = _WIDE_LETTER, widest: float = 120.0) -> float:
    """Return the width in points that a column of `texts` takes, estimated from their letters."""
    longest = max(map(_letters, texts), default=0)
    return min(max(longest * letter + _MARGIN, _NARROWEST), widest)


def share(columns: Sequence[Sequence[str]], width: float) -> list[float]:
    """Return the widths of `columns` of texts, together `width` points: room for their words first, then by length."""
    least = [_least(column) for column in columns]
    longest = [max(map(_letters, column), default=1) * _LETTER + _MARGIN for column in columns]
    wanted = [max(few, min(many, width * _WIDEST_SHARE)) for few, many in zip(least, longest, strict=True)]
    if sum(wanted) <= width or sum(least) >= width:
        parts = wanted if sum(wanted) <= width else least
        return [part * width / sum(parts) for part in parts]
    spare = (width - sum(least)) / (sum(wanted) - sum(least))
    return [few + (many - few) * spare for few, many in zip(least, wanted, strict=True)]


def crowded(columns: Sequence[Sequence[str]], width: float) -> bool:
    """Say whether `columns` of texts are too many or their words too long for `width` points."""
    lines = sum(max(map(_letters, column), default=1) for column in columns) * _LETTER / width
    return sum(map(_least, columns)) > width or (len(columns) >= _MANY and lines > _MOST_LINES)


def _letters(text: str) -> int:
    """Return how many letters `text` is as wide as: one in Chinese, Japanese or Korean takes the room of two."""
    return len(text) if text.isascii() else sum(1 + (unicodedata.east_asian_width(one) in "WF") for one in text)


def _least(column: Sequence[str]) -> float:
    """Return the room in points that the longest word of `column` takes; a figure with its unit is one."""
    words = (word for text in column for word in ([text] if _letters(text) <= _SHORT else text.split()))
    letters = max(map(_letters, words), default=1)
    return max(min(letters, _BREAKS_AT) * _WIDE_LETTER + _MARGIN, _NARROWEST)


def _look(*, headed: bool) -> Element:
    return w(
        "tblLook",
        val="0420" if headed else "0400",
        firstRow=int(headed),
        lastRow=0,
        firstColumn=0,
        lastColumn=0,
        noHBand=0,
        noVBand=1,
    )


def _row(row: Row, columns: Sequence[int], *, kept: bool) -> Element:
    """Return a row; `kept` holds it with the next."""
    properties = [
        w("cantSplit") if row.whole else None,
        w("tblHeader") if row.header else None,
    ]
    last = len(columns) - 1
    cells = (
        _cell(cell, width, flush=index == last)
        for index, (cell, width) in enumerate(zip(row.cells, columns, strict=True))
    )
    found = w("tr", w("trPr", *properties) if any(part is not None for part in properties) else None, *cells)
    if kept and row.whole:
        keep(found)
    return found


def _cell(cell: Cell, width: int, *, flush: bool) -> Element:
    """Return a cell; one that is `flush` lets its text run up to the table's right edge."""
    edge = w("left", val="single", sz=24, space=0, **cell.edge.ink("color")) if cell.edge else None
    inset = w("left", w=twips(cell.inset), type="dxa") if cell.inset else None
    right = w("right", w=0, type="dxa") if flush else None
    return w(
        "tc",
        w(
            "tcPr",
            w("tcW", w=width, type="dxa"),
            w("tcBorders", edge) if edge is not None else None,
            w("tcMar", inset, right) if inset is not None or flush else None,
        ),
        *settled(cell.content),
    )
