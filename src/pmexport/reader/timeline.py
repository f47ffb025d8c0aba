"""Tables, lists, headings and lines of a timeline to its events; times are settled later, all together."""

from __future__ import annotations

import re

from msgspec.structs import replace

from pmexport.model.postmortem import ActionRun, FieldRun
from pmexport.model.prose import (
    Block,
    BlockQuote,
    BulletList,
    CodeBlock,
    DefinitionList,
    HorizontalRule,
    Inlines,
    LineBreak,
    ListItem,
    OrderedList,
    Para,
    Plain,
    SoftBreak,
    Str,
    Strong,
    Table,
    text_of,
)
from pmexport.reader import cutting, marked, placeholders
from pmexport.reader.drafts import DayMark, DraftContent, DraftEvent, DraftRun, DraftSection
from pmexport.reader.timestamps import Stamp, scan
from pmexport.reader.timetable import Timetable
from pmexport.reader.vocabulary import Vocabulary, key

_TRAILING = re.compile(r"\s*\(([^()]{4,40})\)\s*\.?\s*$")
_INNER = re.compile(r"(?P<label>[^()\d]{2,50}?)\s*\((?P<moment>[^()]{4,40})\)(?=\s*[:–—-])")
_PARTED = re.compile(r"\s*(?:[-–—:|：])\s*$")
_LABELLED = re.compile(r"(?P<label>[^\d:：]{3,60})[:：]\s*(?P<moment>\d.{3,40})")
_ENDING = re.compile(r"(?:\s+[-–—@|,;]|[,;])\s+(?=[~≈]?\d)")
_SHORT = 60
_DAY_WORDS = 3
"""So few words may follow a weekday in a heading that is one: "Friday evening"."""
_STORY = 120
"""A paragraph of more characters tells more than what happened at one time."""


def read_timeline(section: DraftSection, words: Vocabulary) -> None:
    """Turn what stands in `section` and below it into events, in place."""
    _Timeline(words).section(section)


def holds_times(section: DraftSection, words: Vocabulary) -> int:
    """Return how many times of day begin a row, an item, a line or a heading in `section`."""
    reader = _Timeline(words)
    count = sum(reader.timed_count(block) for block in section.content if isinstance(block, _BLOCKS))
    return count + sum(reader.is_clock(child.title) for child in section.children)


_BLOCKS = (Para, Plain, BulletList, OrderedList, Table, CodeBlock, DefinitionList, BlockQuote)
_DRAWN = frozenset({"mermaid", "plantuml"})
"""Languages of code blocks that are drawings of a timeline told elsewhere."""


class _Timeline:
    """Reads one timeline section."""

    def __init__(self, words: Vocabulary) -> None:
        self._words = words
        self._names: set[int] = set()
        self._tables = Timetable(words, self.is_clock)

    def section(self, section: DraftSection) -> None:
        """Read the section's own content, then its sub-headings."""
        told_below = any(self.is_clock(child.title) or self._has_times(child) for child in section.children)
        section.content = self._contents(section.content, timed=told_below, dated=self._is_day(section))
        self._children(section)

    def _children(self, section: DraftSection) -> None:
        clocks = [self.is_clock(child.title) for child in section.children]
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
        below = [grandchild for grandchild in child.children if self.is_clock(grandchild.title)]
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
        counts = [self.timed_count(block) for block in content if isinstance(block, _BLOCKS)]
        told = [block for block in content if isinstance(block, Para) and len(text_of(block.content)) > _STORY]
        timed = [block for block in told if self.timed_count(block)]
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
            stamp = self._stamped(text_of(first.content))
            below = tuple(block for block in told if not isinstance(block, FieldRun | ActionRun | DraftRun | DayMark))
            event = DraftEvent(stamp=stamp, written=text_of(first.content).strip(), content=below, line=first.line)
            done += [DraftRun([event]), *rest[len(told) :]]
        return done

    def _is_own(self, block: DraftContent) -> bool:
        """Whether a block begins something of its own: a time, a day, a table, a rule."""
        return not isinstance(block, Para | BulletList | OrderedList | CodeBlock | BlockQuote) or bool(
            self.timed_count(block)
        )

    def _is_bare(self, block: DraftContent) -> bool:
        """Whether a paragraph is a time of day and nothing else."""
        if not isinstance(block, Para):
            return False
        text = text_of(block.content)
        stamp = self._stamped(text)
        return stamp is not None and stamp.clock is not None and not text[stamp.length :].strip(" :*")

    def _contents(self, content: list[DraftContent], *, timed: bool = False, dated: bool = False) -> list[DraftContent]:
        """Return `content` with its events; `timed` and `dated` say what stands in headings below and above it."""
        timed = timed or any(isinstance(block, _BLOCKS) and self.timed_count(block) for block in content)
        if self._is_story(content):
            return content
        done: list[DraftContent] = []
        for number, block in enumerate(self._joined(content)):
            match block:
                case BulletList() | OrderedList():
                    below_day = isinstance(done[-1], DayMark) if done else dated and not number
                    done += self._list(block, alone=not timed, below_day=below_day)
                case Table() if len(block.head) == 1 and self._column_timed(block):
                    done += self._column(block)
                case Table():
                    done += self._tables.read(block, untimed=not timed)
                case BlockQuote(inner) if self.timed_count(block):
                    done += self._contents(list(inner))
                case DraftRun():
                    done.append(block)
                case Para() | Plain():
                    done += self._lines(block, alone=not timed)
                case CodeBlock() if self.timed_count(block) > 1:
                    done += self._code(block)
                case DefinitionList() if self.timed_count(block):
                    done.append(DraftRun(self._definitions(block)))
                case _:
                    done.append(block)
        return _gathered(done, self._names)

    def timed_count(self, block: DraftContent) -> int:
        """Return how many entries of `block` begin with a time of day."""
        match block:
            case BulletList(items) | OrderedList(items):
                return sum(self._item_timed(item) for item in items)
            case Table() if len(block.head) == 1:
                return self._column_timed(block)
            case Table():
                columns = self._tables.columns(block)
                if columns is None:
                    return 0
                return sum(any(self.is_clock(text_of(row.cells[at])) for at in columns.times) for row in block.rows)
            case Para(content) | Plain(content):
                return sum(self.is_clock(text_of(line)) for line in cutting.lines(content))
            case CodeBlock(text, language):
                return 0 if language in _DRAWN else sum(self.is_clock(line) for line in text.split("\n"))
            case BlockQuote(inner):
                return sum(self.timed_count(part) for part in inner)
            case DefinitionList(items):
                return sum(self.is_clock(text_of(item.term)) for item in items)
            case _:
                return 0

    def _column_timed(self, table: Table) -> int:
        return sum(self.is_clock(text_of(row.cells[0])) for row in table.rows)

    def _column(self, table: Table) -> list[DraftContent]:
        """Return the events of a table of one column, its head as the line above them."""
        head: list[DraftContent] = [Para(table.head[0], line=table.line)] if text_of(table.head[0]).strip() else []
        return [*head, DraftRun([self._event(row.cells[0], (), row.line) for row in table.rows])]

    def _item_timed(self, item: ListItem) -> int:
        if not item.content:
            return 0
        first, *rest = item.content
        own = isinstance(first, Para | Plain) and self._stamped(text_of(first.content)) is not None
        return int(own) or sum(self.timed_count(block) for block in rest)

    def is_clock(self, text: str) -> bool:
        """Whether `text` begins with a time of day or a distance from the start."""
        stamp = self._stamped(text)
        return stamp is not None and (stamp.clock is not None or stamp.elapsed is not None or stamp.unknown)

    def _stamped(self, text: str) -> Stamp | None:
        return marked.stamp(text, self._words)

    # -- lists

    def _list(self, block: BulletList | OrderedList, *, alone: bool, below_day: bool) -> list[DraftContent]:
        timed = self.timed_count(block)
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
        return self._stamped(text_of(first.content)) is None and any(map(self.timed_count, nested))

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
        inner = sum(self.timed_count(block) for block in nested)
        stamp = scan(text, self._words)
        day = stamp.date if stamp and not stamp.clock and not text[stamp.length :].strip(" :.-") else None
        if day and (inner or (nested and rest == nested)):
            return self._contents([DayMark(first, day), *rest])
        if stamp is None and (grouped or (inner > 1 and len(text) < _SHORT)):
            self._names.add(id(first))
            return [first, *self._contents(list(rest))]
        return [DraftRun([self._event(first.content, tuple(rest), item.line or first.line)])]

    def _event(self, content: Inlines, rest: tuple[Block, ...], line: int) -> DraftEvent:
        text = text_of(content)
        stamp, told = scan(text, self._words), content
        if stamp is not None:
            told = cutting.cut(content, stamp.length)[1]
        elif (marker := marked.MARKER.match(text)) and (stamp := scan(text[marker.end() :], self._words)):
            told = (
                *cutting.cut(content, marker.end())[0],
                Str(" "),
                *cutting.cut(content, marker.end() + stamp.length)[1],
            )
        elif ends := self._last_stamp(text):
            stamp, told = ends[1], cutting.cut(content, ends[0])[0]
        elif (trailing := _TRAILING.search(text)) and (found := self._whole_clock(trailing[1])):
            stamp, told = found, cutting.cut(content, trailing.start())[0]
        elif at_end := self._at_end(text):
            stamp, told = at_end[1], cutting.cut(content, at_end[0])[0]
        elif (inner := _INNER.match(text)) and (found := self._whole_clock(inner["moment"])):
            stamp, told = found, (*cutting.cut(content, inner.end("label"))[0], *cutting.cut(content, inner.end())[1])
        told = cutting.trimmed(told)
        own: tuple[Block, ...] = (Para(told, line=line),) if told else ()
        return DraftEvent(stamp=stamp, written=stamp.text if stamp else "", content=(*own, *rest), line=line)

    def _whole_clock(self, text: str) -> Stamp | None:
        stamp = scan(text, self._words)
        return stamp if stamp and stamp.clock and stamp.length == len(text) else None

    def _last_stamp(self, text: str) -> tuple[int, Stamp] | None:
        """Return where the label of "Mended: 2024-07-25 10:20" ends, and the moment behind it."""
        match = _LABELLED.fullmatch(text.rstrip())
        stamp = scan(match["moment"], self._words) if match else None
        if match is None or stamp is None or not stamp.clock or stamp.length < len(match["moment"]):
            return None
        return match.end("label"), stamp

    def _at_end(self, text: str) -> tuple[int, Stamp] | None:
        """Return where "Rolled back - 10:20 UTC" parts, and the moment behind."""
        for match in _ENDING.finditer(text, max(0, len(text) - _SHORT)):
            if found := self._whole_clock(text[match.end() :].rstrip(" .")):
                return match.start(), found
        return None

    # -- paragraphs, code, definitions

    def _lines(self, block: Para | Plain, *, alone: bool) -> list[DraftContent]:
        parts = cutting.lines(block.content)
        stamps = [self._stamped(text_of(part)) for part in parts]
        hard = _after_hard_breaks(block.content)
        goes_on = [stamp is None for stamp in stamps[1:]]
        starts = [
            number
            for number, stamp in enumerate(stamps)
            if self._begins(
                stamp,
                text_of(parts[number]),
                alone=alone
                or (goes_on[number : number + 1] == [True] and (number in hard or _is_strong(parts[number]))),
            )
        ]
        if not starts and len(parts) > 1 and all(self._last_stamp(text_of(part)) for part in parts):
            return [DraftRun([self._event(part, (), block.line + n) for n, part in enumerate(parts)])]
        if not starts:
            first = stamps[0]
            if first and first.date and not first.clock and len(text_of(block.content)) < _SHORT:
                return [DayMark(block, first.date)]
            return [block]
        done: list[DraftContent] = []
        if starts[0] > 0:
            head = Para(cutting.joined(parts[: starts[0]]), line=block.line)
            date = stamps[0].date if stamps[0] else None
            done.append(DayMark(head, date) if date else head)
        ends = [*starts[1:], len(parts)]
        events = [
            self._event(cutting.joined(parts[start:end]), (), block.line + start)
            for start, end in zip(starts, ends, strict=True)
        ]
        return [*done, DraftRun(events)]

    def _begins(self, stamp: Stamp | None, text: str, *, alone: bool) -> bool:
        if stamp is None:
            return False
        if stamp.clock is not None or stamp.elapsed is not None or stamp.unknown:
            return bool(text[stamp.length :].strip()) or alone
        rest = text[stamp.length :]
        return bool(_PARTED.search(text[: stamp.length])) and bool(rest.strip())

    def _code(self, block: CodeBlock) -> list[DraftContent]:
        """Return the events of a block of log lines; what stands above the first stays code."""
        before: list[str] = []
        entries: list[list[Block]] = []
        for number, line in enumerate(block.text.split("\n"), start=1):
            told = Para((Str(line.strip()),), line=block.line + number)
            if self.is_clock(line):
                entries.append([told])
            elif not entries:
                before.append(line)
            elif line.strip():
                entries[-1].append(told)
        events = [
            self._event(first.content, tuple(rest), first.line) for first, *rest in entries if isinstance(first, Para)
        ]
        head = "\n".join(before)
        return [*([replace(block, text=head)] if head.strip() else []), DraftRun(events)]

    def _definitions(self, block: DefinitionList) -> list[DraftEvent]:
        events = []
        for item in block.items:
            event = self._event(item.term, item.content, item.line)
            events.append(event)
        return events


def _only_lists(section: DraftSection) -> bool:
    """Whether a section is nothing but a list or more."""
    lists = (BulletList, OrderedList)
    return not section.children and bool(section.content) and all(isinstance(b, lists) for b in section.content)


def _only_text(section: DraftSection) -> bool:
    """Whether a section is nothing but a paragraph or more."""
    return not section.children and bool(section.content) and all(isinstance(b, Para) for b in section.content)


def _is_strong(line: Inlines) -> bool:
    solid = [inline for inline in line if not (isinstance(inline, Str) and not inline.text.strip(" :"))]
    return len(solid) == 1 and isinstance(solid[0], Strong)


def _after_hard_breaks(content: Inlines) -> frozenset[int]:
    """Return the numbers of the lines that begin where the author broke the line for certain; none where none is so."""
    breaks = [isinstance(inline, LineBreak) for inline in content if isinstance(inline, SoftBreak | LineBreak)]
    return frozenset({0, *(number + 1 for number, hard in enumerate(breaks) if hard)} if any(breaks) else ())


def _gathered(content: list[DraftContent], names: set[int]) -> list[DraftContent]:
    """Join runs that stand together, and give what stands between two events to the first of them.

    `names` are the identities of blocks that name what stands below them.
    """
    done: list[DraftContent] = []
    waiting: list[Block] = []
    for part in content:
        if isinstance(part, DraftRun):
            last = done[-1] if done else None
            if isinstance(last, DraftRun):
                if waiting and last.events:
                    last.events[-1].content = (*last.events[-1].content, *waiting)
                    waiting = []
                if not part.columns:
                    last.events += part.events
                    continue
            done.append(part)
        elif isinstance(part, DayMark | FieldRun | ActionRun | Table) or id(part) in names:
            done += waiting
            waiting = []
            done.append(part)
        elif done and isinstance(done[-1], DraftRun) and not isinstance(part, HorizontalRule):
            waiting.append(part)
        else:
            done += waiting
            waiting = []
            done.append(part)
    return [*done, *waiting]
