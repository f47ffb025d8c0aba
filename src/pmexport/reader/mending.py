"""What can be put right in a source with certainty: years, a zone note, milestone markers, straight tables."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from msgspec import Struct

from pmexport.model.options import ReadOptions
from pmexport.model.postmortem import Postmortem, TimelineEvent
from pmexport.model.terms import Milestone, SectionKind
from pmexport.reader import read
from pmexport.reader.fences import code_lines

_MARKERS = {
    Milestone.IMPACT_START: "Impact starts:",
    Milestone.DETECTED: "Detected:",
    Milestone.ACKNOWLEDGED: "Acknowledged:",
    Milestone.CAUSE_FOUND: "Cause found:",
    Milestone.MITIGATED: "Mitigated:",
    Milestone.RESOLVED: "Resolved:",
}
_MONTH_FIRST = re.compile(r"[A-Za-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?")
_DAY_FIRST = re.compile(r"\d{1,2}(?:st|nd|rd|th)?\s+[A-Za-z]{3,9}\.?")
_DATE = re.compile(rf"\b(?:{_DAY_FIRST.pattern}|{_MONTH_FIRST.pattern})\b(?!,?\s*\d{{4}}|\d|:)")
_ROW = re.compile(r"\s*\|.*\|\s*$")
_RULE = re.compile(r"\s*:?-+:?\s*$")
_CELL_END = re.compile(r"(?<!\\)\|")
_NARROWEST = 3
_MARK = b"\xef\xbb\xbf"


class Edit(Struct, frozen=True):
    """A line as it is to be, and what was done to it. `kind` names the fix."""

    line: int
    text: str
    kind: str
    said: str


class Mended(Struct, frozen=True):
    """A source with what is certain put right, and what was done to it."""

    content: bytes
    edits: tuple[Edit, ...] = ()


def mended(content: bytes, options: ReadOptions) -> Mended:
    """Return `content` with inferred years, zone and milestones written out and its tables straight.

    An edit that would make the text read differently is not made. Raises UnreadableError.
    """
    bare = content.removeprefix(_MARK)
    postmortems = read(content, options).postmortems
    before = tuple(map(_meaning, postmortems))
    lines = tuple(bare.decode().replace("\r\n", "\n").split("\n"))
    kept, made = list(lines), list[Edit]()
    for postmortem in postmortems:
        for edit in edits(lines, postmortem, zone=options.timezone):
            if _stays(kept, edit, lines, options, before):
                kept[edit.line - 1] = edit.text
                made.append(edit)
    kept = "\n".join(kept).split("\n")
    for edit in straightened(tuple(kept)):
        kept[edit.line - 1] = edit.text
        made.append(edit)
    ending = "\r\n" if b"\r\n" in content else "\n"
    return (
        Mended(content[: len(content) - len(bare)] + ending.join(kept).encode(), tuple(made))
        if made
        else Mended(content)
    )


def _stays(
    kept: list[str], edit: Edit, lines: tuple[str, ...], options: ReadOptions, before: tuple[object, ...]
) -> bool:
    """Tell whether the text with `edit` says what it said; a line is edited once."""
    at = edit.line - 1
    if kept[at] != lines[at] or kept[at] == edit.text:
        return False
    tried = "\n".join((*kept[:at], edit.text, *kept[at + 1 :]))
    return tuple(map(_meaning, read(tried.encode(), options).postmortems)) == before


def _meaning(postmortem: Postmortem) -> object:
    """Return what a fix must not change: when what happened, and what is due when."""
    events = tuple((event.start, event.end, event.milestone) for event in postmortem.timeline)
    return events, tuple((item.action, item.due) for item in postmortem.action_items)


def edits(lines: tuple[str, ...], postmortem: Postmortem, *, zone: str | None) -> tuple[Edit, ...]:
    """Return the edits of `lines`, numbered from 1, that say what was inferred; `zone` is the one told from outside."""
    found = [*_years(lines, postmortem), *_events(lines, postmortem)]
    if zone:
        found += _zone_note(lines, postmortem, zone)
    return tuple(found)


def _years(lines: tuple[str, ...], postmortem: Postmortem) -> Iterator[Edit]:
    for item in postmortem.action_items:
        written = (item.due_text or "").strip()
        line = _at(lines, item.line)
        if item.due is None or line.count(written) != 1 or not written:
            continue
        if _MONTH_FIRST.fullmatch(written):
            dated = f"{written}, {item.due.year}"
        elif _DAY_FIRST.fullmatch(written):
            dated = f"{written} {item.due.year}"
        else:
            continue
        yield Edit(item.line, line.replace(written, dated), "year", f"“{written}” is now “{dated}”")


def _events(lines: tuple[str, ...], postmortem: Postmortem) -> Iterator[Edit]:
    """Yield the edits of the lines of events: the year of its date, and the marker of its milestone."""
    for event in postmortem.timeline:
        line = _at(lines, event.line)
        dated, said = _with_year(event, line)
        marker = _MARKERS.get(event.milestone) if event.milestone else None
        place = _start_of(event, dated)
        if marker and place is not None and "marker" not in (event.basis or ""):
            told = [said] if said else []
            text = f"{dated[:place]}{marker} {dated[place:]}"
            yield Edit(event.line, text, "milestone", "; ".join([*told, f"“{marker}” stands before the event"]))
        elif said:
            yield Edit(event.line, dated, "year", said)


def _with_year(event: TimelineEvent, line: str) -> tuple[str, str]:
    """Return `line` with the year of the event's date where that has none, and what was done, empty if nothing."""
    day = event.start.date() if event.start else event.day
    found = _DATE.search(event.written)
    if day is None or found is None or line.count(found.group()) != 1:
        return line, ""
    written = found.group()
    dated = f"{written}, {day.year}" if written[0].isalpha() else f"{written} {day.year}"
    return line.replace(written, dated), f"“{written}” is now “{dated}”"


def _start_of(event: TimelineEvent, line: str) -> int | None:
    """Return where the words of `event` begin in `line`, before the marks around them.

    None where they begin with a bracket, as of another zone's time, which a marker would part from its own.
    """
    first = event.text.split()[:3] if not event.text.startswith("(") else []
    found = re.search(r"[\s*_`~\[]*".join(map(re.escape, first)), line) if first else None
    if found is None:
        return None
    marks = re.search(r"[*_`~\[]*$", line[: found.start()])
    return marks.start() if marks else found.start()


def _zone_note(lines: tuple[str, ...], postmortem: Postmortem, zone: str) -> Iterator[Edit]:
    section = next((one for one in postmortem.walk() if one.kind is SectionKind.TIMELINE), None)
    if section is not None and zone.casefold() not in "\n".join(lines).casefold() and section.line:
        said = f"All times in {zone}"
        # A table directly below would be taken into the sentence's paragraph by some readers.
        gap = "\n" if _at(lines, section.line + 1).strip() else ""
        text = f"{_at(lines, section.line)}\n\n{said}{gap}"
        yield Edit(section.line, text, "zone", f"“{said}” stands above the events")


def _at(lines: tuple[str, ...], number: int) -> str:
    return lines[number - 1] if 0 < number <= len(lines) else ""


def straightened(lines: tuple[str, ...]) -> tuple[Edit, ...]:
    """Return the edits that make the columns of every table as wide as their widest cell; code is left alone."""
    code = code_lines("\n".join(lines))
    found: list[Edit] = []
    number = 0
    while number < len(lines):
        end = number
        while end < len(lines) and end not in code and _ROW.match(lines[end]):
            end += 1
        found += _table(lines[number:end], number + 1)
        number = max(end, number + 1)
    return tuple(found)


def _table(rows: tuple[str, ...], first: int) -> Iterator[Edit]:
    cells = [_cells(row) for row in rows]
    regular = len(rows) > 1 and all(len(row) == len(cells[0]) for row in cells)
    if not regular or not all(_RULE.match(cell) for cell in cells[1]):
        return
    widths = [
        max(_NARROWEST, *(_width(row[column]) for number, row in enumerate(cells) if number != 1))
        for column in range(len(cells[0]))
    ]
    for number, row in enumerate(cells):
        fill = _rule if number == 1 else _padded
        text = f"| {' | '.join(fill(cell, width) for cell, width in zip(row, widths, strict=True))} |"
        if text != rows[number]:
            yield Edit(first + number, text, "table", "the table's columns are straight")


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in _CELL_END.split(row.strip()[1:-1])]


def _padded(cell: str, width: int) -> str:
    return cell + " " * (width - _width(cell))


def _rule(cell: str, width: int) -> str:
    left, right = cell.startswith(":"), cell.endswith(":")
    return f"{':' if left else ''}{'-' * (width - left - right)}{':' if right else ''}"


def _width(text: str) -> int:
    """Return how many columns of a terminal `text` takes."""
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return len(text) + wide - sum(unicodedata.combining(letter) != 0 for letter in text)
