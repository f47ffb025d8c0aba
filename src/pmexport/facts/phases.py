"""The phases between the milestones: latent, unnoticed, investigating, mitigating, recovering."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from itertools import pairwise

from pmexport.model.facts import PhaseLength
from pmexport.model.terms import Milestone, Phase

_PHASE_AFTER = {
    Milestone.CHANGE: Phase.LATENT,
    Milestone.IMPACT_START: Phase.UNNOTICED,
    Milestone.DETECTED: Phase.INVESTIGATING,
    Milestone.CAUSE_FOUND: Phase.MITIGATING,
    Milestone.MITIGATED: Phase.RECOVERING,
    Milestone.RESOLVED: None,
}


def phases(moments: Mapping[Milestone, dt.datetime]) -> tuple[PhaseLength, ...]:
    """Return the phases in time order, one from each milestone to the next that was reached after it.

    A milestone that comes before an earlier one in the usual order bounds no phase: a cause known before the impact, an
    alert that came before anybody was affected. After such an alert nobody was unaware, so the stretch from impact
    start is investigation.
    """
    bounds: list[tuple[Milestone, dt.datetime]] = []
    for milestone in _PHASE_AFTER:
        moment = moments.get(milestone)
        if moment is not None and (not bounds or moment >= bounds[-1][1]):
            bounds.append((milestone, moment))
    found: list[PhaseLength] = []
    for (milestone, start), (following, end) in pairwise(bounds):
        phase = _PHASE_AFTER[milestone]
        if phase is Phase.UNNOTICED and following is not Milestone.DETECTED:
            phase = Phase.INVESTIGATING
        if phase is not None and end > start:
            found.append(PhaseLength(phase=phase, start=start, end=end))
    return tuple(found)
