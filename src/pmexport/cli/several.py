"""Several incidents in one file: which are meant, and where each of their reports goes."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from pmexport.cli.plan import Task
from pmexport.errors import UsageError
from pmexport.publish import is_taken, numbered

Incident = TypeVar("Incident")


def picked(incidents: tuple[Incident, ...], incident: int | None, source: str) -> tuple[Incident, ...]:
    """Return what there is of that incident, or of all. Raises UsageError where there is none of that number."""
    if incident is None:
        return incidents
    count = len(incidents)
    if not 1 <= incident <= count:
        raise UsageError(f"holds {count} incident{'s' if count > 1 else ''}, not {incident}", place=source)
    return (incidents[incident - 1],)


def targets_of(task: Task, number: int) -> tuple[tuple[str, Path | None], ...]:
    """Return where incident `number` of several goes. Raises UsageError where only one has a place."""
    found: list[tuple[str, Path | None]] = []
    for suffix, target in task.targets:
        if target is None or (target.exists() and not target.is_file()):
            raise UsageError(
                "holds several incidents, and what is written to takes one",
                place=task.source,
                instead="--incident N picks one",
            )
        place = numbered(target, number, task.audience)
        if number > 1 and is_taken(place, task.taken):
            raise UsageError(
                f"its incident {number} would be written to {place}, which is an input or another's output",
                place=task.source,
                instead="name a folder with -o, or pick one with --incident",
            )
        found.append((suffix, place))
    return tuple(found)
