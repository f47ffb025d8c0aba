"""The action items of many files: where they stand, which of them were asked for, and in which order."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from pmexport.cli.batch import settled_for
from pmexport.cli.source import source_bytes
from pmexport.convert import read
from pmexport.errors import UnreadableError, UsageError
from pmexport.model.postmortem import ActionItem, Postmortem
from pmexport.model.terms import ActionStatus
from pmexport.publish import STANDARD_STREAM
from pmexport.report.actions import CLOSED, is_late, priority_badge
from pmexport.report.words import Words

_SUFFIXES = {".md", ".markdown"}
# What the author wrote for customers stands beside the postmortem, and holds no promise that is not in it.
_FOR_CUSTOMERS = ".customer"
_LOWEST = 9


class Promised(Struct, frozen=True, kw_only=True):
    """An action item with its file. `late` is None where no day was given to hold due dates against."""

    file: str
    line: int
    incident_id: str | None
    title: str
    priority: str | None
    kind: str | None
    action: str
    owner: str | None
    due: dt.date | None
    due_text: str | None
    status: ActionStatus | None
    status_text: str | None
    links: tuple[str, ...]
    late: bool | None

    @property
    def is_open(self) -> bool:
        """Tell whether it is still to be done."""
        return self.status not in CLOSED


class Wanted(Struct, frozen=True, kw_only=True):
    """Which action items were asked for; of several owners any will do."""

    only_open: bool = False
    overdue: bool = False
    owners: tuple[str, ...] = ()

    def has(self, one: Promised) -> bool:
        """Tell whether `one` was asked for; an owner is named by any part of the name."""
        owner = (one.owner or "").casefold()
        named = not self.owners or any(name.casefold() in owner for name in self.owners)
        return named and (one.is_open or not self.only_open) and (bool(one.late) or not self.overdue)


def files_in(paths: Iterable[str]) -> tuple[str, ...]:
    """Return the Markdown files that `paths` are, or that lie below them, each once.

    Hidden files and folders are left alone, and links to folders are not followed. A folder that holds none stands for
    itself, so that it is told of.
    """
    each: dict[str, str] = {}
    for file in (file for path in paths for file in _below(path)):
        # The same file is named in many ways: with and without its folder, through a link.
        each.setdefault(file if file == STANDARD_STREAM else os.path.realpath(file), file)
    return tuple(each.values())


def _below(path: str) -> Iterator[str]:
    if path == STANDARD_STREAM or not Path(path).is_dir():
        yield path
        return
    found = False
    for folder, below, names in os.walk(path):
        below[:] = sorted(name for name in below if not name.startswith("."))
        for name in filter(_is_postmortem, sorted(names)):
            found = True
            yield str(Path(folder) / name)
    if not found:
        yield path


def _is_postmortem(name: str) -> bool:
    path = Path(name)
    return path.suffix.lower() in _SUFFIXES and not name.startswith(".") and not path.stem.endswith(_FOR_CUSTOMERS)


def promised_in(file: str, options: Mapping[str, str | None], wanted: Wanted) -> tuple[Promised, ...]:
    """Return the `wanted` action items of `file`, in the order written. Raises UnreadableError, UsageError."""
    if Path(file).is_dir():
        raise UnreadableError("holds no Markdown file", place=file, instead="name another folder")
    content = source_bytes(file)
    settled = settled_for(file, content, options).settings
    today = settled.page_options().today
    if wanted.overdue and today is None:
        raise UsageError("what is overdue depends on the day", place="--overdue", instead="say which with --today DATE")
    found = (
        _promised(item, postmortem, file, today)
        for postmortem in read(content, settled.read_options(file)).postmortems
        for item in postmortem.action_items
        if not item.placeholder
    )
    return tuple(one for one in found if wanted.has(one))


def _promised(item: ActionItem, postmortem: Postmortem, file: str, today: dt.date | None) -> Promised:
    return Promised(
        file=file,
        line=item.line,
        incident_id=postmortem.incident_id,
        title=postmortem.title,
        priority=item.priority,
        kind=item.kind,
        action=" ".join(item.action.split()),
        owner=item.owner,
        due=item.due,
        due_text=item.due_text,
        status=item.status,
        status_text=item.status_text,
        links=item.links,
        late=None if today is None else is_late(item, today),
    )


def ordered(found: tuple[Promised, ...], order: str) -> tuple[Promised, ...]:
    """Return `found` by ``owner`` or ``priority`` and then by due date, the unnamed last; by ``file`` as they stand."""
    match order:
        case "owner":
            return tuple(sorted(found, key=lambda one: (one.owner is None, (one.owner or "").casefold(), _due(one))))
        case "priority":
            words = Words("en")
            return tuple(sorted(found, key=lambda one: (_rank(one, words), _due(one))))
        case _:
            return found


def _due(one: Promised) -> dt.date:
    return one.due or dt.date.max


def _rank(one: Promised, words: Words) -> int:
    badge = priority_badge(one.priority, words)
    return int(badge.key) if badge is not None and badge.key.isdigit() else _LOWEST
