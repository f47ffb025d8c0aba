"""A row of the page in the columns of its source's table, which may be others, in another form."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from pmexport.reader.word.letters import letters

_DATES = ("%d %b %Y", "%d %B %Y", "%Y-%m-%d")
_CLOCK = re.compile(r"\d{1,2}:\d\d")
_DISTANCE = re.compile(r"[+\u2212-]\d+:\d\d(?::\d\d)?")


def row_like(cells: Sequence[str], model: Sequence[str], line: str) -> str:
    """Return `cells` as a row like `line`, a row of the source that the page says as `model`."""
    columns = line.strip().strip("|").split("|")
    found = [""] * len(columns)
    left = []
    for was, now in zip(model, cells, strict=False):
        place = next((at for at, column in enumerate(columns) if not found[at] and _stands_in(was, column)), None)
        if place is None:
            left.append(now)
        else:
            found[place] = _in_form(was, now, columns[place].strip())
    # What stands before the first column that the page has is said of a whole day, or of none.
    first = next((at for at, cell in enumerate(found) if cell), 0)
    found[:first] = (column.strip() for column in columns[:first])
    left = [cell for cell in left if cell and not _DISTANCE.fullmatch(cell)]
    for at, cell in enumerate(found):
        if not cell and left and not letters(columns[at]):
            found[at] = left.pop(0)
    edges = ("| " if line.lstrip().startswith("|") else "", " |" if line.rstrip().endswith("|") else "")
    return f"{edges[0]}{' | '.join(found)}{edges[1]}"


def day_of(text: str) -> dt.date | None:
    """Return the day that `text` begins with, as the page writes days; None where it is none."""
    words = plain(text).partition(",")[0]
    for form in _DATES:
        try:
            return dt.datetime.strptime(words, form).replace(tzinfo=dt.UTC).date()
        except ValueError:
            continue
    return None


def plain(text: str) -> str:
    """Return `text` with single, breaking spaces."""
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())


def _stands_in(cell: str, column: str) -> bool:
    """Say whether the `column` of a source's row says what the page's `cell` does: the same, its day, or its clock."""
    clock = _CLOCK.search(cell)
    day = day_of(cell[: clock.start()] if clock else cell)
    wanted = {letters(cell), letters(day.isoformat()) if day and not clock else ""} - {""}
    if clock and _CLOCK.findall(column) == [clock[0]]:
        return day is None or day.isoformat() in column
    return letters(column) in wanted


def _in_form(was: str, now: str, column: str) -> str:
    """Return `now`, which was `was` in the row above, as the source writes that in its `column`."""
    if plain(was) == plain(now):
        return column
    old, new = _CLOCK.search(was), _CLOCK.search(now)
    if old is None or new is None or was[: old.start()] != now[: new.start()]:
        return now
    return _CLOCK.sub(new[0], column) if _CLOCK.search(column) else now
