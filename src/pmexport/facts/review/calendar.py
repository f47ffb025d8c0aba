"""Weekdays, dates and due dates against the calendar."""

from __future__ import annotations

from collections.abc import Iterator

from pmexport.facts.review import phrases
from pmexport.facts.review.case import Case, Check, Found
from pmexport.model.facts import ClaimKind


def weekday(case: Case) -> Iterator[Found]:
    """Find weekdays and weekends that the calendar contradicts."""
    for one in case.facts.comparisons:
        if one.kind is ClaimKind.WEEKDAY and not one.agrees and one.day is not None:
            yield Found(line=one.line, quote=one.quote, values={"day": phrases.day(one.day)})


CHECKS: dict[str, Check] = {"weekday": weekday}
