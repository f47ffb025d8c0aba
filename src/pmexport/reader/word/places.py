"""Where in a source the words of a page stand, however it writes its links, and which of them to change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from msgspec import Struct

from pmexport.reader.word.letters import Letters, Span, bared, letters, links

# What opens a line before its text: signs of quotes and headings, a list's sign or number, a box.
OPENING = re.compile(r"[ \t]*(?:>[ \t]*)*(?:#{1,6}[ \t]+|(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)*")
# Signs as they stand before words and behind them.
_BEFORE, _BEHIND = re.compile(r"^[^\w\s]+"), re.compile(r"[^\w\s]+$")

# So many words on either side of one tell where it stands, or as many fewer, if they have so many letters.
_AROUND, _FEWEST = (3, 2, 1), 12


class Edit(Struct, frozen=True):
    """What is to stand in the place of a stretch of the source."""

    span: Span
    text: str


class Places:
    """The places of a source: by all its letters, which are `exact`, or by those without where its links lead."""

    def __init__(self, source: str) -> None:
        self._source = source
        self.exact, self._bare = Letters(source), Letters(source, bare=True)

    def find(self, words: str, near: int = 0, within: Span | None = None) -> Span | None:
        """Return where `words` stand, however the source writes down where their links lead."""
        return self.exact.find(words, near, within) or self._bare.find(bared(words), near, within)

    def line(self, span: Span) -> Span:
        """Return the whole line, or lines, of `span`."""
        end = self._source.find("\n", span.end)
        return Span(self._source.rfind("\n", 0, span.start) + 1, len(self._source) if end < 0 else end)

    def is_all_of(self, line: Span, words: str) -> bool:
        """Return whether `line` says `words` and no more, whatever opens it."""
        opening = OPENING.match(self._source, line.start, line.end)
        said = Span(opening.end() if opening else line.start, line.end)
        return self.exact.within(said) == letters(words) or self._bare.within(said) == letters(bared(words))

    def edits(self, old: str, new: str, span: Span) -> list[Edit] | None:
        """Return what makes the words `old` at `span` to `new`, word by word: all else stays as its author wrote it.

        Where the source writes down its links in other ways, they and their words must be the same; else it is None.
        """
        reading = self.exact
        if reading.within(span) != letters(old) and self._bare.within(span) == letters(bared(old)):
            if links(old) != links(new):
                return None
            reading, old, new = self._bare, bared(old), bared(new)
        edits = list(self._differing(reading, old, new, span))
        if reading is self._bare and any("](" in self._at(edit) or "][" in self._at(edit) for edit in edits):
            return None
        return edits

    def edits_around(self, old: str, new: str) -> list[Edit] | None:
        """Return what makes `old`, which the source does not have as a whole, to `new`; None where that is not certain.

        Each word that differs is found by those around it, if they stand together in one place alone.
        """
        was, now = _words(old), _words(new)
        edits: list[Edit] = []
        for start, end, new_start, new_end in _differences(was, now):
            found = (self._around(was, start, end, now[new_start:new_end], count) for count in _AROUND)
            here = next(filter(None, found), None)
            if here is None:
                return None
            edits += here
        return edits or None

    def _around(self, was: list[str], start: int, end: int, now: list[str], count: int) -> list[Edit]:
        """Return what makes the words `start` to `end` of `was` to `now`, found with `count` words on each side."""
        before, after = was[max(0, start - count) : start], was[end : end + count]
        told = " ".join((*before, *was[start:end], *after))
        spans = self.exact.all(told) if len(letters(told)) >= _FEWEST else []
        if len(spans) != 1:
            return []
        return list(self._differing(self.exact, told, " ".join((*before, *now, *after)), spans[0]))

    def _at(self, edit: Edit) -> str:
        return self._source[edit.span.start : edit.span.end]

    def _differing(self, reading: Letters, old: str, new: str, span: Span) -> Iterator[Edit]:
        was, now = _words(old), _words(new)
        for start, end, new_start, new_end in _differences(was, now):
            first, last = len(letters(" ".join(was[:start]))), len(letters(" ".join(was[:end])))
            part = reading.part(span, first, last)
            text = " ".join(now[new_start:new_end])
            if first == last:
                text = f" {text}" if first else f"{text} "
            yield Edit(self._within_signs(part, " ".join(was[start:end])) if text else self._with_space(part), text)

    def _within_signs(self, span: Span, old: str) -> Span:
        """Return `span` without the signs around it that the page does not show, as the colon behind a label."""
        text = self._source[span.start : span.end]
        before, behind = (None if sign.search(old) else sign.search(text) for sign in (_BEFORE, _BEHIND))
        return Span(span.start + (before.end() if before else 0), span.end - (len(behind[0]) if behind else 0))

    def _with_space(self, span: Span) -> Span:
        """Return `span` with the space that parts it from what stays: what it leaves begins and ends with none."""
        before, after = self._source[: span.start], self._source[span.end : span.end + 1]
        if after == " " and (before.endswith(" ") or OPENING.fullmatch(before[before.rfind("\n") + 1 :])):
            return Span(span.start, span.end + 1)
        return Span(len(before.rstrip(" ")), span.end) if after in {"", "\n", "\r"} else span


def _words(text: str) -> list[str]:
    """Return the words of `text`; a break within a cell is one by itself."""
    return text.replace("<br>", " <br> ").split()


def _differences(was: list[str], now: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield where `was` differs from `now`: from where to where in the one, and in the other."""
    for kind, *places in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if kind != "equal":
            start, end, new_start, new_end = places
            yield start, end, new_start, new_end
