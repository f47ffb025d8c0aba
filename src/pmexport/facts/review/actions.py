"""Action items: who, until when, how far, and how anybody can tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from pmexport.facts.review import phrases
from pmexport.facts.review.case import Case, Check, Found
from pmexport.facts.review.words import pattern
from pmexport.model.postmortem import ActionItem
from pmexport.model.prose import text_of
from pmexport.model.terms import ActionStatus

_OVER = frozenset({ActionStatus.DONE, ActionStatus.CANCELLED})
_PERSON = re.compile(r"^@?[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]+){0,2}$")
_WORD = re.compile(r"[^\W\d_][\w'’-]*\w")
_HANDLE = re.compile(r"(?<=@)[\w-]+\w")
# As difflib measures it: of five letters one may differ.
_ALIKE = 0.8
_LONG_ENOUGH = 4


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


def unknown_owner(case: Case) -> Iterator[Found]:
    """Find people who own an action and appear nowhere else in the document, or only under nearly the same name."""
    people = " ".join((*case.postmortem.authors, *case.postmortem.reviewers))
    fields = " ".join(text_of(field.value) for field in case.postmortem.fields)
    events = " ".join(f"{event.text} {event.actor or ''}" for event in case.postmortem.timeline)
    told = f"{people} {fields} {events} {' '.join(one.text for one in case.passages if one.form != 'action')}"
    misspelt = {found.line: found for found in _misspelt(case, told)}
    yield from misspelt.values()
    owners = [item.owner or "" for item in case.actions]
    if len(told.split()) < len(owners) or not people:
        return
    for item in case.actions:
        owner = (item.owner or "").strip()
        named = owner.lstrip("@").split()
        if not _PERSON.match(owner) or pattern("actions", "group").search(owner) or owners.count(item.owner or "") > 1:
            continue
        # Of three names the middle one says too little.
        known = any(
            re.search(rf"\b{re.escape(name.casefold())}\b", told.casefold()) for name in (named[0], named[-1])
        )
        if not known and item.line not in misspelt:
            yield Found(line=item.line, quote=owner, values={**_values(item), "owner": owner})


def _misspelt(case: Case, told: str) -> Iterator[Found]:
    """Find owners of whom a word stands at no other place, while one that is nearly the same does."""
    written = [word for item in case.actions for word in _WORD.findall(item.owner or "")]
    known = {word.casefold() for word in _WORD.findall(told)} | {
        word.casefold() for word in written if written.count(word) > 1
    }
    names = {*(word for word in _WORD.findall(told) if word[0].isupper()), *written, *_HANDLE.findall(told)}
    for item in case.actions:
        for word in _WORD.findall(item.owner or ""):
            near = _near(word, names - {word}) if word.casefold() not in known else None
            if near is not None:
                values = {**_values(item), "owner": item.owner or "", "near": near}
                yield Found(line=item.line, quote=word, variant="misspelt", values=values)
                break


def _near(word: str, names: set[str]) -> str | None:
    """Return which of `names` is `word` with a slip of the pen: a letter too many, too few, wrong, or two swapped."""
    close = get_close_matches(word, names, n=3, cutoff=_ALIKE) if len(word) >= _LONG_ENOUGH else []
    return next((one for one in close if abs(len(one) - len(word)) <= 1 and one.rstrip("s") != word.rstrip("s")), None)


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
