"""Whether a remediation is what was done at the time or the work still to be done: two words for both."""

from __future__ import annotations

import re

from pmexport.model.prose import Block, BulletList, ListItem, OrderedList, Para, Plain, Table, text_of
from pmexport.model.terms import SectionKind
from pmexport.reader.drafts import DraftSection
from pmexport.reader.vocabulary import Vocabulary, key

_TICKET = re.compile(r"\W*(?:[A-Z][A-Z0-9]{1,9}-\d+|#\d+)\b")
_WORK = frozenset({"owner", "due"})
"""A table with these columns is one of work to be done."""


def settle(sections: list[DraftSection], words: Vocabulary) -> None:
    """Give "Remediation" the kind that its content and the other sections leave for it."""
    listed = [section for section in sections if section.kind is SectionKind.ACTION_ITEMS]
    if any(key(section.title) in words.follow_ups and section.content + section.children for section in listed):
        for section in listed:
            if key(section.title) in words.remedies and not _is_planned(section):
                section.kind = SectionKind.RESPONSE
    everything = [part for section in sections for part in section.walk()]
    if not any(part.kind is SectionKind.ACTION_ITEMS for part in everything):
        for part in everything:
            both = part.kind is SectionKind.LESSONS and words.names_too(part.title, SectionKind.ACTION_ITEMS)
            if (part.kind is SectionKind.RESPONSE or both) and _is_work(part, words):
                part.kind = SectionKind.ACTION_ITEMS


def _is_planned(section: DraftSection) -> bool:
    """Whether a list has boxes to tick or columns for owner and day."""
    blocks = [block for part in section.walk() for block in part.content]
    items = [item for block in blocks if isinstance(block, BulletList) for item in block.items]
    return any(isinstance(block, Table) for block in blocks) or any(item.checked is not None for item in items)


def _is_work(section: DraftSection, words: Vocabulary) -> bool:
    """Whether a section is a list of open boxes, of tickets, or a table with an owner or a day for each row."""
    return any(_is_work_list(block, words) for block in section.content if not isinstance(block, Para | Plain))


def _is_work_list(block: object, words: Vocabulary) -> bool:
    match block:
        case Table(head=head):
            roles = {words.action_columns.get(key(text_of(cell))) for cell in head}
            return bool(roles & _WORK) and "action" in roles
        case BulletList(items) | OrderedList(items):
            boxes = any(item.checked is False for item in items)
            return boxes or (len(items) > 1 and all(map(_is_ticket, items)))
        case _:
            return False


def _is_ticket(item: ListItem) -> bool:
    first: Block | None = item.content[0] if item.content else None
    return isinstance(first, Para | Plain) and bool(_TICKET.match(text_of(first.content)))
