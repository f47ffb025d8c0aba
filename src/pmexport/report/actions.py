"""Action items to the action table: badges, due dates, the share done, what is late."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pmexport.model.postmortem import ActionItem, ActionRun, Section
from pmexport.model.prose import Block, Blocks, Para, Plain, Str, text_of
from pmexport.model.report import ActionGroup, ActionRow, ActionTable, Badge, BadgeScheme, LabelledFact
from pmexport.model.terms import ActionStatus
from pmexport.report.addresses import linked
from pmexport.report.headings import heading_of
from pmexport.report.prose import set_blocks
from pmexport.report.words import Words

CLOSED = (ActionStatus.DONE, ActionStatus.CANCELLED)
_BAR = (
    ActionStatus.DONE,
    ActionStatus.IN_PROGRESS,
    ActionStatus.BLOCKED,
    ActionStatus.NOT_STARTED,
)
_LOWEST = 4
_LONGEST_STATUS = 16
_NUMBER_LABELS = {"#", "№"}


def action_table(sections: Sequence[Section], words: Words, today: dt.date | None, anchor: str) -> ActionTable | None:
    """Return the table of every action item of `sections`, with what the author wrote around them; None without any.

    Due dates are held against `today` where it is given.
    """
    groups = tuple(_Groups(words, today).of(sections))
    items = [item for section in sections for item in _items(section)]
    if not items:
        return None
    rows = [row for group in groups for row in group.rows]
    say = words.say
    return ActionTable(
        anchor=anchor,
        heading=heading_of(sections[0], words),
        progress=_progress(items, words),
        outlook=_outlook(items, words, today),
        segments=segments(items),
        priority_heading=say("action_table", "priority") if any(row.priority for row in rows) else "",
        action_heading=say("action_table", "action"),
        kind_heading=say("action_table", "kind") if any(row.kind for row in rows) else "",
        owner_heading=say("action_table", "owner") if any(row.owner for row in rows) else "",
        due_heading=say("action_table", "due") if any(row.due for row in rows) else "",
        status_heading=say("action_table", "status") if any(row.status or row.status_note for row in rows) else "",
        groups=groups,
        line=sections[0].line,
        statuses=tuple((status.value, say("status", status)) for status in ActionStatus),
    )


def _items(section: Section) -> Iterator[ActionItem]:
    for one in section.walk():
        for content in one.content:
            if isinstance(content, ActionRun):
                yield from (item for item in content.items if not item.placeholder)


class _Groups:
    """Walks the action sections and gives out their groups, numbering the rows."""

    def __init__(self, words: Words, today: dt.date | None) -> None:
        self._words = words
        self._today = today
        self._count = 0

    def of(self, sections: Sequence[Section]) -> Iterator[ActionGroup]:
        for place, section in enumerate(sections):
            yield from self._section(section, "" if place == 0 else heading_of(section, self._words))

    def _section(self, section: Section, heading: str) -> Iterator[ActionGroup]:
        if section.placeholder:
            return
        intro: list[Block] = []
        rows: list[ActionRow] = []
        texts: list[Block] = []
        for content in section.content:
            if not isinstance(content, ActionRun):
                texts += set_blocks([content])
                continue
            # Text between two runs leads to the second; where none is, they are one table.
            if rows and texts:
                yield ActionGroup(heading=heading, intro=tuple(intro), rows=tuple(rows))
                heading, intro, rows = "", [], []
            intro, texts = [*intro, *texts], []
            rows += (self._row(item) for item in content.items if not item.placeholder)
        if not rows:
            intro, texts = [*intro, *texts], []
        if rows or intro or heading:
            yield ActionGroup(heading=heading, intro=tuple(intro), rows=tuple(rows), rest=tuple(texts))
        for child in section.children:
            yield from self._section(child, heading_of(child, self._words))

    def _row(self, item: ActionItem) -> ActionRow:
        self._count += 1
        late = is_late(item, self._today)
        due = self._words.date(item.due, "medium") if item.due else item.due_text or ""
        status = status_badge(item, self._words)
        return ActionRow(
            anchor=f"a-{self._count}",
            priority=priority_badge(item.priority, self._words),
            blocks=_action_blocks(item),
            kind=item.kind or "",
            owner=item.owner or "",
            due=self._words.say("action_table", "late", date=due) if late else due,
            due_date=item.due.isoformat() if item.due else "",
            late=late,
            status=status,
            status_note=_status_note(item, status),
            details=tuple(
                LabelledFact(label=detail.label, value=linked(detail.value))
                for detail in item.details
                if detail.value and detail.label not in _NUMBER_LABELS
            ),
            line=item.line,
        )


def is_late(item: ActionItem, today: dt.date | None) -> bool:
    """Tell whether `item` is open past its due date on the day `today`; never where either is unknown."""
    return today is not None and item.due is not None and item.due < today and item.status not in CLOSED


def priority_badge(priority: str | None, words: Words) -> Badge | None:
    """Return the priority as written, ranked by its digit or, in words, by the label file; None without one."""
    if not priority:
        return None
    grade = words.wording.grade(BadgeScheme.PRIORITY, priority)
    if grade is not None:
        return Badge(scheme=BadgeScheme.PRIORITY, key=grade.key, label=priority)
    digit = re.search(r"\d", priority)
    word = re.sub(r"[\W\d_]+", "", priority.casefold())
    if digit:
        key = str(min(int(digit[0]), _LOWEST))
    elif words.has("priority", word):
        key = str(words.level("priority", word))
    else:
        key = "none"
    return Badge(scheme=BadgeScheme.PRIORITY, key=key, label=priority)


def status_badge(item: ActionItem, words: Words) -> Badge | None:
    """Return the status in the author's own word where that is one or two, else in ours."""
    if item.status is None:
        return None
    written = _plain_status(item.status_text or "")
    named = words.wording.name(BadgeScheme.ACTION, item.status)
    ours = words.say("status", item.status)
    if written.casefold() == ours.casefold():
        written = ours  # in German, nouns keep their capitals
    label = named or written if named or (written and len(written) <= _LONGEST_STATUS) else ours
    return Badge(scheme=BadgeScheme.ACTION, key=item.status.value, label=label)


def _plain_status(text: str) -> str:
    """Return `text` in sentence case without signs at its ends; nothing where more than letters are left."""
    plain = re.sub(r"^[\W_]+|[\W_]+$", "", text)
    if plain.casefold() == "x" or not re.fullmatch(r"[^\W\d_]+(?:[ -][^\W\d_]+){0,2}", plain):
        return ""
    return f"{plain[:1].upper()}{plain[1:].lower()}"


def _status_note(item: ActionItem, status: Badge | None) -> str:
    """Return what the author's status says beyond the badge: ``Done in #4704`` says more than done."""
    text = (item.status_text or "").strip()
    letters = re.sub(r"[\W_]+", "", text.casefold())
    if status is None:
        return text
    return "" if letters in {"", "x", status.key.replace("_", ""), status.label.replace(" ", "").casefold()} else text


def _action_blocks(item: ActionItem) -> Blocks:
    """Return what the action says, after its number where its row has one."""
    blocks = set_blocks(item.content) or (Plain((Str(item.action),)),)
    number = next((text_of(one.value) for one in item.details if one.label in _NUMBER_LABELS), "")
    match blocks:
        case (Plain(content) | Para(content), *rest) if number:
            return (Plain((Str(f"{number}. "), *content)), *rest)
        case _:
            return blocks


def _counted(items: Sequence[ActionItem]) -> list[ActionItem]:
    return [item for item in items if item.status is not ActionStatus.CANCELLED]


def _progress(items: Sequence[ActionItem], words: Words) -> str:
    counted = _counted(items)
    if all(item.status is None for item in counted):
        return words.say("action_table", "no_statuses", total=len(items)) if len(items) > 1 else ""
    done = sum(item.status is ActionStatus.DONE for item in counted)
    return words.say("action_table", "progress", done=done, total=len(counted))


def segments(items: Sequence[ActionItem]) -> tuple[str, ...]:
    """Return a status key for each counted item, done first; none where no item has a status."""
    counts = Counter(item.status for item in _counted(items))
    if set(counts) == {None}:
        return ()
    ordered = [status.value for status in _BAR for _ in range(counts[status])]
    return (*ordered, *("none" for _ in range(counts[None])))


def _outlook(items: Sequence[ActionItem], words: Words, today: dt.date | None) -> str:
    """Return what is open, how much of it is late, and when the next promise falls due."""
    counts = Counter(item.status for item in items)
    if set(counts) == {None}:
        said = []
    else:
        said = [
            words.say("count", status, count=counts[status])
            for status in (*_BAR[1:], ActionStatus.CANCELLED)
            if counts[status]
        ]
        said += [words.say("count", "no_status", count=counts[None])] if counts[None] else []
    late = sum(is_late(item, today) for item in items)
    said += [words.say("count", "late", count=late)] if late else []
    sentence = f"{', '.join(said)}." if said else ""
    due = [item.due for item in items if item.due and item.status not in CLOSED and (not today or item.due >= today)]
    following = words.say("action_table", "next_due", date=words.date(min(due))) if due else ""
    return " ".join(filter(None, (sentence, following)))
