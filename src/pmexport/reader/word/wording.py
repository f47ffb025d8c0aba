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
from itertools import pairwise

import msgspec
from msgspec import Struct

# A date that begins with its year is one word: the page's year would else be taken for its beginning.
_TOKEN = re.compile(r"\d{4}([-/.])\d{1,2}\1\d{1,2}(?!\w)|\w+|\W")
_SIGN = re.compile(r"\W")
_WORD, _LETTERS = re.compile(r"\w"), re.compile(r"[^\W\d_]")
_COMMENT = re.compile(r"<!--.*?-->[ \t]*\n?", re.DOTALL)
# How far ahead the next words are looked for first, and how many places of two words are compared.
_AHEAD = 3
_PLACES = 64
_BACK = 16
# The signs of the finer marks: a block of letters, one for each.
_FIRST, _MANY = 0x4E00, 20_000


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
    words, wanted = tokens_of(page), tokens_of(own)
    parts = list(_parts(words, wanted))
    held = covered(parts)
    if all(_SIGN.fullmatch(words[place]) for place in held):  # it is not this page's
        return b""
    exact = "".join(exact_of(word) for place, word in enumerate(words) if place not in held)
    return msgspec.json.encode(OwnWords(marks=marks_of(words), exact=exact, parts=parts))


def tokens_of(text: str) -> list[str]:
    """Return `text` in words and signs, each by itself."""
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
        # Signs alone are nowhere in particular, and a figure from afar is another one.
        telling = _WORD if place in near else _LETTERS
        if not any(map(telling.search, wanted[at : at + length])):
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


def marks_of(words: Sequence[str]) -> str:
    """Return a sign for each of `words`, which tells one of eight apart from the others."""
    return "".join(
        word if _SIGN.fullmatch(word) else str(zlib.crc32(word.encode("utf-8", "replace")) % 8) for word in words
    )


def exact_of(word: str) -> str:
    """Return the finer sign for `word`."""
    return chr(_FIRST + zlib.crc32(word.encode("utf-8", "replace")) % _MANY)


def covered(parts: Sequence[str | tuple[int, int]]) -> frozenset[int]:
    """Return the places of the page's words that the source has."""
    return frozenset(place for part in parts if not isinstance(part, str) for place in range(part[0], sum(part)))
