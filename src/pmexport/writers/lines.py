"""A report as lines of plain text: what the text, the status page and the e-mail's text part share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import assert_never

from msgspec import Struct

from pmexport.model.prose import (
    Block,
    BlockQuote,
    BulletList,
    Code,
    CodeBlock,
    DefinitionList,
    Emph,
    Header,
    HorizontalRule,
    Image,
    Inline,
    Inlines,
    LineBreak,
    Link,
    ListItem,
    Note,
    OrderedList,
    Para,
    Plain,
    SoftBreak,
    Str,
    Strikeout,
    Strong,
    Table,
    text_of,
)
from pmexport.model.report import (
    ActionRow,
    ActionTable,
    Columns,
    EventTable,
    Findings,
    KeyFigures,
    Masthead,
    Narrative,
    Report,
    Section,
    Timeline,
)

_GAP = " \N{MIDDLE DOT} "


class Dialect(Struct, frozen=True, kw_only=True):
    """How one kind of text says it: words as they stand, strong words, links, headings, the mark of a list's item."""

    plain: Callable[[str], str]
    strong: Callable[[str], str]
    link: Callable[[str, str], str]
    title: Callable[[str], str]
    heading: Callable[[str], str]
    bullet: str = "- "


def lines(report: Report, dialect: Dialect) -> Iterator[str]:
    """Yield the paragraphs of `report`, each without a line end of its own; an empty line belongs between them."""
    if report.marks.draft:
        yield dialect.strong(report.marks.draft)
    for section in report.sections:
        yield from _section(section, dialect)


def _section(section: Section, dialect: Dialect) -> Iterator[str]:
    match section:
        case Masthead():
            yield from _masthead(section, dialect)
        case Narrative():
            if not section.lead:
                yield dialect.heading(section.heading)
            yield from _blocks(section.blocks, dialect)
        case Timeline():
            yield dialect.heading(section.heading)
            if section.note:
                yield dialect.plain(section.note)
        case EventTable():
            yield from _events(section, dialect)
        case ActionTable():
            yield dialect.heading(section.heading)
            yield from _blocks(section.intro, dialect)
            rows = [row for group in section.groups for row in group.rows]
            yield "\n".join(f"{dialect.bullet}{_action(row, dialect)}" for row in rows)
        case KeyFigures():
            said = (*(f"{one.label}: {one.value}" for one in section.figures), *filter(None, (section.missing,)))
            yield "\n".join(f"{dialect.bullet}{dialect.plain(one)}" for one in said)
        case Columns():
            yield dialect.heading(section.heading)
            yield from _blocks(section.intro, dialect)
            for column in section.columns:
                yield dialect.heading(column.heading)
                yield from _blocks(column.blocks, dialect)
            yield from _blocks(section.rest, dialect)
        case Findings():
            yield from (dialect.plain(f"{item.title} {item.text}") for item in section.items)
        case _:
            assert_never(section)


def _masthead(section: Masthead, dialect: Dialect) -> Iterator[str]:
    yield dialect.title(section.heading)
    facts = [dialect.strong(badge.label) for badge in section.badges]
    facts += [
        " ".join(filter(None, (dialect.plain(fact.label), _inlines(fact.value, dialect)))) for fact in section.facts
    ]
    if facts:
        yield _GAP.join(facts)


def _events(section: EventTable, dialect: Dialect) -> Iterator[str]:
    if section.heading:
        yield dialect.heading(section.heading)
    yield from _blocks(section.intro, dialect)
    told = []
    zone = section.clock_heading.partition("(")[2].rstrip(")")
    for row in section.rows:
        if row.day:
            told.append(dialect.strong(row.day))
        clock = " ".join(filter(None, (row.clock, zone)))
        words = " ".join(_blocks(row.blocks, dialect))
        told.append(f"{dialect.bullet}{dialect.strong(clock)} {words}")
    if told:
        yield "\n".join(told)
    yield from _blocks(section.rest, dialect)


def _action(row: ActionRow, dialect: Dialect) -> str:
    words = " ".join(_blocks(row.blocks, dialect))
    more = ", ".join(filter(None, (row.status.label if row.status else "", row.due)))
    return f"{words.rstrip('.')} – {dialect.plain(more)}" if more else words


def _blocks(blocks: Iterable[Block], dialect: Dialect) -> Iterator[str]:
    for block in blocks:
        text = _block(block, dialect)
        if text:
            yield text


def _block(block: Block, dialect: Dialect) -> str:
    match block:
        case Para(content) | Plain(content):
            return _inlines(content, dialect)
        case Header(content=content):
            return dialect.heading(text_of(content))
        case BulletList(items):
            return "\n".join(_item(item, dialect.bullet, dialect) for item in items)
        case OrderedList(items, start):
            return "\n".join(_item(item, f"{number}. ", dialect) for number, item in enumerate(items, start))
        case Table(head=head, rows=rows):
            cells = [head, *(row.cells for row in rows)]
            return "\n".join(
                dialect.bullet + _GAP.join(_inlines(cell, dialect) for cell in row) for row in cells if any(row)
            )
        case BlockQuote(content):
            return "\n\n".join(_blocks(content, dialect))
        case CodeBlock(text):
            return dialect.plain(text)
        case DefinitionList(items):
            said = [(_inlines(item.term, dialect), " ".join(_blocks(item.content, dialect))) for item in items]
            return "\n".join(f"{dialect.bullet}{term}: {value}" for term, value in said)
        case HorizontalRule():
            return ""
        case _:
            assert_never(block)


def _item(item: ListItem, mark: str, dialect: Dialect) -> str:
    text = "\n".join(_blocks(item.content, dialect))
    return mark + text.replace("\n", "\n" + " " * len(mark))


def _inlines(content: Inlines, dialect: Dialect) -> str:
    return "".join(_inline(inline, dialect) for inline in content)


def _inline(inline: Inline, dialect: Dialect) -> str:
    match inline:
        case Str(text) | Code(text):
            return dialect.plain(re.sub(r"\s+", " ", text))
        case Strong(content):
            return dialect.strong(text_of(content))
        case Emph(content) | Strikeout(content):
            return _inlines(content, dialect)
        case Link(content, target):
            return dialect.link(text_of(content), target)
        case SoftBreak():
            return " "
        case LineBreak():
            return "\n"
        case Image(alt=alt):
            return dialect.plain(alt)
        case Note():
            return ""
        case _:
            assert_never(inline)
