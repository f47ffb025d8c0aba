"""Promises: how many are kept, how many are late, and what comes next."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from pmexport.model.postmortem import ActionItem, Postmortem
from pmexport.model.prose import Block, Link, Para, Plain, Str, text_of
from pmexport.model.report import ActionGroup, ActionRow, ActionTable
from pmexport.model.terms import ActionStatus
from pmexport.report import plain
from pmexport.report.actions import CLOSED, is_late, priority_badge, segments, status_badge
from pmexport.report.words import Words

_LONGEST_ACTION = 170
_LONGEST_OWNER = 60
_LONGEST_DUE = 40
_LAST = dt.date.max
_LOWEST = 9


def next_promises(postmortem: Postmortem, today: dt.date | None, words: Words, sieve: plain.Plain) -> tuple[int, ...]:
    """Return the places among the action items of what is still to do: the late first, then by due date and priority.

    Only what can be said in plain words is among them, and nothing that tells of itself as done.
    """
    items = postmortem.action_items
    open_ones = [place for place, item in enumerate(items) if _is_open(item)]
    open_ones.sort(
        key=lambda place: (not is_late(items[place], today), items[place].due or _LAST, _rank(items[place], words))
    )
    return tuple(place for place in open_ones if _is_plain(items[place], words, sieve))


def promise_text(item: ActionItem, words: Words) -> str:
    """Return what is promised, on one line, without links that say no more than ``issue`` or ``PR``."""
    text = " ".join(item.action.split())
    for block in item.content[:1]:
        for inline in block.content if isinstance(block, Para | Plain) else ():
            if isinstance(inline, Link) and text_of(inline.content).casefold() in words.sought(
                "briefing", "link_words"
            ):
                text = _without(text, text_of(inline.content), words.sought("briefing", "link_leads"))
    return text


def _without(text: str, link: str, leading: tuple[str, ...]) -> str:
    """Return `text` without `link` at its end and the brackets around it, unless a word of `leading` leads to it."""
    before, found, after = text.rpartition(link)
    kept = before.rstrip()
    last = kept.rpartition(" ")[2].casefold()
    if not found or after.strip(" ).]") or not kept or last in leading:
        return text
    return kept.rstrip(" ([:")


def promises(
    postmortem: Postmortem, places: Sequence[int], today: dt.date | None, words: Words, *, anchor: str, rest: str
) -> ActionTable | None:
    """Return the table of the promises at `places` under the share that is kept; None where nothing was promised.

    `rest` is what else is to be said, after how many more promises are open.
    """
    items = _counted(postmortem)
    if not items:
        return None
    rows = [_row(postmortem.action_items[place], number, today, words) for number, place in enumerate(places, 1)]
    say = words.say
    return ActionTable(
        anchor=anchor,
        heading=say("briefing", "heading_promises"),
        progress=_progress(items, today, words),
        outlook=say("briefing", "full_report", id=postmortem.incident_id) if postmortem.incident_id else "",
        segments=segments(items),
        priority_heading=say("action_table", "priority") if any(row.priority for row in rows) else "",
        action_heading=say("briefing", "next"),
        owner_heading=say("action_table", "owner") if any(row.owner for row in rows) else "",
        due_heading=say("action_table", "due") if any(row.due for row in rows) else "",
        status_heading=say("action_table", "status") if any(row.status for row in rows) else "",
        groups=(ActionGroup(rows=tuple(rows)),) if rows else (),
        rest=_rest(postmortem, places, words, rest),
    )


def _counted(postmortem: Postmortem) -> list[ActionItem]:
    return [
        item for item in postmortem.action_items if not item.placeholder and item.status is not ActionStatus.CANCELLED
    ]


def _is_open(item: ActionItem) -> bool:
    return not item.placeholder and item.status not in CLOSED


def _is_plain(item: ActionItem, words: Words, sieve: plain.Plain) -> bool:
    text = promise_text(item, words)
    whole = len(text) <= _LONGEST_ACTION and not plain.breaks_off(text) and not _tells_of_itself_as_done(item, words)
    if whole and sieve.is_plain_content(item.content) and sieve.is_plain_text(text):
        return True
    sieve.passed_over.append(item.line)
    return False


def _tells_of_itself_as_done(item: ActionItem, words: Words) -> bool:
    """Tell whether `item`, of which neither status nor date says that it is open, starts as what was done does."""
    starts = re.compile("|".join(words.sought("briefing", "done_already")), re.IGNORECASE)
    return item.status is None and item.due is None and bool(starts.match(item.action.strip()))


def _rank(item: ActionItem, words: Words) -> int:
    badge = priority_badge(item.priority, words)
    return int(badge.key) if badge is not None and badge.key.isdigit() else _LOWEST


def _row(item: ActionItem, number: int, today: dt.date | None, words: Words) -> ActionRow:
    late = is_late(item, today)
    due = words.date(item.due, "medium") if item.due else _short(item.due_text, _LONGEST_DUE, words)
    return ActionRow(
        anchor=f"a-{number}",
        priority=priority_badge(item.priority, words),
        blocks=(Plain((Str(promise_text(item, words)),)),),
        owner=_short((item.owner or "").lstrip("@"), _LONGEST_OWNER, words),
        due=words.say("action_table", "late", date=due) if late else due,
        due_date=item.due.isoformat() if item.due else "",
        late=late,
        status=status_badge(item, words),
    )


def _short(text: str | None, longest: int, words: Words) -> str:
    """Return `text`, or where it stands whole if it is too long for its column."""
    text = text or ""
    return text if len(text) <= longest else words.say("briefing", "elsewhere")


def _progress(items: Sequence[ActionItem], today: dt.date | None, words: Words) -> str:
    total = len(items)
    if all(item.status is None for item in items):
        said = words.say_counted("briefing", "total", total)
    else:
        done = sum(item.status is ActionStatus.DONE for item in items)
        said = words.say("briefing", "progress", done=done, total=total)
    if today is None or not any(item.due for item in items):
        return said
    late = sum(is_late(item, today) for item in items)
    key = "late" if late else "none_late"
    return said + words.say("briefing", key, count=late, date=words.date(today))


def _rest(postmortem: Postmortem, places: Sequence[int], words: Words, rest: str) -> tuple[Block, ...]:
    more = [item for place, item in enumerate(postmortem.action_items) if _is_open(item) and place not in places]
    due = [item.due for item in more if item.due]
    if not more:
        said = "" if places else words.say("briefing", "nothing_open")
    else:
        said = words.say("briefing", "more" if places else "unnamed", count=len(more))
        said += words.say("briefing", "more_due", date=words.date(max(due))) if due else "."
    text = " ".join(filter(None, (said, rest)))
    return (Para((Str(text),)),) if text else ()
