"""A small made-up postmortem by hand, so that facts and report are tried without the reader."""

from __future__ import annotations

import datetime as dt

from pmexport.model.postmortem import (
    ActionItem,
    ActionRun,
    EventRun,
    Postmortem,
    Section,
    Severity,
    StatedLength,
    TimelineEvent,
    WrittenStatus,
)
from pmexport.model.prose import Block, Para, Plain, Str
from pmexport.model.terms import ActionStatus, DocumentStatus, MetricName, Milestone, SectionKind

DAY = dt.date(2026, 3, 4)


def at(clock: str, *, day: dt.date = DAY) -> dt.datetime:
    """Return the moment of `clock` (HH:MM) on `day`, UTC."""
    return dt.datetime.combine(day, dt.time.fromisoformat(clock), dt.UTC)


def event(clock: str | None, text: str, milestone: Milestone | None = None, line: int = 0) -> TimelineEvent:
    """Return an event with plain words; no clock is no time."""
    return TimelineEvent(
        start=at(clock) if clock else None,
        written=clock or "",
        text=text,
        content=(Plain((Str(text),)),),
        milestone=milestone,
        line=line,
    )


def action(
    text: str, status: ActionStatus | None = None, *, due: dt.date | None = None, priority: str | None = None
) -> ActionItem:
    """Return an action item with plain words."""
    return ActionItem(action=text, content=(Plain((Str(text),)),), status=status, due=due, priority=priority)


def section(kind: SectionKind | None, title: str, *content: Block | EventRun | ActionRun, **more: object) -> Section:
    """Return a section at level 2 with `content`; `children` may be given by name."""
    children = more.get("children", ())
    assert isinstance(children, tuple)
    return Section(kind=kind, heading=(Str(title),), title=title, level=2, content=content, children=children)


def para(text: str) -> Para:
    """Return a paragraph of plain words."""
    return Para((Str(text),))


EVENTS = (
    event("09:00", "Release 41 goes out", Milestone.CHANGE, 10),
    event("09:20", "Readers see empty shelves", Milestone.IMPACT_START, 11),
    event("09:26", "Alert: shelf service errors", Milestone.DETECTED, 12),
    event("09:30", "Noor takes the page", Milestone.ACKNOWLEDGED, 13),
    event("09:50", "The release is found to be the cause", Milestone.CAUSE_FOUND, 14),
    event("10:05", "Release 41 is rolled back", Milestone.MITIGATED, 15),
    event("10:40", "All shelves are filled", Milestone.RESOLVED, 16),
)


def postmortem(
    *, events: tuple[TimelineEvent, ...] = EVENTS, sections: tuple[Section, ...] = (), stated: int | None = None
) -> Postmortem:
    """Return the postmortem of empty shelves at a made-up library, with `sections` after its timeline."""
    lengths = (
        (StatedLength(name=MetricName.DURATION, seconds=stated, text=f"{stated // 60} minutes", line=3),)
        if stated is not None
        else ()
    )
    timeline = (section(SectionKind.TIMELINE, "Timeline", EventRun(events)),) if events else ()
    return Postmortem(
        title="Empty shelves",
        incident_id="LIB-7",
        date=DAY,
        timezone="UTC",
        severity=Severity(label="P1", level=1),
        document_status=WrittenStatus(text="Final", document=DocumentStatus.FINAL),
        authors=("Noor Haddad",),
        reviewers=("Ada Brandt", "Tom Weil"),
        stated=lengths,
        sections=(section(SectionKind.SUMMARY, "Summary", para("Shelves were empty.")), *timeline, *sections),
    )
