"""A table of action items to its items, whatever its columns are called."""

from __future__ import annotations

from pmexport.model.postmortem import ActionItem, ActionRun, Detail
from pmexport.model.prose import Inlines, Para, Row, Table, text_of
from pmexport.model.terms import ActionStatus
from pmexport.reader import cutting
from pmexport.reader.action_found import TAKEN, Found
from pmexport.reader.action_text import ActionText, is_struck
from pmexport.reader.drafts import DraftContent
from pmexport.reader.emphasis import style_of
from pmexport.reader.timestamps import scan
from pmexport.reader.vocabulary import Vocabulary, key

_GROUPED = 3
"""A table of so many columns may have rows that are headings."""
_TICKET_WORDS = 3
"""A ticket's number and its mark are no more words than that."""


class ActionTables:
    """Reads tables of action items; `text` makes the items."""

    def __init__(self, words: Vocabulary, text: ActionText) -> None:
        self._words = words
        self._text = text

    def read(self, table: Table) -> list[DraftContent]:
        """Return the items of `table`; one that names no actions, or none that is filled in, comes back as it is."""
        roles = self._roles(table)
        rows = [row for row in table.rows if any(text_of(cell).strip() for cell in row.cells)]
        if "action" not in roles or not rows:
            return [table]
        heads = tuple(text_of(head).strip() for head in table.head)
        groups = [self._is_group(row, rows) for row in rows]
        items = [self._row(row, roles, heads) for row in rows]
        if all(item.placeholder or group for item, group in zip(items, groups, strict=True)):
            return [table]
        done: list[DraftContent] = []
        for row, item, group in zip(rows, items, groups, strict=True):
            last = done[-1] if done else None
            if group:
                done.append(Para(_first(row), line=row.line))
            elif isinstance(last, ActionRun):
                done[-1] = ActionRun((*last.items, item), last.columns)
            else:
                done.append(ActionRun((item,), heads))
        return done

    def names_actions(self, table: Table) -> bool:
        """Whether a column of `table` holds actions."""
        return bool(table.rows) and "action" in self._roles(table)

    def _is_group(self, row: Row, rows: list[Row]) -> bool:
        """Whether a row is a heading for those below it: one cell says "Short term" and the others are empty."""
        filled = [cell for cell in row.cells if text_of(cell).strip()]
        if len(filled) != 1 or len(row.cells) < _GROUPED or row is rows[-1]:
            return False
        text = text_of(filled[0]).strip()
        named = style_of(filled[0]) is not None or text.endswith(":") or key(text) in self._words.groups
        return named and any(sum(bool(text_of(cell).strip()) for cell in other.cells) > 1 for other in rows)

    def _roles(self, table: Table) -> list[str]:
        """Return what each column holds; where no heading says "action", the longest text is the action."""
        roles = [""] * len(table.head)
        heads = [key(text_of(head)) for head in table.head]
        for wanted in (heads, [head.split()[-1:] for head in heads], [head.split()[:1] for head in heads]):
            for number, words in enumerate(wanted):
                role = self._words.action_columns.get(words if isinstance(words, str) else " ".join(words))
                if role and not roles[number] and role not in roles:
                    roles[number] = role
        if "action" not in roles and sum(bool(role) for role in roles):
            free = [n for n, role in enumerate(roles) if role in {"", "link", "kind"} and not self._is_dated(table, n)]
            told = [n for n in free if roles[n] == "link" and _says_more(table, n)]
            if told:
                roles[told[0]] = "action"  # "#41 - close the gap in alerting"
            elif free:
                roles[max(free, key=lambda n: sum(len(text_of(row.cells[n])) for row in table.rows))] = "action"
        return roles

    def _is_dated(self, table: Table, column: int) -> bool:
        cells = [text_of(row.cells[column]) for row in table.rows]
        return all((stamp := scan(cell, self._words)) and stamp.length == len(cell) for cell in cells if cell.strip())

    def _row(self, row: Row, roles: list[str], heads: tuple[str, ...]) -> ActionItem:
        found = Found()
        told: Inlines = ()
        details: list[Detail] = []
        for cell, role, head in zip(row.cells, roles, heads, strict=True):
            text = text_of(cell).strip()
            if role == "action":
                told = cutting.trimmed(cell)
            elif not text or (role in TAKEN and found.take(role, text)):
                found.links += cutting.targets(cell)
            else:
                details.append(Detail(label=head, value=cell))
                found.links += cutting.targets(cell)
                if role == "link" and "status" not in roles:
                    found.status = self._words.action_status.get(key(text.split()[-1]))  # "Bug 123 DONE"
        if is_struck(told) and found.status is None:
            found.status = ActionStatus.DONE
        return self._text.made(found, told, (), row.line, tuple(details))


def _first(row: Row) -> Inlines:
    """Return the one cell of a row that says something."""
    return next(cell for cell in row.cells if text_of(cell).strip())


def _says_more(table: Table, column: int) -> bool:
    """Whether the cells of a column say what is to be done, behind the number of its ticket."""
    cells = [text_of(row.cells[column]) for row in table.rows]
    return sum(len(cell.split()) > _TICKET_WORDS for cell in cells) * 2 > len(cells)
