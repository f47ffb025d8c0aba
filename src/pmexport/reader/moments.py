"""The milestones that header fields date: "Detected: 14:26", "Start" and "End", a date that is a range of times."""

from __future__ import annotations

import datetime as dt

from pmexport.model.postmortem import HeaderField, StatedMoment
from pmexport.model.prose import text_of
from pmexport.model.terms import FieldName, Milestone
from pmexport.reader.dating import Dating, Moment
from pmexport.reader.timestamps import scan
from pmexport.reader.vocabulary import Vocabulary
from pmexport.reader.zones import Zone

# In the order in which an incident passes them, so that a time without a day comes after the one before it.
_MILESTONES = {
    FieldName.CHANGE: Milestone.CHANGE,
    FieldName.START: Milestone.IMPACT_START,
    FieldName.DETECTED: Milestone.DETECTED,
    FieldName.DECLARED: Milestone.DECLARED,
    FieldName.ACKNOWLEDGED: Milestone.ACKNOWLEDGED,
    FieldName.CAUSE_FOUND: Milestone.CAUSE_FOUND,
    FieldName.MITIGATED: Milestone.MITIGATED,
    FieldName.RESOLVED: Milestone.RESOLVED,
}
_RANGES = (FieldName.START, FieldName.DATE)


def stated(
    fields: tuple[HeaderField, ...], words: Vocabulary, anchor: dt.date | None, where: Zone | None
) -> tuple[StatedMoment, ...]:
    """Return the moments that `fields` state to the minute, each milestone once, in the order of an incident.

    A day alone is no moment, and neither is a time whose day is not told; `anchor` is the incident's day, `where` the
    zone of times that name none.
    """
    found: dict[Milestone, StatedMoment] = {}
    dating = Dating(anchor, where)
    for name, milestone in _MILESTONES.items():
        for field in _filled(fields, name):
            if (moment := _moment(field, words, dating)) and moment.start and milestone not in found:
                found[milestone] = _made(milestone, moment.start, field)
    for name in _RANGES:
        for field in _filled(fields, name):
            moment = _moment(field, words, Dating(anchor, where))
            if moment and moment.start and moment.end:
                found.setdefault(Milestone.IMPACT_START, _made(Milestone.IMPACT_START, moment.start, field))
                found.setdefault(Milestone.RESOLVED, _made(Milestone.RESOLVED, moment.end, field))
    return tuple(found[milestone] for milestone in Milestone if milestone in found)


def _filled(fields: tuple[HeaderField, ...], name: FieldName) -> list[HeaderField]:
    return [field for field in fields if field.name is name and not field.placeholder]


def _moment(field: HeaderField, words: Vocabulary, dating: Dating) -> Moment | None:
    stamp = scan(text_of(field.value).strip(), words)
    return dating.settle(stamp, field.line) if stamp else None


def _made(milestone: Milestone, at: dt.datetime, field: HeaderField) -> StatedMoment:
    return StatedMoment(milestone=milestone, at=at, text=" ".join(text_of(field.value).split()), line=field.line)
