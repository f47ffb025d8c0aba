"""Lengths that are exact to the minute, and that no two events of the timeline have between them."""

from __future__ import annotations

from itertools import islice

from msgspec.structs import replace

from pmexport.facts.between import Between
from pmexport.facts.mentions import Moment
from pmexport.facts.pairs import MARK, Stated, comparison
from pmexport.facts.passages import Form
from pmexport.facts.quantities import Bound, Length
from pmexport.model.facts import Comparison
from pmexport.model.terms import SectionKind

_FEWEST_EVENTS = 4
_SHORTEST = 10 * 60
_ROUND = 5 * 60
_MINUTE = 60
_HOUR = 3_600
_FORMS = (Form.PARAGRAPH, Form.ITEM, Form.CELL)
_ELSEWHERE = (SectionKind.APPENDIX, SectionKind.REFERENCES, SectionKind.ACTION_ITEMS, SectionKind.HEADER)


def unplaced(stated: Stated, moments: tuple[Moment, ...]) -> Comparison | None:
    """Hold a length that nobody would write without having counted it against the distances of all events.

    "41 hours and 3 minutes" was computed from two times. It is confirmed where it fits one pair of events and no other;
    where it fits none, a figure is mistyped or an event is missing, and it differs, if not for certain.
    """
    passage, length = stated.passage, stated.length
    if len(moments) < _FEWEST_EVENTS or passage.form not in _FORMS or passage.kind in _ELSEWHERE:
        return None
    if not is_counted(length) or stated.is_aside():
        return None
    every = Between(moments, moments)
    said = stated.said(MARK)
    fitting = list(islice(every.fitting(replace(length, bound=Bound.EXACT)), 2))
    if fitting:
        return comparison(fitting[0], said, agrees=True) if len(fitting) == 1 else None
    nearest = every.nearest(length.seconds)
    return comparison(nearest, said, agrees=False, certain=False) if nearest else None


def is_counted(length: Length) -> bool:
    """Tell whether a length is exact to the minute: no round figure, no seconds, nothing "about" it.

    "At least 6 hours 58 minutes" was counted as well.
    """
    whole = length.seconds % _MINUTE == 0 and "sec" not in length.text
    exact = length.bound is Bound.EXACT or (length.bound is Bound.OVER and length.seconds > _HOUR)
    return exact and whole and length.seconds >= _SHORTEST and length.seconds % _ROUND != 0
