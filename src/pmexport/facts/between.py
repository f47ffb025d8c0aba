"""Which of many events lie as far apart as a text says, without comparing each with each."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import product

from pmexport.facts.mentions import Moment
from pmexport.facts.pairs import Pair, are_comparable
from pmexport.facts.quantities import Length

_NAIVE = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - what times without a zone are counted from
_AWARE = _NAIVE.replace(tzinfo=dt.UTC)


def seconds_of(moment: Moment) -> float:
    """Return when `moment` was, in seconds that can be compared with those of others of its kind."""
    return (moment.at - (_NAIVE if moment.at.tzinfo is None else _AWARE)).total_seconds()


def stretch(moments: Iterable[Moment]) -> int:
    """Return how many seconds lie between the first and the last of `moments` that can be compared."""
    kinds: dict[bool, list[float]] = {}
    for one in moments:
        kinds.setdefault(one.at.tzinfo is None, []).append(seconds_of(one))
    return max((round(max(times) - min(times)) for times in kinds.values()), default=0)


class Between:
    """Every start with every end that is not before it."""

    def __init__(self, starts: tuple[Moment, ...], ends: tuple[Moment, ...]) -> None:
        self._starts = starts
        self._ends = ends

    def first(self) -> Pair | None:
        """Return the first of them in the order written, None where no end comes after a start."""
        every = (Pair(one, two) for one, two in product(self._starts, self._ends) if one is not two)
        return next((pair for pair in every if are_comparable(pair.start, pair.end) and pair.seconds >= 0), None)

    def fitting(self, length: Length) -> Iterator[Pair]:
        """Yield those that are as far apart as `length` allows."""
        low, high = length.reach()
        for start in self._starts:
            ends, times = self._sorted(start)
            at = seconds_of(start)
            first, last = bisect_left(times, at + max(0, low) - 1), bisect_right(times, at + high + 1)
            pairs = (Pair(start, end) for end in ends[first:last] if end is not start)
            yield from (pair for pair in pairs if pair.seconds >= 0 and length.allows(pair.seconds))

    def nearest(self, seconds: int) -> Pair | None:
        """Return that whose distance comes closest to `seconds`."""
        found = (pair for start in self._starts for pair in self._around(start, seconds))
        return min(found, key=lambda pair: abs(pair.seconds - seconds), default=None)

    def _around(self, start: Moment, seconds: int) -> Iterator[Pair]:
        """Yield the pairs of `start` whose distance is the next below and above `seconds`."""
        ends, times = self._sorted(start)
        place = bisect_left(times, seconds_of(start) + seconds)
        for number in (place, place + 1):
            if number < len(ends) and ends[number] is not start and times[number] >= seconds_of(start):
                yield Pair(start, ends[number])
                break
        for number in (place - 1, place - 2):
            if number >= 0 and ends[number] is not start and times[number] >= seconds_of(start):
                yield Pair(start, ends[number])
                break

    def _sorted(self, start: Moment) -> tuple[list[Moment], list[float]]:
        return self._by_kind[start.at.tzinfo is None]

    @cached_property
    def _by_kind(self) -> dict[bool, tuple[list[Moment], list[float]]]:
        kinds = {naive: [one for one in self._ends if (one.at.tzinfo is None) is naive] for naive in (True, False)}
        ordered = {naive: sorted(ends, key=seconds_of) for naive, ends in kinds.items()}
        return {naive: (ends, [seconds_of(one) for one in ends]) for naive, ends in ordered.items()}
