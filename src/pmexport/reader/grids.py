"""Tables drawn with "+---+---+", as reStructuredText, Pandoc and databases print them."""

from __future__ import annotations

import re
from itertools import pairwise

from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.table import getLine

from pmexport.reader import rows

_BORDER = re.compile(r"\s*\+(?:[-=:]+\+){2,}\s*$")
_FEWEST_BORDERS = 2


def grid_table(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:  # noqa: FBT001  markdown-it's signature of a rule
    """Read a table whose rows stand between borders, or below one, each cell on as many lines as it needs."""
    if silent or state.is_code_block(start_line) or not _BORDER.match(getLine(state, start_line)):
        return False
    last = start_line
    while last < end_line and getLine(state, last).lstrip()[:1] in {"|", "+"} and not state.isEmpty(last):
        last += 1
    lines = [(number, getLine(state, number).strip()) for number in range(start_line, last)]
    borders = [number for number, (_, line) in enumerate(lines) if _BORDER.match(line)]
    first = lines[0][1]
    places = [at for at, letter in enumerate(first) if letter == "+"]
    if len(borders) < _FEWEST_BORDERS or not 1 < len(places) <= rows.WIDEST + 1:
        return False
    ruled = len(borders) > _FEWEST_BORDERS + 1
    found: list[tuple[int, list[str]]] = []
    for start, end in zip(borders, [*borders[1:], len(lines)], strict=True):
        between = lines[start + 1 : end]
        drawn = [(number, _cells(line, places)) for number, line in between]
        found += [(drawn[0][0], _joined([cells for _, cells in drawn]))] if ruled and drawn else drawn
    if len(found) < _FEWEST_BORDERS:
        return False
    rows.push_table(state, found, len(places) - 1, (start_line, last))
    state.line = last
    return True


def _cells(line: str, places: list[int]) -> list[str]:
    """Return the cells of one line, parted at the borders' corners, or where its own bars stand."""
    width = len(places) - 1
    if all(line[at : at + 1] in {"|", "+"} for at in places):
        return [line[a + 1 : b].strip() for a, b in pairwise(places)]
    cells = [cell.strip() for cell in line.strip("|").split("|")]
    return [*cells[: width - 1], " | ".join(cells[width - 1 :])] + [""] * (width - len(cells))


def _joined(lines: list[list[str]]) -> list[str]:
    return [" ".join(part for part in column if part) for column in zip(*lines, strict=True)]
