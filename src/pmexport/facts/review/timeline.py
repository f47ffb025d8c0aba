"""The timeline: its zone, its gaps, the decisions in it and the two ends of the impact."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from pmexport.facts.mentions import Moment
from pmexport.facts.review import phrases
from pmexport.facts.review.case import Case, Check, Found
from pmexport.facts.review.words import pattern
from pmexport.model.terms import Milestone

_FEW = 5
_GAPS = 3
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
    """Find the longest silences while the impact lasted, where they are longer than the threshold."""
    most = case.options.thresholds.gap_minutes * _MINUTE
    gaps = [
        (later.at - one.at, one, later) for one, later in pairwise(case.moments) if _while_it_lasted(one, later, case)
    ]
    longest = sorted(gaps, key=lambda gap: gap[0], reverse=True)[:_GAPS]
    for length, one, later in sorted(longest, key=lambda gap: gap[1].line):
        if length.total_seconds() > most:
            form = "%H:%M" if one.at.date() == later.at.date() else "%Y-%m-%d %H:%M"
            form += " %Z" if one.at.utcoffset() != later.at.utcoffset() else ""
            values = {
                "length": phrases.length(round(length.total_seconds())),
                "start": one.at.strftime(form),
                "end": later.at.strftime(form),
                "most": phrases.length(most),
            }
            yield Found(line=later.line, values=values)


def _while_it_lasted(one: Moment, later: Moment, case: Case) -> bool:
    """Tell whether both events lie between the start of the impact and its end, in one way of telling time."""
    start = case.facts.moment(Milestone.IMPACT_START) or case.facts.moment(Milestone.DETECTED)
    end = case.facts.moment(Milestone.MITIGATED) or case.facts.moment(Milestone.RESOLVED)
    if start is None or end is None or (one.at.tzinfo is None) != (later.at.tzinfo is None):
        return False
    return not phrases.before(one.at, start) and not phrases.before(end, later.at)


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
