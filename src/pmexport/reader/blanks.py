"""Which sections still hold nothing but what a template left: blanks, requests, standing rows."""

from __future__ import annotations

import re

from pmexport.model.postmortem import ActionRun, FieldRun, HeaderField
from pmexport.model.prose import BulletList, CodeBlock, Para, Plain, Table, text_of
from pmexport.model.terms import ActionStatus, FieldName, SectionKind
from pmexport.reader import cutting, placeholders
from pmexport.reader.drafts import DayMark, DraftRun, DraftSection
from pmexport.reader.severity import severity
from pmexport.reader.timestamps import scan
from pmexport.reader.vocabulary import Vocabulary, key

_ENOUGH = 3
"""So many sections that only ask make a template of a document."""
_POINTING = frozenset({SectionKind.REFERENCES, SectionKind.APPENDIX})
_REQUEST = 40
"""A request of a template has no more words."""
_NOTE = 8
"""A note on the zone of the times has fewer words."""
_BLANK = re.compile(r"[\[{<][^\[\]{}<>]*[\]}>]|\b(?:YYYY|yyyy)[-/.](?:MM|mm)[-/.](?:DD|dd)\b")


def is_form(sections: list[DraftSection], words: Vocabulary) -> bool:
    """Whether several sections still hold what a template asks for: "Describe what happened."."""
    everything = [part for section in sections for part in section.walk()]
    return sum(_is_asked_for(part, words) for part in everything) >= _ENOUGH


def is_unfilled(sections: list[DraftSection], fields: tuple[HeaderField, ...], words: Vocabulary) -> bool:
    """Whether nobody has begun to fill in a template: its header is blank, sections ask, nothing tells more."""
    blank = [field.placeholder for field in fields]
    dated = any(field.name is FieldName.DATE and not field.placeholder for field in fields)
    everything = [part for section in sections for part in section.walk()]
    texts = [text_of(part.content) for section in everything for part in section.content if isinstance(part, Para)]
    return (
        not dated
        and sum(blank) >= max(_ENOUGH, len(blank) - 1)
        and sum(_is_asked_for(part, words) for part in everything) > 1
        and all(len(text.split()) <= _REQUEST for text in texts)
    )


def _is_asked_for(section: DraftSection, words: Vocabulary) -> bool:
    """Whether a section begins with one sentence in the imperative, and only an example or a blank list follows."""
    if not section.content or not _is_request(section.content[0], words):
        return False
    return all(isinstance(part, CodeBlock) or _is_blank(part, words) for part in section.content[1:])


def _is_request(part: object, words: Vocabulary) -> bool:
    if not isinstance(part, Para | Plain) or cutting.targets(part.content):
        return False
    text = text_of(part.content).strip()
    asks = key(text).startswith(words.requests) or placeholders.has_guidance(part.content, words)
    return len(text.split()) <= _REQUEST and asks


def mark_placeholders(section: DraftSection, words: Vocabulary, *, form: bool = False, unfilled: bool = False) -> bool:
    """Say of `section` and all below it whether it holds blanks only; return what was said of it.

    `form` says that the document is a template, whose requests are blanks too; `unfilled`, that all of it is one.
    """
    below = [mark_placeholders(child, words, form=form, unfilled=unfilled) for child in section.children]
    asked = form and _is_asked_for(section, words)
    blank = [
        _is_blank_list(part, words)
        if section.kind is SectionKind.ACTION_ITEMS and isinstance(part, Table)
        else _is_blank(part, words)
        for part in section.content
    ]
    own = (
        unfilled
        or asked
        or all(
            is_blank or (any(blank) and _introduces(part, words))
            for is_blank, part in zip(blank, section.content, strict=True)
        )
    )
    stamp = scan(section.title, words) if own else None
    timed = stamp is not None and stamp.clock is not None
    section.placeholder = own and all(below) and not timed
    return section.placeholder


def mark_standing(sections: list[DraftSection], words: Vocabulary) -> None:
    """Say of references beside blank sections only that they are a template's own, where some of them are blanks."""
    everything = [part for section in sections for part in section.walk()]
    told = [part for part in everything if part.kind not in {None, SectionKind.HEADER, *_POINTING}]
    if len(told) < _ENOUGH or not all(part.placeholder for part in told):
        return
    for part in (part for part in everything if part.kind in _POINTING):
        items = [item for block in part.content if isinstance(block, BulletList) for item in block.items]
        part.placeholder = part.placeholder or any(placeholders.blank_item(item, words) for item in items)


def _introduces(part: object, words: Vocabulary) -> bool:
    """Whether a paragraph only leads over to what stands below it, or tells the zone of the times there."""
    if not isinstance(part, Para | Plain):
        return False
    text = text_of(part.content)
    told = key(text).split()
    return text.rstrip(" *_").endswith((":", "：")) or (len(told) < _NOTE and bool(words.zone_note & set(told)))


def _is_blank_list(table: Table, words: Vocabulary) -> bool:
    """Whether a table of actions says nothing yet: where the action comes first, it is no label of a blank."""
    if words.action_columns.get(key(text_of(table.head[0]))) != "action":
        return placeholders.blank_table(table, words)
    return all(
        placeholders.is_placeholder(text_of(row.cells[0]), words)
        and all(_is_standing(text_of(cell), words) for cell in row.cells[1:])
        for row in table.rows
    )


def _is_standing(text: str, words: Vocabulary) -> bool:
    """Whether a cell of a row without an action says nothing yet: a blank, "High", "To do"."""
    return (
        placeholders.is_placeholder(text, words)
        or severity(text).level is not None
        or words.action_status.get(key(text)) is ActionStatus.NOT_STARTED
    )


def _is_blank(part: object, words: Vocabulary) -> bool:
    match part:
        case FieldRun(fields):
            return all(field.placeholder for field in fields)
        case ActionRun(items):
            return all(item.placeholder for item in items)
        case DraftRun(events):
            return not events
        case DayMark(block):
            return placeholders.blank_block(block, words)
        case Para(content) | Plain(content) if _is_time_note(text_of(content), words):
            return True
        case _:
            return placeholders.blank_block(part, words)  # type: ignore[arg-type]  # the blocks are what is left


def _is_time_note(text: str, words: Vocabulary) -> bool:
    """Whether `text` is "All times in [UTC/timezone]" or "Day: YYYY-MM-DD TZ=UTC", still to be filled in."""
    rest = key(_BLANK.sub(" ", text)).split()
    return bool(_BLANK.search(text)) and len(rest) < 5 and bool(words.zone_note & set(rest))  # noqa: PLR2004
