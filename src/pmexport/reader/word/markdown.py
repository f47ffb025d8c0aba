"""The pieces of a Word document as a Markdown postmortem."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from msgspec.structs import replace

from pmexport.reader.word.units import Kind, Unit

_BEGINS_SOMETHING = re.compile(r"^(#{1,6}\s|[-+*]\s|\d{1,9}[.)]\s|=+\s*$|-+\s*$)")
_DISTANCE = re.compile(r"[+\u2212-]\d+:\d\d(?::\d\d)?")
_CLOCK = re.compile(r"~?\d{1,2}:\d\d")
_CODE_AND_WORD = re.compile(r"((?:P|S|SEV[- ]?)\d) \w+")
_BADGES = {"badge severity": "Severity", "badge document": "Status", "badge incident": "Status"}
_TIGHT = {Kind.ITEM, Kind.ROW, Kind.HEAD, Kind.LABEL, Kind.VALUE}
_INDENT = "    "
_UNDER_LABEL = -1
_LEAD = "## Summary"


def as_markdown(units: Sequence[Unit]) -> str:
    """Return `units` as Markdown, which reads to what they say."""
    lines: list[str] = []
    last: Unit | None = None
    numbers: dict[int, int] = {}
    labelled = False
    for unit in _tidied(units):
        heads = unit.kind is Kind.LABEL or unit.level == _UNDER_LABEL
        labelled = heads or (labelled and unit.kind in {Kind.VALUE, Kind.ITEM})
        if unit.kind is Kind.ITEM and labelled and not heads:
            unit = replace(unit, level=unit.level + 1)  # noqa: PLW2901  what stands under a label is one level deeper
        numbers = _counted(numbers, unit)
        said = _said(unit, numbers, last)
        apart = last is not None and not _belongs(unit, last)
        lines += [""] * apart + said
        last = unit
    return "\n".join(lines) + "\n" if lines else ""


def _belongs(unit: Unit, last: Unit) -> bool:
    """Say whether `unit` stands on the line after `last`: rows with rows, items with items."""
    rows = {Kind.ROW, Kind.HEAD}
    return (
        {unit.kind, last.kind} <= _TIGHT and unit.kind is not Kind.HEAD and (unit.kind in rows) == (last.kind in rows)
    )


def _said(unit: Unit, numbers: dict[int, int], last: Unit | None) -> list[str]:
    match unit.kind:
        case Kind.TITLE:
            return [f"# {unit.text}"]
        case Kind.HEADING:
            return [f"{'#' * min(unit.level + 1, 6)} {unit.text}"]
        case Kind.MASTHEAD:
            return _fields(unit)
        case Kind.ITEM:
            return [_item(unit, numbers)]
        case Kind.LABEL:
            return [f"- **{unit.text.rstrip(':')}:**"]
        case Kind.CODE:
            fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", unit.text)), 0)
            return [fence, *unit.text.split("\n"), fence]
        case Kind.QUOTE:
            return [f"> {unit.text}"]
        case Kind.RULE:
            return ["***"]
        case Kind.HEAD:
            return [_row(unit.cells), _row(tuple("---" for _ in unit.cells))]
        case Kind.ROW:
            return [_row(unit.cells)]
        case Kind.NOTE:
            return [f"[^{unit.name}]: {unit.text}"]
        case Kind.VALUE:
            return [f"{_INDENT if last is not None and last.kind in _TIGHT else ''}{unit.text}"]
        case Kind.PARAGRAPH | Kind.CAPTION:
            opens = unit.name == "lead" and (last is None or last.name != "lead")
            return [*((_LEAD, "") if opens else ()), _BEGINS_SOMETHING.sub(lambda found: f"\\{found[0]}", unit.text)]


def _tidied(units: Sequence[Unit]) -> list[Unit]:
    """Return `units` as an author would write them: values beside their labels, events without distances."""
    found: list[Unit] = []
    for table, group in groupby(_without_chart(units), key=lambda one: one.kind in {Kind.HEAD, Kind.ROW}):
        if table:
            found += _tables(list(group))
            continue
        for unit in group:
            if unit.kind is Kind.VALUE and found and found[-1].kind is Kind.LABEL:
                label = found.pop().text.rstrip(":")
                found.append(Unit(kind=Kind.ITEM, text=f"**{label}:** {unit.text}", level=_UNDER_LABEL))
            else:
                found.append(unit)
    return found


def _without_chart(units: Sequence[Unit]) -> list[Unit]:
    """Return `units` without the heading of a chart, its name given to the table that tells the same in full.

    Any other heading that has nothing below it stays: somebody took that out.
    """
    charts: dict[int, Unit] = {}
    for unit, following in pairwise(units):
        if unit.kind is following.kind is Kind.HEADING and unit.level == following.level == 1:
            tables = (at for at, one in enumerate(units) if one is not unit and _is_in_full(one, unit))
            charts.update(dict.fromkeys(tables, unit))
    bare = {id(chart) for chart in charts.values()}
    return [
        replace(unit, text=charts[at].text) if at in charts else unit
        for at, unit in enumerate(units)
        if id(unit) not in bare
    ]


def _is_in_full(table: Unit, chart: Unit) -> bool:
    """Say whether the heading `table` says that it tells in full what `chart` shows, as in Timeline in detail."""
    return table.kind is Kind.HEADING and table.level == 1 and table.text.startswith(chart.text)


def _tables(rows: list[Unit]) -> list[Unit]:
    found: list[Unit] = []
    for row in rows:
        if row.kind is Kind.HEAD and found:
            return [*_events(found), *_tables(rows[len(found) :])]
        found.append(row)
    return _events(found)


def _events(rows: list[Unit]) -> list[Unit]:
    """Return the rows of one table; of events the distance is left out, and a day's own row stands in its times."""
    columns = list(zip(*(row.cells for row in rows[1:] if len(row.cells) == len(rows[0].cells)), strict=True))
    distances = [index for index, column in enumerate(columns) if any(map(_DISTANCE.fullmatch, column))]
    if not distances or not any(map(_CLOCK.match, columns[0])):
        return rows
    day = ""
    found = [_event_head(rows[0], distances)]
    for row in rows[1:]:
        if _is_day(row):
            day = "".join(row.cells)
            continue
        cells = [cell for index, cell in enumerate(row.cells) if index not in distances]
        cells[0] = f"{day} {cells[0]}".strip()
        found.append(replace(row, cells=tuple(cells)))
    return found


def _is_day(row: Unit) -> bool:
    """Say whether `row` is a day over its events: nothing but a first cell that tells no time, or but the last one."""
    first, *others = row.cells
    return not any(others[:-1]) and (not first or not (others and others[-1])) and not _CLOCK.match(first)


def _event_head(head: Unit, distances: list[int]) -> Unit:
    cells = [cell for index, cell in enumerate(head.cells) if index not in distances]
    cells[0] = cells[0] if cells[0].startswith("Time") else f"Time ({cells[0]})"
    return replace(head, cells=tuple(cells))


def _fields(unit: Unit) -> list[str]:
    """Return what the masthead says as fields: badges by their styles, facts by their labels, a bare value a date."""
    found = [("Incident ID", unit.name)] if unit.name else []
    label = ""
    for style, text in unit.parts:
        words = " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())
        if not words:
            continue
        badge = next((name for start, name in _BADGES.items() if style.startswith(start)), "")
        if badge:
            code = _CODE_AND_WORD.fullmatch(words)
            found.append((badge, code[1] if code and badge == "Severity" else words))
        elif style == "soft":
            label = words
        elif label or not any(name == "Date" for name, _ in found):
            found.append((label or "Date", words))
            label = ""
        else:
            found[-1] = (found[-1][0], f"{found[-1][1]} {words}")
    return [f"**{name}:** {value}  " for name, value in found]


def _item(unit: Unit, numbers: dict[int, int]) -> str:
    level = max(unit.level, 0)
    marker = unit.marker
    if marker is not None and marker.numbered:
        return f"{_INDENT * level}{numbers[unit.level]}. {unit.text}"
    box = {None: "", True: "[x] ", False: "[ ] "}[marker.checked if marker is not None else None]
    return f"{_INDENT * level}- {box}{unit.text}"


def _counted(numbers: dict[int, int], unit: Unit) -> dict[int, int]:
    """Return the numbers that the lists have reached with `unit`; what stands between two lists ends them."""
    if unit.kind is not Kind.ITEM:
        return {}
    kept = {level: number for level, number in numbers.items() if level <= unit.level}
    if unit.marker is None or not unit.marker.numbered:
        kept.pop(unit.level, None)
        return kept
    return {**kept, unit.level: kept[unit.level] + 1 if unit.level in kept else unit.marker.start}


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"
