"""Milestones that header fields date: ``Detected: 2026-03-04 09:26 UTC``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from pmexport.facts.quantities import clocks, days
from pmexport.model.postmortem import HeaderField, Postmortem, StatedMoment
from pmexport.model.prose import text_of
from pmexport.model.terms import FieldName, Milestone

_MILESTONES: Mapping[FieldName, Milestone] = {
    FieldName.CHANGE: Milestone.CHANGE,
    FieldName.START: Milestone.IMPACT_START,
    FieldName.DETECTED: Milestone.DETECTED,
    FieldName.DECLARED: Milestone.DECLARED,
    FieldName.ACKNOWLEDGED: Milestone.ACKNOWLEDGED,
    FieldName.CAUSE_FOUND: Milestone.CAUSE_FOUND,
    FieldName.MITIGATED: Milestone.MITIGATED,
    FieldName.RESOLVED: Milestone.RESOLVED,
}


def stated_moments(postmortem: Postmortem) -> tuple[StatedMoment, ...]:
    """Return the moments that the reader found in the head, and those of fields that hold one time and one day.

    A field without a day is on the incident's; its zone is the timeline's.
    """
    told = {moment.milestone: moment for moment in postmortem.moments}
    for field in postmortem.fields:
        milestone = _MILESTONES.get(field.name) if field.name and not field.placeholder else None
        if milestone and milestone not in told and (found := _moment(field, milestone, postmortem)):
            told[milestone] = found
    return tuple(told.values())


def _moment(field: HeaderField, milestone: Milestone, postmortem: Postmortem) -> StatedMoment | None:
    text = " ".join(text_of(field.value).split())
    times, dates = tuple(clocks(text)), tuple(days(text))
    if len(times) != 1 or len(dates) > 1 or postmortem.date is None:
        return None
    day = dates[0].date(postmortem.date.year) if dates else postmortem.date
    if day is None:
        return None
    return StatedMoment(
        milestone=milestone,
        at=dt.datetime.combine(day, times[0].time, _zone(postmortem)),
        text=text,
        line=field.line,
    )


def _zone(postmortem: Postmortem) -> dt.tzinfo | None:
    starts = (event.start for event in postmortem.timeline)
    return next((start.tzinfo for start in starts if start is not None), None)
