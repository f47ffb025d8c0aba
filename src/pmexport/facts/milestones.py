"""Which milestones a postmortem reached, when, and what says so."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from pmexport.model.postmortem import Postmortem
from pmexport.model.terms import Milestone


class Reached(Struct, frozen=True, kw_only=True):
    """A milestone with its moment. `source` names the event or the field, with its line."""

    milestone: Milestone
    at: dt.datetime
    approximate: bool
    source: str


def milestones_reached(postmortem: Postmortem) -> dict[Milestone, Reached]:
    """Return the first event of each milestone; a header field dates what the timeline does not.

    Moments with and without a zone cannot be compared: where the timeline mixes them, the kind that the first dated
    event has is kept and the other left out.
    """
    reached: dict[Milestone, Reached] = {}
    for event in postmortem.timeline:
        if event.milestone is None or event.start is None or event.milestone in reached:
            continue
        reached[event.milestone] = Reached(
            milestone=event.milestone,
            at=event.start,
            approximate=event.approximate,
            source=f"the event on line {event.line}",
        )
    for moment in postmortem.moments:
        if moment.milestone not in reached:
            reached[moment.milestone] = Reached(
                milestone=moment.milestone,
                at=moment.at,
                approximate=False,
                source=f"the field on line {moment.line}",
            )
    return _comparable(reached)


def _comparable(reached: dict[Milestone, Reached]) -> dict[Milestone, Reached]:
    if not reached:
        return reached
    zoned = next(iter(reached.values())).at.tzinfo is not None
    return {milestone: one for milestone, one in reached.items() if (one.at.tzinfo is not None) == zoned}
