"""Weekdays and weekends that the text names, held against the calendar."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from pmexport.facts.clocks import clocks
from pmexport.facts.dates import Day, days, weekday, weekday_names
from pmexport.facts.passages import Form, Passage, passages, titles
from pmexport.facts.patterns import load
from pmexport.facts.roles import classes_of
from pmexport.model.facts import ClaimKind, Comparison
from pmexport.model.postmortem import ActionItem, Postmortem, TimelineEvent
from pmexport.model.terms import Milestone, SectionKind

_SATURDAY = 6
_NOON = dt.time(12)
_TROUBLE = {Milestone.IMPACT_START, Milestone.DETECTED, Milestone.RESOLVED}
_FIRST_WORDS = 14
_DAY = dt.timedelta(days=1)
_CLOSE = dt.timedelta(days=3)
_BEFORE, _AFTER = 32, 24
_ABOUT_THE_INCIDENT = frozenset(
    {
        None,
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
    }
)
# In these other days are told of as well; what has a time of day is of the incident.
_WITH_A_TIME = frozenset({SectionKind.RESPONSE, SectionKind.LESSONS})


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


def weekday_due(item: ActionItem, postmortem: Postmortem) -> Iterator[Comparison]:
    """Yield the weekday beside the date by which an action is due."""
    passage = Passage(text=item.due_text or "", line=item.line, form=Form.ACTION)
    for day in days(passage.text):
        if day.weekday is not None and (date := item.due or _date(day, postmortem)):
            yield _comparison(day.weekday, date, passage.text.strip(), passage, 0)


class _Weekdays(Struct, frozen=True):
    """The file of patterns."""

    said: str
    other: str
    dated: str
    night: str
    next_day: str
    day_before: str
    incident: str
    change: str
    before_date: str
    after_date: str


def named_days(passage: Passage, postmortem: Postmortem) -> Iterator[Comparison]:
    """Yield weekdays beside a date anywhere, and such as say when the incident was in sections about it."""
    found = tuple(days(passage.text))
    for day in found:
        if day.weekday is not None and (date := _date(day, postmortem)):
            yield _comparison(day.weekday, date, f"{day.weekday_text} {day.text}".strip(), passage, day.start)
    yield from _beside(passage, tuple(day for day in found if day.weekday is None), postmortem)
    if (
        found
        or passage.kind not in _ABOUT_THE_INCIDENT | _WITH_A_TIME
        or passage.form in (Form.EVENT, Form.ACTION, Form.QUOTE)
    ):
        return
    dates = _dates_of(postmortem)
    if dates:
        changed = any(event.milestone is Milestone.CHANGE for event in postmortem.timeline)
        starts = [event.start for event in postmortem.timeline if event.start is not None]
        early = not starts or min(start.time() for start in starts if start.date() == starts[0].date()) < _NOON
        yield from _alone(passage, dates, changed=changed, early=early)


def _beside(passage: Passage, found: tuple[Day, ...], postmortem: Postmortem) -> Iterator[Comparison]:
    """Yield words that a phrase puts to a date: "the weekend of 8 October", "8 October, which was a Sunday"."""
    for match in _said().finditer(passage.text) if found else ():
        day = next((one for one in found if _goes_with(match, one, passage.text)), None)
        if day and (date := _date(day, postmortem)):
            weekend = match["weekend"] is not None
            stated = _SATURDAY if weekend else weekday(match["word"])
            quote = passage.text[min(match.start(), day.start) : max(match.end(), day.end)]
            yield _comparison(stated, date, quote, passage, match.start(), weekend=weekend)


def _goes_with(match: re.Match[str], day: Day, text: str) -> bool:
    if match.end() <= day.start:
        return _beside_date("before").match(text[match.end() : day.start]) is not None
    return day.end <= match.start() and _beside_date("after").match(text[day.end : match.start()]) is not None


def _date(day: Day, postmortem: Postmortem) -> dt.date | None:
    known = postmortem.date or next(iter(_dates_of(postmortem)), None)
    year = day.year or (known.year if known else _year_of(postmortem))
    return day.date(year) if year else None


def _year_of(postmortem: Postmortem) -> int | None:
    """Return the one year that the dates of the text name, None where they name none or several."""
    texts = (passage.text for passage in (*passages(postmortem), *titles(postmortem)))
    years = {day.year for text in texts for day in days(text) if day.year}
    return years.pop() if len(years) == 1 else None


def _alone(passage: Passage, dates: tuple[dt.date, ...], *, changed: bool, early: bool) -> Iterator[Comparison]:
    """Yield weekdays of the incident; where the timeline begins with the change, those of the change are of it.

    What began `early` on a day may have begun in the night of the day before.
    """
    for match in _said().finditer(passage.text):
        sentence = passage.sentence_at(match.start())
        word = match["word"]
        weekend = match["weekend"] is not None
        around = _around(sentence.text, match.start() - sentence.start)
        if shifted := 0 if weekend else _shift(around):
            if len(dates) == 1:
                yield _comparison(weekday(word), dates[0] + shifted * _DAY, word, passage, match.start())
            continue
        if passage.kind in _WITH_A_TIME and not any(clocks(sentence.text)):
            continue
        if _other().search(around) or not _dated(word).search(sentence.text):
            continue
        # What was done on a Friday may have been long before; what failed then was the incident.
        told = _opens(passage, match) or (changed and _of_change().search(sentence.text))
        if not weekend and not told and not tells_of_the_incident(sentence.text):
            continue
        stated = _SATURDAY if weekend else weekday(word)
        # The night of a Monday ends on Tuesday.
        late = _by_night().match(sentence.text, match.end() - sentence.start) is not None
        nights = [day - _DAY for day in (dates if early else dates[1:])] if late else []
        agreeing = next((day for day in (*dates, *nights) if _fits(stated, day, weekend=weekend)), None)
        yield _comparison(stated, agreeing or dates[0], word, passage, match.start(), weekend=weekend)


def is_dated_elsewhere(one: Comparison, others: list[Comparison]) -> bool:
    """Tell whether a bare weekday that differs is that of a date close by which `others` put to it, and rightly."""
    if one.kind is not ClaimKind.WEEKDAY or one.agrees or one.day is None or " " in one.quote:
        return False
    same = (other for other in others if other.kind is ClaimKind.WEEKDAY and other.agrees and " " in other.quote)
    return any(
        other.stated == one.stated and other.day is not None and abs(other.day - one.day) <= _CLOSE for other in same
    )


def tells_of_the_incident(text: str) -> bool:
    """Tell whether a sentence speaks of the trouble, of how it was noticed or of its end."""
    return _of_incident().search(text) is not None or bool(classes_of(text) & _TROUBLE)


def _opens(passage: Passage, match: re.Match[str]) -> bool:
    """Tell whether a summary begins with the weekday."""
    return passage.kind is SectionKind.SUMMARY and match.start() <= _FIRST_WORDS


def _shift(around: str) -> int:
    """Return 1 beside "the day after", -1 beside "the day before", 0 where a weekday is the incident's own."""
    if re.search(_words().next_day, around, re.IGNORECASE):
        return 1
    return -1 if re.search(_words().day_before, around, re.IGNORECASE) else 0


def _around(text: str, place: int) -> str:
    end = text.find(" ", place + _AFTER)
    return text[max(0, place - _BEFORE) : end if end >= 0 else len(text)]


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
    return re.compile(_words().said.replace("{foreign}", weekday_names()), re.IGNORECASE)


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


@cache
def _of_change() -> re.Pattern[str]:
    return re.compile(_words().change, re.IGNORECASE)


@cache
def _by_night() -> re.Pattern[str]:
    return re.compile(_words().night, re.IGNORECASE)
