"""Lengths of time, clock times and numbers as they stand in running text, with their place in it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache

from msgspec import Struct

from pmexport.facts.patterns import load

_HALF_DAY = 12
_HOUR = 3_600
_DAY = 86_400
_DAYS = re.compile(r"day|week", re.IGNORECASE)
_DIGITS = r"\d+(?:[.,]\d+)?"


class Bound(StrEnum):
    """How a length is meant."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"


class _Quantities(Struct, frozen=True):
    """The file of words."""

    units: dict[int, tuple[str, ...]]
    numbers: dict[str, int]
    parts: dict[str, float]
    bounds: dict[Bound, tuple[str, ...]]


class Length(Struct, frozen=True, kw_only=True):
    """A length of time in seconds; `text` is how it is written, without the words of its bound, which begin at `at`."""

    seconds: int
    bound: Bound
    text: str
    start: int
    end: int
    at: int = 0

    def allows(self, seconds: float) -> bool:
        """Tell whether `seconds` may be what was meant: exact to the minute, a round figure to half of its unit."""
        slack = max(_slack(self.seconds, self.text), self.seconds // 100 if self.seconds >= _DAY else 0)
        match self.bound:
            case Bound.EXACT:
                # Of several whole hours a fifth is soon forgotten.
                return abs(seconds - self.seconds) <= max(slack, 0 if self.seconds % _HOUR else self.seconds // 5)
            case Bound.ABOUT:
                return abs(seconds - self.seconds) <= max(3 * slack // 2, self.seconds // 5)
            case Bound.OVER:
                return self.seconds - slack <= seconds <= 2 * self.seconds + slack
            case Bound.UNDER:
                return seconds <= self.seconds + slack


class Clock(Struct, frozen=True, kw_only=True):
    """A time of day; `zone` as written after it. `half` says that am or pm was written."""

    time: dt.time
    text: str
    start: int
    end: int
    zone: str = ""
    half: bool = False


def lengths(text: str) -> Iterator[Length]:
    """Yield each length of time, parts such as "2 hours 34 minutes" taken together."""
    for run in _length_run().finditer(text):
        seconds = sum(_seconds(one) for one in _piece().finditer(run["run"]))
        yield Length(
            seconds=round(seconds),
            bound=_bound(run["bound"]),
            text=run["run"],
            start=run.start("run"),
            end=run.end(),
            at=run.start(),
        )


def clocks(text: str) -> Iterator[Clock]:
    """Yield each time of day; "24:00" and what is part of a longer number is none."""
    for match in _CLOCK.finditer(text):
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        half = (match["half"] or "").casefold()
        if half:
            if not 1 <= hour <= _HALF_DAY:
                continue
            hour = hour % _HALF_DAY + (_HALF_DAY if half == "p" else 0)
        yield Clock(
            time=dt.time(hour, minute, int(match["second"] or 0)),
            text=match["written"],
            start=match.start(),
            end=match.end(),
            zone=match["zone"] or "",
            half=bool(half),
        )


def number(text: str) -> int | None:
    """Return what a figure or a number word says, None where it is neither or no whole number."""
    plain = text.replace(",", "").casefold()
    if plain.isdecimal():
        return int(plain)
    return _words().numbers.get(plain)


@cache
def number_pattern() -> str:
    """Return a regular expression for the figures and words that `number` understands."""
    words = _any([word for word, count in _words().numbers.items() if count > 1])
    return rf"\d{{1,3}}(?![\d.,%:-])|(?:{words})"


def _slack(seconds: int, text: str) -> int:
    """Return how far off an exact figure may be: half of the unit it was evidently rounded to, at least a minute.

    Who writes minutes that are no multiple of five means them; "2 hours" may be any time that rounds to it.
    """
    if "sec" in text or seconds < 60:  # noqa: PLR2004 - a minute
        return max(2, seconds // 10)
    for unit, slack in ((86_400, 43_200), (3_600, 1_800), (1_800, 300), (900, 180), (600, 120)):
        if seconds % unit == 0 and (unit < _DAY or _DAYS.search(text)):
            return slack
    return 360 if "." in text or "," in text else 60


def _seconds(piece: re.Match[str]) -> float:
    return (_value(piece["number"]) + _part(piece["part"])) * _units()[piece["unit"].casefold()]


def _value(written: str) -> float:
    """Return what "two", "2.5", "half", "a quarter of" or "two and a half" say."""
    words = _words().numbers
    plain, _, part = " ".join(written.casefold().split()).partition(" and ")
    whole = plain.removesuffix(" of")
    if whole in _words().parts:
        return _words().parts[whole]
    return (float(words[plain]) if plain in words else float(plain.replace(",", "."))) + _part(part)


def _part(written: str | None) -> float:
    """Return what "and three quarters" adds, nothing where nothing is written."""
    plain = " ".join((written or "").casefold().split()).removeprefix("and ")
    return _words().parts[plain] if plain else 0


def _bound(written: str | None) -> Bound:
    plain = (written or "").strip().casefold()
    for bound, words in _words().bounds.items():
        if plain in words:
            return bound
    return Bound.EXACT


@cache
def _words() -> _Quantities:
    return load("quantities", _Quantities)


@cache
def _units() -> dict[str, int]:
    return {word: seconds for seconds, words in _words().units.items() for word in words}


def _any(words: Iterator[str] | list[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@cache
def _piece() -> re.Pattern[str]:
    numbers = _any(list(_words().numbers))
    parts = _any([word for word in _words().parts if word != "half"])
    return re.compile(
        rf"(?P<number>\b(?:{parts})\s+of\b|(?:{_DIGITS}|\b(?:{numbers})\b)(?:\s+and\s+(?:{parts})\b)?"
        rf"|(?<!and a )\bhalf\b)"
        rf"(?:\s+an?)?[\s-]*(?P<unit>{_any(list(_units()))})(?:\b|(?=\d+\s?m(?:ins?)?\b))(?P<part>\s+and\s+(?:{parts})\b)?",
        re.IGNORECASE,
    )


@cache
def _length_run() -> re.Pattern[str]:
    bounds = [word for words in _words().bounds.values() for word in words]
    marks = _any([word for word in bounds if not word[0].isalpha()])
    words = _any([word for word in bounds if word[0].isalpha()])
    piece = re.sub(r"\?P<\w+>", "?:", _piece().pattern)
    return re.compile(
        rf"(?:(?P<bound>(?:{marks})|\b(?:{words}))\s*)?(?<![\w.,:/$€£-])"
        rf"(?P<run>(?:{piece})(?:(?:,?\s*(?:and\s+)?|,\s*)(?:{piece}))*)",
        re.IGNORECASE,
    )


_CLOCK = re.compile(
    r"(?<![\d:.,/$+])(?<!:\d\d:\d\d-)(?P<written>(?:(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?)"
    r"(?:\s?(?P<half>[ap])\.?m\b\.?)?)(?!\d|:\d|\.\d|%)(?:\s?(?P<zone>(?-i:Z|[A-Z]{3,4}|(?:Mountain|Pacific|Eastern|Central|local)(?:\s+time)?)\b))?",
    re.IGNORECASE,
)
