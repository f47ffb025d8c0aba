"""How much of a span lies within support hours, by a calendar that the settings give."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from pmexport.model.options import SupportHours


def supported_seconds(start: dt.datetime, end: dt.datetime, hours: SupportHours) -> int | None:
    """Return the seconds between `start` and `end` in which support is staffed; None where they carry no zone.

    A day counts by its date in the calendar's own zone; hours that end before they begin run over midnight.
    """
    if start.tzinfo is None or end.tzinfo is None:
        return None
    zone = ZoneInfo(hours.timezone)
    first, last = start.astimezone(zone).date(), end.astimezone(zone).date()
    total = 0.0
    day = first - dt.timedelta(days=1)
    while day <= last:
        if day.isoweekday() in hours.days and day not in hours.holidays:
            opens, closes = _shift(day, hours, zone)
            total += max(0.0, (min(end, closes) - max(start, opens)).total_seconds())
        day += dt.timedelta(days=1)
    return round(total)


def _shift(day: dt.date, hours: SupportHours, zone: ZoneInfo) -> tuple[dt.datetime, dt.datetime]:
    """Return when support opens and closes on `day`, in UTC so that a change of the clock counts."""
    closing = day + dt.timedelta(days=1) if hours.end <= hours.start else day
    opens = dt.datetime.combine(day, hours.start, zone)
    return opens.astimezone(dt.UTC), dt.datetime.combine(closing, hours.end, zone).astimezone(dt.UTC)
