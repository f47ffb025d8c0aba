"""Dates as they stand in running text, with their place in it and the weekday beside them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache, lru_cache

from msgspec import Struct

from pmexport.facts.patterns import load

# Every rule asks for the dates of the same sentences.
_REMEMBERED = 512
_DIGIT = re.compile(r"\d")
_YEAR_S_MONTHS = 12
_SLASHED = re.compile(
    r"(?<![\d/-])(?P<first>[0-3]?\d)(?P<mark>[/-])(?P<second>[0-3]?\d)(?P=mark)(?P<year>20\d\d)(?![\d/-])"
)


_WEEK = "月火水木金土日"
_IDEOGRAPHIC = re.compile(
    r"(?P<date>(?:(?P<year>20\d\d)\s?年\s?)?(?P<month>1[0-2]|0?[1-9])\s?月\s?(?P<day>[0-3]?\d)\s?日)"
    rf"(?:\s*[（(](?P<weekday>[{_WEEK}])(?:曜日?)?[）)])?"
)


class _Dates(Struct, frozen=True):
    """The file of words."""

    weekdays: dict[str, int]
    foreign_weekdays: dict[int, tuple[str, ...]]
    foreign_months: dict[int, tuple[str, ...]]
    months: dict[str, int]


class Day(Struct, frozen=True, kw_only=True):
    """A date; `year` is None where none is written, `weekday` (1 is Monday) where one stands beside it."""

    year: int | None
    month: int
    day: int
    text: str
    start: int
    end: int
    weekday: int | None = None
    weekday_text: str = ""

    def date(self, year: int) -> dt.date | None:
        """Return the date, in `year` where none is written; None for the 31st of a month that has none."""
        try:
            return dt.date(self.year or year, self.month, self.day)
        except ValueError:
            return None


def days(text: str) -> Iterator[Day]:
    """Yield each date that names a month, or is written like 2025-10-08 or 8.10.2025, with a weekday beside it."""
    if _DIGIT.search(text):
        yield from _days(text)


@lru_cache(maxsize=_REMEMBERED)
def _days(text: str) -> tuple[Day, ...]:
    return tuple(_found(text))


def _found(text: str) -> Iterator[Day]:
    yield from _slashed(text)
    yield from _ideographic(text)
    for match in _day().finditer(text):
        named = match["md"] or match["dm"] or ""
        month = _months().get(named.casefold().rstrip("."))
        # "may" and "march" are no months.
        if named and named[0].islower() and named.casefold() in _words().months:
            continue
        number = match["md_day"] or match["dm_day"] or match["iso_day"] or match["dot_day"]
        year = match["md_year"] or match["dm_year"] or match["iso_year"] or match["dot_year"]
        beside = match["before"] or match["after"]
        yield Day(
            year=int(year) if year else None,
            month=int(month or match["iso_month"] or match["dot_month"]),
            day=int(number),
            text=match["date"],
            start=match.start(),
            end=match.end(),
            weekday=weekday(beside) if beside else None,
            weekday_text=beside or "",
        )


def _slashed(text: str) -> Iterator[Day]:
    """Yield dates such as 02/19/2025 and 19/02/2025, where the numbers leave no doubt which is the day."""
    for match in _SLASHED.finditer(text) if "/" in text or "-" in text else ():
        first, second = int(match["first"]), int(match["second"])
        day, month = (first, second) if first > _YEAR_S_MONTHS else (second, first)
        if month <= _YEAR_S_MONTHS < day:
            yield Day(
                year=int(match["year"]),
                month=month,
                day=day,
                text=match.group(),
                start=match.start(),
                end=match.end(),
            )


def _ideographic(text: str) -> Iterator[Day]:
    """Yield dates such as 2018年9月18日（火）."""
    for match in _IDEOGRAPHIC.finditer(text) if "月" in text else ():
        beside = match["weekday"]
        yield Day(
            year=int(match["year"]) if match["year"] else None,
            month=int(match["month"]),
            day=int(match["day"]),
            text=match["date"],
            start=match.start(),
            end=match.end(),
            weekday=_WEEK.index(beside) + 1 if beside else None,
            weekday_text=beside or "",
        )


def weekday(written: str) -> int:
    """Return the ISO number of the weekday that `written` names or abbreviates."""
    plain = written.casefold()
    foreign = next((rank for rank, names in _words().foreign_weekdays.items() if plain in names), None)
    return foreign or next(rank for name, rank in _words().weekdays.items() if name.startswith(plain[:3]))


@cache
def _words() -> _Dates:
    return load("dates", _Dates)


@cache
def weekday_names() -> str:
    """Return a regular expression for the names of weekdays in full, in every language."""
    foreign = [name for names in _words().foreign_weekdays.values() for name in names]
    return _any([*_words().weekdays, *foreign])


@cache
def _months() -> dict[str, int]:
    foreign = {name: month for month, names in _words().foreign_months.items() for name in names}
    return {**foreign, **_words().months}


def _any(words: Iterator[str] | list[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@cache
def _day() -> re.Pattern[str]:
    months = _any(list(_months()))
    week = "|".join(
        rf"{name[:3]}(?:{name[3:]})?" if name != "thursday" else "thu(?:r(?:s(?:day)?)?)?" for name in _words().weekdays
    )
    week += "|" + _any([name for names in _words().foreign_weekdays.values() for name in names])
    return re.compile(
        rf"(?:\b(?P<before>{week})\.?(?:\s+(?:morning|afternoon|evening|night))?,?\s+(?:(?:the|dem|den|der|le|el|o)\s+)?)?"
        rf"(?P<date>\b(?P<md>{months})\.?\s+(?P<md_day>[0-3]?\d)(?:st|nd|rd|th)?(?![\d:]|\.\d)(?:,?\s+(?P<md_year>(?:19|20)\d\d)(?!\d|:))?"
        rf"|(?<![\d:.-])(?P<dm_day>[0-3]?\d)(?:st|nd|rd|th|\.)?(?:\s+(?:of|de))?\s+(?P<dm>{months})\b\.?(?:,?\s+(?:de\s+)?(?P<dm_year>(?:19|20)\d\d)(?!\d|:))?"
        r"|(?<![\d-])(?P<iso_year>(?:19|20)\d\d)-(?P<iso_month>0[1-9]|1[0-2])-(?P<iso_day>[0-3]\d)(?!\d)"
        r"|(?<![\d.])(?P<dot_day>[0-3]?\d)\.(?P<dot_month>0?[1-9]|1[0-2])\.(?P<dot_year>(?:19|20)\d\d)(?!\.?\d))"
        rf"(?:\s*[,(]?\s*\b(?P<after>{week})\b\)?)?",
        re.IGNORECASE,
    )
