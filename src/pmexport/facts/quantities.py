"""Lengths of time as they stand in running text, with their place in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache, lru_cache

from msgspec import Struct

from pmexport.facts.numbers import any_of, articles, number, words_pattern
from pmexport.facts.patterns import load

_HOUR = 3_600
_DAY = 86_400
_MONTH = 30 * _DAY
_DIGITS = r"\d+(?:[.,]\d+)?"
_LONGEST_BOUND = 32
# Scripts beyond this letter put no spaces between words.
_LAST_SPACED = "\N{EURO SIGN}"
_INSIDE = re.compile(r"(?:[\w.,:$€£-]|/\s?)$")
_ALTERNATIVE = re.compile(r"\s(?:to|or)\s+$", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_SHORT_UNIT = re.compile(r"\d\s?[hms]", re.IGNORECASE)
# Every rule asks for the lengths of the same sentences.
_REMEMBERED = 512


class Bound(StrEnum):
    """How a length is meant."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"


class _Quantities(Struct, frozen=True):
    """The file of words."""

    units: dict[int, tuple[str, ...]]
    foreign_units: dict[int, tuple[str, ...]]
    joined_units: dict[int, tuple[str, ...]]
    whole: dict[int, tuple[str, ...]]
    between: tuple[str, ...]
    joints: tuple[str, ...]
    parts: dict[str, float]
    ended: dict[str, str]
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
        """Tell whether `seconds` may be what was meant."""
        low, high = self.reach()
        return low <= seconds <= high

    def reach(self) -> tuple[float, float]:
        """Return the fewest and the most seconds that may be meant: to the minute, if round to half of the unit."""
        slack = max(_slack(self.seconds, self.text), self.seconds // 100 if self.seconds >= _DAY else 0)
        match self.bound:
            case Bound.EXACT:
                # Of several whole hours a fifth is soon forgotten.
                slack = max(slack, 0 if self.seconds % _HOUR else self.seconds // 5)
            case Bound.ABOUT:
                slack = max(3 * slack // 2, self.seconds // 5)
            case Bound.OVER:
                return self.seconds - slack, 2 * self.seconds + slack
            case Bound.UNDER:
                return float("-inf"), self.seconds + slack
        return self.seconds - slack, self.seconds + slack


def lengths(text: str) -> Iterator[Length]:
    """Yield each length of time, parts such as "2 hours 34 minutes" taken together."""
    if _may_hold_any(text):
        yield from _lengths(text)


def _may_hold_any(text: str) -> bool:
    """Tell whether `text` holds what every length holds, so that most texts need not be searched for more."""
    plain = text.lower()
    return any(word in plain for word in _long_units()) or _SHORT_UNIT.search(text) is not None


def _has_foreign_unit(text: str) -> bool:
    spaced = not _foreign_units().keys().isdisjoint(_WORD.findall(text.lower()))
    return spaced or any(unit in text for unit in _joined_units())


@lru_cache(maxsize=_REMEMBERED)
def _lengths(text: str) -> tuple[Length, ...]:
    return tuple(_found(text))


def _found(text: str) -> Iterator[Length]:
    for run in _runs(text):
        start, end = run[0].start(), run[-1].end()
        before = text[max(0, start - _LONGEST_BOUND) : start]
        bound = None if _is_ended(before, text[end:]) else _bound_before().search(before)
        yield Length(
            seconds=round(sum(_seconds(one) for one in run)),
            bound=_bound(bound["bound"]) if bound else Bound.EXACT,
            text=text[start:end],
            start=start,
            end=end,
            at=start - len(bound.group()) if bound else start,
        )


def _runs(text: str) -> Iterator[list[re.Match[str]]]:
    run: list[re.Match[str]] = []
    for piece in _piece(foreign=_has_foreign_unit(text)).finditer(text):
        # "2 hours 34 minutes" is one length; "7 min, 2 min, 3 min" are three.
        joined = run and _between_pieces().fullmatch(text, run[-1].end(), piece.start())
        if joined and _unit(piece) < _unit(run[-1]):
            run.append(piece)
            continue
        if run:
            yield run
        run = (
            []
            if piece.group().casefold() == "a second"
            or _is_spoilt(text[max(0, piece.start() - _LONGEST_BOUND) : piece.start()])
            else [piece]
        )
    if run:
        yield run


def _is_spoilt(before: str) -> bool:
    """Tell whether a number behind `before` is no length: part of a longer one, a price, half of "two to three"."""
    if _INSIDE.search(before) and before[-1] <= _LAST_SPACED:
        return True
    return _ALTERNATIVE.search(before) is not None and _spoilt().search(before) is not None


def _is_ended(before: str, behind: str) -> bool:
    """Tell whether "over" says that something had ended, not that it was longer."""
    ended = _words().ended
    return bool(re.search(ended["before"], before, re.IGNORECASE) and re.match(ended["behind"], behind, re.IGNORECASE))


def _slack(seconds: int, text: str) -> int:
    """Return how far off an exact figure may be: half of the unit it was evidently rounded to, at least a minute.

    Who writes minutes that are no multiple of five means them; "2 hours" may be any time that rounds to it.
    """
    if "sec" in text or seconds < 60:  # noqa: PLR2004 - a minute
        return max(2, seconds // 10)
    coarsest = _coarsest(text)
    if seconds % _MONTH == 0 and coarsest == _MONTH:
        return _MONTH // 2
    if seconds == _HOUR:
        return _HOUR // 3
    for unit, slack in ((86_400, 43_200), (3_600, 1_800), (1_800, 300), (900, 180), (600, 120)):
        if seconds % unit == 0 and (unit < _DAY or coarsest >= _DAY):
            return slack
    return 360 if "." in text or "," in text else 60


def _coarsest(text: str) -> int:
    """Return the seconds of the longest unit that `text` names, 0 where it names none."""
    plain = text.lower()
    named = _units() | _foreign_units()
    joined = [seconds for word, seconds in _joined_units().items() if word in plain]
    return max([*joined, *(named[word] for word in _WORD.findall(plain) if word in named)], default=0)


def _unit(piece: re.Match[str]) -> int:
    """Return the seconds of a piece's unit."""
    if piece["whole"]:
        return _whole_lengths()[" ".join(piece["whole"].casefold().split())]
    if piece["unit"]:
        return _units()[piece["unit"].casefold()]
    joined = piece["joined_unit"]
    return _joined_units()[joined] if joined else _foreign_units()[piece["foreign_unit"].casefold()]


def _seconds(piece: re.Match[str]) -> float:
    if piece["whole"]:
        return _whole_lengths()[" ".join(piece["whole"].casefold().split())]
    if piece["unit"]:
        return (_value(piece["number"]) + _part(piece["part"])) * _units()[piece["unit"].casefold()]
    if piece["joined_unit"]:
        return float(piece["joined_number"].replace(",", ".")) * _joined_units()[piece["joined_unit"]]
    unit = _foreign_units()[piece["foreign_unit"].casefold()]
    return (_value(piece["foreign_number"]) + _part(piece["part"])) * unit


def _value(written: str) -> float:
    """Return what "two", "2.5", "half", "a quarter of" or "two and a half" say."""
    plain = " ".join(written.casefold().split())
    whole = plain.removesuffix(" of")
    if whole in _words().parts:
        return _words().parts[whole]
    if plain[0].isdecimal():
        figure, _, part = plain.partition(" ")
        return float(figure.replace(",", ".")) + _part(part)
    said = number(plain)
    if said is not None:
        return said
    before, _, part = plain.rpartition(" and a ") if " and a " in plain else plain.rpartition(" and ")
    return (number(before) or 0) + _part(part)


def _part(written: str | None) -> float:
    """Return what "and three quarters" adds, nothing where nothing is written."""
    plain = _joint().sub("", " ".join((written or "").casefold().split()))
    return (
        _words().parts[plain] if plain in _words().parts else _words().parts[plain.removeprefix("a ")] if plain else 0
    )


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


@cache
def _foreign_units() -> dict[str, int]:
    return {word: seconds for seconds, words in _words().foreign_units.items() for word in words}


@cache
def _joined_units() -> dict[str, int]:
    return {word: seconds for seconds, words in _words().joined_units.items() for word in words}


@cache
def _whole_lengths() -> dict[str, int]:
    return {word: seconds for seconds, words in _words().whole.items() for word in words}


@cache
def _joint() -> re.Pattern[str]:
    return re.compile(rf"^(?:{any_of(_words().joints)})\s+")


@cache
def _piece(*, foreign: bool) -> re.Pattern[str]:
    """Return what one figure with its unit looks like, in other languages than English too where `foreign`."""
    parts = any_of(_words().parts)
    before = any_of(word for word in _words().parts if word != "half")
    more = rf"\s+(?:{any_of(_words().joints)})\s+(?:{parts})\b"
    figure = rf"(?:{_DIGITS}|\b(?:{articles()})\b|{words_pattern()})"
    native = rf"(?P<number>\b(?:{before})\s+of\b|{figure}(?:{more})?|(?<!and a )\bhalf\b)(?:\s+an?)?"
    native += rf"(?:\s+(?:{any_of(_words().between)}))?[\s-]*(?P<unit>{any_of(_units())})(?:\b|(?=\d+\s?m(?:ins?)?\b))"
    other = rf"(?P<foreign_number>\b(?:{before})\b|{_DIGITS}|{words_pattern(foreign=True)})"
    other += rf"[\s-]+(?P<foreign_unit>{any_of(_foreign_units())})\b"
    whole = rf"(?P<whole>\b(?:{any_of(_whole_lengths())})\b)"
    joined = rf"(?P<joined_number>{_DIGITS})\s?(?P<joined_unit>{any_of(_joined_units())})"
    forms = "|".join((whole, joined, native, other) if foreign else (whole, native))
    # Each of them begins a word or with a figure: no other place in a text need be tried.
    return re.compile(rf"(?:\b|(?=\d))(?:{forms})(?P<part>{more})?", re.IGNORECASE)


@cache
def _long_units() -> frozenset[str]:
    """Return the units that are words, which stand in lengths of every kind but "5 m"."""
    words = {word for word in (*_units(), *_foreign_units(), "time") if len(word) > 1}
    return frozenset(words | _joined_units().keys())


@cache
def _between_pieces() -> re.Pattern[str]:
    return re.compile(rf",?\s*(?:(?:{any_of(_words().joints)})\s+)?", re.IGNORECASE)


@cache
def _bound_before() -> re.Pattern[str]:
    bounds = [word for words in _words().bounds.values() for word in words]
    marks = any_of(word for word in bounds if not word[0].isalpha() or word[0] > _LAST_SPACED)
    words = any_of(word for word in bounds if word[0].isalpha() and word[0] <= _LAST_SPACED)
    return re.compile(rf"(?P<bound>(?:{marks})|\b(?:{words}))\s*$", re.IGNORECASE)


@cache
def _spoilt() -> re.Pattern[str]:
    return re.compile(rf"\b(?:\d+|{words_pattern()})\s+(?:to|or)\s+$", re.IGNORECASE)
