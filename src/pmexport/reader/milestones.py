"""Which events are milestones, and which words decided."""

from __future__ import annotations

from functools import cache

from msgspec.structs import replace

from pmexport.model.postmortem import TimelineEvent
from pmexport.model.terms import Milestone
from pmexport.reader.choosing import Chooser, Window
from pmexport.reader.vocabulary import key, read_words


def mark(events: list[TimelineEvent], window: Window | None = None, language: str = "en") -> list[TimelineEvent]:
    """Return `events` with their milestones; an event whose column names its milestone keeps it."""
    marked = list(events)
    for milestone, choice in Chooser(events, language).choose(window).items():
        marked[choice.number] = replace(marked[choice.number], milestone=milestone, basis=choice.basis)
    return marked


def named(label: str) -> Milestone | None:
    """Return the milestone that a column's cell names: "Detected", "RESOLVED"."""
    return _names().get(key(label))


@cache
def _names() -> dict[str, Milestone]:
    told = read_words("milestones")["columns"]
    found = {name: Milestone(milestone) for milestone, names in told.items() for name in names.split("|")}
    return found | {key(str(milestone)): milestone for milestone in Milestone}
