"""Action items: who, until when, how far, and how anybody can tell."""

from __future__ import annotations

from collections.abc import Iterator

from pmexport.facts.review import phrases
from pmexport.facts.review.case import Case, Check, Found
from pmexport.facts.review.names import unknown_owner
from pmexport.facts.review.words import pattern
from pmexport.model.postmortem import ActionItem
from pmexport.model.terms import ActionStatus

_OVER = frozenset({ActionStatus.DONE, ActionStatus.CANCELLED})


def no_owner(case: Case) -> Iterator[Found]:
    """Find open actions that nobody owns."""
    lacking = [
        item
        for item in _open(case)
        if (not item.owner or pattern("actions", "nobody").match(item.owner.strip()))
        and not pattern("actions", "doer").search(item.action)
    ]
    yield from _lacking(lacking, case, [item.owner or "" for item in lacking])


def no_due(case: Case) -> Iterator[Found]:
    """Find open actions without a date."""
    lacking = [item for item in _open(case) if item.due is None and _is_no_date((item.due_text or "").strip())]
    yield from _lacking(lacking, case, [item.due_text or "" for item in lacking])


def _is_no_date(written: str) -> bool:
    return (
        pattern("actions", "nobody").match(written) is not None
        or pattern("actions", "no_date").match(written) is not None
    )


def no_priority(case: Case) -> Iterator[Found]:
    """Find actions without a priority among more than three."""
    lacking = [item for item in _open(case) if not item.priority]
    if len(case.actions) > 3:  # noqa: PLR2004 - three need no order
        yield from _lacking(lacking, case, [""] * len(lacking))


def no_verb(case: Case) -> Iterator[Found]:
    """Find actions that name a thing and not what is done with it."""
    for item in _open(case):
        if not pattern("actions", "verb").search(item.action):
            yield Found(line=item.line, quote=phrases.short(item.action).rstrip("…"), values=_values(item))


def vague(case: Case) -> Iterator[Found]:
    """Find actions of which nobody could tell that they are done."""
    for item in _open(case):
        match = pattern("actions", "vague").search(item.action)
        if match and not pattern("actions", "measure").search(item.action):
            yield Found(line=item.line, quote=match.group().strip(), values=_values(item))


def too_many(case: Case) -> Iterator[Found]:
    """Find more actions than a team will do."""
    count, most = len(case.actions), case.options.thresholds.actions
    if count > most:
        yield Found(line=case.actions[0].line, values={"count": str(count), "most": str(most)})


def overdue(case: Case) -> Iterator[Found]:
    """Find open actions whose due date lies before the day of the check."""
    today = case.options.today
    for item in _open(case):
        # What was due before the incident is told as that.
        before = bool(case.days) and item.due is not None and item.due < case.days[0]
        if today and item.due and item.due < today and not before:
            late = phrases.length((today - item.due).days * 86_400)
            values = {**_values(item), "due": item.due.isoformat(), "late": late}
            yield Found(line=item.line, quote=item.due_text or "", values=values)


def _lacking(items: list[ActionItem], case: Case, quotes: list[str]) -> Iterator[Found]:
    """Yield a finding for each of `items`; where all open actions lack it, one for all of them."""
    if len(items) > 1 and len(items) == len(_open(case)):
        yield Found(line=items[0].line, variant="all", values={**_values(items[0]), "count": str(len(items))})
        return
    for item, quote in zip(items, quotes, strict=True):
        yield Found(line=item.line, quote=quote, values=_values(item))


def _open(case: Case) -> tuple[ActionItem, ...]:
    """Return what is still to be done; what is told as done ("We have added …") is no promise."""
    told = pattern("actions", "told")
    return tuple(item for item in case.actions if item.status not in _OVER and not told.match(item.action))


def _values(item: ActionItem) -> dict[str, str]:
    return {"action": phrases.short(item.action), "owner": item.owner or "nobody"}


CHECKS: dict[str, Check] = {
    "action-without-owner": no_owner,
    "action-without-date": no_due,
    "action-without-priority": no_priority,
    "action-without-verb": no_verb,
    "action-vague": vague,
    "too-many-actions": too_many,
    "action-overdue": overdue,
    "owner-unknown": unknown_owner,
}
