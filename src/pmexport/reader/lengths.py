"""A length of time as people write it to seconds: "2 hours 34 minutes", "3h 8m", "11 Days", "279 minutes"."""

from __future__ import annotations

import re

from pmexport.reader.vocabulary import Vocabulary, key

_SECONDS = {"week": 604_800, "day": 86_400, "hour": 3_600, "minute": 60, "second": 1}
_PIECE = re.compile(r"(\d+(?:[.,]\d+)?)\s*([^\W\d_]+)")
_CLOCK = re.compile(r"~?\s*(\d{1,3}):([0-5]\d)(?::([0-5]\d))?(?:\s*(?:h|hours?))?$")
_JOIN = re.compile(r"[\s,;&+]*(?:and\s+)?")
_FROM = re.compile(r"[\s,]*(?:from|after|since)\s+(?:the\s+)?(.+)$", re.IGNORECASE)


def seconds(text: str, words: Vocabulary) -> int | None:
    """Return the length that `text` states, in seconds; None where it states none or may mean several."""
    plain = text.strip().strip("*_`")
    if match := _CLOCK.match(plain):
        hours, minutes, rest = match.groups()
        return int(hours) * 3600 + int(minutes) * 60 + int(rest or 0)
    found = _first(plain, words)
    return found[0] if found else None


def from_impact(text: str, words: Vocabulary) -> int | None:
    """Return the length counted from the impact where `text` gives several: "38 minutes from deployment, 3 from …"."""
    named: dict[str, int] = {}
    for part in re.split(r"[,;]|\band\b(?=[^,;]*\bfrom\b)", text):
        match = _FROM.search(part)
        found = _first(part, words)
        if match and found and (what := _what(match[1], words)):
            named.setdefault(what, found[0])
    return named.get("impact")


def from_change(text: str, words: Vocabulary) -> int | None:
    """Return the length counted from the change, where `text` says that one is."""
    for part in re.split(r"[,;]", text):
        match = _FROM.search(part)
        found = _first(part, words)
        if match and found and _what(match[1], words) == "change":
            return found[0]
    return None


def _what(text: str, words: Vocabulary) -> str | None:
    plain = f" {key(text)} "
    known = sorted(words.length_from, key=len, reverse=True)
    return next((words.length_from[word] for word in known if f" {word} " in plain), None)


def _first(text: str, words: Vocabulary) -> tuple[int, int] | None:
    """Return the first run of numbers with units, in seconds, and where it ends."""
    total, at, last = 0.0, -1, float("inf")
    for match in _PIECE.finditer(text):
        size = _SECONDS.get(words.lengths.get(match[2].casefold(), ""))
        if size is None:
            if at >= 0:
                break
            continue
        if at >= 0 and (size >= last or not _JOIN.fullmatch(text[at : match.start()])):
            break
        total += float(match[1].replace(",", ".")) * size
        at, last = match.end(), size
    return (round(total), at) if at >= 0 else None
