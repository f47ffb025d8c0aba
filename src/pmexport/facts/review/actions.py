"""Action items: who, until when, how far, and how anybody can tell."""

from __future__ import annotations

from collections.abc import Iterator

from pmexport.facts.review import phrases
from pmexport.facts.review.case import Case, Check, Found
from pmexport.model.terms import ActionStatus

_OVER = frozenset({ActionStatus.DONE, ActionStatus.CANCELLED})


def overdue(case: Case) -> Iterator[Found]:
    """Find open actions whose due date lies before the day of the check."""
    today = case.options.today
    for item in case.actions:
        if today and item.due and item.due < today and item.status not in _OVER:
            values = {
                "action": phrases.short(item.action),
                "due": item.due.isoformat(),
                "late": phrases.length((today - item.due).days * 86_400),
                "owner": item.owner or "nobody",
            }
            yield Found(line=item.line, quote=item.due_text or "", values=values)


CHECKS: dict[str, Check] = {"action-overdue": overdue}
