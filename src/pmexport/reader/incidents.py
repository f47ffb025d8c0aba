"""Where one incident ends and the next begins, in a file that tells of several."""

from __future__ import annotations

import re
from collections import Counter

from msgspec import Struct
from msgspec.structs import replace

from pmexport import plainyaml
from pmexport.model.diagnostic import Diagnostic
from pmexport.model.prose import (
    Block,
    Blocks,
    BulletList,
    Header,
    ListItem,
    OrderedList,
    Para,
    Plain,
    Strong,
    text_of,
)
from pmexport.model.terms import DiagnosticSeverity, FieldName, SectionKind
from pmexport.reader import emphasis, header, titles
from pmexport.reader.vocabulary import Vocabulary, key

_TELLING = frozenset(
    {
        SectionKind.SUMMARY,
        SectionKind.IMPACT,
        SectionKind.TIMELINE,
        SectionKind.ROOT_CAUSE,
        SectionKind.DETECTION,
        SectionKind.RESPONSE,
        SectionKind.ACTION_ITEMS,
    }
)
"""Kinds of section that come back where another incident is told."""
_FACTS = frozenset(
    {FieldName.DATE, FieldName.START, FieldName.RESOLVED, FieldName.DURATION, FieldName.SEVERITY, FieldName.IMPACT}
)
"""Header fields that only an incident has: an action item has an owner and a status too."""
_SHARED = frozenset({SectionKind.ACTION_ITEMS})
"""What stands once for all incidents makes them one postmortem."""
_OF_ALL = frozenset({FieldName.AUTHORS, FieldName.REVIEWERS, FieldName.TIMEZONE, FieldName.CLASSIFICATION})
_ENOUGH = 2
_DEEPEST = 4
_LISTED = 6
"""So many incidents are named in a message."""


class Incident(Struct, frozen=True):
    """The blocks of one incident, its heading first; `around` is what stood before it and belongs to none.

    `notes` is what stood before the first of all.
    """

    blocks: Blocks
    around: Blocks = ()
    notes: Blocks = ()


class Incidents(Struct, frozen=True):
    """Each incident of a file, in the order written, and what the author should know of the cut."""

    parts: tuple[Incident, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


class _Span(Struct, frozen=True):
    """A heading and all below it: `blocks[start:end]`."""

    start: int
    end: int
    heading: Header
    kinds: frozenset[SectionKind]


def incidents(blocks: Blocks, words: Vocabulary) -> Incidents:
    """Return the incidents in `blocks`: all of it is one, unless a heading repeats that has an account of its own."""
    if sum(isinstance(block, Header) and _may_name(block, words) for block in blocks) < _ENOUGH:
        return Incidents((Incident(blocks),))
    headed = emphasis.with_headings(blocks, words)
    levels = [_own_accounts(headed, level, words) for level in range(1, _DEEPEST + 1)]
    # Headings that name an incident count first: "Second quarter" may stand above a log of them.
    named = [[span for span in spans if _names_incident(span.heading, words)] for spans in levels]
    for spans in (*named, *levels):
        if len(spans) < _ENOUGH:
            continue
        if shared := _told_for_all(headed, spans, words):
            return Incidents((Incident(blocks),), (_kept_together(spans, shared),))
        return Incidents(_parted(headed, spans, words), (_split(spans),))
    return Incidents((Incident(blocks),))


def told_of_all(matter: plainyaml.Mapping | None, words: Vocabulary) -> plainyaml.Mapping | None:
    """Return what of the front matter holds for every incident of a file: people and zone, not one's title and day."""
    if matter is None:
        return None
    kept = plainyaml.Mapping()
    for name, value in matter.items():
        if words.field(name.replace("_", " ")) in _OF_ALL:
            kept[name] = value
            kept.lines[name] = matter.lines.get(name, 0)
    return kept


def _own_accounts(blocks: Blocks, level: int, words: Vocabulary) -> list[_Span]:
    """Return the headings of `level` that each tell an incident with sections which the others have too."""
    spans = [span for span in _spans(blocks, level, words) if span.kinds]
    repeated = Counter(kind for span in spans for kind in span.kinds)
    return [
        span
        for span in spans
        if (common := {kind for kind in span.kinds if repeated[kind] >= _ENOUGH})
        and (_names_incident(span.heading, words) or (SectionKind.TIMELINE in common and len(common) >= _ENOUGH))
    ]


def _spans(blocks: Blocks, level: int, words: Vocabulary) -> list[_Span]:
    """Return the headings of `level` with all below them, but for those within a section whose kind is known."""
    edges = [
        (number, block) for number, block in enumerate(blocks) if isinstance(block, Header) and block.level <= level
    ]
    ends = [number for number, _ in edges[1:]] + [len(blocks)] * bool(edges)
    found: list[_Span] = []
    above: Header | None = None
    for (start, heading), end in zip(edges, ends, strict=True):
        if heading.level < level:
            above = heading if start != edges[0][0] else None
        elif (above is None or key(text_of(above.content)) not in words.sections) and _may_name(heading, words):
            found.append(_Span(start, end, heading, _kinds(blocks[start + 1 : end], words)))
    return found


def _kinds(blocks: Blocks, words: Vocabulary) -> frozenset[SectionKind]:
    found = {words.sections.get(key(label)) for block in blocks for label in _labels(block)}
    facts = {field.name for block in blocks for field in header.fields_of(block, words)} & _FACTS
    told = {kind for kind in found if kind in _TELLING}
    return frozenset(told | {SectionKind.HEADER} if len(facts) >= _ENOUGH else told)


def _labels(block: Block) -> list[str]:
    """Return the headings that a block is or holds: its own text, or the bold starts of its list items."""
    match block:
        case Header(content=content):
            return [text_of(content)]
        case BulletList(items) | OrderedList(items):
            return [label for item in items if (label := _bold_start(item))]
        case _:
            return []


def _bold_start(item: ListItem) -> str:
    match item.content[:1]:
        case (Para((Strong(content), *_)) | Plain((Strong(content), *_)),):
            return text_of(content)
        case _:
            return ""


def _may_name(heading: Header, words: Vocabulary) -> bool:
    plain = key(text_of(heading.content))
    return plain not in words.sections and plain not in words.narrative and plain not in words.below


def _names_incident(heading: Header, words: Vocabulary) -> bool:
    """Whether a heading calls itself an incident, or carries an id or a day."""
    text = text_of(heading.content)
    title = titles.read_title(text, words)
    named = set(re.split(r"[\s\d]+", key(text))[:3]) & set(words.title_kinds)
    return bool(title.kind or title.incident_id or title.date or named)


def _told_for_all(blocks: Blocks, spans: list[_Span], words: Vocabulary) -> Header | None:
    """Return the heading of what stands once for all incidents and in none of them."""
    own = frozenset(kind for span in spans for kind in span.kinds)
    inside = {span.start for span in spans}
    return next(
        (
            block
            for number, block in enumerate(blocks)
            if isinstance(block, Header)
            and block.level <= spans[0].heading.level
            and number not in inside
            and words.sections.get(key(text_of(block.content))) in _SHARED - own
        ),
        None,
    )


def _parted(blocks: Blocks, spans: list[_Span], words: Vocabulary) -> tuple[Incident, ...]:
    """Return the incidents; known sections after one belong to it, whatever else stands between, to the next."""
    parts: list[Incident] = []
    notes = around = _as_text(blocks[: spans[0].start])
    for span, following in zip(spans, [*spans[1:], None], strict=True):
        limit = following.start if following else len(blocks)
        end = span.end
        while end < limit and (following is None or _is_section(blocks[end], words)):
            end = next((n for n in range(end + 1, limit) if _starts(blocks[n], span.heading.level)), limit)
        parts.append(Incident(_raised(blocks[span.start : end], span.heading.level), around, notes))
        around = _as_text(blocks[end:limit])
    return tuple(parts)


def _starts(block: Block, level: int) -> bool:
    return isinstance(block, Header) and block.level <= level


def _is_section(block: Block, words: Vocabulary) -> bool:
    return isinstance(block, Header) and key(text_of(block.content)) in words.sections


def _as_text(blocks: Blocks) -> Blocks:
    """Return `blocks` with headings as bold lines: what stands around incidents is no section of one."""
    return tuple(
        Para((Strong(block.content),), line=block.line) if isinstance(block, Header) else block for block in blocks
    )


def _raised(blocks: Blocks, level: int) -> Blocks:
    """Return `blocks` with the first heading at the top level and the others below it."""
    first, *others = blocks
    done = [
        replace(block, level=max(2, block.level - level + 1)) if isinstance(block, Header) else block
        for block in others
    ]
    return (replace(first, level=1) if isinstance(first, Header) else first, *done)


def _listed(spans: list[_Span]) -> str:
    told = [f"“{text_of(span.heading.content)}” (line {span.heading.line})" for span in spans[:_LISTED]]
    return ", ".join([*told, *(["…"] if len(spans) > _LISTED else [])])


def _split(spans: list[_Span]) -> Diagnostic:
    return Diagnostic(
        code="incidents-split",
        severity=DiagnosticSeverity.NOTE,
        line=spans[1].heading.line,
        message=f"the file tells of {len(spans)} incidents, which are read one by one: {_listed(spans)}",
        hint="--incident N picks one of them",
    )


def _kept_together(spans: list[_Span], shared: Header) -> Diagnostic:
    return Diagnostic(
        code="incidents-together",
        severity=DiagnosticSeverity.NOTE,
        line=spans[1].heading.line,
        message=f"{len(spans)} incidents are read as one postmortem, since “{text_of(shared.content)}” "
        f"(line {shared.line}) stands once for all: {_listed(spans)}",
        hint="give each its own action items, and they are read one by one",
    )
