"""A postmortem while it is being read: sections that can still change, events whose times are not settled yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pmexport.model.postmortem import ActionRun, Detail, FieldRun
from pmexport.model.prose import Block, Header, Inlines
from pmexport.model.terms import Milestone, SectionKind
from pmexport.reader.timestamps import Stamp
from pmexport.reader.written_dates import WrittenDate
from pmexport.reader.zones import Zone


@dataclass(kw_only=True)
class DraftEvent:
    """An event as written. `zone` is what its column says."""

    stamp: Stamp | None
    content: tuple[Block, ...]
    written: str = ""
    zone: Zone | None = None
    actor: str | None = None
    details: tuple[Detail, ...] = ()
    milestone: Milestone | None = None
    basis: str | None = None
    line: int = 0


@dataclass
class DraftRun:
    """Events that stand together."""

    events: list[DraftEvent]
    columns: tuple[str, ...] = ()


@dataclass
class DayMark:
    """A line that says which day the times below it belong to."""

    block: Block
    date: WrittenDate


DraftContent = Block | FieldRun | ActionRun | DraftRun | DayMark


@dataclass(kw_only=True)
class DraftSection:
    """A section while it is read. `source` is the heading as a block, None for what stands before the first one."""

    heading: Inlines = ()
    title: str = ""
    qualifier: str = ""
    kind: SectionKind | None = None
    narrative: bool = False
    level: int = 2
    line: int = 0
    placeholder: bool = False
    content: list[DraftContent] = field(default_factory=list)
    children: list[DraftSection] = field(default_factory=list)

    def walk(self) -> Iterator[DraftSection]:
        """Yield this section and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()

    def flat(self) -> list[Block]:
        """Return the plain blocks of this section and all below it, sub-headings among them."""
        blocks = [part for part in self.content if not isinstance(part, FieldRun | ActionRun | DraftRun | DayMark)]
        for child in self.children:
            blocks.append(Header(min(child.level, 6), child.heading, line=child.line))
            blocks += child.flat()
        return blocks


def topmost(drafts: list[DraftSection], kind: SectionKind) -> list[DraftSection]:
    """Return the sections of `kind` that stand in none of the same kind."""
    found: list[DraftSection] = []
    for draft in drafts:
        found += [draft] if draft.kind is kind else topmost(draft.children, kind)
    return found
