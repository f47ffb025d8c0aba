"""Table rows as people write them: more cells than columns, no rule under the head, far too many columns."""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock
from markdown_it.rules_block import table as gfm_table
from markdown_it.rules_block.table import escapedSplit, getLine
from markdown_it.token import Token

from pmexport.model.terms import DiagnosticSeverity
from pmexport.reader import telling

WIDEST = 50
"""The most columns a table may have."""

EMPTIED = "emptied"
"""Where the parser's environment keeps the lines that are empty only because a comment stood there."""

_RULE_CELL = re.compile(r":?-+:?")
_FEWEST_COLUMNS = 2
_FEWEST_ROWS = 2


def table(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:  # noqa: FBT001  markdown-it's signature of a rule
    """Read a table of GitHub's Markdown, and keep the cells that it would drop.

    Source: GitHub Flavored Markdown, 4.10: "the excess is ignored".
    """
    if start_line + 1 < end_line and _pipes(state, start_line + 1) > WIDEST + 1:
        if not silent and _looks_like_rule(getLine(state, start_line + 1)):
            _tell_too_wide(state, start_line)
        return False
    first = len(state.tokens)
    if not gfm_table(state, start_line, end_line, silent):
        return False
    if not silent:
        _go_on_after_comments(state, first, end_line)
        _keep_all_cells(state, first)
    return True


def table_without_rule(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:  # noqa: FBT001  markdown-it's signature of a rule
    """Read lines that start with a pipe, and hold the same number of cells, as a table whose rule was forgotten."""
    if silent or not _starts_with_pipe(state, start_line):
        return False
    last = start_line
    while last < end_line and _starts_with_pipe(state, last) and state.sCount[last] >= state.blkIndent:
        last += 1
    rows = [(line, _cells(getLine(state, line))) for line in range(start_line, last)]
    rows = [row for row in rows if not all(map(_RULE_CELL.fullmatch, row[1]))]
    width = max((len(cells) for _, cells in rows), default=0)
    if len(rows) < _FEWEST_ROWS or not _FEWEST_COLUMNS <= width <= WIDEST or len(rows[0][1]) < _FEWEST_COLUMNS:
        return False
    push_table(state, rows, width, (start_line, last))
    telling.tell(
        state.env,
        code="table-rule",
        severity=DiagnosticSeverity.WARNING,
        line=start_line,
        message="this looks like a table, but the line under its head is missing or does not fit; it is read as one",
        hint="put " + "|---" * width + "| under the first row",
    )
    state.line = last
    return True


def _go_on_after_comments(state: StateBlock, first: int, end_line: int) -> None:
    """Add the rows that stand behind lines which held nothing but a comment."""
    emptied: frozenset[int] = state.env.get(EMPTIED, frozenset())
    width = sum(token.type == "th_open" for token in state.tokens[first:]) if state.line in emptied else 0
    while state.line in emptied:
        row = state.line
        while row < end_line and state.isEmpty(row):
            row += 1
        if row - 1 not in emptied or row >= end_line or not _starts_with_pipe(state, row):
            return
        closing = state.tokens.pop()
        while row < end_line and _starts_with_pipe(state, row):
            cells = _cells(getLine(state, row))[:width]
            _push_row(state, row, cells + [""] * (width - len(cells)), "td")
            row += 1
        state.tokens.append(closing)
        state.line = row


def _pipes(state: StateBlock, line: int) -> int:
    return state.src.count("|", state.bMarks[line], state.eMarks[line])


def _starts_with_pipe(state: StateBlock, line: int) -> bool:
    start = state.bMarks[line] + state.tShift[line]
    return state.src.startswith("|", start) and not state.is_code_block(line)


def _cells(line: str) -> list[str]:
    cells = escapedSplit(line.strip())
    if cells and not cells[0]:
        cells.pop(0)
    if cells and not cells[-1]:
        cells.pop()
    return [cell.strip() for cell in cells]


def _looks_like_rule(line: str) -> bool:
    return not line.strip(" \t|:-")


def _tell_too_wide(state: StateBlock, line: int) -> None:
    telling.tell(
        state.env,
        code="table-too-wide",
        severity=DiagnosticSeverity.ERROR,
        line=line,
        message=f"this table has more than {WIDEST} columns, so it is kept as text",
        hint="split it into tables that fit a page",
    )


def _keep_all_cells(state: StateBlock, first: int) -> None:
    row: list[Token] = []
    line = 0
    for token in state.tokens[first:]:
        if token.type == "tr_open":
            row, line = [], (token.map or [0])[0]
        elif token.type == "inline":
            row.append(token)
        elif token.type == "tr_close":
            cells = _cells(getLine(state, line))
            if len(cells) > len(row):
                _fill(state, row, cells, line)


def _fill(state: StateBlock, row: list[Token], cells: list[str], line: int) -> None:
    for token, cell in zip(row, _fitted(cells, len(row)), strict=True):
        token.content = cell
    telling.tell(
        state.env,
        code="table-cells",
        severity=DiagnosticSeverity.NOTE,
        line=line,
        message=f"this row has {len(cells)} cells, but the table {len(row)} columns; the rest stays in the last cell",
        hint=r"write \| for a pipe within a cell",
    )


def _fitted(cells: list[str], width: int) -> list[str]:
    """Return `cells` joined to `width`: first where a pipe cut through code, then whatever is left over at the end."""
    joined: list[str] = []
    too_many = len(cells) - width
    for cell in cells:
        if too_many and joined and joined[-1].count("`") % 2:
            joined[-1] += f" | {cell}"
            too_many -= 1
        else:
            joined.append(cell)
    return [*joined[: width - 1], " | ".join(joined[width - 1 :])]


def push_table(state: StateBlock, rows: list[tuple[int, list[str]]], width: int, span: tuple[int, int]) -> None:
    """Push a table of `rows`, each with its line; the first one is the head where it holds no figure."""
    state.push("table_open", "table", 1).map = list(span)
    if _holds_a_figure(rows[0][1]):
        _push_row(state, rows[0][0], [""] * width, "th")
    else:
        _push_row(state, rows[0][0], rows[0][1] + [""] * (width - len(rows[0][1])), "th")
        rows = rows[1:]
    for line, cells in rows:
        _push_row(state, line, cells + [""] * (width - len(cells)), "td")
    state.push("table_close", "table", -1)


def _holds_a_figure(cells: list[str]) -> bool:
    """Whether a cell starts with a digit, as times and dates do: a head has none."""
    return any(cell[:1].isdigit() for cell in cells)


def _push_row(state: StateBlock, line: int, cells: list[str], tag: str) -> None:
    state.push("tr_open", "tr", 1).map = [line, line + 1]
    for cell in cells:
        state.push(f"{tag}_open", tag, 1)
        inline = state.push("inline", "", 0)
        inline.map, inline.content, inline.children = [line, line + 1], cell, []
        state.push(f"{tag}_close", tag, -1)
    state.push("tr_close", "tr", -1)
