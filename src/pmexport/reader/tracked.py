"""Which sections hold the action items: where a document keeps a list of them, measures told elsewhere are none."""

from __future__ import annotations

from pmexport.model.postmortem import ActionRun, FieldRun
from pmexport.model.prose import BulletList, OrderedList, Table
from pmexport.model.terms import SectionKind
from pmexport.reader.drafts import DraftSection, topmost
from pmexport.reader.vocabulary import Vocabulary, key


def sections_of(drafts: list[DraftSection], words: Vocabulary) -> frozenset[int]:
    """Return the identities of the sections with action items: those of that kind, and what has none below them.

    Beside a list called "Action items", what stands under "Prevention" tells rules and habits, unless it has boxes to
    tick.
    """
    listed = [part for draft in drafts for part in draft.walk() if _is_list(part, words)]
    own = {id(part) for section in listed for part in section.walk()}
    found: set[int] = set()
    for top in topmost(drafts, SectionKind.ACTION_ITEMS):
        for part in _parts(top):
            told = bool(own) and id(part) not in own and _is_told(top, part, words) and not _is_ticked(part)
            if not told:
                found.add(id(part))
    return frozenset(found)


def _parts(top: DraftSection) -> list[DraftSection]:
    return [part for part in top.walk() if part.kind in {None, SectionKind.ACTION_ITEMS}]


def _is_list(section: DraftSection, words: Vocabulary) -> bool:
    """Whether a section is called a list of action items and is one."""
    if key(section.title) not in words.tracked or section.placeholder:
        return False
    return any(isinstance(block, BulletList | OrderedList | Table) for part in section.walk() for block in part.content)


def _is_told(top: DraftSection, part: DraftSection, words: Vocabulary) -> bool:
    return bool({key(top.title), key(part.title)} & words.measures)


def _is_ticked(section: DraftSection) -> bool:
    lists = [block for block in section.content if isinstance(block, BulletList)]
    return any(item.checked is not None for block in lists for item in block.items) or any(
        isinstance(block, ActionRun | FieldRun | Table) for block in section.content
    )
