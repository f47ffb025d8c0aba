"""What a source says in other words than its page, kept beside a document so that it reads back to its source.

A page prints some things in its own way: a heading, a status, the form of a date, the order of sections. What is kept
is how the source is put together from the words that the document itself holds, and those few that it does not hold.
What is struck from the document cannot be read out of it: of each word that the source and the page both have, it knows
three bits, no more.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

import msgspec
from msgspec import Struct

# A date that begins with its year is one word: the page's year would else be taken for its beginning.
_TOKEN = re.compile(r"\d{4}([-/.])\d{1,2}\1\d{1,2}(?!\w)|\w+|\W")
_SIGN = re.compile(r"\W")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_COMMENT = re.compile(r"<!--.*?-->[ \t]*\n?", re.DOTALL)
# How far ahead the next words are looked for first, and how many places of two words are compared.
_AHEAD = 3
_PLACES = 64
_BACK = 16
# The signs of the finer marks: a block of letters, one for each.
_FIRST, _MANY = 0x4E00, 20_000
# What stands for words of the page, and was changed there, is given way to them; a longer stretch is something else.
_LONGEST_GAP = 60


class OwnWords(Struct, frozen=True, kw_only=True):
    """How a source is put together: `parts` are words of its own, or a stretch (first, how many) of the page's words.

    `marks` has a sign for each of the page's words, by which changes are found, and `exact` a finer one for each of
    those that the source does not have.
    """

    marks: str
    exact: str
    parts: list[str | tuple[int, int]]


def wording(page: str, source: str) -> bytes:
    """Return how `source` is put together from `page`, what its document reads to by itself; empty where it is not.

    Comments are left out: no reader of the page sees them.
    """
    own = _COMMENT.sub(lambda found: found[0] if found[0].strip() in page else "", source)
    words, wanted = _tokens(page), _tokens(own)
    parts = list(_parts(words, wanted))
    covered = _covered(parts)
    if all(_SIGN.fullmatch(words[place]) for place in covered):  # it is not this page's
        return b""
    exact = "".join(_exact(word) for place, word in enumerate(words) if place not in covered)
    return msgspec.json.encode(OwnWords(marks=_marks(words), exact=exact, parts=parts))


def reworded(page: str, kept: bytes) -> str:
    """Return the source that `kept` was made of, with what was changed on its `page` since; `page` where it cannot."""
    try:
        found = msgspec.json.decode(kept, type=OwnWords)
    except msgspec.DecodeError:
        return page
    return _Rewording(_tokens(page), found).text()


def _tokens(text: str) -> list[str]:
    return [found[0] for found in _TOKEN.finditer(text)]


def _parts(words: Sequence[str], wanted: Sequence[str]) -> Iterator[str | tuple[int, int]]:
    """Yield `wanted` in stretches of `words`, each as near as can be behind the one before, and in words of its own."""
    places: dict[tuple[str, str], list[int]] = {}
    for place, pair in enumerate(pairwise(words)):
        places.setdefault(pair, []).append(place)
    own, at, last = "", 0, 0
    while at < len(wanted):
        near = [place for place in range(last, last + _AHEAD) if words[place : place + 1] == wanted[at : at + 1]]
        far = places.get((wanted[at], wanted[at + 1]), ())[:_PLACES] if at + 1 < len(wanted) else ()
        found = [(_length(words, wanted, place, at), -_distance(place, last), place) for place in (*near, *far)]
        length, _, place = max(found, default=(0, 0, 0))
        if not length or (place != last and all(map(_SIGN.fullmatch, wanted[at : at + length]))):
            own += wanted[at]
            at += 1
            continue
        if own:
            yield own
        yield place, length
        own, at, last = "", at + length, place + length
    if own:
        yield own


def _distance(place: int, last: int) -> int:
    """Return how far `place` is from `last`; what stands before it is a good deal farther, since texts go on."""
    return place - last if place >= last else (last - place) * _BACK


def _length(words: Sequence[str], wanted: Sequence[str], place: int, at: int) -> int:
    length = 0
    while place + length < len(words) and at + length < len(wanted) and words[place + length] == wanted[at + length]:
        length += 1
    return length


def _marks(words: Sequence[str]) -> str:
    return "".join(
        word if _SIGN.fullmatch(word) else str(zlib.crc32(word.encode("utf-8", "replace")) % 8) for word in words
    )


def _exact(word: str) -> str:
    return chr(_FIRST + zlib.crc32(word.encode("utf-8", "replace")) % _MANY)


def _covered(parts: Sequence[str | tuple[int, int]]) -> frozenset[int]:
    """Return the places of the page's words that the source has."""
    return frozenset(place for part in parts if not isinstance(part, str) for place in range(part[0], sum(part)))


class _Rewording:
    """A page of which some words may have changed, and the source that is put together from it."""

    def __init__(self, words: Sequence[str], kept: OwnWords) -> None:
        self._parts = kept.parts
        self._size = len(kept.marks)
        self._kept: dict[int, str] = {}
        self._added: dict[int, str] = {}
        self._covered = _covered(kept.parts)
        self._align(kept.marks, _marks(words), words)
        self._look_closer(kept.exact)

    def text(self) -> str:
        """Return the source, put together from the page as it is now."""
        self._settle()
        said: list[str] = []
        end = 0
        own = ""
        for part in self._parts:
            if isinstance(part, str):
                own = part
                continue
            start, length = part
            said += [self._between(end, start, own), *map(self._word, range(start, start + length))]
            end, own = start + length, ""
        said.append(self._between(end, self._size, own) if own else "")
        return "".join((*said, *map(self._take, sorted(self._added))))

    def _align(self, before: str, after: str, words: Sequence[str]) -> None:
        """Find for each word that the page had what it is now, and what was added before it, line by line first."""
        old, new = _LINE.findall(before), _LINE.findall(after)
        olds, news = _starts(old), _starts(new)
        for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if kind == "equal":
                self._same(olds[i], news[k], olds[j] - olds[i], words)
                continue
            inner = SequenceMatcher(None, before[olds[i] : olds[j]], after[news[k] : news[m]], autojunk=False)
            for kind_, a, b, c, d in inner.get_opcodes():
                if kind_ == "equal":
                    self._same(olds[i] + a, news[k] + c, b - a, words)
                elif d > c:
                    place = olds[i] + a
                    self._added[place] = self._added.get(place, "") + "".join(words[news[k] + c : news[k] + d])

    def _same(self, old: int, new: int, count: int, words: Sequence[str]) -> None:
        self._kept.update((old + index, words[new + index]) for index in range(count))

    def _look_closer(self, exact: str) -> None:
        """See where a word that only the page has became another one of the same mark."""
        bare = (place for place in range(self._size) if place not in self._covered)
        for place, mark in zip(bare, exact, strict=False):
            if place in self._kept and _exact(self._kept[place]) != mark:
                self._added[place] = self._take(place) + self._kept.pop(place)

    def _settle(self) -> None:
        """Let what was added where the source has nothing of the page stand behind the words before it."""
        reached = set(self._covered)
        end = 0
        for part in self._parts:
            if not isinstance(part, str):
                reached |= set(range(end, part[0] + 1)) if end <= part[0] <= end + _LONGEST_GAP else set()
                end = sum(part)
        for place in sorted(self._added.keys() - reached - {self._size}):
            behind = max((one for one in self._covered if one < place and one in self._kept), default=None)
            if behind is not None:
                self._kept[behind] += self._added.pop(place)

    def _take(self, place: int) -> str:
        return self._added.pop(place, "")

    def _word(self, place: int) -> str:
        return self._take(place) + self._kept.get(place, "")

    def _qualified(self, start: int, own: str) -> range:
        """Return the places of the word after `own` that it may qualify, as a sign does a status."""
        return range(start, min(start + 2, self._size)) if own.strip() and "\n" not in own else range(0)

    def _between(self, end: int, start: int, own: str) -> str:
        """Return what stands between two stretches: the source's own words, or the page's where they were changed."""
        if not end <= start <= end + _LONGEST_GAP:
            return own
        gap = range(end, start)
        changed = any(place not in self._kept or place in self._added for place in (*gap, *self._qualified(start, own)))
        if not changed and start not in self._added:
            return own
        if not own:
            return "".join(map(self._take, gap))
        return "".join(map(self._word, gap)) + self._take(start)


def _starts(lines: Sequence[str]) -> list[int]:
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    return starts
