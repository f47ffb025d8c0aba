"""The shapes of a text for customers: which blocks and inlines may be let in, and what is said in the others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from pmexport.customer.finding import Finding
from pmexport.model.customer import Document, PublicBlock
from pmexport.model.diagnostic import Diagnostic
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
    Row,
    SoftBreak,
    Str,
    Strikeout,
    Strong,
    Table,
)
from pmexport.model.terms import DiagnosticSeverity

_TAG = re.compile(r"</?[A-Za-z][^<>]{0,400}>|<!--|<[!?]")
_AUTOLINK = re.compile(r"<(?:https?://|mailto:)?[^<>\s]{1,400}[@/][^<>\s]{0,400}>|<br ?/?>", re.IGNORECASE)
_NOTE = re.compile(r"\[\^[^\]\s]{1,60}\]")
_REFERENCE = re.compile(r"\]\[[^\]]{0,200}\]")
_LONGEST_ITEM = 60
_WEB = ("http://", "https://", "mailto:")


def public_block(block: Block) -> PublicBlock | None:
    """Return `block` made anew of what customers' pages may hold; None where nothing of it may stand there."""
    match block:
        case Para(content, line):
            return Para(public_inlines(content), line)
        case Plain(content, line):
            return Plain(public_inlines(content), line)
        case BulletList(items, line):
            return BulletList(_items(items), line)
        case OrderedList(items, start, line):
            return OrderedList(_items(items), start, line)
        case Table(alignments, head, rows, line):
            kept = tuple(Row(tuple(map(public_inlines, row.cells)), row.line) for row in rows)
            return Table(alignments, tuple(map(public_inlines, head)), kept, line)
        case _:
            return None


def _items(items: Iterable[ListItem]) -> tuple[ListItem, ...]:
    made = []
    for item in items:
        content = tuple(one for one in map(public_block, item.content) if one is not None)
        made.append(ListItem(content, item.checked, item.line))
    return tuple(made)


def public_inlines(content: Inlines) -> Inlines:
    """Return `content` made anew: words, emphasis and links to the web without their titles."""
    return tuple(made for inline in content for made in _public_inline(inline))


def _public_inline(inline: Inline) -> Iterator[Inline]:
    match inline:
        case Str(text) | Code(text):
            yield Str(text)
        case Emph(content):
            yield Emph(public_inlines(content))
        case Strong(content):
            yield Strong(public_inlines(content))
        case Link(content, target) if target.startswith(_WEB):
            yield Link(public_inlines(content), target)
        case Link(content=content) | Strikeout(content):
            yield from public_inlines(content)
        case SoftBreak():
            yield SoftBreak()
        case LineBreak():
            yield LineBreak()
        case Image() | Note():
            return


def words_of(block: Block, gap: str = " ") -> str:
    """Return the words of `block` as a page would show them; `gap` stands for a line end in the source."""
    match block:
        case Para(content) | Plain(content) | Header(content=content):
            return _spoken(content, gap)
        case BulletList(items) | OrderedList(items):
            return "\n".join(words_of(one, gap) for item in items for one in item.content)
        case Table(head=head, rows=rows):
            cells = [*head, *(cell for row in rows for cell in row.cells)]
            return "\n".join(_spoken(cell, gap) for cell in cells)
        case BlockQuote(content):
            return "\n".join(words_of(one, gap) for one in content)
        case CodeBlock(text):
            return text
        case DefinitionList(items):
            parts = [
                _spoken(item.term, gap) + "\n" + "\n".join(words_of(one, gap) for one in item.content) for item in items
            ]
            return "\n".join(parts)
        case HorizontalRule():
            return ""


def _spoken(content: Inlines, gap: str) -> str:
    return "".join(_spoken_inline(inline, gap) for inline in content)


def _spoken_inline(inline: Inline, gap: str) -> str:
    match inline:
        case Str(text) | Code(text):
            return text
        case Emph(content) | Strong(content) | Strikeout(content) | Link(content=content):
            return _spoken(content, gap)
        case SoftBreak() | LineBreak():
            return gap
        case Image() | Note():
            return ""


def targets_of(block: Block) -> Iterator[str]:
    """Yield where the links of `block` lead."""
    for inline in inlines_of(block):
        if isinstance(inline, Link):
            yield inline.target


def inlines_of(block: Block) -> Iterator[Inline]:
    """Yield every inline of `block`, those within others included."""
    match block:
        case Para(content) | Plain(content) | Header(content=content):
            yield from _within(content)
        case BulletList(items) | OrderedList(items):
            for item in items:
                for one in item.content:
                    yield from inlines_of(one)
        case Table(head=head, rows=rows):
            for cell in (*head, *(cell for row in rows for cell in row.cells)):
                yield from _within(cell)
        case BlockQuote(content):
            for one in content:
                yield from inlines_of(one)
        case DefinitionList(items):
            for definition in items:
                yield from _within(definition.term)
                for one in definition.content:
                    yield from inlines_of(one)
        case CodeBlock() | HorizontalRule():
            return


def _within(content: Inlines) -> Iterator[Inline]:
    for inline in content:
        yield inline
        if isinstance(inline, Emph | Strong | Strikeout | Link):
            yield from _within(inline.content)


def structure_findings(
    text: str, first_line: int, parts: Sequence[tuple[Header | None, Sequence[Block]]], document: Document
) -> list[Finding]:
    """Return what stands in a text for customers that no customer's page may hold, whatever it says.

    `text` are its lines without comments, `parts` the same as blocks under their headings.
    """
    found = [_finding("html", item, line, document) for item, line in _raw(_TAG, text, first_line) if not _fine(item)]
    found += [_finding("footnote", item, line, document) for item, line in _raw(_NOTE, text, first_line)]
    found += [_finding("reference", item, line, document) for item, line in _raw(_REFERENCE, text, first_line)]
    for _, blocks in parts:
        for block in blocks:
            found += _of_block(block, document)
        found += _below_a_line(blocks, document)
    return found


def _below_a_line(blocks: Sequence[Block], document: Document) -> Iterator[Finding]:
    """Yield what a section of a postmortem says below a line across it, where it may be for colleagues again."""
    lines = [number for number, block in enumerate(blocks) if isinstance(block, HorizontalRule)]
    if document is Document.POSTMORTEM and lines:
        for block in blocks[lines[0] :]:
            if said := words_of(block):
                yield _finding("below", said, block.line, document)


def _fine(item: str) -> bool:
    return bool(_AUTOLINK.fullmatch(item))


def _raw(pattern: re.Pattern[str], text: str, first_line: int) -> Iterator[tuple[str, int]]:
    for match in pattern.finditer(text):
        yield match[0], first_line + text.count("\n", 0, match.start())


def _of_block(block: Block, document: Document) -> Iterator[Finding]:
    line = block.line
    match block:
        case CodeBlock(text):
            yield _finding("code", text, line, document)
        case BlockQuote() | DefinitionList():
            yield _finding("structure", words_of(block), line, document)
        case BulletList(items) | OrderedList(items):
            for item in items:
                for one in item.content:
                    if public_block(one) is None:
                        yield from _of_block(one, document)
        case _:
            pass
    for inline in inlines_of(block):
        match inline:
            case Code(text):
                yield _finding("code", text, line, document)
            case Strikeout(content):
                yield _finding("strikeout", _spoken(content, " "), line, document)
            case Note():
                yield _finding("footnote", "a footnote", line, document)
            case _:
                pass


def _finding(rule: str, item: str, line: int, document: Document) -> Finding:
    plain = " ".join(item.split())
    shown = plain if len(plain) <= _LONGEST_ITEM else f"{plain[:_LONGEST_ITEM]}…"
    return Finding(rule=rule, item=shown, sentence=plain, document=document, line=line)


def pictures(blocks: Iterable[Block]) -> tuple[Diagnostic, ...]:
    """Return a warning for each picture of a text for customers: none is ever let in."""
    return tuple(
        Diagnostic(
            code="customer-picture",
            severity=DiagnosticSeverity.WARNING,
            line=block.line,
            message="a picture in the text for customers is left out",
            hint="say in words what it shows",
        )
        for block in blocks
        for inline in inlines_of(block)
        if isinstance(inline, Image)
    )
