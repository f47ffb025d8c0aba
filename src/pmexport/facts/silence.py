"""The longest time of an incident of which the timeline tells nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from itertools import pairwise

from pmexport.facts.mentions import Moment
from pmexport.model.facts import Anchor, Silence
from pmexport.model.terms import Milestone

_BEGINS = (Milestone.IMPACT_START, Milestone.DETECTED)
_ENDS = (Milestone.RESOLVED, Milestone.MITIGATED)


def longest_silence(moments: tuple[Moment, ...], reached: Mapping[Milestone, dt.datetime]) -> Silence | None:
    """Return the longest gap between two events from the start of the impact to its end; None without two events.

    Where no milestone says when the impact began or ended, the first or last event bounds it.
    """
    told = sorted((one for one in moments if _like(one, moments[0])), key=lambda one: one.at)
    if not told:
        return None
    start = next((reached[one] for one in _BEGINS if one in reached), told[0].at)
    end = next((reached[one] for one in _ENDS if one in reached), told[-1].at)
    if (start.tzinfo is None) != (told[0].at.tzinfo is None) or (end.tzinfo is None) != (told[0].at.tzinfo is None):
        return None
    inside = [one for one in told if start <= one.at <= end]
    gaps = [(later.at - one.at, one, later) for one, later in pairwise(inside)]
    if not gaps:
        return None
    length, one, later = max(gaps, key=lambda gap: gap[0])
    return Silence(seconds=round(length.total_seconds()), start=_anchor(one), end=_anchor(later))


def _like(one: Moment, other: Moment) -> bool:
    return (one.at.tzinfo is None) == (other.at.tzinfo is None)


def _anchor(one: Moment) -> Anchor:
    return Anchor(at=one.at, text=one.text, line=one.line)
