"""HTML comments, taken out before anything else reads the text; what is code keeps them."""

from __future__ import annotations

import re

from msgspec import Struct

from pmexport.model.diagnostic import Diagnostic
from pmexport.model.terms import DiagnosticSeverity
from pmexport.reader.fences import FenceWalk

_START, _END = "<!--", "-->"
_MARKS = re.compile(r"`+|<!--")
_INDENTED = re.compile(r"(?: {4}| {0,3}\t)[ \t]*\S")
_LIST = re.compile(r" {0,3}(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)")


class Uncommented(Struct, frozen=True):
    """A text with as many lines as before and no comments in it; `emptied` (from 0) held nothing else."""

    text: str
    diagnostics: tuple[Diagnostic, ...] = ()
    emptied: frozenset[int] = frozenset()


def without_comments(text: str, first_line: int = 1) -> Uncommented:
    """Return `text` with each ``<!-- … -->`` outside code gone; its line ends stay, so that lines keep their numbers.

    A comment that nobody closed stays, as text, and is told.
    """
    if _START not in text:
        return Uncommented(text)
    return _Search(text, first_line).run()


class _Search:
    """One walk over the lines; a comment or a code span may carry it over some of them."""

    def __init__(self, text: str, first_line: int) -> None:
        self._text = text
        self._first_line = first_line
        self._kept: list[str] = []
        self._copied = 0
        self._told: list[Diagnostic] = []
        self._spans = _CodeSpans(text)

    def run(self) -> Uncommented:
        """Return what is left."""
        code = _CodeLines()
        at = 0
        while at < len(self._text) and not self._told:
            end = self._line_end(at)
            if not code.takes(self._text[at:end]):
                end = self._scan(at, end)
            at = end + 1
        self._kept.append(self._text[self._copied :])
        text = "".join(self._kept)
        return Uncommented(text, tuple(self._told), _emptied(self._text, text))

    def _line_end(self, at: int) -> int:
        end = self._text.find("\n", at)
        return len(self._text) if end < 0 else end

    def _scan(self, at: int, line_end: int) -> int:
        """Take the comments out of the line; return the end of the last line that they reached into."""
        while mark := _MARKS.search(self._text, at, line_end):
            if mark[0] != _START:
                at = self._spans.end(mark.start(), len(mark[0]))
            elif (closing := self._text.find(_END, mark.end())) >= 0:
                line_ends = self._text.count("\n", mark.start(), closing)
                self._kept += (self._text[self._copied : mark.start()], "\n" * line_ends)
                at = self._copied = closing + len(_END)
            else:
                self._tell_open(mark.start())
                break
            if at > line_end:
                line_end = self._line_end(at)
        return line_end

    def _tell_open(self, start: int) -> None:
        told = Diagnostic(
            code="comment-open",
            severity=DiagnosticSeverity.WARNING,
            line=self._first_line + self._text.count("\n", 0, start),
            message="the comment that starts here never ends, so it is shown as text",
            hint="put --> at its end, or delete it",
        )
        self._told.append(told)


def _emptied(before: str, after: str) -> frozenset[int]:
    pairs = zip(before.split("\n"), after.split("\n"), strict=True)
    return frozenset(number for number, (old, new) in enumerate(pairs) if old.strip() and not new.strip())


class _CodeLines:
    """Goes through a text line by line and tells which lines are code, fenced or indented."""

    def __init__(self) -> None:
        self._fences = FenceWalk()
        self._after_blank = True
        self._in_list = False
        self._in_code = False

    def takes(self, line: str) -> bool:
        """Whether `line`, the next one, is code."""
        if self._fences.takes(line):
            self._after_blank = True
            return True
        indented = _INDENTED.match(line) is not None
        self._in_code = indented and not self._in_list and (self._after_blank or self._in_code)
        if line.strip():
            goes_on = self._in_list and (not self._after_blank or line[0] in " \t")
            self._in_list = goes_on or _LIST.match(line) is not None
        self._after_blank = not line.strip()
        return self._in_code


class _CodeSpans:
    """Where code within a line ends; asked for places that only grow, which keeps the whole search linear."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._paragraph_end = -1
        self._runs: dict[int, list[int]] = {}
        for run in reversed(list(re.finditer("`+", text))):
            self._runs.setdefault(len(run[0]), []).append(run.start())

    def end(self, start: int, length: int) -> int:
        """Return the end of the span that `length` backticks open at `start`; of the backticks where none closes it."""
        places = self._runs.get(length, [])
        while places and places[-1] < start + length:
            places.pop()
        if not places or places[-1] > self._end_of_paragraph(start):
            return start + length
        return places[-1] + length

    def _end_of_paragraph(self, start: int) -> int:
        if self._paragraph_end < start:
            end = self._text.find("\n\n", start)
            self._paragraph_end = len(self._text) if end < 0 else end
        return self._paragraph_end
