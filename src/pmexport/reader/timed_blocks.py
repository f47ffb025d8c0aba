"""How many entries of a block begin with a time of day."""

from __future__ import annotations

from pmexport.model.prose import (
    BlockQuote,
    BulletList,
    CodeBlock,
    DefinitionList,
    ListItem,
    OrderedList,
    Para,
    Plain,
    Table,
    text_of,
)
from pmexport.reader import cutting
from pmexport.reader.drafts import DraftContent, DraftSection
from pmexport.reader.events import EventReader
from pmexport.reader.timetable import Timetable
from pmexport.reader.vocabulary import Vocabulary

BLOCKS = (Para, Plain, BulletList, OrderedList, Table, CodeBlock, DefinitionList, BlockQuote)
"""The blocks that may hold times."""
_DRAWN = frozenset({"mermaid", "plantuml"})
"""Languages of code blocks that are drawings of a timeline told elsewhere."""


class Counter:
    """Counts times."""

    def __init__(self, events: EventReader, tables: Timetable) -> None:
        self._events = events
        self._tables = tables

    def timed_count(self, block: DraftContent) -> int:
        """Return how many entries of `block` begin with a time of day."""
        match block:
            case BulletList(items) | OrderedList(items):
                return sum(self._item_timed(item) for item in items)
            case Table() if len(block.head) == 1:
                return self.column(block)
            case Table():
                columns = self._tables.columns(block)
                if columns is None:
                    return 0
                rows = [[text_of(row.cells[at]) for at in columns.times] for row in block.rows]
                return sum(any(map(self._events.is_clock, row)) for row in rows)
            case Para(content) | Plain(content):
                return sum(self._events.is_clock(text_of(line)) for line in cutting.lines(content))
            case CodeBlock(text, language):
                return 0 if language in _DRAWN else sum(self._events.is_clock(line) for line in text.split("\n"))
            case BlockQuote(inner):
                return sum(self.timed_count(part) for part in inner)
            case DefinitionList(items):
                return sum(self._events.is_clock(text_of(item.term)) for item in items)
            case _:
                return 0

    def column(self, table: Table) -> int:
        """Return how many cells of the first column begin with a time of day."""
        return sum(self._events.is_clock(text_of(row.cells[0])) for row in table.rows)

    def _item_timed(self, item: ListItem) -> int:
        if not item.content:
            return 0
        first, *rest = item.content
        own = isinstance(first, Para | Plain) and self._events.stamped(text_of(first.content)) is not None
        return int(own) or sum(self.timed_count(block) for block in rest)


def holds_times(section: DraftSection, words: Vocabulary) -> int:
    """Return how many times of day begin a row, an item, a line or a heading in `section`."""
    events = EventReader(words)
    times = Counter(events, Timetable(words, events.is_clock))
    count = sum(times.timed_count(block) for block in section.content if isinstance(block, BLOCKS))
    return count + sum(events.is_clock(child.title) for child in section.children)
