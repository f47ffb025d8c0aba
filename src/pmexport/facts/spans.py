"""Spans of time in running text, such as "from 14:23 to 16:57 UTC" or "8 Oct 23:10 to 9 Oct 01:20"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from pmexport.facts.clocks import Clock, clocks
from pmexport.facts.dates import Day, days
from pmexport.facts.patterns import load
from pmexport.facts.quantities import Length

_DAY = 86_400
_ONE_DAY = dt.timedelta(days=1)
_UNDATED = dt.date(2000, 1, 1)


class _Words(Struct, frozen=True):
    """The file of patterns."""

    joints: dict[str, str]
    length: dict[str, str]
    subject: dict[str, str]


class Point(Struct, frozen=True, kw_only=True):
    """One end of a span: a time of day, a date, or both, with its place in the text."""

    start: int
    end: int
    clock: Clock | None = None
    day: Day | None = None

    @property
    def text(self) -> str:
        """Return its time of day as written, or else its date."""
        return self.clock.text if self.clock else self.day.text if self.day else ""


class Span(Struct, frozen=True, kw_only=True):
    """Two points; `led` says that "from" or "between" stands before them."""

    first: Point
    last: Point
    led: bool

    @property
    def dated(self) -> bool:
        """Tell whether at least one end has a date."""
        return self.first.day is not None or self.last.day is not None

    def is_in_days(self, dates: set[dt.date], year: int) -> bool:
        """Tell whether the dates written, if any, are among `dates`."""
        return all(point.day.date(year) in dates for point in (self.first, self.last) if point.day)

    def is_backwards(self) -> bool:
        """Tell whether both ends have a date, and the last one lies before the first, whatever the years are."""
        first, last = self.first.day, self.last.day
        if first is None or last is None or (None in (first.year, last.year) and first.month > last.month):
            return False
        ends = self.ends(2000)
        return ends is not None and ends[1] < ends[0]

    def ends(self, year: int) -> tuple[dt.datetime, dt.datetime] | None:
        """Return both ends by the clocks of their own, dates without a year being in `year`; None where one is no day.

        An end without a date is on the day of the other one, or beyond the midnight between them.
        """
        first, last = _at(self.first, self._year(year)), _at(self.last, self._year(year))
        if first is None or last is None:
            return None
        if self.first.day is None and self.last.day is not None:
            first = dt.datetime.combine(last.date(), first.time())
            return (first if first <= last else first - _ONE_DAY), last
        if self.last.day is None and self.first.day is not None:
            last = dt.datetime.combine(first.date(), last.time())
            return first, (last if last >= first else last + _ONE_DAY)
        return first, last

    def _changes_zone(self) -> bool:
        zones = {point.clock.zone for point in (self.first, self.last) if point.clock and point.clock.zone}
        return len(zones) > 1

    def _year(self, year: int) -> int:
        written = (point.day.year for point in (self.first, self.last) if point.day and point.day.year)
        return next(written, year)

    def lasts(self, length: Length) -> int | None:
        """Return the seconds between the ends, None where the text cannot say.

        Of several readings that an undated span has, the one that `length` allows is returned.
        """
        ends = self.ends(2000)
        if ends is not None and self.first.clock is None and self.last.clock is None and length.seconds >= _DAY:
            # Of whole days both may count.
            whole = round((ends[1] - ends[0]).total_seconds())
            return next((one for one in (whole, whole + _DAY) if one >= 0 and length.allows(one)), whole)
        if ends is None or (self.first.clock is None) != (self.last.clock is None) or self._changes_zone():
            return None
        seconds = round((ends[1] - ends[0]).total_seconds())
        if self.dated:
            return seconds if self.first.clock and seconds >= 0 else None
        # Without dates a span may run over midnight, and a clock of twelve hours over noon.
        readings = (seconds % _DAY, (seconds + _DAY // 2) % _DAY)
        return next((one for one in readings if length.allows(one)), readings[0])


def spans(text: str) -> Iterator[Span]:
    """Yield each pair of points that a word or a dash joins."""
    found = _points(text) if any(mark.isdigit() for mark in text) else []
    for first, last in pairwise(found):
        between = text[first.end : last.start]
        joint = _pattern("ends").match(between)
        led = _pattern("led").search(text[: first.start]) is not None
        if joint and (led or not _pattern("plain").match(joint["word"])):
            yield Span(first=first, last=last, led=led)
        elif _pattern("lasted").match(between):
            yield Span(first=first, last=last, led=True)


def is_beside(span: Span, length: Length, text: str) -> bool:
    """Tell whether `length` says how long `span` is: right behind it or before it."""
    if length.at >= span.last.end:
        return _beside("after").match(text[span.last.end : length.at]) is not None
    return length.end <= span.first.start and _beside("before").match(text[length.end : span.first.start]) is not None


def is_whole(span: Span, text: str) -> bool:
    """Tell whether `text` says of the incident as a whole that it lasted for `span`."""
    return _whole().search(text[: span.first.start]) is not None


def opens(span: Span, text: str) -> bool:
    """Tell whether `text` begins with `span`: "Between 14:23 and 16:57 ..."."""
    lead = _pattern("led").search(text[: span.first.start])
    return lead is not None and not text[: lead.start()].strip()


def lasts(span: Span, text: str) -> bool:
    """Tell whether `text` says between both ends what went down at the first and lasted until the second."""
    return _pattern("lasted").match(text[span.first.end : span.last.start]) is not None


def _points(text: str) -> list[Point]:
    parts = [Point(start=one.start, end=one.end, clock=one) for one in clocks(text)]
    parts += [Point(start=one.start, end=one.end, day=one) for one in days(text)]
    found: list[Point] = []
    for part in sorted(parts, key=lambda one: one.start):
        before = found[-1] if found else None
        gap = text[before.end : part.start] if before else ""
        if before and before.clock is None and part.clock and _pattern("day_clock").match(gap):
            found[-1] = replace(before, end=part.end, clock=part.clock)
        elif before and before.day is None and part.day and _pattern("clock_day").match(gap):
            found[-1] = replace(before, end=part.end, day=part.day)
        else:
            found.append(part)
    return found


def _at(point: Point, year: int) -> dt.datetime | None:
    date = point.day.date(year) if point.day else _UNDATED
    return dt.datetime.combine(date, point.clock.time if point.clock else dt.time()) if date else None


@cache
def _words() -> _Words:
    return load("spans", _Words)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_words().joints[name], re.IGNORECASE)


@cache
def _beside(name: str) -> re.Pattern[str]:
    return re.compile(_words().length[name], re.IGNORECASE)


@cache
def _whole() -> re.Pattern[str]:
    return re.compile(_words().subject["whole"], re.IGNORECASE)
