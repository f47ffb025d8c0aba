"""Time to place: which stretches are drawn, which long gaps are cut short, where ticks and days stand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from itertools import pairwise

from msgspec import Struct

from pmexport.model.report import Timeline

_MINUTE, _HOUR, _DAY = 60.0, 3600.0, 86400.0
_STEPS = tuple(minutes * _MINUTE for minutes in (1, 2, 5, 10, 15, 30)) + tuple(
    hours * _HOUR for hours in (1, 2, 3, 6, 12, 24, 48, 24 * 7, 24 * 14, 24 * 28, 24 * 91, 24 * 364)
)
_LONELY = 30 * _MINUTE  # drawn before and after a moment that stands alone
# A gap is cut short where it is at least this long, this many times as long as what happens between two such gaps, and
# this share of what is drawn.
_SHORTEST_CUT = _HOUR
_OUTWEIGHS = 8.0
_SHARE = 0.25
_MOST_CUTS = 3


class Piece(Struct, frozen=True):
    """A stretch of time, in seconds from the scale's origin, and the stretch of paper that it gets."""

    since: float
    until: float
    start: float
    end: float
    cut: bool


class Tick(Struct, frozen=True):
    """A round time on the axis; `midnight` where a day begins."""

    place: float
    moment: dt.datetime
    midnight: bool


class Scale(Struct, frozen=True):
    """Where each moment lies between `start` and `end` of the paper."""

    origin: dt.datetime
    pieces: tuple[Piece, ...]

    @property
    def start(self) -> float:
        """Where the paper begins."""
        return self.pieces[0].start

    @property
    def end(self) -> float:
        """Where the paper ends."""
        return self.pieces[-1].end

    @property
    def cuts(self) -> tuple[Piece, ...]:
        """Return the gaps that were cut short."""
        return tuple(piece for piece in self.pieces if piece.cut)

    def place(self, moment: dt.datetime) -> float:
        """Return where `moment` lies; one outside the scale lies at its end."""
        seconds = (moment - self.origin).total_seconds()
        for piece in self.pieces:
            if seconds <= piece.until:
                share = max(seconds - piece.since, 0.0) / (piece.until - piece.since)
                return piece.start + share * (piece.end - piece.start)
        return self.end

    def begin(self, start: dt.datetime, until: dt.datetime) -> float | None:
        """Return where the drawn part of a stretch of time begins, or None where nothing of it is drawn."""
        since, end = ((moment - self.origin).total_seconds() for moment in (start, until))
        for piece in self.pieces:
            if piece.cut:
                # Between two cuts there is nothing but a moment, and yet a mark may stand there.
                ends = ((piece.since, piece.start), (piece.until, piece.end))
                place = next((place for moment, place in ends if since <= moment < end), None)
                if place is not None:
                    return place
            elif piece.since < end and piece.until >= since:
                share = max(since - piece.since, 0.0) / (piece.until - piece.since)
                return piece.start + share * (piece.end - piece.start)
        return None

    def ticks(self, apart: float) -> tuple[Tick, ...]:
        """Return round times at least `apart` from each other, none within a cut."""
        drawn = [piece for piece in self.pieces if not piece.cut]
        per_second = sum(piece.end - piece.start for piece in drawn) / sum(piece.until - piece.since for piece in drawn)
        step = next((step for step in _STEPS if step * per_second >= apart), _STEPS[-1])
        midnight = self.origin.replace(hour=0, minute=0, second=0, microsecond=0)
        ahead = (self.origin - midnight).total_seconds()
        ticks: list[Tick] = []
        for piece in drawn:
            number = -(-(piece.since + ahead) // step)
            while number * step - ahead <= piece.until:
                moment = midnight + dt.timedelta(seconds=number * step)
                place = self.place(moment)
                if not ticks or place - ticks[-1].place > 0.99 * apart:
                    ticks.append(Tick(place, moment, (moment.hour, moment.minute) == (0, 0)))
                number += 1
        return tuple(ticks)


def moments(timeline: Timeline) -> list[dt.datetime]:
    """Return every moment at which the timeline has something to draw, in time order, each once."""
    found: set[dt.datetime] = {event.start for event in timeline.events}
    found |= {event.end for event in timeline.events if event.end}
    for stretch in (*timeline.bands, *((timeline.impact,) if timeline.impact else ())):
        found |= {stretch.start, stretch.end}
    found |= {reading.at for reading in (timeline.readings.readings if timeline.readings else ())}
    return sorted(found)


def scale(times: Iterable[dt.datetime], start: float, end: float, cut: float) -> Scale:
    """Return the scale that draws `times` between `start` and `end`, a cut gap as long as `cut`; for 0 none is cut."""
    ordered = list(times)
    origin = ordered[0]
    seconds = [(moment - origin).total_seconds() for moment in ordered]
    if seconds[-1] <= 0:
        alone = Piece(-_LONELY, _LONELY, start, end, cut=False)
        return Scale(origin, (alone,))
    gaps = list(pairwise(seconds))
    cuts = _cuts([until - since for since, until in gaps]) if cut else set()
    drawn = sum(until - since for index, (since, until) in enumerate(gaps) if index not in cuts)
    cut = min(cut, (end - start) * 0.5 / len(cuts)) if cuts else 0.0
    per_second = (end - start - cut * len(cuts)) / drawn if drawn else 0.0
    pieces: list[Piece] = []
    place = start
    for index, (since, until) in enumerate(gaps):
        length = cut if index in cuts else (until - since) * per_second
        if pieces and not pieces[-1].cut and index not in cuts:
            last = pieces.pop()
            pieces.append(Piece(last.since, until, last.start, place + length, cut=False))
        else:
            pieces.append(Piece(since, until, place, place + length, cut=index in cuts))
        place += length
    return Scale(origin, tuple(pieces))


def _cuts(gaps: list[float]) -> set[int]:
    """Return the numbers of the gaps to cut short."""
    cuts: set[int] = set()
    left = sum(gaps)
    for index in sorted(range(len(gaps)), key=lambda index: (-gaps[index], index)):
        gap = gaps[index]
        short = sum(other for other in gaps if other < gap / 4)
        alike = sum(gap / 2 <= other <= gap * 2 for other in gaps)
        if alike > _MOST_CUTS or len(cuts) == _MOST_CUTS or not short:
            break
        if gap < max(_SHORTEST_CUT, _OUTWEIGHS * short / alike, _SHARE * left):
            break
        cuts.add(index)
        left -= gap
    return cuts


def length(seconds: float, units: tuple[str, str, str, str]) -> str:
    """Return a cut gap's length in the two largest units that it has, said as the timeline's `units` do."""
    minutes = round(seconds / _MINUTE)
    counts = minutes // 1440, minutes % 1440 // 60, minutes % 60
    *unit, between = units
    said = [word.replace("{count}", str(count)) for word, count in zip(unit, counts, strict=True) if count]
    return between.join(said[:2])
