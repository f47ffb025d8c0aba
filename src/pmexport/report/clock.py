"""How a timeline's moments are told: zone, seconds, days and the distance from the start of impact."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from pmexport.model.facts import Facts
from pmexport.model.postmortem import Postmortem, TimelineEvent
from pmexport.model.terms import Milestone
from pmexport.report.words import Words

_EN_DASH = "\N{EN DASH}"


class Clock(Struct, frozen=True):
    """How this timeline's moments are told: in which zone, with seconds or without, from which start of impact.

    `written_zone` is what the author calls the zone of clocks that no date makes moments of.
    """

    words: Words
    zone: dt.tzinfo | None
    with_seconds: bool
    several_days: bool
    impact_start: dt.datetime | None
    written_zone: str = ""

    def local(self, moment: dt.datetime) -> dt.datetime:
        """Return `moment` in the timeline's own zone."""
        return moment.astimezone(self.zone) if self.zone is not None and moment.tzinfo is not None else moment

    def time(self, event: TimelineEvent) -> str:
        """Return the time of day of `event` with its range and uncertainty; without one its day, or what is written."""
        if event.start is None:
            return self.words.date(event.day, "short") if event.day else event.written
        start = self.local(event.start)
        about = "~" if event.approximate else ""
        text = f"{about}{self._time(start)}"
        if event.end is None or event.end == event.start:
            return text
        end = self.local(event.end)
        day = f"{self.words.date(end.date(), 'short')} " if end.date() != start.date() else ""
        return f"{text}{_EN_DASH}{day}{self._time(end)}"

    def _time(self, moment: dt.datetime) -> str:
        return self.words.clock(moment, with_seconds=self.with_seconds)

    def on_chart(self, event: TimelineEvent) -> str:
        """Return the time of `event` with its day where the chart spans several."""
        if event.start is None or not self.several_days:
            return self.time(event)
        return f"{self.words.date(self.local(event.start).date(), 'short')} {self.time(event)}"

    def day(self, event: TimelineEvent) -> dt.date | None:
        """Return the day of `event`, where one is known."""
        return self.local(event.start).date() if event.start else event.day

    def distance(self, event: TimelineEvent) -> str:
        """Return how far from impact start `event` is, for a column of figures."""
        seconds = self.seconds_from_impact(event)
        if seconds is None:
            return ""
        return self.words.distance(seconds, with_seconds=self.with_seconds)

    def seconds_from_impact(self, event: TimelineEvent) -> float | None:
        """Return the distance from impact start in seconds; None where either moment is unknown."""
        if event.start is None or self.impact_start is None:
            return None
        if (event.start.tzinfo is None) != (self.impact_start.tzinfo is None):
            return None
        return (event.start - self.impact_start).total_seconds()


def clock_of(postmortem: Postmortem, facts: Facts, words: Words) -> Clock:
    """Return how the moments of `postmortem` are told: in the zone of its first dated event."""
    starts = [event.start for event in postmortem.timeline if event.start is not None]
    zone = starts[0].tzinfo if starts else None
    local = [start.astimezone(zone) if zone and start.tzinfo else start for start in starts]
    days = {start.date() for start in local} | {event.day for event in postmortem.timeline if event.day}
    return Clock(
        words,
        zone,
        any(start.second for start in local),
        len(days) > 1,
        facts.moment(Milestone.IMPACT_START),
        "" if starts else postmortem.timezone or "",
    )
