"""A review told under one heading, parted where its lead-ins change: what worked, what failed, where luck helped."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from pmexport.model.postmortem import ActionRun, FieldRun
from pmexport.model.prose import Block, BulletList, Inlines, ListItem, Para, Plain, Strong, text_of
from pmexport.model.terms import SectionKind
from pmexport.reader import cutting
from pmexport.reader.drafts import DayMark, DraftContent, DraftRun, DraftSection
from pmexport.reader.emphasis import style_of
from pmexport.reader.header import labelled
from pmexport.reader.vocabulary import Vocabulary, key

_BUCKETS = frozenset({SectionKind.WENT_WELL, SectionKind.WENT_WRONG, SectionKind.LUCKY})
_REVIEWS = _BUCKETS | {SectionKind.LESSONS, SectionKind.RESPONSE, None}
_ENOUGH = 2


class _Lead(Struct, frozen=True):
    """A lead-in such as "Worked:", what it names, and what stands behind it on its line."""

    kind: SectionKind
    label: Inlines
    rest: tuple[Block, ...]
    line: int


def part(section: DraftSection, words: Vocabulary) -> None:
    """Give `section` and all below it a section of its own for each lead-in of a review, if there are several kinds."""
    for child in section.children:
        part(child, words)
    if section.kind not in _REVIEWS:
        return
    steps = [step for content in section.content for step in _steps(content, words)]
    kinds = {step.kind for step in steps if isinstance(step, _Lead)}
    others = {child.kind for child in section.children if child.kind in _BUCKETS}
    if not kinds or len(kinds | others) < _ENOUGH:
        return
    kept: list[DraftContent] = []
    found: list[DraftSection] = []
    for step in steps:
        if isinstance(step, _Lead):
            found.append(_section(step, section.level + 1))
        elif found:
            _put(found[-1].content, step)
        else:
            kept.append(step)
    section.content = kept
    section.children = [*found, *section.children]


def _section(lead: _Lead, level: int) -> DraftSection:
    title = text_of(lead.label).strip()
    return DraftSection(
        heading=lead.label, title=title, kind=lead.kind, level=level, line=lead.line, content=list(lead.rest)
    )


def _put(content: list[DraftContent], step: DraftContent) -> None:
    """Add `step`, a list going on with the list before it."""
    last = content[-1] if content else None
    if isinstance(step, BulletList) and isinstance(last, BulletList) and step.line == last.line:
        content[-1] = replace(last, items=(*last.items, *step.items))
    else:
        content.append(step)


def _steps(content: DraftContent, words: Vocabulary) -> Iterator[_Lead | DraftContent]:
    """Yield `content` with its lead-ins by themselves: a line, several lines, or the items of a list."""
    if isinstance(content, FieldRun | ActionRun | DraftRun | DayMark):
        yield content
        return
    match content:
        case Para(inlines) | Plain(inlines) if leads := _of_lines(inlines, content.line, words):
            yield from leads
        case BulletList(items) if any(_of_item(item, words) for item in items):
            seen: SectionKind | None = None
            for item in items:
                lead = _of_item(item, words)
                if lead and lead.kind is not seen:
                    seen = lead.kind
                    rest = (*lead.rest, *item.content[1:])
                    yield replace(lead, rest=(BulletList((replace(item, content=rest),), line=content.line),))
                else:
                    yield BulletList((item,), line=content.line)
        case _:
            yield content


def _of_lines(inlines: Inlines, line: int, words: Vocabulary) -> list[_Lead]:
    """Return the lead-ins that the lines of a paragraph are; none where one line is something else."""
    leads = [_lead(part, line + number, words) for number, part in enumerate(cutting.lines(inlines))]
    return [lead for lead in leads if lead] if all(leads) else []


def _of_item(item: ListItem, words: Vocabulary) -> _Lead | None:
    first = item.content[0] if item.content else None
    if item.checked is not None or not isinstance(first, Para | Plain):
        return None
    lead = _lead(first.content, item.line or first.line, words)
    if lead is None and item.content[1:] and words.heading(text_of(first.content)).kind is SectionKind.LESSONS:
        return _Lead(SectionKind.LESSONS, first.content, (), item.line or first.line)
    return lead if lead and (lead.rest or item.content[1:]) else None


def _lead(part: Inlines, line: int, words: Vocabulary) -> _Lead | None:
    parts = labelled(part) or ((text_of(part), ()) if style_of(part) is Strong else None)
    kind = _kind(parts[0], words) if parts else None
    if parts is None or kind is None:
        return None
    label = cutting.cut(part, len(text_of(part)) - len(text_of(part).lstrip()) + len(parts[0]))[0]
    rest = (Para(parts[1], line=line),) if text_of(parts[1]).strip() else ()
    return _Lead(kind, cutting.trimmed(label), rest, line)


def _kind(label: str, words: Vocabulary) -> SectionKind | None:
    """Return what a lead-in names, as a section or as the one word that is enough within a review: "Held:"."""
    for part in (label, *label.split("/")):
        kind = words.sections.get(key(part)) or words.leads.get(key(part))
        if kind in _BUCKETS:
            return kind
    return None
