"""What stands in a Word document, piece by piece: headings, paragraphs, items, rows; what we computed left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from enum import StrEnum

from msgspec import Struct

from pmexport.reader.word.package import Element, Level, W, WordText
from pmexport.reader.word.runs import marked, pieces

# Of our own styles, what no author wrote: it is computed anew from what they wrote.
_COMPUTED = {
    *(
        "subtitle",
        "figure label",
        "figures missing",
        "figures none",
        "section note",
        "chart",
        "progress",
        "progress bar",
        "finding",
        "legal",
    ),
    *("table end", "section end"),
    *("toc heading", "toc 1", "toc 2", "toc 3", "contents heading", "index heading", "header", "footer"),
}
_COMPUTED_TABLES = {"figures table"}
_CODE = {"code block", "html preformatted", "preformatted text", "source code"}
_QUOTE = {"quote", "quotations", "intense quote", "block text"}
_FACTS = {"fact value", "fact text", "fact detail"}
# A label and its value behind a tab.
_PAIRS = {"fact", "fact prose"}
_HEADING = re.compile(r"heading (\d)")
_DEEPEST = 6


class Kind(StrEnum):
    """What a unit is."""

    TITLE = "title"
    MASTHEAD = "masthead"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    LABEL = "label"
    VALUE = "value"
    CODE = "code"
    QUOTE = "quote"
    RULE = "rule"
    CAPTION = "caption"
    HEAD = "head"
    ROW = "row"
    NOTE = "note"


class Unit(Struct, frozen=True, kw_only=True):
    """One piece of the document as Markdown. `cells` are a row's; `level` is a heading's or a list's, from 0 there.

    `parts` are what the masthead says, each with the style that says what it is; `name` a note's mark, a masthead's
    incident id, or ``lead`` for the summary, which has no heading on the page.
    """

    kind: Kind
    text: str = ""
    level: int = 0
    cells: tuple[str, ...] = ()
    marker: Level | None = None
    parts: tuple[tuple[str, str], ...] = ()
    name: str = ""


def units_of(word: WordText) -> tuple[Unit, ...]:
    """Return the units of `word` in order, its footnotes last; of a company's document those of the report in it."""
    return (*_body(word.report, word), *_notes(word))


def _body(elements: Iterable[Element], word: WordText) -> Iterator[Unit]:
    for child in elements:
        match str(child.tag).removeprefix(W):
            case "p":
                yield from _paragraph(child, word)
            case "tbl":
                yield from _table(child, word)
            case "sdt" if word.bare or not _is_contents(child):
                yield from _body(child, word)
            case "sdtContent" | "ins" | "customXml" | "smartTag":
                yield from _body(child, word)
            case _:
                pass


def _is_contents(control: Element) -> bool:
    found = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return found is not None and found.get(f"{W}val") == "Table of Contents"


def _paragraph(paragraph: Element, word: WordText) -> Iterator[Unit]:
    style, text = _style(paragraph, word), marked(pieces(paragraph, word))
    if style in _COMPUTED or (not text and style not in {"rule", "horizontal line"}):
        return
    if style == "title":
        yield Unit(kind=Kind.TITLE, text=text)
    elif style == "masthead facts":
        yield Unit(kind=Kind.MASTHEAD, text=text, parts=_parts(paragraph, word), name=word.keywords)
    elif (found := _HEADING.fullmatch(style)) or style == "column heading":
        yield Unit(kind=Kind.HEADING, text=text, level=int(found[1]) if found else 2)
    elif style in _CODE:
        yield Unit(kind=Kind.CODE, text=_verbatim(paragraph))
    elif style in _QUOTE:
        yield Unit(kind=Kind.QUOTE, text=text)
    elif style in _PAIRS:
        label, value = (marked(pieces(part, word)) for part in _parted(paragraph))
        yield Unit(kind=Kind.LABEL, text=label)
        yield Unit(kind=Kind.VALUE, text=value)
    elif style == "fact label":
        yield Unit(kind=Kind.LABEL, text=text)
    elif style in {"rule", "horizontal line"}:
        yield Unit(kind=Kind.RULE)
    elif style == "caption":
        yield Unit(kind=Kind.CAPTION, text=text)
    else:
        yield _text(paragraph, style, text, word)


def _parted(paragraph: Element) -> tuple[Element, Element]:
    """Return what stands in `paragraph` before its first tab, and what stands behind that."""
    parts = deepcopy(paragraph), deepcopy(paragraph)
    for part, is_first in zip(parts, (True, False), strict=True):
        behind = False
        for run, piece in [(own, one) for own in part.iter(f"{W}r") for one in own if one.tag != f"{W}rPr"]:
            is_tab = not behind and piece.tag == f"{W}tab"
            behind = behind or is_tab
            if is_tab or behind is is_first:
                run.remove(piece)
    return parts


def _text(paragraph: Element, style: str, text: str, word: WordText) -> Unit:
    marker = _marker(paragraph, word)
    if marker is not None:
        level, found = marker
        return Unit(kind=Kind.ITEM, text=text, level=level, marker=found)
    kind = Kind.VALUE if style in _FACTS else Kind.PARAGRAPH
    return Unit(kind=kind, text=text, name="lead" if style == "lead" else "")


def _marker(paragraph: Element, word: WordText) -> tuple[int, Level] | None:
    """Return the depth and kind of the list that `paragraph` is an item of, by itself or by its style."""
    own = paragraph.find(f"{W}pPr/{W}numPr")
    if own is None:
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        key = word.style_lists.get("" if style is None else str(style.get(f"{W}val")))
    else:
        number, depth = own.find(f"{W}numId"), own.find(f"{W}ilvl")
        key = (
            "0" if number is None else str(number.get(f"{W}val")),
            "0" if depth is None else str(depth.get(f"{W}val")),
        )
    if key is None or key not in word.lists:
        return None
    return int(key[1]), word.lists[key]


def _table(table: Element, word: WordText) -> Iterator[Unit]:
    style = table.find(f"{W}tblPr/{W}tblStyle")
    name = "" if style is None else word.styles.get(str(style.get(f"{W}val")), "").casefold()
    standing = (row for row in table.iterchildren(f"{W}tr", f"{W}sdt") if row.find(f"{W}trPr/{W}del") is None)
    rows = [found for row in standing if (found := _cells(row))]
    if not rows:
        return
    if name in _COMPUTED_TABLES or (len(rows) == 1 and _holds(rows[0], word, "figure value", "figure missing")):
        return
    if (
        name == "columns table"
        or (word.bare and len(rows) == 1)
        or (len(rows) == 1 and _holds(rows[0], word, "column heading"))
    ):
        for cell in rows[0]:
            yield from _body(cell, word)
        return
    for index, row in enumerate(rows):
        cells = tuple(_cell(cell, word) for cell in row)
        yield Unit(kind=Kind.ROW if index else Kind.HEAD, cells=cells)


def _cells(row: Element) -> list[Element]:
    return [cell for cell in row.iter(f"{W}tc") if next(cell.iterancestors(f"{W}tbl")) is row.getparent()]


def _holds(cells: list[Element], word: WordText, *styles: str) -> bool:
    return any(_style(one, word) in styles for cell in cells for one in cell.iter(f"{W}p"))


def _cell(cell: Element, word: WordText) -> str:
    said = []
    for unit in _body(cell, word):
        match unit:
            case Unit(kind=Kind.ROW | Kind.HEAD, cells=cells):
                said.append(" ".join(cells))
            case Unit(kind=Kind.ITEM, text=text):
                said.append(f"• {text}")
            case _:
                said.append(unit.text)
    # A status that says more than its badge is told in full below it.
    told = len(said) > 1 and said[1].casefold().startswith(said[0].casefold())
    return "<br>".join(said[1:] if told else said)


def _notes(word: WordText) -> Iterator[Unit]:
    for name, note in word.notes.items():
        paragraphs = [marked(pieces(one, word, note=True)) for one in note.iter(f"{W}p")]
        text = " ".join(filter(None, paragraphs))
        if text:
            yield Unit(kind=Kind.NOTE, text=text, name=name)


def _parts(paragraph: Element, word: WordText) -> tuple[tuple[str, str], ...]:
    """Return what the masthead's line says: badges with their styles, facts with empty ones, parted by wide spaces."""
    found: list[tuple[str, str]] = []
    for run in paragraph.iter(f"{W}r"):
        style = run.find(f"{W}rPr/{W}rStyle")
        name = "" if style is None else word.styles.get(str(style.get(f"{W}val")), "").casefold()
        text = "".join(one.text or "" for one in run.iter(f"{W}t"))
        strong = run.find(f"{W}rPr/{W}b") is not None
        look = name or ("strong" if strong else "")
        if found and found[-1][0] == look:  # an editor parts a run where somebody typed in it
            found[-1] = (look, found[-1][1] + text)
        elif text:
            found.append((look, text))
    return tuple(found)


def _verbatim(paragraph: Element) -> str:
    signs = {f"{W}br": "\n", f"{W}tab": "\t"}
    return "".join(signs.get(str(one.tag), one.text or "") for one in paragraph.iter(f"{W}t", f"{W}br", f"{W}tab"))


def _style(paragraph: Element, word: WordText) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else word.styles.get(str(found.get(f"{W}val")), "").casefold()
