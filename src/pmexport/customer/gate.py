"""The one door: postmortem, facts and text to CustomerReport, field by field. Read `admit` at each change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from pmexport.customer import figures, marks, promises
from pmexport.customer.structure import public_block
from pmexport.customer.text import CustomerText, Passage
from pmexport.model.customer import (
    Chapter,
    Cleared,
    CustomerReport,
    Document,
    LanguageTag,
    Origin,
    PublicAction,
    PublicBlock,
    PublicMoment,
    Rule,
    Topic,
    Wording,
    ZoneName,
)
from pmexport.model.facts import Facts
from pmexport.model.options import CustomerPolicy
from pmexport.model.postmortem import Postmortem
from pmexport.model.terms import FieldName, IncidentStatus, MetricName, Milestone

# The milestones that customers can see, each with a fixed sentence of its own.
_VISIBLE = (Milestone.IMPACT_START, Milestone.DETECTED, Milestone.CAUSE_FOUND, Milestone.MITIGATED, Milestone.RESOLVED)
_FACT = Origin(Rule.FACT)
_SETTING = Origin(Rule.SETTING, Document.SETTINGS)
_PROMISES = frozenset({Topic.DONE, Topic.NEXT, Topic.DONE_AND_NEXT})


def admit(
    postmortem: Postmortem, facts: Facts, text: CustomerText, policy: CustomerPolicy, language: str, *, draft: bool
) -> CustomerReport:
    """Return what customers may be told. What is not named here does not leave."""
    start = facts.moment(Milestone.IMPACT_START)
    people = figures.users(postmortem)
    return CustomerReport(
        language=Cleared(LanguageTag(language), _FACT),
        draft=draft,
        title=_written(text.title, text.document, text.title_line),
        recipient=_written(text.recipient, text.document, text.recipient_line),
        status=_status(postmortem, facts),
        date=_day(postmortem, facts),
        zone=_zone(facts),
        start=_moment(start),
        end=_moment(facts.moment(Milestone.RESOLVED)),
        eased=_moment(facts.moment(Milestone.MITIGATED)),
        length=_length(facts),
        services=tuple(_services(postmortem, policy)),
        regions=tuple(Cleared(region, Origin(Rule.FACT, line=line)) for region, line in figures.regions(postmortem)),
        users=Cleared(people[0], Origin(Rule.FACT, line=people[1])) if people else None,
        moments=tuple(_moments(postmortem, facts)),
        chapters=tuple(_chapters((*text.passages, *text.own), text.document)),
        actions=(*_written_actions(text, policy), *_marked_actions(postmortem, policy)),
        apology=_set(policy.apology),
        promise=_set(policy.promise),
        promise_late=_set(policy.promise_late),
        contact=_set(policy.contact),
        legal=_set(policy.legal),
    )


def _written(text: str, document: Document, line: int) -> Cleared[Wording] | None:
    return Cleared(Wording(text), Origin(Rule.WRITTEN, document, line)) if text else None


def _set(text: str) -> Cleared[Wording] | None:
    return Cleared(Wording(text), _SETTING) if text else None


def _day(postmortem: Postmortem, facts: Facts) -> Cleared[dt.date] | None:
    """Return the day on which customers were first affected, for a fault may lie days before; else the report's.

    Where no field states that and no effect has a time, it is the day of the first time that customers are told.
    """
    if postmortem.date is None:
        return None
    told = [moment for milestone in _VISIBLE if (moment := facts.moment(milestone)) is not None]
    start = facts.moment(Milestone.IMPACT_START)
    if start is None and told and not any(field.name is FieldName.DATE for field in postmortem.fields):
        start = min(told)
    return Cleared(start.date() if start is not None else postmortem.date, _FACT)


def _moment(moment: dt.datetime | None) -> Cleared[dt.datetime] | None:
    return Cleared(moment, _FACT) if moment is not None else None


def _zone(facts: Facts) -> Cleared[ZoneName] | None:
    name = figures.zone_name(facts.moments[0][1]) if facts.moments else None
    return Cleared(name, _FACT) if name else None


def _status(postmortem: Postmortem, facts: Facts) -> Cleared[IncidentStatus] | None:
    stated = postmortem.incident_status.incident if postmortem.incident_status else None
    if stated is IncidentStatus.ACTIVE and facts.moment(Milestone.RESOLVED) is not None:
        # Two statements that cannot both be told to customers; neither is, and the times stand for themselves.
        return None
    if stated is not None:
        return Cleared(
            stated, Origin(Rule.FACT, line=postmortem.incident_status.line if postmortem.incident_status else 0)
        )
    for milestone, status in (
        (Milestone.RESOLVED, IncidentStatus.RESOLVED),
        (Milestone.MITIGATED, IncidentStatus.MITIGATED),
    ):
        if facts.moment(milestone) is not None:
            return Cleared(status, _FACT)
    return None


def _length(facts: Facts) -> Cleared[dt.timedelta] | None:
    seconds = facts.metric(MetricName.DURATION).seconds
    return Cleared(dt.timedelta(seconds=seconds), _FACT) if seconds else None


def _services(postmortem: Postmortem, policy: CustomerPolicy) -> Iterator[Cleared[Wording]]:
    for name, _ in figures.services(postmortem, policy.services):
        yield Cleared(Wording(name), _SETTING)


def _moments(postmortem: Postmortem, facts: Facts) -> Iterator[PublicMoment]:
    """Yield the milestones and the rows marked public, in time order."""
    lines = {event.milestone: event for event in reversed(postmortem.timeline) if event.milestone and event.start}
    zoned = bool(facts.moments) and facts.moments[0][1].tzinfo is not None
    found = [
        PublicMoment(
            at=Cleared(at, _FACT),
            approximate=bool((event := lines.get(milestone)) and event.approximate),
            milestone=Cleared(milestone, Origin(Rule.SENTENCE, line=event.line if event else 0)),
        )
        for milestone, at in facts.moments
        if milestone in _VISIBLE
    ]
    for event, wording in marks.public_events(postmortem):
        if event.start is not None and (not facts.moments or (event.start.tzinfo is not None) == zoned):
            origin = Origin(Rule.MARKED, line=event.line)
            at = Cleared(event.start, Origin(Rule.FACT, line=event.line))
            found.append(PublicMoment(at=at, approximate=event.approximate, wording=Cleared(Wording(wording), origin)))
    yield from sorted(found, key=lambda moment: (moment.at.value, moment.milestone is None))


def _chapters(passages: Iterable[Passage], document: Document) -> Iterator[Chapter]:
    for passage in passages:
        blocks = tuple(_cleared_blocks(passage, document))
        if blocks:
            heading = _written(passage.heading, document, passage.line)
            yield Chapter(topic=passage.topic, heading=heading, blocks=blocks)


def _cleared_blocks(passage: Passage, document: Document) -> Iterator[Cleared[PublicBlock]]:
    for block in passage.blocks:
        if passage.topic in _PROMISES and promises.is_list(block):
            continue
        made = public_block(block)
        if made is not None:
            yield Cleared(made, Origin(Rule.WRITTEN, document, made.line or passage.line))


def _written_actions(text: CustomerText, policy: CustomerPolicy) -> Iterator[PublicAction]:
    for passage in (*text.passages, *text.own):
        for block in passage.blocks if passage.topic in _PROMISES else ():
            for promise in promises.of_list(block, done=passage.topic is Topic.DONE):
                yield _action(promise, Origin(Rule.WRITTEN, text.document, promise.line), policy)


def _marked_actions(postmortem: Postmortem, policy: CustomerPolicy) -> Iterator[PublicAction]:
    for promise in marks.public_actions(postmortem):
        yield _action(promise, Origin(Rule.MARKED, line=promise.line), policy)


def _action(promise: promises.Promise, origin: Origin, policy: CustomerPolicy) -> PublicAction:
    fact = Origin(Rule.FACT, origin.document, origin.line)
    return PublicAction(
        wording=Cleared(Wording(promise.text), origin),
        status=Cleared(promise.status, fact) if promise.status else None,
        due=Cleared(promise.due, fact) if promise.due else None,
        late=promises.is_late(promise, policy.today),
    )


def corrected(report: CustomerReport, corrections: Iterable[str]) -> CustomerReport:
    """Return `report` with what its approval says was corrected since the last one."""
    origin = Origin(Rule.WRITTEN, Document.SETTINGS)
    return replace(report, corrections=tuple(Cleared(Wording(text), origin) for text in corrections))
