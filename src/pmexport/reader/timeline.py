"""Tables, lists, headings and lines of a timeline to its events; times are settled later, all together."""

from __future__ import annotations

from pmexport.model.postmortem import ActionRun, FieldRun
from pmexport.model.prose import (
    Block,
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
from pmexport.reader import cutting, placeholders
from pmexport.reader.drafts import DayMark, DraftContent, DraftEvent, DraftRun, DraftSection
from pmexport.reader.events import EventReader
from pmexport.reader.gathering import gathered
from pmexport.reader.timed_blocks import BLOCKS, Counter, holds_times
from pmexport.reader.timed_lines import LineReader
from pmexport.reader.timestamps import scan
from pmexport.reader.timetable import Timetable
from pmexport.reader.vocabulary import Vocabulary, key

_SHORT = 60
_DAY_WORDS = 3
"""So few words may follow a weekday in a heading that is one: "Friday evening"."""
_SEVERAL = 2
"""So many paragraphs of a time over its text make events of them."""
_STORY = 120
"""A paragraph of more characters tells more than what happened at one time."""


def read_timeline(section: DraftSection, words: Vocabulary) -> None:
    """Turn what stands in `section` and below it into events, in place."""
    _Timeline(words).section(section)


class _Timeline:
    """Reads one timeline section."""

    def __init__(self, words: Vocabulary) -> None:
        self._words = words
        self._names: set[int] = set()
        self._events = EventReader(words)
        self._tables = Timetable(words, self._events.is_clock)
        self._times = Counter(self._events, self._tables)
        self._lines = LineReader(self._events)

    def section(self, section: DraftSection) -> None:
        """Read the section's own content, then its sub-headings."""
        told_below = any(self._events.is_clock(child.title) or self._has_times(child) for child in section.children)
        section.content = self._contents(section.content, timed=told_below, dated=self._is_day(section))
        self._children(section)

    def _children(self, section: DraftSection) -> None:
        clocks = [self._events.is_clock(child.title) for child in section.children]
        days = [self._is_day(child) for child in section.children]
        mixed = any(self._has_times(child) for child in section.children)
        listed = [_only_lists(child) for child, day in zip(section.children, days, strict=True) if day]
        mixed = mixed or (bool(listed) and all(listed))
        as_events = any(clocks) or (any(days) and not mixed)
        later = max(
            (number for number, (clock, day) in enumerate(zip(clocks, days, strict=True)) if clock or day), default=-1
        )
        kept: list[DraftSection] = []
        run: list[DraftEvent] = []
        for number, (child, clock, day) in enumerate(zip(section.children, clocks, days, strict=True)):
            timeless = not self._has_times(child)
            between = bool(run) and number < later and child.kind is None and timeless
            told = not as_events and day and timeless and _only_text(child)
            if not kept and (told or (as_events and (clock or (day and timeless) or between))):
                run += self._heading_events(child)
            elif child.kind is None or child.narrative or self._has_times(child):
                self.section(child)
                kept.append(child)
            else:
                kept.append(child)
        if run:
            section.content.append(DraftRun(run))
        section.children = kept

    def _is_day(self, child: DraftSection) -> bool:
        """Whether a heading is a day: a date, or "Thursday"."""
        stamp = scan(child.title, self._words)
        first, *rest = key(child.title).split() or [""]
        weekday = first in self._words.weekdays and len(rest) < _DAY_WORDS
        return weekday or (stamp is not None and stamp.date is not None)

    def _has_times(self, child: DraftSection) -> bool:
        return any(holds_times(part, self._words) for part in child.walk())

    def _heading_events(self, child: DraftSection) -> list[DraftEvent]:
        """Return the event that a heading is, and those that its sub-headings are."""
        below = [grandchild for grandchild in child.children if self._events.is_clock(grandchild.title)]
        if not below:
            return [self._heading_event(child)]
        rest = [grandchild for grandchild in child.children if grandchild not in below]
        child.children = rest
        return [self._heading_event(child), *(event for part in below for event in self._heading_events(part))]

    def _heading_event(self, child: DraftSection) -> DraftEvent:
        plain = text_of(child.heading)
        stamp = scan(plain, self._words)
        rest = cutting.trimmed(cutting.cut(child.heading, stamp.length)[1]) if stamp else child.heading
        own: tuple[Block, ...] = (Para(rest, line=child.line),) if text_of(rest).strip() else ()
        return DraftEvent(
            stamp=stamp, written=stamp.text if stamp else "", content=(*own, *child.flat()), line=child.line
        )

    # -- blocks

    def _is_story(self, content: list[DraftContent]) -> bool:
        """Whether `content` tells the events in prose, where one paragraph happens to begin "At 19:15, …"."""
        counts = [self._times.timed_count(block) for block in content if isinstance(block, BLOCKS)]
        told = [block for block in content if isinstance(block, Para) and len(text_of(block.content)) > _STORY]
        timed = [block for block in told if self._times.timed_count(block)]
        return sum(counts) == 1 and len(timed) == 1 and len(told) > len(timed) + 1

    def _joined(self, content: list[DraftContent]) -> list[DraftContent]:
        """Return `content` with each time that is a paragraph by itself, and what stands below it, as an event."""
        if not any(self._is_bare(block) for block in content):
            return content
        ends = [number for number, block in enumerate(content) if self._is_own(block)]
        done = list(content[: ends[0]] if ends else content)
        for start, end in zip(ends, [*ends[1:], len(content)], strict=True):
            first, *rest = content[start:end]
            told = rest if end < len(content) else rest[:1]
            if not told or not self._is_bare(first) or not isinstance(first, Para):
                done += [first, *rest]
                continue
            stamp = self._events.stamped(text_of(first.content))
            below = tuple(block for block in told if not isinstance(block, FieldRun | ActionRun | DraftRun | DayMark))
            event = DraftEvent(stamp=stamp, written=text_of(first.content).strip(), content=below, line=first.line)
            done += [DraftRun([event]), *rest[len(told) :]]
        return done

    def _is_own(self, block: DraftContent) -> bool:
        """Whether a block begins something of its own: a time, a day, a table, a rule."""
        return not isinstance(block, Para | BulletList | OrderedList | CodeBlock | BlockQuote) or bool(
            self._times.timed_count(block)
        )

    def _is_bare(self, block: DraftContent) -> bool:
        """Whether a paragraph is a time of day and nothing else."""
        if not isinstance(block, Para):
            return False
        text = text_of(block.content)
        stamp = self._events.stamped(text)
        return stamp is not None and stamp.clock is not None and not text[stamp.length :].strip(" :*")

    def _is_time_over_text(self, block: DraftContent) -> bool:
        """Whether the first line of a paragraph is a time of day and nothing else, and more lines follow."""
        lines = cutting.lines(block.content) if isinstance(block, Para) else []
        return len(lines) > 1 and self._is_bare(Para(lines[0]))

    def _contents(self, content: list[DraftContent], *, timed: bool = False, dated: bool = False) -> list[DraftContent]:
        """Return `content` with its events; `timed` and `dated` say what stands in headings below and above it."""
        timed = timed or any(isinstance(block, BLOCKS) and self._times.timed_count(block) for block in content)
        if self._is_story(content):
            return content
        done: list[DraftContent] = []
        alone = not timed or sum(map(self._is_time_over_text, content)) >= _SEVERAL
        for number, block in enumerate(self._joined(content)):
            match block:
                case BulletList() | OrderedList():
                    below_day = isinstance(done[-1], DayMark) if done else dated and not number
                    done += self._list(block, alone=not timed, below_day=below_day)
                case Table() if len(block.head) == 1 and self._times.column(block):
                    done += self._column(block)
                case Table():
                    done += self._tables.read(block, untimed=not timed)
                case BlockQuote(inner) if self._times.timed_count(block):
                    done += self._contents(list(inner))
                case DraftRun():
                    done.append(block)
                case Para() | Plain():
                    done += self._lines.paragraph(block, alone=alone)
                case CodeBlock() if self._times.timed_count(block) > 1:
                    done += self._lines.code(block)
                case DefinitionList() if self._times.timed_count(block):
                    done.append(DraftRun(self._lines.definitions(block)))
                case _:
                    done.append(block)
        return gathered(done, self._names)

    def _column(self, table: Table) -> list[DraftContent]:
        """Return the events of a table of one column, its head as the line above them."""
        head: list[DraftContent] = [Para(table.head[0], line=table.line)] if text_of(table.head[0]).strip() else []
        return [*head, DraftRun([self._events.event(row.cells[0], (), row.line) for row in table.rows])]

    # -- lists

    def _list(self, block: BulletList | OrderedList, *, alone: bool, below_day: bool) -> list[DraftContent]:
        timed = self._times.timed_count(block)
        dated = sum(self._is_dated(item) for item in block.items)
        if not (timed or dated or below_day) and not (alone and len(block.items) > 1):
            return [block]
        if placeholders.blank_block(block, self._words):
            return [block]
        grouped = all(self._is_group(item) for item in block.items)
        done: list[DraftContent] = []
        for item in block.items:
            done += self._item(item, grouped=grouped)
        return done

    def _is_group(self, item: ListItem) -> bool:
        """Whether an item is a short name such as "Detection" over a list of times."""
        first = item.content[0] if item.content else None
        if not isinstance(first, Para | Plain) or len(text_of(first.content)) >= _SHORT:
            return False
        nested = [block for block in item.content[1:] if isinstance(block, BulletList | OrderedList)]
        return self._events.stamped(text_of(first.content)) is None and any(map(self._times.timed_count, nested))

    def _is_dated(self, item: ListItem) -> bool:
        first = item.content[0] if item.content else None
        stamp = scan(text_of(first.content), self._words) if isinstance(first, Para | Plain) else None
        return stamp is not None and stamp.date is not None

    def _item(self, item: ListItem, *, grouped: bool) -> list[DraftContent]:
        if not item.content:
            return []
        first, *rest = item.content
        if not isinstance(first, Para | Plain):
            return [DraftRun([DraftEvent(stamp=None, content=item.content, line=item.line)])]
        text = text_of(first.content)
        nested = [block for block in rest if isinstance(block, BulletList | OrderedList)]
        inner = sum(self._times.timed_count(block) for block in nested)
        stamp = scan(text, self._words)
        day = stamp.date if stamp and not stamp.clock and not text[stamp.length :].strip(" :.-") else None
        if day and (inner or (nested and rest == nested)):
            return self._contents([DayMark(first, day), *rest])
        if stamp is None and (grouped or (inner > 1 and len(text) < _SHORT)):
            self._names.add(id(first))
            return [first, *self._contents(list(rest))]
        return [DraftRun([self._events.event(first.content, tuple(rest), item.line or first.line)])]


def _only_lists(section: DraftSection) -> bool:
    """Whether a section is nothing but a list or more."""
    lists = (BulletList, OrderedList)
    return not section.children and bool(section.content) and all(isinstance(b, lists) for b in section.content)


def _only_text(section: DraftSection) -> bool:
    """Whether a section is nothing but a paragraph or more."""
    return not section.children and bool(section.content) and all(isinstance(b, Para) for b in section.content)
