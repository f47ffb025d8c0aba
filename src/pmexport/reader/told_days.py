"""The days that the opening and the summary tell: that of the incident before those of what led to it or ended it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from pmexport.reader.passages import stamps_in
from pmexport.reader.timestamps import Stamp
from pmexport.reader.vocabulary import Vocabulary, key
from pmexport.reader.written_dates import WrittenDate

_SENTENCE = re.compile(r"(?:(?<=[^\W\d][.!?])|(?<=\d{3}[.!?]))\s+(?=[^\W\d])|(?<=。)|\n")
"""Where one sentence ends; neither "Sept. 18th" nor "5. März" does."""
_UNSPACED = r"[\u3040-\u30ff\u4e00-\u9fff]"
_SPARE = 4
"""So many words, such as a name, may stand between "Posted by" and the day."""
_LONGEST = 2000


class ToldDays(Struct, frozen=True):
    """The days that a text tells, likeliest first, and the day on which it says that it was published.

    `yesterday` says that it begins with what was the day before that.
    """

    stamps: tuple[Stamp, ...] = ()
    published: WrittenDate | None = None
    yesterday: bool = False


def told_days(texts: list[str], words: Vocabulary) -> ToldDays:
    """Return the days in `texts`, one for each of them and sentence, the likeliest to be the incident's first."""
    ranked: list[tuple[int, Stamp]] = []
    published = None
    for said, stamp in _said(texts, words):
        if _is_publication(said, words):
            published = published or stamp.date
        else:
            ranked.append((_rank(said, words), stamp))
    ranked.sort(key=lambda pair: pair[0])
    begun = [key(sentence) for text in texts for sentence in _SENTENCE.split(text[:_LONGEST])[:1]]
    late = any(_begins(plain, phrase) for plain in begun for phrase in words.yesterday)
    return ToldDays(tuple(stamp for _, stamp in ranked), published, late)


def _said(texts: list[str], words: Vocabulary) -> Iterator[tuple[str, Stamp]]:
    """Yield each day with what is said of it: the words before it, at a sentence's start those behind it."""
    for text in texts:
        for sentence in _SENTENCE.split(text[:_LONGEST]):
            found = [(at, stamp) for at, stamp in stamps_in(sentence, words) if stamp.date and stamp.date.month]
            ends = [at + max(stamp.length, 1) for at, stamp in found]
            for number, (at, stamp) in enumerate(found):
                before = sentence[ends[number - 1] if number else 0 : at]
                behind = sentence[ends[number] : found[number + 1][0] if found[number + 1 :] else None]
                yield before if len(key(before).split()) > 1 or key(before) in words.published else behind, stamp


def _is_publication(said: str, words: Vocabulary) -> bool:
    plain = key(said)
    return any(_begins(plain, phrase) and len(plain[len(phrase) :].split()) <= _SPARE for phrase in words.published)


def _begins(plain: str, phrase: str) -> bool:
    """Whether `plain` begins with the word or the words of `phrase`."""
    if not plain.startswith(phrase):
        return False
    return plain[len(phrase) : len(phrase) + 1] in {"", " "} or re.match(_UNSPACED, phrase) is not None


def _rank(said: str, words: Vocabulary) -> int:
    """Return 0 for what may be the incident, 1 for what came before it, 2 for its end."""
    heard = f" {key(said)} "
    if any(f" {phrase} " in heard for phrase in words.trouble):
        return 0
    if any(f" {phrase} " in heard for phrase in words.beforehand):
        return 1
    return 2 if any(f" {phrase} " in heard for phrase in words.afterwards) else 0
