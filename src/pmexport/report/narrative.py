"""Sections of running text: narratives, and groups that stand side by side where they are short."""

from __future__ import annotations

from msgspec.structs import replace

from pmexport.model.postmortem import Section
from pmexport.model.prose import Block, Blocks, CodeBlock, Header, Para, Plain, Str, Table
from pmexport.model.report import Column, Columns, Narrative
from pmexport.model.terms import SectionKind
from pmexport.report.anchors import Anchors
from pmexport.report.headings import heading_of
from pmexport.report.prose import run_in, set_blocks, with_facts, words_in
from pmexport.report.words import Words

_GROUPED = (SectionKind.IMPACT, SectionKind.RESPONSE, SectionKind.LESSONS)
_FACTUAL = (
    SectionKind.IMPACT,
    SectionKind.IMPACT_USER,
    SectionKind.IMPACT_BUSINESS,
    SectionKind.IMPACT_TECHNICAL,
    SectionKind.DETECTION,
)
_FEWEST_COLUMNS = 2
_MOST_COLUMNS = 3
_MOST_WORDS_IN_A_COLUMN = 60
_MOST_WORDS_IN_A_LEAD = 120
_SUB_HEADING = 3
_DEEPEST_HEADING = 6


def told(section: Section, words: Words, anchors: Anchors) -> Narrative | Columns | None:
    """Return `section` with all below it; as columns where its groups belong together; None where nothing is in it."""
    if section.placeholder:
        return None
    children = [child for child in section.children if not child.placeholder]
    heading = heading_of(section, words)
    if section.kind in _GROUPED and len(children) >= _FEWEST_COLUMNS and not any(child.children for child in children):
        return _columns(section, children, heading, words, anchors)
    anchor = anchors.new(heading)
    blocks = blocks_of(section, words, anchors, _SUB_HEADING)
    return Narrative(anchor=anchor, heading=heading, blocks=blocks, line=section.line) if blocks else None


def blocks_of(section: Section, words: Words, anchors: Anchors, level: int) -> Blocks:
    """Return all that `section` holds, its sub-sections under headings from `level` on."""
    blocks: list[Block] = list(_own_blocks(section))
    for child in section.children:
        if child.placeholder:
            continue
        below = blocks_of(child, words, anchors, min(level + 1, _DEEPEST_HEADING))
        if below:
            heading = heading_of(child, words)
            blocks.append(Header(level, (Str(heading),), anchors.new(heading), child.line))
            blocks += below
    return tuple(blocks)


def _own_blocks(section: Section) -> Blocks:
    blocks = set_blocks(section.content)
    return with_facts(blocks) if section.kind in _FACTUAL else blocks


def _columns(section: Section, children: list[Section], heading: str, words: Words, anchors: Anchors) -> Columns:
    anchor = anchors.new(heading)
    side_by_side = len(children) <= _MOST_COLUMNS and all(
        words_in(set_blocks(child.content)) <= _MOST_WORDS_IN_A_COLUMN and not _wide(set_blocks(child.content))
        for child in children
    )
    columns = []
    for child in children:
        title = heading_of(child, words)
        blocks = _own_blocks(child)
        columns.append(
            Column(
                anchor=anchors.new(title),
                heading=title,
                blocks=run_in(blocks) if side_by_side else blocks,
                line=child.line,
            )
        )
    return Columns(
        anchor=anchor,
        heading=heading,
        intro=_own_blocks(section),
        columns=tuple(columns),
        side_by_side=side_by_side,
        line=section.line,
    )


def _wide(blocks: Blocks) -> bool:
    return any(isinstance(block, CodeBlock | Table) for block in blocks)


def summary(section: Section, words: Words, anchors: Anchors) -> tuple[Narrative, ...]:
    """Return the summary: its first paragraphs large where they are short, the rest as running text."""
    anchor = anchors.new(words.say("heading", "summary"))
    heading = heading_of(section, words)
    blocks = blocks_of(section, words, anchors, _SUB_HEADING)
    lead: list[Block] = []
    for block in blocks:
        if not isinstance(block, Para | Plain) or words_in([*lead, block]) > _MOST_WORDS_IN_A_LEAD:
            break
        lead.append(replace(block))
    rest = blocks[len(lead) :]
    if not lead:
        return (Narrative(anchor=anchor, heading=heading, blocks=blocks),) if blocks else ()
    first = Narrative(anchor=anchor, heading=heading, blocks=tuple(lead), lead=True)
    if not rest:
        return (first,)
    return first, Narrative(anchor=anchors.new(f"{heading} 2"), heading="", blocks=rest)
