"""One line of a timeline to its event: the time taken from it, the rest as its text."""

from __future__ import annotations

import re

from pmexport.model.prose import Block, Inlines, Para, Str, text_of
from pmexport.reader import cutting, marked
from pmexport.reader.drafts import DraftEvent
from pmexport.reader.timestamps import Stamp, scan
from pmexport.reader.vocabulary import Vocabulary

_TRAILING = re.compile(r"\s*\(([^()]{4,40})\)\s*\.?\s*$")
_INNER = re.compile(r"(?P<label>[^()\d]{2,50}?)\s*\((?P<moment>[^()]{4,40})\)(?=\s*[:–—-])")
_LABELLED = re.compile(r"(?P<label>[^\d:：]{3,60})[:：]\s*(?P<moment>\d.{3,40})")
_ENDING = re.compile(r"(?:\s+[-–—@|,;]|[,;])\s+(?=[~≈]?\d)")
_SHORT = 60


class EventReader:
    """Reads single events."""

    def __init__(self, words: Vocabulary) -> None:
        self._words = words

    def is_clock(self, text: str) -> bool:
        """Whether `text` begins with a time of day or a distance from the start."""
        stamp = self.stamped(text)
        return stamp is not None and (stamp.clock is not None or stamp.elapsed is not None or stamp.unknown)

    def stamped(self, text: str) -> Stamp | None:
        """Return the time that `text` begins with, perhaps behind a mark."""
        return marked.stamp(text, self._words)

    def event(self, content: Inlines, rest: tuple[Block, ...], line: int) -> DraftEvent:
        """Return the event of a line `content` with `rest` below it, its time at the front, the end or within."""
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
        elif ends := self.last_stamp(text):
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

    def last_stamp(self, text: str) -> tuple[int, Stamp] | None:
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
