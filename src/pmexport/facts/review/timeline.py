"""The timeline: its zone, its gaps, the decisions in it and the two ends of the impact."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from pmexport.facts.review import phrases
from pmexport.facts.review.case import Case, Check, Found
from pmexport.facts.review.words import pattern
from pmexport.model.terms import Milestone

_FEW = 5
_MINUTE = 60
_ASKED = {
    Milestone.IMPACT_START: "when the impact began",
    Milestone.DETECTED: "when it was detected",
    Milestone.RESOLVED: "when it was over",
}


def no_zone(case: Case) -> Iterator[Found]:
    """Find timelines whose times name no zone."""
    moments = case.moments
    if moments and case.postmortem.timezone is None and all(one.at.tzinfo is None for one in moments):
        yield Found(line=moments[0].line)


def milestones(case: Case) -> Iterator[Found]:
    """Find timelines that do not show when the impact began, was detected or was over."""
    if len(case.moments) < _FEW:
        return
    lacking = [said for milestone, said in _ASKED.items() if case.facts.moment(milestone) is None]
    for said in lacking:
        yield Found(line=case.moments[0].line, values={"lacking": said})


def gap(case: Case) -> Iterator[Found]:
    """Find silences while the impact lasted that are longer than the threshold."""
    start = case.facts.moment(Milestone.IMPACT_START) or case.facts.moment(Milestone.DETECTED)
    end = case.facts.moment(Milestone.MITIGATED) or case.facts.moment(Milestone.RESOLVED)
    most = case.options.thresholds.gap_minutes * _MINUTE
    for one, later in pairwise(case.moments):
        if (one.at.tzinfo is None) != (later.at.tzinfo is None):
            continue
        seconds = (later.at - one.at).total_seconds()
        inside = start and end and not phrases.before(one.at, start) and not phrases.before(end, later.at)
        if inside and seconds > most:
            values = {
                "length": phrases.length(round(seconds)),
                "start": f"{one.at:%H:%M}",
                "end": f"{later.at:%H:%M}",
                "most": phrases.length(most),
            }
            yield Found(line=later.line, values=values)


def no_decision(case: Case) -> Iterator[Found]:
    """Find timelines that tell what happened but never what was decided."""
    if len(case.moments) < _FEW:
        return
    if not any(pattern("timeline", "decision").search(one.text) for one in case.moments):
        yield Found(line=case.moments[0].line)


CHECKS: dict[str, Check] = {
    "timeline-without-zone": no_zone,
    "milestone-missing": milestones,
    "timeline-gap": gap,
    "no-decision": no_decision,
}
