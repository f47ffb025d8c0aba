"""How running text is set: labelled facts as label and value, run-in heads, code in colour, bare addresses as links."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from msgspec.structs import replace

from pmexport.model.postmortem import ActionRun, Content, EventRun, FieldRun
from pmexport.model.prose import (
    Alignment,
    Block,
    BlockQuote,
    Blocks,
    BulletList,
    CodeBlock,
    Definition,
    DefinitionList,
    Header,
    HorizontalRule,
    Inline,
    Inlines,
    ListItem,
    OrderedList,
    Para,
    Plain,
    Row,
    Str,
    Strong,
    Table,
    text_of,
)
from pmexport.report.addresses import linked
from pmexport.report.highlight import highlighted

_LONGEST_STRONG_VALUE = 72


def words_in(blocks: Iterable[Block]) -> int:
    """Return how many words `blocks` hold, those of code and tables included."""
    return sum(_words(block) for block in blocks)


def _words(block: Block) -> int:
    match block:
        case Para(content) | Plain(content) | Header(content=content):
            return len(text_of(content).split())
        case BulletList(items) | OrderedList(items):
            return sum(words_in(item.content) for item in items)
        case CodeBlock(text):
            return len(text.split())
        case BlockQuote(content):
            return words_in(content)
        case Table(head=head, rows=rows):
            cells = [*head, *(cell for row in rows for cell in row.cells)]
            return sum(len(text_of(cell).split()) for cell in cells)
        case DefinitionList(items):
            return sum(len(text_of(item.term).split()) + words_in(item.content) for item in items)
        case HorizontalRule():
            return 0
        case _:
            assert_never(block)


def set_blocks(content: Iterable[Content]) -> Blocks:
    """Return `content` ready to print: code in colour; typed runs that no table of their own shows, as tables."""
    return tuple(_set(block) for block in content)


def _set(block: Content) -> Block:
    match block:
        case CodeBlock():
            return highlighted(block)
        case Para(content) | Plain(content) | Header(content=content):
            return replace(block, content=linked(content))
        case Table(rows=rows):
            return replace(block, rows=tuple(replace(row, cells=tuple(map(linked, row.cells))) for row in rows))
        case BlockQuote(content):
            return replace(block, content=set_blocks(content))
        case BulletList(items) | OrderedList(items):
            return replace(block, items=tuple(replace(item, content=set_blocks(item.content)) for item in items))
        case DefinitionList(items):
            return replace(block, items=tuple(replace(item, content=set_blocks(item.content)) for item in items))
        case FieldRun(fields):
            return DefinitionList(
                tuple(
                    Definition((Str(field.label),), (fact_value(linked(field.value)),), field.line)
                    for field in fields
                    if not field.placeholder
                )
            )
        case EventRun(events):
            return _table(((Str(event.written),), _joined(event.content)) for event in events)
        case ActionRun(items):
            return _table((_joined(item.content), (Str(item.owner or ""),)) for item in items)
        case _:
            return block


def _table(rows: Iterable[tuple[Inlines, Inlines]]) -> Table:
    return Table((Alignment.DEFAULT,) * 2, ((), ()), tuple(Row(cells) for cells in rows))


def _joined(blocks: Blocks) -> Inlines:
    inlines: list[Inline] = []
    for block in blocks:
        if isinstance(block, Para | Plain):
            inlines += [*([Str(" ")] if inlines else []), *block.content]
    return tuple(inlines)


def with_facts(blocks: Blocks) -> Blocks:
    """Return `blocks` with each bulleted list whose every item starts with a bold label as a list of labelled facts.

    A list with a value missing everywhere, or with a single item that is a sentence, stays a list.
    """
    return tuple(_as_facts(block) for block in blocks)


def _as_facts(block: Block) -> Block:
    if not isinstance(block, BulletList) or not block.items:
        return block
    facts = [_fact(item) for item in block.items]
    if any(fact is None for fact in facts):
        return block
    return DefinitionList(tuple(fact for fact in facts if fact is not None), block.line)


def _fact(item: ListItem) -> Definition | None:
    label = labelled(item)
    if label is None or item.checked is not None:
        return None
    term, value = label
    first: Blocks = (fact_value(value),) if text_of(value).strip() else ()
    if not first and len(item.content) == 1:
        return None
    return Definition(term, first + item.content[1:], item.line)


def fact_value(value: Inlines) -> Para | Plain:
    """Return what is said under a label: plain, and so set strong, where it is short; a paragraph where it is not."""
    return Plain(value) if len(text_of(value)) <= _LONGEST_STRONG_VALUE else Para(value)


def labelled(item: ListItem) -> tuple[Inlines, Inlines] | None:
    """Return the bold label an item starts with, without its colon, and what follows on the line; None without one."""
    if not item.content or not isinstance(first := item.content[0], Para | Plain):
        return None
    match first.content:
        case (Strong(content=term), *rest):
            pass
        case _:
            return None
    words = text_of(term).rstrip()
    if words.endswith(":"):
        return _without_last(term, ":"), _without_first(tuple(rest), " ")
    match rest:
        case [Str(text), *_] if text.lstrip().startswith(":"):
            return term, _without_first(tuple(rest), " :")
        case _:
            return None


def _without_last(content: Inlines, mark: str) -> Inlines:
    match content:
        case (*before, Str(text)):
            return (*before, Str(text.rstrip().removesuffix(mark)))
        case _:
            return content


def _without_first(content: Inlines, marks: str) -> Inlines:
    match content:
        case (Str(text), *after):
            kept = text.lstrip(marks)
            return (Str(kept), *after) if kept else tuple(after)
        case _:
            return content


def run_in(blocks: Blocks) -> Blocks:
    """Return `blocks` with bulleted lists of bold labels as paragraphs with run-in heads."""
    out: list[Block] = []
    for block in blocks:
        if isinstance(block, BulletList) and block.items and all(map(_runs_in, block.items)):
            out += [_run_in_paragraph(item) for item in block.items]
        else:
            out.append(block)
    return tuple(out)


def _runs_in(item: ListItem) -> bool:
    return len(item.content) == 1 and item.checked is None and labelled(item) is not None


def _run_in_paragraph(item: ListItem) -> Block:
    label = labelled(item)
    first = item.content[0]
    if label is None:
        return first
    term, value = label
    # "Fast escalation. We called" reads as two sentences; a value that goes on in small letters keeps its colon.
    stop = ":" if text_of(value)[:1].islower() else "."
    if text_of(term).endswith((".", "?", "!")):
        stop = ""
    return Para((Strong((*term, Str(stop))), Str(" "), *value), item.line)
