"""Parts of the day that running text names, "overnight", "in the afternoon", held against the timeline."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

import msgspec
from msgspec import Struct

from pmexport.facts.clocks import clocks
from pmexport.facts.dates import days
from pmexport.facts.mentions import Moment
from pmexport.facts.passages import Form, Passage
from pmexport.facts.patterns import load
from pmexport.facts.weekdays import tells_of_the_incident
from pmexport.model.terms import SectionKind

_HOUR = 3_600
_DAY = 24
_SATURDAY = 6
_BEFORE, _AFTER = 32, 24
_ELSEWHERE = frozenset(
    {
        SectionKind.TIMELINE,
        SectionKind.ACTION_ITEMS,
        SectionKind.COMMUNICATION,
        SectionKind.APPENDIX,
        SectionKind.REFERENCES,
    }
)
_FORMS = (Form.PARAGRAPH, Form.ITEM, Form.FIELD, Form.CELL)


class _Part(Struct, frozen=True):
    """Words for a part of the day with its hours; `weekdays_only` where all of a weekend is in it."""

    words: str
    start: int = msgspec.field(name="from")
    end: int = msgspec.field(name="to")
    weekdays_only: bool = False


class _Dayparts(Struct, frozen=True):
    """The file of words."""

    parts: tuple[_Part, ...]
    context: dict[str, str]


class DayPart(Struct, frozen=True):
    """A part of the day in which the incident is said to have been and was not, as written."""

    text: str
    line: int


def missed_parts(passage: Passage, moments: tuple[Moment, ...]) -> Iterator[DayPart]:
    """Yield the parts of the day that `passage` names for the incident, and in which it was at no time."""
    if passage.kind in _ELSEWHERE or passage.form not in _FORMS:
        return
    dates = {one.at.date() for one in moments}
    for words, part in _patterns() if dates else ():
        for match in words.finditer(passage.text):
            free = part.weekdays_only and any(date.isoweekday() >= _SATURDAY for date in dates)
            hours = _hours(moments, _day_of(passage.sentence_at(match.start()).text, dates))
            if hours and not free and not _is_in(part, hours) and _is_of_the_incident(match, passage, dates):
                yield DayPart(match.group(), passage.line_at(match.start()))


def _is_of_the_incident(match: re.Match[str], passage: Passage, dates: set[dt.date]) -> bool:
    sentence = passage.sentence_at(match.start())
    place = match.start() - sentence.start
    text = sentence.text
    around = f"{text[max(0, place - _BEFORE) : place]} {text[place + len(match.group()) :][:_AFTER]}"
    if _context("thing").search(passage.text[match.end() :]) or _context("other").search(around):
        return False
    year = min(dates).year
    elsewhere = any(day.date(year) not in dates for day in days(text)) or any(clocks(text))
    return not elsewhere and not passage.is_code(match.start()) and tells_of_the_incident(text)


def _day_of(text: str, dates: set[dt.date]) -> dt.date | None:
    """Return the one day of the incident that `text` names."""
    named = {day.date(min(dates).year) for day in days(text)} & dates
    return named.pop() if len(named) == 1 else None


def _hours(moments: tuple[Moment, ...], day: dt.date | None) -> frozenset[int]:
    """Return the hours of the day between the first event and the last, on `day` alone where that is known.

    Nothing where they are all hours.
    """
    ends = sorted(one.at for one in moments) if len({one.at.tzinfo is None for one in moments}) == 1 else []
    if ends and day is not None and ends[0].date() != ends[-1].date():
        first = ends[0].hour if ends[0].date() == day else 0
        last = ends[-1].hour if ends[-1].date() == day else _DAY - 1
        return frozenset(range(first, last + 1))
    if not ends or (ends[-1] - ends[0]) >= dt.timedelta(hours=_DAY):
        return frozenset()
    length = (ends[-1] - ends[0].replace(minute=0, second=0)).total_seconds()
    return frozenset((ends[0].hour + one) % _DAY for one in range(int(length // _HOUR) + 1))


def _is_in(part: _Part, hours: frozenset[int]) -> bool:
    return any(hour % _DAY in hours for hour in range(part.start, part.end))


@cache
def _words() -> _Dayparts:
    return load("dayparts", _Dayparts)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], _Part], ...]:
    return tuple((re.compile(rf"\b(?:{part.words})\b", re.IGNORECASE), part) for part in _words().parts)


@cache
def _context(name: str) -> re.Pattern[str]:
    return re.compile(_words().context[name], re.IGNORECASE)
