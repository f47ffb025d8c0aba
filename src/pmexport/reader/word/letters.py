"""A source's letters without its marks, each with its place: where in Markdown the words of a page stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from msgspec import Struct

# What has letters in the source and none on the page, or others: notes' names, pictures' addresses, breaks.
_NOT_SAID = re.compile(
    r"\[\^[^\]\s]+\]:?|(?<=\])\((?:picture|[^()\s]+\.(?:png|jpe?g|svg|gif|webp))[^()]*\)|<br\s*/?>", re.IGNORECASE
)

# Where a link leads: beside its words on a page that was read back, in any of Markdown's ways in a source.
_TARGET = re.compile(r"(?<=\])\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"]*\")?\)|(?<=\])\[[^\[\]]*\]")
_LINK = re.compile(r"\[([^\[\]]*)\]\(((?:[^()\s]|\([^()\s]*\))*)\)")


class Span(Struct, frozen=True):
    """A stretch of a text."""

    start: int
    end: int


class Letters:
    """The letters and figures of a text, in order, with their places; `bare` ones without where links lead."""

    def __init__(self, text: str, *, bare: bool = False) -> None:
        self._text = text
        unsaid = (_NOT_SAID, _TARGET) if bare else (_NOT_SAID,)
        skipped = [match.span() for pattern in unsaid for match in pattern.finditer(text)]
        places = [place for place in range(len(text)) if text[place].isalnum() and not _within(place, skipped)]
        self._places = [place for place in places if len(text[place].casefold()) == 1]
        self.said = "".join(text[place].casefold() for place in self._places)

    def find(self, words: str, near: int = 0, within: Span | None = None) -> Span | None:
        """Return where `words` stand as whole words: the first place from `near` on, else the first of all."""
        wanted = letters(words)
        found = [
            span for span in self._all(wanted) if within is None or within.start <= span.start <= span.end <= within.end
        ]
        return next((span for span in found if span.start >= near), found[0] if found else None)

    def all(self, words: str) -> list[Span]:
        """Return every place where `words` stand as whole words."""
        return list(self._all(letters(words)))

    def within(self, span: Span) -> str:
        """Return the letters that stand in `span`."""
        return self.said[bisect_left(self._places, span.start) : bisect_left(self._places, span.end)]

    def part(self, span: Span, start: int, end: int) -> Span:
        """Return the stretch of `span` from its letter `start` up to its letter `end`, widened to whole words."""
        first = self._places.index(span.start)
        if start == end:
            place = self._places[first + start - 1] + 1 if start else span.start
            place = self._to_space(place, 1) if start else self._to_space(place, -1)
            return Span(place, place)
        return Span(
            self._to_space(self._places[first + start], -1), self._to_space(self._places[first + end - 1] + 1, 1)
        )

    def _all(self, wanted: str) -> Iterator[Span]:
        at = self.said.find(wanted) if wanted else -1
        while at >= 0:
            start, end = self._places[at], self._places[at + len(wanted) - 1] + 1
            if not (self._text[start - 1 : start].isalnum() or self._text[end : end + 1].isalnum()):
                yield Span(start, end)
            at = self.said.find(wanted, at + 1)

    def _to_space(self, place: int, step: int) -> int:
        text = self._text
        while 0 <= (at := place - (step < 0)) < len(text) and not text[at].isspace() and text[at] != "|":
            place += step
        return place


def bared(text: str) -> str:
    """Return `text` with the words of its links alone."""
    return _LINK.sub(r"\1", text)


def links(text: str) -> list[str]:
    """Return where the links of `text` lead."""
    return [match[2] for match in _LINK.finditer(text)]


def letters(text: str) -> str:
    """Return the letters and figures of `text` as they are compared."""
    said = _NOT_SAID.sub("", text)
    return "".join(char.casefold() for char in said if char.isalnum() and len(char.casefold()) == 1)


def _within(place: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)
