"""Footnotes that stand at a time, a name or a label: kept with the event, the action item or the field they are at.

A time, an owner and a label are plain text in the model, where a footnote has no place.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from pmexport.model.postmortem import (
    ActionItem,
    ActionRun,
    Content,
    EventRun,
    FieldRun,
    HeaderField,
    Postmortem,
    Section,
    TimelineEvent,
)
from pmexport.model.prose import (
    BlockQuote,
    Blocks,
    BulletList,
    Definition,
    DefinitionList,
    Header,
    Inlines,
    LineBreak,
    ListItem,
    Note,
    OrderedList,
    Para,
    Plain,
    Row,
    SoftBreak,
    Table,
    text_of,
)

_ENOUGH = 24
"""So much of a text tells where it begins."""


class _Cited(Struct, frozen=True):
    """A footnote, the line on which it is cited, and what stands before it there; in a table's head it is `over`."""

    note: Note
    line: int
    before: str
    over: bool = False


def with_kept_notes(postmortem: Postmortem, blocks: Blocks) -> Postmortem:
    """Return `postmortem` with the footnotes of its source `blocks` that found no place in it."""
    cited = list(_cited(blocks))
    kept = Counter(_notes((postmortem.heading, postmortem.lead, postmortem.sections))) if cited else Counter()
    lost: list[_Cited] = []
    for each in cited:
        if kept[each.note]:
            kept[each.note] -= 1
        else:
            lost.append(each)
    return _Keeper(postmortem, lost).kept() if lost else postmortem


def _notes(value: object) -> Iterator[Note]:
    """Yield every footnote in a part of the model."""
    match value:
        case Note():
            yield value
        case tuple():
            for part in value:
                yield from _notes(part)
        case Struct():
            for name in value.__struct_fields__:
                yield from _notes(getattr(value, name))
        case _:
            pass


def _cited(value: object) -> Iterator[_Cited]:
    """Yield the footnotes cited in blocks, in their order."""
    match value:
        case Para(content, line) | Plain(content, line):
            yield from _in_line(content, line, "")
        case Table(head=head, rows=rows, line=line):
            yield from (replace(each, over=True) for each in _in_cells(head, line))
            for row in rows:
                yield from _cited(row)
        case Row(cells, line):
            yield from _in_cells(cells, line)
        case DefinitionList(items):
            yield from _cited(items)
        case Definition(term, content, line):
            yield from _in_line(term, line, "")
            yield from _cited(content)
        case Header(content=content, line=line):
            yield from _in_line(content, line, "")
        case ListItem(content) | BlockQuote(content):
            yield from _cited(content)
        case BulletList(items) | OrderedList(items):
            yield from _cited(items)
        case tuple():
            for part in value:
                yield from _cited(part)
        case _:
            pass


def _in_cells(cells: tuple[Inlines, ...], line: int) -> Iterator[_Cited]:
    before = ""
    for cell in cells:
        # A row has one line, however many its cells show.
        yield from (replace(each, line=line) for each in _in_line(cell, line, before))
        before += f"{text_of(cell)} "


def _in_line(content: Inlines, line: int, before: str) -> Iterator[_Cited]:
    for inline in content:
        match inline:
            case Note():
                yield _Cited(inline, line, before)
            case SoftBreak() | LineBreak():
                line, before = line + 1, ""
            case _:
                for note in _notes(getattr(inline, "content", ())):
                    yield _Cited(note, line, before)
                before += text_of((inline,))


class _Keeper:
    """Gives each lost footnote to what stands on its line, else to what stands before it."""

    def __init__(self, postmortem: Postmortem, lost: list[_Cited]) -> None:
        self._postmortem = postmortem
        lines = sorted({line for part in (postmortem.lead, postmortem.sections) for line in _host_lines(part)})
        self._at: dict[int, list[_Cited]] = {}
        self._homeless: list[_Cited] = []
        for each in lost:
            number = bisect_left(lines, each.line) if each.over else bisect_right(lines, each.line) - 1
            if 0 <= number < len(lines):
                self._at.setdefault(lines[number], []).append(each)
            else:
                self._homeless.append(each)

    def kept(self) -> Postmortem:
        lead, sections = self._contents(self._postmortem.lead), self._sections(self._postmortem.sections)
        left = tuple(Plain((each.note,), line=each.line) for each in self._homeless)
        return replace(self._postmortem, lead=(*lead, *left), sections=sections)

    def _sections(self, sections: tuple[Section, ...]) -> tuple[Section, ...]:
        return tuple(
            replace(each, content=self._contents(each.content), children=self._sections(each.children))
            for each in sections
        )

    def _contents(self, content: tuple[Content, ...]) -> tuple[Content, ...]:
        return tuple(map(self._content, content))

    def _content(self, part: Content) -> Content:
        match part:
            case FieldRun(fields):
                return FieldRun(tuple(map(self._field, fields)))
            case EventRun(events, columns):
                return EventRun(tuple(map(self._event, events)), columns)
            case ActionRun(items, columns):
                return ActionRun(tuple(map(self._item, items)), columns)
            case _:
                return part

    def _field(self, field: HeaderField) -> HeaderField:
        found = self._at.pop(field.line, [])
        return replace(field, value=(*(each.note for each in found), *field.value)) if found else field

    def _event(self, event: TimelineEvent) -> TimelineEvent:
        found = self._at.pop(event.line, [])
        return replace(event, content=_with(event.content, event.line, event.text, found)) if found else event

    def _item(self, item: ActionItem) -> ActionItem:
        found = self._at.pop(item.line, [])
        return replace(item, content=_with(item.content, item.line, item.action, found)) if found else item


def _with(content: Blocks, line: int, text: str, found: list[_Cited]) -> Blocks:
    """Return `content`, whose words are `text`, with footnotes before or behind them, as they were cited."""
    start = text[:_ENOUGH]
    after = [each for each in found if each.line > line or (start and start in each.before)]
    behind: Inlines = tuple(each.note for each in after)
    before: Inlines = tuple(each.note for each in found if each not in after)
    first = content[0] if content else None
    if isinstance(first, Para | Plain):
        return (replace(first, content=(*before, *first.content, *behind)), *content[1:])
    return (Plain((*before, *behind), line=line), *content)


def _host_lines(content: tuple[Content, ...] | tuple[Section, ...]) -> Iterator[int]:
    """Yield the lines of what can take a footnote."""
    for part in content:
        match part:
            case FieldRun(hosts) | EventRun(hosts) | ActionRun(hosts):
                yield from (host.line for host in hosts)
            case Section():
                yield from _host_lines(part.content)
                yield from _host_lines(part.children)
            case _:
                pass
