"""Action items as a table for a terminal, as CSV that a spreadsheet takes for text, and as JSON."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

import msgspec

from pmexport.cli.promised import Promised
from pmexport.cli.terminal import visible
from pmexport.report.words import Words

_CSV_COLUMNS = (
    *("file", "line", "incident_id", "title", "priority", "kind", "action", "owner", "due", "due_text"),
    *("status", "status_text", "links", "late"),
)
# Cells that start so are run as formulas by spreadsheets (OWASP, "CSV Injection"); the wide forms are taken for them.
_FORMULA = tuple("=+-@＝＋－＠")
_QUOTE = "'"
_NO_START = {'"'}
_UNSEEN = {"Cf", "Cc", "Zs", "Zl", "Zp", "Mn", "Me"}
# Where another separator than the comma is taken for the separator, a cell may start within one of ours.
_WITHIN = re.compile(r"([;|][\s\"]*)(?=[=+@＝＋－＠-])")
_BREAKS = re.compile(r"[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")
_GAP, _BESIDE = "  ", " · "
_NO_WIDTH = {"Mn", "Me", "Cf"}
_WIDEST = {"owner": 24, "due": 18, "status": 16, "priority": 12, "place": 46}
# What they are cut to where the terminal is narrow; where that is not enough, there are no columns.
_NARROW = {"owner": 16, "due": 13, "status": 11, "priority": 8, "place": 18}
_NARROWEST_ACTION = 24
_UNBROKEN = 10_000


def printed(found: Sequence[Promised], form: str, order: str, *, width: int | None) -> bytes:
    """Return `found` as ``table``, ``csv`` or ``json``; a table is broken to `width` columns, where that is given."""
    match form:
        case "csv":
            return as_csv(found).encode()
        case "json":
            return as_json(found)
        case _:
            return as_table(found, order, width=width).encode()


def as_json(found: Sequence[Promised]) -> bytes:
    """Return `found` with the keys that `inspect` has, and where each stands."""
    return msgspec.json.format(msgspec.json.encode({"schema_version": 1, "actions": found}), indent=2) + b"\n"


def as_csv(found: Sequence[Promised]) -> str:
    """Return `found` as CSV (RFC 4180), every cell quoted and none a formula."""
    text = io.StringIO()
    table = csv.writer(text, quoting=csv.QUOTE_ALL)
    table.writerow(_CSV_COLUMNS)
    for one in found:
        table.writerow([harmless(_cell(getattr(one, column))) for column in _CSV_COLUMNS])
    return text.getvalue()


def harmless(cell: str) -> str:
    """Return `cell` on one line, with an apostrophe wherever a spreadsheet would take what follows for a formula."""
    line = _WITHIN.sub(rf"\1{_QUOTE}", _BREAKS.sub(" ", cell))
    start = next((letter for letter in line if letter not in _NO_START and not _is_unseen(letter)), "")
    return f"{_QUOTE}{line}" if start in _FORMULA else line


def _is_unseen(letter: str) -> bool:
    """Tell whether `letter` is blank or shows nothing: what stands before a formula, and may be taken away."""
    return unicodedata.category(letter) in _UNSEEN


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case tuple():
            return " ".join(map(str, value))
        case _:
            return str(value)


def as_table(found: Sequence[Promised], order: str, *, width: int | None) -> str:
    """Return `found` in columns under their headings, in groups where they are sorted by owner or priority."""
    if not found:
        return ""
    words = Words("en")
    rows = [_row(one, words) for one in found]
    groups = [_group(one, order) for one in found]
    head = [words.say("action_table", name) for name in ("priority", "action", "owner", "due", "status")] + ["Where"]
    shown = [place for place in range(len(head)) if any(row[place] for row in rows)]
    cells = [[row[place] for place in shown] for row in (head, *rows)]
    widths = _widths(cells, shown, width)
    if width is not None and sum(widths) + len(_GAP) * (len(widths) - 1) > width:
        return _stacked(rows, width)
    lines = [*_lines(cells[0], widths), _GAP.join("-" * one for one in widths)]
    for number, (_, group) in enumerate(groupby(zip(groups, cells[1:], strict=True), key=itemgetter(0))):
        lines += [""] if number and order != "file" else []
        for _, row in group:
            lines += _lines(row, widths)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _stacked(rows: Sequence[Sequence[str]], width: int) -> str:
    """Return `rows` one under the other, for a terminal that is too narrow for columns."""
    lines: list[str] = []
    for priority, action, owner, due, status, place in rows:
        lines += _broken(" ".join(filter(None, (priority, action))), width)
        for text in (_BESIDE.join(filter(None, (owner, due, status))), place):
            lines += [f"{_GAP}{line}" for line in _broken(text, max(width - len(_GAP), 1)) if line]
        lines.append("")
    return "\n".join(lines[:-1]) + "\n"


def _group(one: Promised, order: str) -> str:
    return {"owner": (one.owner or "").casefold(), "priority": one.priority or ""}.get(order, "")


def _row(one: Promised, words: Words) -> list[str]:
    due = words.date(one.due, "medium") if one.due else one.due_text or ""
    return [
        visible(text)
        for text in (
            one.priority or "",
            one.action,
            one.owner or "",
            words.say("action_table", "late", date=due) if one.late else due,
            words.say("status", one.status) if one.status else one.status_text or "",
            f"{one.file}:{one.line}" if one.line else one.file,
        )
    ]


def _widths(rows: Sequence[Sequence[str]], shown: Sequence[int], width: int | None) -> list[int]:
    """Return how wide each column is: as its widest cell, the action taking what the others leave of `width`."""
    names = ("priority", "action", "owner", "due", "status", "place")
    natural = [max(map(columns_of, column)) for column in zip(*rows, strict=True)]
    if width is None:
        return natural
    action = shown.index(1)
    for widest in (_WIDEST, _NARROW):
        widths = [min(one, widest.get(names[place], _UNBROKEN)) for one, place in zip(natural, shown, strict=True)]
        left = width - (sum(widths) - widths[action] + len(_GAP) * (len(widths) - 1))
        widths[action] = min(widths[action], max(left, _NARROWEST_ACTION))
        if left >= widths[action]:
            break
    return widths


def _lines(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    """Yield the lines of a row, each cell broken to its column."""
    broken = [list(_broken(cell, width)) for cell, width in zip(cells, widths, strict=True)]
    for number in range(max(map(len, broken))):
        line = [cell[number] if number < len(cell) else "" for cell in broken]
        yield _GAP.join(text + " " * (width - columns_of(text)) for text, width in zip(line, widths, strict=True))


def _broken(text: str, width: int) -> Iterator[str]:
    line = ""
    for word in text.split(" "):
        rest = word
        while columns_of(f"{line} {rest}".strip()) > width:
            if line:
                yield line
                line = ""
                continue
            cut = _cut(rest, width)
            yield rest[:cut]
            rest = rest[cut:]
        line = f"{line} {rest}".strip()
    yield line


def _cut(word: str, width: int) -> int:
    """Return how many characters of `word` fill `width` columns, at least one."""
    return next((place for place in range(len(word), 1, -1) if columns_of(word[:place]) <= width), 1)


def columns_of(text: str) -> int:
    """Return how many columns `text` takes on a terminal: two for a wide letter, none for a mark on one."""
    return sum(map(_columns, text))


def _columns(letter: str) -> int:
    if unicodedata.category(letter) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
