"""A table of times to the events in its rows, whatever its columns are called."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from pmexport.model.postmortem import Detail
from pmexport.model.prose import Para, Row, Table, text_of
from pmexport.reader import cutting, marked, placeholders
from pmexport.reader.dating import zone_in
from pmexport.reader.drafts import DayMark, DraftContent, DraftEvent, DraftRun
from pmexport.reader.milestones import named
from pmexport.reader.timestamps import Stamp, scan
from pmexport.reader.vocabulary import Vocabulary, key
from pmexport.reader.written_dates import day_of_two_numbers
from pmexport.reader.zones import Zone


class Columns(Struct, frozen=True):
    """Which column holds what."""

    times: tuple[int, ...]
    ends: tuple[int, ...]
    event: int
    actor: int | None
    milestone: int | None
    zones: tuple[Zone | None, ...]


class Timetable:
    """Reads the tables of a timeline. `is_clock` says whether a text begins with a time of day."""

    def __init__(self, words: Vocabulary, is_clock: Callable[[str], bool]) -> None:
        self._words = words
        self._is_clock = is_clock

    def read(self, table: Table, *, untimed: bool = False) -> list[DraftContent]:
        """Return the events of `table` with the days between them; a table without times comes back as it is.

        `untimed` reads rows without times as events too.
        """
        table = self._with_its_head(table)
        columns = self.columns(table) or (self._untimed(table) if untimed else None)
        rows = [row for row in table.rows if any(text_of(cell).strip() for cell in row.cells)]
        if columns is None or not rows or placeholders.blank_table(table, self._words):
            return [table]
        heads = tuple(text_of(head).strip() for head in table.head)
        # The head is told once, by a run that the first events join.
        done: list[DraftContent] = [DraftRun([], heads)]
        for row in rows:
            day = self._day_row(row)
            if day:
                done.append(day)
            elif self._placeholder_row(row, columns):
                done.append(Table(table.alignments, tuple(() for _ in table.head), (row,), line=row.line))
            else:
                done.append(DraftRun([self._row(row, columns, heads)]))
        return done

    def _placeholder_row(self, row: Row, columns: Columns) -> bool:
        event = text_of(row.cells[columns.event])
        return bool(event.strip()) and placeholders.is_placeholder(event, self._words)

    def _day_row(self, row: Row) -> DayMark | None:
        filled = [cell for cell in row.cells if text_of(cell).strip()]
        if len(filled) != 1 or len(row.cells) < 2:  # noqa: PLR2004 - a table of one column has no day rows
            return None
        text = text_of(filled[0])
        stamp = scan(text, self._words)
        if stamp and stamp.date and not stamp.clock and stamp.length == len(text.rstrip(" :*")):
            return DayMark(Para(filled[0], line=row.line), stamp.date)
        if filled[0] is row.cells[0] and (day := day_of_two_numbers(text)):
            return DayMark(Para(filled[0], line=row.line), day)
        return None

    def _row(self, row: Row, columns: Columns, heads: tuple[str, ...]) -> DraftEvent:
        texts = [text_of(cell).strip() for cell in row.cells]
        at = [*columns.times, *columns.ends]
        written = " – ".join(
            part
            for part in (" ".join(texts[n] for n in group if texts[n]) for group in (columns.times, columns.ends))
            if part
        )
        stamp = self._cell_stamp([texts[n] for n in columns.times], [texts[n] for n in columns.ends])
        said = {columns.event, *at}
        actor = texts[columns.actor] if columns.actor is not None else None
        milestone = named(texts[columns.milestone]) if columns.milestone is not None else None
        if columns.actor is not None and not cutting.targets(row.cells[columns.actor]):
            said.add(columns.actor)
        else:
            actor = None
        if milestone and columns.milestone is not None:
            said.add(columns.milestone)
        details = tuple(
            Detail(label=heads[n], value=cell) for n, cell in enumerate(row.cells) if n not in said and texts[n]
        )
        return DraftEvent(
            stamp=stamp,
            written=written,
            content=(Para(cutting.trimmed(row.cells[columns.event]), line=row.line),) if texts[columns.event] else (),
            zone=next((columns.zones[n] for n in columns.times if columns.zones[n]), None),
            actor=actor or None,
            details=details,
            milestone=milestone,
            basis=f"the column “{heads[columns.milestone]}”" if milestone and columns.milestone is not None else None,
            line=row.line,
        )

    def _cell_stamp(self, times: list[str], ends: list[str]) -> Stamp | None:
        joined = " ".join(part for part in times if part)
        if ends and any(ends):
            joined = f"{joined} – {' '.join(ends)}"
        return marked.stamp(joined, self._words)

    def _with_its_head(self, table: Table) -> Table:
        """Return `table` with its head as the first row where that holds a time, as a head has none."""
        if not any(self._is_clock(text_of(cell)) for cell in table.head):
            return table
        return replace(table, head=tuple(() for _ in table.head), rows=(Row(table.head, line=table.line), *table.rows))

    def _untimed(self, table: Table) -> Columns | None:
        """Return the columns of a table of steps, whose rows happened one after the other."""
        roles = [self._role(text_of(head)) for head in table.head]
        if len(roles) < 2 or "event" not in roles:  # noqa: PLR2004 - a label and something that happened
            return None
        return Columns((), (), roles.index("event"), None, None, tuple(None for _ in roles))

    def columns(self, table: Table) -> Columns | None:
        """Return which column holds what; None where none holds times."""
        roles = [self._role(text_of(head)) for head in table.head]
        times = tuple(n for n, role in enumerate(roles) if role in {"time", "date"})
        if len([n for n in times if roles[n] == "time"]) > 1:
            keep = max((n for n in times if roles[n] == "time"), key=lambda n: self._clocks(table, n))
            times = tuple(n for n in times if roles[n] == "date" or n == keep)
        if not times:
            found = self._time_column(table, roles)
            times = () if found is None else (found,)
        if not times or len(table.head) < 2:  # noqa: PLR2004 - a time and something that happened
            return None
        ends = tuple(n for n, role in enumerate(roles) if role == "end" and n not in times)
        event = self._event_column(table, roles, {*times, *ends})
        if event is None:
            return None
        actor = next((n for n, role in enumerate(roles) if role == "actor" and n != event), None)
        milestone = next((n for n, role in enumerate(roles) if role == "milestone" and n != event), None)
        zones = tuple(zone_in(text_of(head)) for head in table.head)
        return Columns(times, ends, event, actor, milestone, zones)

    def _clocks(self, table: Table, column: int) -> int:
        return sum(self._is_clock(text_of(row.cells[column])) for row in table.rows)

    def _role(self, head: str) -> str | None:
        parts = key(head).split()
        while parts:
            if role := self._words.event_columns.get(" ".join(parts)):
                return role
            parts.pop()
        return None

    def _time_column(self, table: Table, roles: list[str | None]) -> int | None:
        for column in range(len(table.head)):
            if roles[column] == "event":
                continue
            texts = [text_of(row.cells[column]) for row in table.rows]
            timed = sum(self._is_clock(text) for text in texts)
            if timed and timed * 2 >= len([text for text in texts if text.strip()]):
                return column
        return None

    def _event_column(self, table: Table, roles: list[str | None], taken: set[int]) -> int | None:
        for number, role in enumerate(roles):
            if role == "event" and number not in taken:
                return number
        free = [n for n in range(len(table.head)) if n not in taken and roles[n] not in {"actor", "milestone"}]
        free = free or [n for n in range(len(table.head)) if n not in taken]
        return max(free, key=lambda n: sum(len(text_of(row.cells[n])) for row in table.rows), default=None)
