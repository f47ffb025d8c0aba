"""Weekdays and weekends that the text names, held against the calendar."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from pmexport.facts.dates import Day, days, weekday
from pmexport.facts.passages import Form, Passage
from pmexport.facts.patterns import load
from pmexport.model.facts import ClaimKind, Comparison
from pmexport.model.postmortem import Postmortem, TimelineEvent
from pmexport.model.terms import SectionKind

_SATURDAY = 6
_BEFORE, _AFTER = 32, 24
_ABOUT_THE_INCIDENT = frozenset(
    {
        SectionKind.SUMMARY,
        SectionKind.IMPACT,
        SectionKind.IMPACT_USER,
        SectionKind.IMPACT_BUSINESS,
        SectionKind.IMPACT_TECHNICAL,
        SectionKind.DETECTION,
        SectionKind.LUCKY,
        SectionKind.WENT_WELL,
        SectionKind.WENT_WRONG,
        SectionKind.ROOT_CAUSE,
        SectionKind.CONTRIBUTING_FACTORS,
        SectionKind.RESPONSE,
        SectionKind.LESSONS,
    }
)


def weekday_of(event: TimelineEvent) -> Iterator[Comparison]:
    """Yield the weekday that stands beside an event's date."""
    day = event.day or (event.start.date() if event.start else None)
    written = next((one for one in days(event.written) if one.weekday is not None), None)
    if day and written and written.weekday is not None and (written.month, written.day) == (day.month, day.day):
        yield Comparison(
            kind=ClaimKind.WEEKDAY,
            agrees=_fits(written.weekday, day),
            quote=written.weekday_text,
            line=event.line,
            stated=written.weekday,
            computed=day.isoweekday(),
            day=day,
        )


class _Weekdays(Struct, frozen=True):
    """The file of patterns."""

    said: str
    other: str
    dated: str
    incident: str
    before_date: str
    after_date: str


def named_days(passage: Passage, postmortem: Postmortem) -> Iterator[Comparison]:
    """Yield weekdays beside a date anywhere, and such as say when the incident was in sections about it."""
    found = tuple(days(passage.text))
    for day in found:
        if day.weekday is not None and (date := _date(day, postmortem)):
            yield _comparison(day.weekday, date, f"{day.weekday_text} {day.text}".strip(), passage, day.start)
    yield from _beside(passage, tuple(day for day in found if day.weekday is None), postmortem)
    if found or passage.kind not in _ABOUT_THE_INCIDENT or passage.form in (Form.EVENT, Form.ACTION, Form.QUOTE):
        return
    dates = _dates_of(postmortem)
    if dates:
        yield from _alone(passage, dates)


def _beside(passage: Passage, found: tuple[Day, ...], postmortem: Postmortem) -> Iterator[Comparison]:
    """Yield words that a phrase puts to a date: "the weekend of 8 October", "8 October, which was a Sunday"."""
    for match in _said().finditer(passage.text) if found else ():
        day = next((one for one in found if _goes_with(match, one, passage.text)), None)
        if day and (date := _date(day, postmortem)):
            weekend = match["word"].casefold().startswith("weekend")
            stated = _SATURDAY if weekend else weekday(match["word"])
            quote = passage.text[min(match.start(), day.start) : max(match.end(), day.end)]
            yield _comparison(stated, date, quote, passage, match.start(), weekend=weekend)


def _goes_with(match: re.Match[str], day: Day, text: str) -> bool:
    if match.end() <= day.start:
        return _beside_date("before").match(text[match.end() : day.start]) is not None
    return day.end <= match.start() and _beside_date("after").match(text[day.end : match.start()]) is not None


def _date(day: Day, postmortem: Postmortem) -> dt.date | None:
    if day.year is None and postmortem.date is None:
        return None
    return day.date(postmortem.date.year if postmortem.date else 0)


def _alone(passage: Passage, dates: tuple[dt.date, ...]) -> Iterator[Comparison]:
    for match in _said().finditer(passage.text):
        sentence = passage.sentence_at(match.start())
        word = match["word"]
        if _other().search(_around(sentence.text, match.start() - sentence.start)) or not _dated(word).search(
            sentence.text
        ):
            continue
        weekend = word.casefold().startswith("weekend")
        # What was done on a Friday may have been long before; what failed then was the incident.
        if not weekend and not _of_incident().search(sentence.text):
            continue
        stated = _SATURDAY if weekend else weekday(word)
        agreeing = next((day for day in dates if _fits(stated, day, weekend=weekend)), None)
        yield _comparison(stated, agreeing or dates[0], word, passage, match.start(), weekend=weekend)


def _around(text: str, place: int) -> str:
    return text[max(0, place - _BEFORE) : place + _AFTER]


def _fits(stated: int, day: dt.date, *, weekend: bool = False) -> bool:
    return day.isoweekday() >= _SATURDAY if weekend else day.isoweekday() == stated


def _dates_of(postmortem: Postmortem) -> tuple[dt.date, ...]:
    """Return the days of the incident: its date and those of its events."""
    events = (event.start.date() if event.start else event.day for event in postmortem.timeline)
    return tuple(dict.fromkeys(day for day in (postmortem.date, *events) if day is not None))


def _comparison(
    stated: int, day: dt.date, quote: str, passage: Passage, place: int, *, weekend: bool = False
) -> Comparison:
    return Comparison(
        kind=ClaimKind.WEEKDAY,
        agrees=_fits(stated, day, weekend=weekend),
        quote=quote,
        line=passage.line_at(place),
        stated=stated,
        computed=day.isoweekday(),
        day=day,
    )


@cache
def _words() -> _Weekdays:
    return load("weekdays", _Weekdays)


@cache
def _said() -> re.Pattern[str]:
    return re.compile(_words().said, re.IGNORECASE)


@cache
def _other() -> re.Pattern[str]:
    return re.compile(_words().other, re.IGNORECASE)


@cache
def _dated(word: str) -> re.Pattern[str]:
    return re.compile(_words().dated.replace("{word}", re.escape(word)), re.IGNORECASE)


@cache
def _beside_date(side: str) -> re.Pattern[str]:
    return re.compile(_words().before_date if side == "before" else _words().after_date, re.IGNORECASE)


@cache
def _of_incident() -> re.Pattern[str]:
    return re.compile(_words().incident, re.IGNORECASE)
