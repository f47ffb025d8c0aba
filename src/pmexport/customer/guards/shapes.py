"""Identifiers by what they are: a mark with digits or joints that is no number, time, unit, word or known standard."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmexport.customer.guards.lexicon import file_endings, is_compound, is_english, is_word, name_lists, ordinary_mark
from pmexport.customer.guards.usages import listed, usage

Place = tuple[str, int, int]
# Latin letters, digits and joints: other scripts write numbers and words without a space between them.
_TOKEN = re.compile(r"[!#-&*-+./0-:=?@A-Z\\^_`a-z~À-ɏ\-]+")
_EDGES = ".:!?*_`~=/&"
_HYPHENATED = re.compile(r"(?<![\w@./\-])[a-z]+(?:-[a-z]+){1,6}(?![\w\-/@]|\.\w)")
_DOTTED = re.compile(r"(?<![\w@./\-])[a-z][\w\-]*(?:\.[a-z][\w\-]*){1,6}(?![\w\-/@(]|\.\w)")
_ABBREVIATED = re.compile(r"(?:[a-z]\.)+[a-z]?|[a-z]+\.js|vs\.\w+|no\.\w+")
# A number of that many digits or more counts something, or it is an identifier.
_BARE = re.compile(r"(?<![\w.,:/+\-#$€£¥%])\d{5,20}(?![\w%]|[.,:/\-]\d)")
_BEFORE = re.compile(r"(\w+)\s$")
_MODEL = re.compile(r"[A-Za-z]{1,3}\d{1,4}[a-z]?|\d{1,4}-[A-Z]{1,4}")
_PARTS = re.compile(r"[-/]")
_VERSION = re.compile(r"v?\d{1,4}(?:\.\d{1,6}){0,3}", re.IGNORECASE)


def marks(text: str) -> Iterator[Place]:
    """Yield each identifier of the folded `text`, with where it starts and ends."""
    for match in _TOKEN.finditer(text):
        start = match.start() + len(match[0]) - len(match[0].lstrip(_EDGES))
        token = match[0].strip(_EDGES)
        is_model = _MODEL.fullmatch(token) and usage("model").search(text, 0, start)
        if token and is_mark(token) and not is_model:
            yield token, start, start + len(token)
    for match in _BARE.finditer(text):
        counts = usage("counted").match(text, match.end()) or usage("an_amount").search(text, 0, match.start())
        standard = _BEFORE.search(text, 0, match.start())
        if match[0].startswith("0") or not (
            counts or (standard and standard[1].casefold() in name_lists()["standards"])
        ):
            yield match[0], match.start(), match.end()
    for match in _DOTTED.finditer(text):
        if match[0].rpartition(".")[2] not in file_endings() and not _ABBREVIATED.fullmatch(match[0]):
            yield match[0], match.start(), match.end()
    if is_english(text):
        for match in _HYPHENATED.finditer(text):
            if not _is_joined(match[0]):
                yield match[0], match.start(), match.end()


def is_mark(token: str) -> bool:
    """Tell whether `token`, one word with its joints, identifies something: digits and letters, and nothing usual."""
    if not any(map(str.isdigit, token)) or not any(map(str.isalpha, token)):
        return False
    if ordinary_mark().fullmatch(token) or _VERSION.fullmatch(token):
        return token[0] in "vV"
    halves = _PARTS.split(token)
    return len(halves) < 2 or not all(map(_is_usual, halves))  # noqa: PLR2004  a mark of one part


def _is_usual(part: str) -> bool:
    """Tell whether a part of a mark is ordinary by itself: 4-6pm, iOS/Android12, 10-minute."""
    if not any(map(str.isdigit, part)):
        return len(part) > 1 and part.isalpha() and part.islower() and is_word(part.casefold())
    return (part.isdigit() and len(part) <= len("2026")) or bool(ordinary_mark().fullmatch(part))


def _is_joined(word: str) -> bool:
    """Tell whether hyphens join ordinary words in `word`: follow-up, x-ray."""
    first, *rest = word.split("-")
    if any(len(part) == 1 for part in rest):
        return bool(usage("joined").fullmatch(word))
    return (first in listed("lone_initials") or is_word(first)) and is_compound("-".join(rest))
