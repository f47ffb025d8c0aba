"""Rows of a postmortem that its author marked public, letter for letter; anything else means internal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pmexport.customer import figures
from pmexport.customer.promises import Promise
from pmexport.customer.text import words
from pmexport.model.diagnostic import Diagnostic
from pmexport.model.postmortem import ActionItem, Detail, Postmortem, TimelineEvent
from pmexport.model.prose import text_of
from pmexport.model.terms import DiagnosticSeverity

_TAG = re.compile(r"\[public\]", re.IGNORECASE)


def public_events(postmortem: Postmortem) -> Iterator[tuple[TimelineEvent, str]]:
    """Yield each event whose row says yes in a column for it, with the words that are public."""
    for event in postmortem.timeline:
        wording = _wording(event.details, event.text)
        if wording:
            yield event, wording


def public_actions(postmortem: Postmortem) -> Iterator[Promise]:
    """Yield each action item marked public by its column or by ``[public]`` in its text, without its owner."""
    for item in postmortem.action_items:
        wording = _wording(item.details, item.action)
        if not wording and _TAG.search(item.action) and not _is_denied(item.details):
            wording = " ".join(_TAG.sub(" ", item.action).split())
        if wording:
            due = figures.month(item.due) if item.due else None
            yield Promise(text=wording, status=item.status, due=due, line=item.line)


def _wording(details: Sequence[Detail], text: str) -> str:
    """Return the public words of a row: those of a column for them, else all of `text` where the row says yes."""
    marks = words()["mark"]
    said = {" ".join(detail.label.casefold().split()): " ".join(text_of(detail.value).split()) for detail in details}
    own = next((said[name] for name in marks["wordings"] if said.get(name)), "")
    answers = [said[name].casefold() for name in marks["columns"] if name in said]
    if any(answer not in marks["yes"] for answer in answers):
        return ""
    if own:
        return own
    return text if answers else ""


def _is_denied(details: Sequence[Detail]) -> bool:
    """Tell whether a row's own column for it says anything but yes: where two marks disagree, no counts."""
    answers = (
        " ".join(text_of(detail.value).casefold().split())
        for detail in details
        if " ".join(detail.label.casefold().split()) in words()["mark"]["columns"]
    )
    return any(answer and answer not in words()["mark"]["yes"] for answer in answers)


def near_misses(postmortem: Postmortem) -> tuple[Diagnostic, ...]:
    """Return a warning for each row whose answer in a column for it is neither yes nor no."""
    rows: list[TimelineEvent | ActionItem] = [*postmortem.timeline, *postmortem.action_items]
    return tuple(
        Diagnostic(
            code="public-unclear",
            severity=DiagnosticSeverity.WARNING,
            line=row.line,
            message=f"“{text_of(detail.value)}” under “{detail.label}” is read as no",
            hint="write yes for what customers may be told",
        )
        for row in rows
        for detail in row.details
        if " ".join(detail.label.casefold().split()) in words()["mark"]["columns"]
        and " ".join(text_of(detail.value).casefold().split()) not in (*words()["mark"]["yes"], *words()["mark"]["no"])
    )
