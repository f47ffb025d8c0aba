"""Written times to moments: each takes what it leaves out (day, year, zone, half of the day) from those around it."""

from __future__ import annotations

import datetime as dt
import re

from msgspec import Struct

from pmexport.model.diagnostic import Diagnostic
from pmexport.model.terms import DiagnosticSeverity
from pmexport.reader.timestamps import Clock, Stamp
from pmexport.reader.written_dates import WrittenDate
from pmexport.reader.zones import Zone, doubt, pattern, same, zone

_NOON = 12
_LONGEST = 366 * 24 * 3600
"""No time is counted over more than a year: a longer number is a slip."""
_LONG_NAME = 6
_HALF_DAY = dt.timedelta(hours=12)
_NIGHT = dt.timedelta(hours=14)
_AFTERNOON = dt.timedelta(hours=6)
"""A gap that makes it certain enough that pm was meant."""


class Moment(Struct, frozen=True):
    """When something began and ended, as far as that is certain; `day` is known also without a time of day."""

    start: dt.datetime | None
    end: dt.datetime | None = None
    day: dt.date | None = None


class Dating:
    """Walks the times of a timeline in the order written.

    `anchor` is the incident's day, `zone` the zone told for all.
    """

    def __init__(self, anchor: dt.date | None, zone: Zone | None, *, twelve_hours: bool = False) -> None:
        self.zone = zone
        self.told: list[Diagnostic] = []
        self._anchor = anchor
        self._day: dt.date | None = anchor
        self._dated = False
        self._last: dt.datetime | None = None
        self._at: dt.datetime | None = None
        self._twelve = twelve_hours
        self.base: dt.datetime | None = None
        self._doubts: set[tuple[str, str]] = set()

    def on(self, date: WrittenDate) -> dt.date | None:
        """Take a heading's or line's day as that of the times below it."""
        day = date.near(self._day or self._anchor)
        if day:
            self._day, self._last, self._at, self._dated = day, None, None, True
        return day

    def settle(self, stamp: Stamp, line: int, *, zone: Zone | None = None) -> Moment:
        """Return when `stamp` was; `zone` is what its column says."""
        where = same(stamp.zone or zone or self.zone, self.zone)
        if stamp.elapsed is not None:
            counted = self.base is not None and abs(stamp.elapsed) <= _LONGEST
            return Moment(self.base + dt.timedelta(seconds=stamp.elapsed) if self.base and counted else None)
        written = stamp.date.near(self._day or self._anchor) if stamp.date else None
        if stamp.date and written is None:
            return Moment(None)
        if written:
            self._day = written
        if stamp.clock is None or self._day is None or (stamp.unknown and stamp.date is None and stamp.clock is None):
            if written:
                self._last = None
            return Moment(None, day=written)
        if stamp.unknown and stamp.end_clock is None and "?" in stamp.text.split("-")[0]:
            return Moment(None, day=written)
        local = dt.datetime.combine(self._day, stamp.clock.time())
        if not self._follows_elsewhere(_in(local, where)):
            local = self._forward(local, stamp, line, explicit=written is not None)
        start = _in(local, where)
        self._doubt(where, start, line)
        self._last, self._at, self._day = local, start, local.date()
        self.base = self.base or start
        return Moment(start, self._end(local, stamp, where), local.date())

    def _doubt(self, where: Zone | None, start: dt.datetime, line: int) -> None:
        """Tell what is uncertain of a zone, at the first of its times."""
        found = doubt(where, start) if where else None
        if where and found and (found.code, where.name) not in self._doubts:
            self._doubts.add((found.code, where.name))
            self._tell(found.code, DiagnosticSeverity.WARNING, line, found.message, found.hint)

    def begin(self, moment: dt.datetime) -> None:
        """Take `moment` as the start that times such as T+5 count from."""
        self.base = self.base or moment

    def _follows_elsewhere(self, start: dt.datetime) -> bool:
        """Tell whether `start` is no earlier than the last time, which was another zone's and so another clock's."""
        last = self._at
        if last is None or last.utcoffset() is None or start.utcoffset() in {None, last.utcoffset()}:
            return False
        return start >= last

    def _forward(self, local: dt.datetime, stamp: Stamp, line: int, *, explicit: bool) -> dt.datetime:
        """Return `local`, moved on where it runs backwards and the repair is certain."""
        last = self._last
        if last is None or local >= last:
            return local
        later = local + _HALF_DAY
        clock = stamp.clock
        if (
            clock
            and not clock.half
            and self._twelve
            and clock.hour <= _NOON
            and later >= last
            and later - last < _AFTERNOON
        ):
            self._tell(
                "time-read-as-pm",
                DiagnosticSeverity.NOTE,
                line,
                f"{stamp.text} runs backwards and is read as pm",
                "write am or pm",
            )
            return later
        tomorrow = local + dt.timedelta(days=1)
        if not explicit and last.hour >= 18 and tomorrow - last <= _NIGHT:  # noqa: PLR2004 - an evening passed midnight
            self._tell(
                "time-next-day",
                DiagnosticSeverity.NOTE,
                line,
                f"{stamp.text} comes after {last:%H:%M} and is read as the next day, {tomorrow:%Y-%m-%d}",
                "write the date where a new day begins",
            )
            return tomorrow
        self._tell(
            "time-backwards",
            DiagnosticSeverity.WARNING,
            line,
            f"{stamp.text} is earlier than the event before it, {last:%Y-%m-%d %H:%M}",
            "check the time, or move the event to its place",
        )
        return local

    def _end(self, local: dt.datetime, stamp: Stamp, where: Zone | None) -> dt.datetime | None:
        clock = stamp.end_clock
        if clock is None:
            return None
        day = (stamp.end_date.near(local.date()) if stamp.end_date else None) or local.date()
        end = dt.datetime.combine(day, clock.time())
        if end < local and stamp.end_date is None:
            end += dt.timedelta(days=1)
        return _in(end, where) if end >= local else None

    def _tell(self, code: str, severity: DiagnosticSeverity, line: int, message: str, hint: str) -> None:
        self.told.append(Diagnostic(code=code, severity=severity, line=line, message=message, hint=hint))


def _in(local: dt.datetime, where: Zone | None) -> dt.datetime:
    return local.replace(tzinfo=where.rules) if where and where.rules else local


def moment(stamp: Stamp, anchor: dt.date | None, where: Zone | None) -> dt.datetime | None:
    """Return the one moment that `stamp` states, by itself."""
    return Dating(anchor, where).settle(stamp, 0).start


def zone_in(text: str) -> Zone | None:
    """Return the zone that a heading, a column or a note names; words in lower case such as "est" are no zone."""
    for match in re.finditer(rf"(?<![\w/+-])(?:{pattern()}|UTC[+-]\d+)(?![\w/])", text, re.IGNORECASE):
        name = match.group()
        spelt = name.isupper() or "/" in name or any(letter.isdigit() for letter in name)
        spelt = spelt or (name[0].isupper() and len(name) >= _LONG_NAME)
        if spelt and len(name) > 1 and (found := zone(name)):
            return found
    return None


def is_twelve_hours(clocks: list[Clock]) -> bool:
    """Whether the times are those of a 12-hour clock: am or pm stands somewhere, or none is later than 12."""
    return bool(clocks) and (any(clock.half for clock in clocks) or all(clock.hour <= 12 for clock in clocks))  # noqa: PLR2004
