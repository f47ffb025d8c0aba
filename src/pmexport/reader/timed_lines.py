"""The lines of paragraphs, blocks of code and definitions to events."""

from __future__ import annotations

import re

from msgspec.structs import replace

from pmexport.model.prose import (
    Block,
    CodeBlock,
    DefinitionList,
    Inlines,
    LineBreak,
    Para,
    Plain,
    SoftBreak,
    Str,
    Strong,
    text_of,
)
from pmexport.reader import cutting
from pmexport.reader.drafts import DayMark, DraftContent, DraftEvent, DraftRun
from pmexport.reader.events import EventReader
from pmexport.reader.timestamps import Stamp

_PARTED = re.compile(r"\s*(?:[-–—:|：])\s*$")
_SHORT = 60


class LineReader:
    """Reads lines that begin with a time."""

    def __init__(self, events: EventReader) -> None:
        self._events = events

    def paragraph(self, block: Para | Plain, *, alone: bool) -> list[DraftContent]:
        """Return the events of a paragraph, one a line; `alone` says that a time by itself may be one."""
        parts = cutting.lines(block.content)
        stamps = [self._events.stamped(text_of(part)) for part in parts]
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
        if not starts and len(parts) > 1 and all(self._events.last_stamp(text_of(part)) for part in parts):
            return [DraftRun([self._events.event(part, (), block.line + n) for n, part in enumerate(parts)])]
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
            self._events.event(cutting.joined(parts[start:end]), (), block.line + start)
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

    def code(self, block: CodeBlock) -> list[DraftContent]:
        """Return the events of a block of log lines; what stands above the first stays code."""
        before: list[str] = []
        entries: list[list[Block]] = []
        for number, line in enumerate(block.text.split("\n"), start=1):
            told = Para((Str(line.strip()),), line=block.line + number)
            if self._events.is_clock(line):
                entries.append([told])
            elif not entries:
                before.append(line)
            elif line.strip():
                entries[-1].append(told)
        events = [
            self._events.event(first.content, tuple(rest), first.line)
            for first, *rest in entries
            if isinstance(first, Para)
        ]
        head = "\n".join(before)
        return [*([replace(block, text=head)] if head.strip() else []), DraftRun(events)]

    def definitions(self, block: DefinitionList) -> list[DraftEvent]:
        """Return the events of a list of definitions, their terms the times."""
        events = []
        for item in block.items:
            event = self._events.event(item.term, item.content, item.line)
            events.append(event)
        return events


def _is_strong(line: Inlines) -> bool:
    solid = [inline for inline in line if not (isinstance(inline, Str) and not inline.text.strip(" :"))]
    return len(solid) == 1 and isinstance(solid[0], Strong)


def _after_hard_breaks(content: Inlines) -> frozenset[int]:
    """Return the numbers of the lines that begin where the author broke the line for certain; none where none is so."""
    breaks = [isinstance(inline, LineBreak) for inline in content if isinstance(inline, SoftBreak | LineBreak)]
    return frozenset({0, *(number + 1 for number, hard in enumerate(breaks) if hard)} if any(breaks) else ())
