"""A Word document as LibreOffice lays it out, as paper: its PDF's tags carry the names of our styles.

A table is tagged once however many pages it takes, and the header that it repeats is running matter there: what says
the same at the head of a page is put back as the header of the rows under it.
"""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

import pdfplumber
import pikepdf

from visual.paper import Block, Glyph, Page, Paper, page_of

_HEADING = re.compile(r"/H(\d)")
_TAGGED = '{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
# What LibreOffice calls the style of the heading over a contents list, which it tags as a paragraph.
_CONTENTS_HEADING = "/Contents Heading"
_KINDS = {"/Table": "Table", "/TR": "TR", "/TH": "TH", "/TD": "TD", "/Figure": "Figure", "/LI": "LI"}
_KINDS[_CONTENTS_HEADING] = "H1"
_GROUPS = {"/Document", "/L", "/LBody", "/TOC", "/TOCI", "/Sect", "/Note"}
Tag: TypeAlias = dict[str, object]
"""An element of the structure as pdfplumber gives it: type, page number, marks, children."""


def printed(documents: Sequence[Path], folder: Path) -> None:
    """Let LibreOffice make a tagged PDF in `folder` of each of `documents`."""
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to"]
    command += [f"pdf:writer_pdf_Export:{_TAGGED}", "--outdir", str(folder), *map(str, documents)]
    subprocess.run(command, check=True, capture_output=True, timeout=900)


def read_office(content: bytes) -> Paper:
    """Return the PDF `content`, which LibreOffice made, as paper."""
    tree = _tree(content)
    with pdfplumber.open(io.BytesIO(content)) as document:
        pages = [_without_loose_marks(page_of(page, tree)) for page in document.pages]
        for page in pages:
            assert page.image is not None  # it is drawn while the file is open
    heads: dict[int, tuple[Block, ...]] = {}
    return Paper(content, tuple(_with_heads(page, heads) for page in pages))


def _without_loose_marks(page: Page) -> Page:
    """Return `page` without what LibreOffice leaves untagged amid the text, as the spaces beside a badge."""
    over = min((glyph.box.top for glyph in page.body), default=0.0)
    under = max((glyph.box.bottom for glyph in page.body), default=page.height)
    kept = (glyph for glyph in page.running if glyph.box.bottom <= over + 1 or glyph.box.top >= under - 1)
    return replace(page, running=tuple(glyph for glyph in kept if glyph.text.strip()), ruled_above=True)


def _with_heads(page: Page, heads: dict[int, tuple[Block, ...]]) -> Page:
    """Return `page` with the repeated headers of its tables put back; `heads` are those met so far, by table."""
    for block in page.blocks:
        if block.head and block.table is not None and block not in heads.get(block.table, ()):
            heads[block.table] = (*heads.get(block.table, ()), block)
    first = next((block for block in page.blocks if block.table is not None), None)
    if first is None or first.head or first.table not in heads:
        return page
    wanted = heads[first.table]
    for start in range(len(page.running)):
        taken = _said(page.running[start:], wanted)
        if taken is not None:
            rest = (*page.running[:start], *page.running[start + sum(map(len, taken)) :])
            again = tuple(replace(one, glyphs=_spaced(one, said)) for one, said in zip(wanted, taken, strict=True))
            return replace(page, blocks=(*again, *page.blocks), running=rest)
    return page


def _said(glyphs: Sequence[Glyph], wanted: Sequence[Block]) -> list[tuple[Glyph, ...]] | None:
    """Return the glyphs that say the cells `wanted`, cell by cell, where `glyphs` begin with them."""
    found = []
    at = 0
    for block in wanted:
        seen = [glyph for glyph in block.glyphs if glyph.text.strip()]
        taken = tuple(glyphs[at : at + len(seen)])
        if [glyph.text for glyph in taken] != [glyph.text for glyph in seen]:
            return None
        found.append(taken)
        at += len(taken)
    return found


def _spaced(block: Block, said: Sequence[Glyph]) -> tuple[Glyph, ...]:
    """Return `said` with the spaces that the words of `block` have between them."""
    seen = iter(said)
    last = said[0] if said else None
    found = []
    for glyph in block.glyphs:
        if glyph.text.strip():
            last = next(seen)
            found.append(last)
        elif last is not None:
            found.append(replace(glyph, box=last.box))
    return tuple(found)


def _tree(content: bytes) -> list[Tag]:
    with pikepdf.open(io.BytesIO(content)) as document:
        numbers: dict[object, int] = {page.objgen: number for number, page in enumerate(document.pages, 1)}
        return list(_tags(document.Root.StructTreeRoot.K, numbers, None, inline=False))


def _tags(element: object, numbers: Mapping[object, int], page: int | None, *, inline: bool) -> Iterator[Tag]:
    """Yield `element` with what it holds; within a paragraph everything is a span."""
    if isinstance(element, int):
        yield {"type": "Span", "page_number": page, "mcids": [element]}
    elif isinstance(element, pikepdf.Array):
        for one in element.as_list():
            yield from _tags(one, numbers, page, inline=inline)
    elif isinstance(element, pikepdf.Dictionary):
        page = numbers.get(element.Pg.objgen, page) if "/Pg" in element else page
        if element.get("/Type") == pikepdf.Name("/MCR"):
            yield {"type": "Span", "page_number": page, "mcids": [int(element.MCID)]}
        elif "/S" in element:
            yield _tag(element, numbers, page, inline=inline)


def _tag(element: pikepdf.Object, numbers: Mapping[object, int], page: int | None, *, inline: bool) -> Tag:
    name = str(element.S)
    heading = _HEADING.fullmatch(name)
    kind = f"H{heading[1]}" if heading else _KINDS.get(name) or ("Div" if name in _GROUPS else "P")
    if inline and kind not in {"Figure", "Table", "TR", "TH", "TD"}:
        kind = "Span"
    # LibreOffice puts lists within the paragraph-like parts of a list, and paragraphs within cells.
    within = inline or kind in {"P", "Span", "Figure", "H1"} or bool(heading)
    children = list(_tags(element.K, numbers, page, inline=within)) if "/K" in element else []
    if kind == "Table" and all(map(_is_head, children)):
        # A table of nothing but a head is a layout: its cells are read one after the other.
        kind, children = "Div", [{**cell, "type": "Div"} for row in children for cell in _children(row)]
    elif kind == "Table":
        children = _headed(children)
    return {"type": kind, "page_number": page, "mcids": [], "children": children}


def _headed(rows: list[Tag]) -> list[Tag]:
    """Return the rows of a table, those of header cells gathered as its head."""
    head: Tag = {"type": "THead", "children": [row for row in rows if _is_head(row)]}
    return [head, *(row for row in rows if not _is_head(row))]


def _is_head(row: Tag) -> bool:
    return all(cell["type"] == "TH" for cell in _children(row))


def _children(tag: Tag) -> list[Tag]:
    found = tag.get("children", [])
    assert isinstance(found, list)
    return found
