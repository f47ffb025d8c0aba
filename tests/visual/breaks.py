"""Rules about where pages break: what may not be cut, and what may not be left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from visual.findings import Finding
from visual.paper import SCALE, Block, Page, Paper, around, lines_of

# A row taller than this part of the page's height may break, lest it leave the page empty.
_TALL = 0.2
# A page before the last that ends above this part of its height looks forgotten.
_HOLLOW = 0.5
_FEW_LINES = 2
# Characters of a remark that says nothing without what follows.
_REMARK = 200
_RULE_ABOVE = 16.0
_STRONG = re.compile("bold|semi", re.IGNORECASE)


def breaks(paper: Paper) -> Iterator[Finding]:
    """Yield what is wrong with the page breaks."""
    for page, after in pairwise(paper.pages):
        yield from _foot(page, after)
        yield from _table_over_break(page, after)
        if (page.width > page.height) == (after.width > after.height):  # a sheet that turns begins anew
            yield from _hollow(page)
    yield from _last_page(paper)


def _foot(page: Page, after: Page) -> Iterator[Finding]:
    drawn = [block for block in page.blocks if block.glyphs or block.kind == "Figure"]
    if not drawn:
        yield Finding("blank-page", page.number, "nothing stands on the page")
        return
    last = drawn[-1]
    if last.heading:
        yield Finding("lone-heading", page.number, f"{last.text!r} stands alone at the foot")
    elif drawn[:-1] and drawn[-2].heading and _introduces_table(last, after):
        yield Finding("lone-heading", page.number, f"{drawn[-2].text!r} stands at the foot without its table")
    elif last.head:
        yield Finding("lone-header", page.number, f"the table's header {last.text!r} stands alone at the foot")
    elif last.table is not None and _is_day(page, last):
        yield Finding("lone-header", page.number, f"{last.text!r} stands in its table without the rows it names")
    elif last.text.endswith(":") and last.kind != "TD" and not _goes_on(last, after):
        yield Finding("lone-lead-in", page.number, f"{last.text[-60:]!r} is parted from what it introduces")


def _introduces_table(last: Block, after: Page) -> bool:
    """Return whether `last`, a remark under a heading, is parted from the table that both are there for."""
    first = next((block for block in after.blocks if block.glyphs), None)
    short = last.table is None and last.kind == "P" and len(last.text) < _REMARK
    return short and first is not None and first.table is not None


def _goes_on(last: Block, after: Page) -> bool:
    """Return whether the last sentence goes on over the page, as where code such as ``on: push`` is broken."""
    first = next((block for block in after.blocks if block.glyphs), None)
    return first is not None and first.kind == last.kind and first.text[:1].islower()


def _is_day(page: Page, last: Block) -> bool:
    """Return whether `last` is a row of one cell in a table of more: the name of the rows under it."""
    rows = page.rows(last.table) if last.table is not None else []
    heads = page.rows(last.table, head=True) if last.table is not None else []
    widest = max((len(row) for row in (*rows, *heads)), default=1)
    strong = all(_STRONG.search(glyph.font) for glyph in last.glyphs if glyph.text.strip())
    return bool(rows) and len(rows[-1]) == 1 < widest and strong


def _table_over_break(page: Page, after: Page) -> Iterator[Finding]:
    last = page.blocks[-1] if page.blocks else None
    first = next((block for block in after.blocks if block.glyphs), None)
    if last is None or first is None or last.table is None or first.table is None:
        return
    if not _same_columns(page, last.table, after, first.table):
        return
    before, heads = page.rows(last.table, head=True), after.rows(first.table, head=True)
    wanted = [[cell.text for cell in row] for row in before]
    if wanted and [[cell.text for cell in row] for row in heads] != wanted:
        yield Finding("lost-header", after.number, "a table goes on without its header")
    rows = after.rows(first.table)
    if not rows:
        return
    if _cut(page, last.table, rows[0]) and _height(page.rows(last.table)[-1]) + _height(rows[0]) < _TALL * page.height:
        words = " ".join(cell.text for cell in rows[0])
        yield Finding("cut-row", page.number, f"the row goes on as {words[:60]!r} on the next page")
    elif len(rows) == 1 and _could_spare(page, last.table) and not _cut(page, last.table, rows[0]):
        words = " ".join(cell.text for cell in rows[0])
        yield Finding("stranded-row", after.number, f"one row of a table stands alone: {words[:60]!r}")


def _could_spare(page: Page, table: int) -> bool:
    """Return whether a row of the table could go to the next page as well, and leave no hole."""
    rows = page.rows(table)
    return len(rows) > 1 and _height(rows[-1]) < _TALL * page.height


def _same_columns(page: Page, table: int, after: Page, other: int) -> bool:
    """Return whether two tables may be one: as many cells in a row, none of the second's headers being another's."""
    one, two = page.rows(table), after.rows(other)
    wide, also = (max((len(row) for row in rows), default=0) for rows in (one, two))
    heads = [
        [cell.text for row in part.rows(number, head=True) for cell in row]
        for part, number in ((page, table), (after, other))
    ]
    return wide == also and (not heads[1] or heads[0] == heads[1])


def _height(row: list[Block]) -> float:
    box = around(box for cell in row if (box := cell.box))
    return box.bottom - box.top if box else 0.0


def _cut(page: Page, table: int, following: list[Block]) -> bool:
    """Return whether the last row of a table goes on in `following`: it lacks the rule that others have under them."""
    rows = page.rows(table)
    if page.ruled_above:
        return bool(rows) and rows[-1][0].row == following[0].row
    heads = page.rows(table, head=True)
    ruled = [_ruled(page, row) for row in [*heads, *rows]]
    return bool(ruled) and any(ruled[:-1]) and not ruled[-1]


def _ruled(page: Page, row: list[Block]) -> bool:
    """Return whether a horizontal line is drawn under `row`, over most of its width."""
    box = around(box for cell in row if (box := cell.box))
    if box is None:
        return True
    # The line is looked for between the cells' first words: at their ends columns may be short.
    left, right = box.left * SCALE, max(box.right, box.left + 60) * SCALE
    places = [int(left + (right - left) * part / 24) for part in range(1, 24)]
    pixels = page.image.load()
    assert pixels is not None
    for y in range(int(box.bottom * SCALE) - 2, min(int((box.bottom + _RULE_ABOVE) * SCALE), page.image.height)):
        colours = [pixels[x, y] for x in places if x < page.image.width]
        ground = pixels[min(int(right) + 3, page.image.width - 1), min(y + 6, page.image.height - 1)]
        dark = sum(isinstance(colour, tuple) and sum(colour) < 3 * 246 for colour in colours)
        if dark > 0.85 * len(colours) and ground:
            return True
    return False


def _hollow(page: Page) -> Iterator[Finding]:
    frame = page.frame
    lows = [glyph.box.bottom for glyph in page.body] + [box.bottom for box, _ in page.pictures]
    low = max(lows, default=frame.top)
    filled = (low - frame.top) / (frame.bottom - frame.top)
    if filled < _HOLLOW:
        yield Finding("hollow-page", page.number, f"the page ends at {filled:.0%} of its height, and more follows")


def _last_page(paper: Paper) -> Iterator[Finding]:
    last = paper.pages[-1]
    lines = lines_of(last.body)
    if not last.body and not last.pictures:
        yield Finding("blank-page", last.number, "nothing stands on the page")
    elif len(paper.pages) > 1 and len(lines) <= _FEW_LINES and not last.pictures:
        yield Finding("thin-last-page", last.number, f"the last page holds {len(lines)} lines only")
    drawn = [block for block in last.blocks if block.glyphs]
    if drawn and drawn[-1].heading:
        yield Finding("empty-section", last.number, f"nothing stands under {drawn[-1].text!r}")
