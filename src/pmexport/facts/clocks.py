"""Times of day as they stand in running text: "14:23", "2:05 pm", "14h30", "kl. 14.30", "half past two", "noon"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache, lru_cache

from msgspec import Struct

from pmexport.facts.numbers import any_of
from pmexport.facts.patterns import load

# Every rule asks for the times of the same sentences.
_REMEMBERED = 512
_HALF_DAY = 12
_HOURS = 24
_MINUTES = 60
# Who writes an hour alone may have rounded it.
_ROUNDED = 15
_ROUNDED_NAME = 30


class _Words(Struct, frozen=True):
    """The file of words."""

    forms: dict[str, str]
    parts: dict[str, int]
    hours: dict[str, int]
    day: dict[str, str]


class Clock(Struct, frozen=True, kw_only=True):
    """A time of day; `zone` as written after it. `half` says that am or pm was written.

    `slack` is by how many minutes it may be rounded; `either` says that nothing tells which half of the day is meant.
    """

    time: dt.time
    text: str
    start: int
    end: int
    zone: str = ""
    half: bool = False
    slack: int = 0
    either: bool = False

    def readings(self) -> tuple[dt.time, ...]:
        """Return the times of day that may be meant, without what rounding adds."""
        other = self.time.replace(hour=(self.time.hour + _HALF_DAY) % _HOURS)
        return (self.time, other) if self.either else (self.time,)

    def says(self, minute: int) -> bool:
        """Tell whether the time of day that is `minute` minutes after midnight may be meant."""
        day = _HOURS * _MINUTES
        readings = map(minutes, self.readings())
        return any(min((minute - one) % day, (one - minute) % day) <= self.slack for one in readings)


def minutes(time: dt.time) -> int:
    """Return a time of day in minutes."""
    return time.hour * _MINUTES + time.minute


def clocks(text: str) -> Iterator[Clock]:
    """Yield each time of day in the order written; "24:00" and what is part of a longer number is none."""
    yield from _clocks(text)


@lru_cache(maxsize=_REMEMBERED)
def _clocks(text: str) -> tuple[Clock, ...]:
    kept: list[Clock] = []
    for one in sorted((*_with_colon(text), *_otherwise(text)), key=lambda clock: (clock.start, -clock.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def _with_colon(text: str) -> Iterator[Clock]:
    for match in _CLOCK.finditer(text) if ":" in text else ():
        hour = _hour(int(match["hour"]), match["half"])
        if hour is not None:
            yield Clock(
                time=dt.time(hour, int(match["minute"]), int(match["second"] or 0)),
                text=match["written"],
                start=match.start(),
                end=match.end(),
                zone=match["zone"] or "",
                half=bool(match["half"]),
            )


def _otherwise(text: str) -> Iterator[Clock]:
    for form in _forms() if _hint().search(text) else ():
        for match in form.finditer(text):
            clock = _worded(match) if "word" in form.groupindex else _figured(match)
            if clock is not None:
                yield clock


def _figured(match: re.Match[str]) -> Clock | None:
    group = match.groupdict()
    hour = _hour(int(match["hour"]), group.get("half"))
    if hour is None:
        return None
    zone = group.get("zone") or ""
    behind = None if zone else _ZONE.match(match.string, match.end())
    return Clock(
        time=dt.time(hour, int(group.get("minute") or 0)),
        text=match.group(),
        start=match.start(),
        end=behind.end() if behind else match.end(),
        zone=behind["zone"] if behind else zone,
        half=bool(group.get("half")),
        slack=0 if group.get("minute") else _ROUNDED,
    )


def _worded(match: re.Match[str]) -> Clock | None:
    group = match.groupdict()
    word = match["word"].casefold()
    hour = int(word) if word.isdecimal() else _words().hours[word]
    part, less = (_part(group.get(name)) for name in ("part", "less"))
    if hour >= _HOURS:
        return None
    named = not word.isdecimal() and not 1 <= hour < _HALF_DAY
    behind = match.string[match.end() :]
    if _day("afternoon").match(behind) and hour < _HALF_DAY:
        hour, named = hour + _HALF_DAY, True
    elif _day("morning").match(behind):
        named = True
    at = (hour * _MINUTES + part - less) % (_HOURS * _MINUTES)
    alone = not part and not less
    start = match.start("less") if less else match.start()
    return Clock(
        time=dt.time(*divmod(at, _MINUTES)),
        text=match.string[start : match.end()],
        start=start,
        end=match.end(),
        slack=_ROUNDED_NAME if alone and word in _words().hours else _ROUNDED if alone else 2,
        either=not named,
    )


def _part(written: str | None) -> int:
    return _words().parts[" ".join(written.casefold().split())] if written else 0


def _hour(hour: int, half: str | None) -> int | None:
    """Return the hour of 24, None where there is none such."""
    if not half:
        return hour if hour < _HOURS else None
    if not 1 <= hour <= _HALF_DAY:
        return None
    return hour % _HALF_DAY + (_HALF_DAY if half.casefold() == "p" else 0)


@cache
def _words() -> _Words:
    return load("timewords", _Words)


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    values = {"{h}": r"[01]?\d|2[0-3]", "{m}": r"[0-5]\d", "{word}": _hours(), "{part}": any_of(_words().parts)}
    found = []
    for form in _words().forms.values():
        pattern = form
        for name, value in values.items():
            pattern = pattern.replace(name, value)
        found.append(re.compile(pattern, re.IGNORECASE))
    return tuple(found)


def _hours() -> str:
    return any_of(word for word, hour in _words().hours.items() if 1 <= hour <= _HALF_DAY)


@cache
def _hint() -> re.Pattern[str]:
    """Return what every form holds, so that most texts need not be searched for all of them."""
    names = any_of(word for word, hour in _words().hours.items() if hour in (0, _HALF_DAY))
    return re.compile(
        rf"\d\s?(?:[ap]\.?\s?m\b|h\d|Uhr|Z\b|[A-Z]{{3}}|hrs|hours|h\b)|\bkl|past|clock|\bto\s+(?:{_hours()})\b|{names}",
        re.IGNORECASE,
    )


@cache
def _day(name: str) -> re.Pattern[str]:
    return re.compile(_words().day[name], re.IGNORECASE)


_ZONES = r"(?P<zone>(?-i:Z|[A-Z]{3,4}|(?:Mountain|Pacific|Eastern|Central|local)(?:\s+time)?)\b)"
_ZONE = re.compile(rf"\s?{_ZONES}")
_CLOCK = re.compile(
    r"(?<![\d:.,/$+])(?<!:\d\d:\d\d-)(?P<written>(?:(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?)"
    rf"(?:\s?(?P<half>[ap])\.?m\b\.?)?)(?!\d|:\d|\.\d|%)(?:\s?{_ZONES})?",
    re.IGNORECASE,
)
