"""The running text of a postmortem as passages: what stands where, with the line of every word."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from itertools import zip_longest
from typing import assert_never

from msgspec import Struct

from pmexport.model.postmortem import ActionRun, Content, EventRun, FieldRun, Postmortem, Section
from pmexport.model.prose import (
    Block,
    BlockQuote,
    Blocks,
    BulletList,
    Code,
    CodeBlock,
    DefinitionList,
    Emph,
    Header,
    HorizontalRule,
    Image,
    Inlines,
    LineBreak,
    Link,
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
from pmexport.model.terms import SectionKind

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“(*]*[A-Z0-9])|\n")
# Nobody writes longer ones, and what searches them need not be quick on those that nobody wrote.
_LONGEST = 800
_ABBREVIATION = 8
_NAME_AND_VALUE = 2
_ABBREVIATED = re.compile(r"\b(?:e\.g|i\.e|etc|vs|approx|no|kl|ca|bzw|cf|a\.m|p\.m|Dr|Mr|Ms)\.$", re.IGNORECASE)


class Form(StrEnum):
    """How a passage stands in the document. A title is a section's heading, a heading any other, a term among them."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"
    QUOTE = "quote"
    HEADING = "heading"
    TITLE = "title"
    FIELD = "field"
    EVENT = "event"
    ACTION = "action"


class Sentence(Struct, frozen=True):
    """A sentence with its place in its passage."""

    text: str
    start: int


class Passage(Struct, frozen=True, kw_only=True):
    """Text without a break of thought: a paragraph, an item, a cell.

    `kind` is that of the innermost section that has one, `title` the heading it stands under; `label` the bold words or
    the field's name that it begins with, in a table of one row the column's head, of two columns what stands before it.
    `breaks` are the places in `text` where the source goes on to its next line; `code` the spans of `text` that are
    code. `items` are the texts of a list that follows and belongs to it.
    """

    text: str
    line: int
    form: Form
    kind: SectionKind | None = None
    title: str = ""
    label: str = ""
    breaks: tuple[int, ...] = ()
    code: tuple[tuple[int, int], ...] = ()
    items: tuple[str, ...] = ()

    def line_at(self, place: int) -> int:
        """Return the line of the source on which the character at `place` stands; 0 where the passage has none."""
        return self.line + sum(1 for one in self.breaks if one < place) if self.line else 0

    def is_code(self, place: int) -> bool:
        """Tell whether the character at `place` is code."""
        return any(start <= place < end for start, end in self.code)

    def sentences(self) -> tuple[Sentence, ...]:
        """Return the sentences in order; of one that never ends, the beginning."""
        return _sentences(self.text)

    def sentence_at(self, place: int) -> Sentence:
        """Return the sentence in which the character at `place` stands."""
        found = self.sentences()
        return found[max(0, bisect_right(found, place, key=lambda one: one.start) - 1)] if found else Sentence("", 0)


@lru_cache(maxsize=256)
def _sentences(text: str) -> tuple[Sentence, ...]:
    found: list[Sentence] = []
    start = 0
    for end in _SENTENCE_END.finditer(text):
        if not _ABBREVIATED.search(text[max(start, end.start() - _ABBREVIATION) : end.start()]):
            found.append(Sentence(text[start : end.start()][:_LONGEST], start))
            start = end.end()
    if text[start:].strip():
        found.append(Sentence(text[start:][:_LONGEST], start))
    return tuple(found)


def passages(postmortem: Postmortem) -> tuple[Passage, ...]:
    """Return every passage of `postmortem`, in the order written; sections that hold guidance only have none."""
    found = list(_in_contents(postmortem.lead, None, ""))
    for section in postmortem.sections:
        found += _in_section(section, None)
    return tuple(found)


def titles(postmortem: Postmortem) -> tuple[Passage, ...]:
    """Return the document's title and its sections' headings: no running text, and yet they name days and times."""
    own = _Walk(None, "").inlines(postmortem.heading, postmortem.heading_line, Form.TITLE)
    sections = (
        title
        for section in postmortem.walk()
        for title in _Walk(section.kind, section.title).inlines(section.heading, section.line, Form.TITLE)
    )
    return (*own, *sections)


def _in_section(section: Section, above: SectionKind | None) -> Iterator[Passage]:
    kind = section.kind or above
    if not section.placeholder:
        yield from _in_contents(section.content, kind, section.title)
    for child in section.children:
        yield from _in_section(child, kind)


def _in_contents(contents: tuple[Content, ...], kind: SectionKind | None, title: str) -> Iterator[Passage]:
    blocks: list[Block] = []
    for content in contents:
        match content:
            case FieldRun() | EventRun() | ActionRun():
                listed = tuple(one.action for one in content.items) if isinstance(content, ActionRun) else ()
                yield from _Walk(kind, title).blocks(tuple(blocks), Form.PARAGRAPH, listed=listed)
                blocks = []
                yield from _in_run(content, kind, title)
            case _:
                blocks.append(content)
    yield from _Walk(kind, title).blocks(tuple(blocks), Form.PARAGRAPH)


def _in_run(run: FieldRun | EventRun | ActionRun, kind: SectionKind | None, title: str) -> Iterator[Passage]:
    walk = _Walk(kind, title)
    match run:
        case FieldRun(fields):
            for field in fields:
                if not field.placeholder:
                    yield from walk.inlines(field.value, field.line + field.below, Form.FIELD, label=field.label)
        case EventRun(events):
            for event in events:
                yield from walk.blocks(event.content, Form.EVENT, line=event.line)
                for detail in event.details:
                    yield from walk.inlines(detail.value, event.line, Form.EVENT, label=detail.label)
        case ActionRun(items):
            for item in items:
                if not item.placeholder:
                    yield from walk.blocks(item.content, Form.ACTION, line=item.line)
        case _:
            assert_never(run)


class _Walk:
    """Goes through the blocks of one section."""

    def __init__(self, kind: SectionKind | None, title: str) -> None:
        self._kind = kind
        self._title = title
        self._notes: list[Blocks] = []

    def blocks(self, blocks: Blocks, form: Form, *, line: int = 0, listed: tuple[str, ...] = ()) -> Iterator[Passage]:
        """Yield the passages of `blocks`; `line` is theirs where they have none of their own, `listed` follows them."""
        for block, following in zip_longest(blocks, blocks[1:]):
            items = _item_texts(following) if isinstance(following, BulletList | OrderedList) else ()
            items = items or (listed if following is None else ())
            yield from self._block(block, form, line, items)

    def _block(self, block: Block, form: Form, line: int, items: tuple[str, ...]) -> Iterator[Passage]:
        match block:
            case Para(content, at) | Plain(content, at):
                yield from self.inlines(content, at or line, form, items=items)
            case Header(content=content, line=at):
                yield from self.inlines(content, at or line, Form.HEADING, items=items)
            case BulletList(parts) | OrderedList(parts):
                inner = Form.ITEM if form is Form.PARAGRAPH else form
                for part in parts:
                    yield from self.blocks(part.content, inner, line=part.line or line)
            case BlockQuote(inside):
                yield from self.blocks(inside, Form.QUOTE, line=line)
            case Table():
                yield from self._table(block, form)
            case DefinitionList(definitions):
                for one in definitions:
                    yield from self.inlines(one.term, one.line or line, Form.HEADING)
                    yield from self.blocks(one.content, form, line=one.line or line)
            case CodeBlock() | HorizontalRule():
                pass
            case _:
                assert_never(block)

    def _table(self, table: Table, form: Form) -> Iterator[Passage]:
        inner = Form.CELL if form is Form.PARAGRAPH else form
        heads = [text_of(cell).strip(" :*") for cell in table.head]
        for row in table.rows:
            named = len(row.cells) == _NAME_AND_VALUE and inner is Form.CELL
            for place, cell in enumerate(row.cells):
                before = text_of(row.cells[0]).strip(" :*") if place else ""
                label = before if named else heads[place] if len(table.rows) == 1 else ""
                yield from self.inlines(cell, row.line, inner, label=label)

    def inlines(
        self, content: Inlines, line: int, form: Form, *, label: str = "", items: tuple[str, ...] = ()
    ) -> Iterator[Passage]:
        """Yield the passage that `content` is, unless it is empty, and those of its footnotes."""
        text = _Text()
        text.add(content)
        if text.words.strip():
            yield Passage(
                text=text.words,
                line=line,
                form=form,
                kind=self._kind,
                title=self._title,
                label=label or _bold_lead(content),
                breaks=tuple(text.breaks),
                code=tuple(text.code),
                items=items,
            )
        for note in text.notes:
            yield from self.blocks(note, form)


def _item_texts(found: BulletList | OrderedList) -> tuple[str, ...]:
    firsts = (item.content[0] if item.content else None for item in found.items)
    return tuple(_words(first.content) if isinstance(first, Para | Plain) else "" for first in firsts)


def _bold_lead(content: Inlines) -> str:
    if not content or not isinstance(content[0], Strong):
        return ""
    return _words(content[0].content).strip(" :.")


def _words(content: Inlines) -> str:
    text = _Text()
    text.add(content)
    return text.words


class _Text:
    """Collects the words of inlines, and where lines break and code stands."""

    def __init__(self) -> None:
        self.words = ""
        self.breaks: list[int] = []
        self.code: list[tuple[int, int]] = []
        self.notes: list[Blocks] = []

    def add(self, content: Inlines) -> None:
        """Add `content` at the end."""
        for inline in content:
            match inline:
                case Str(text):
                    self.words += text
                case Code(text):
                    self.code.append((len(self.words), len(self.words) + len(text)))
                    self.words += text
                case Emph(inner) | Strong(inner) | Strikeout(inner) | Link(content=inner):
                    self.add(inner)
                case Image(alt=alt):
                    self.words += alt
                case SoftBreak() | LineBreak():
                    self.breaks.append(len(self.words))
                    self.words += " " if isinstance(inline, SoftBreak) else "\n"
                case Note(blocks):
                    self.notes.append(blocks)
                case _:
                    assert_never(inline)
