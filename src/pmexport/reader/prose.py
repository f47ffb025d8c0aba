"""markdown-it's tokens to blocks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from markdown_it.token import Token
from msgspec import Struct

from pmexport.model.diagnostic import Diagnostic
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
    Image,
    Inlines,
    LineBreak,
    ListItem,
    OrderedList,
    Para,
    Plain,
    Row,
    SoftBreak,
    Str,
    Strong,
    Table,
)
from pmexport.model.terms import DiagnosticSeverity
from pmexport.reader import markdown, notes
from pmexport.reader.bullets import joined_bullets
from pmexport.reader.comments import without_comments
from pmexport.reader.inlines import InlineReader, merged, trimmed
from pmexport.reader.notes import Footnotes
from pmexport.reader.paragraphs import Piece, is_split, pieces
from pmexport.reader.pictures import Gallery, shown_target
from pmexport.reader.typed_bullets import with_bullets

_DEEPEST_NOTE = 3
_TASK = re.compile(r"\[([ xX]?)\](?:\s+|$)")
_ALIGNED = {f"text-align:{alignment}": alignment for alignment in Alignment}


class Prose(Struct, frozen=True):
    """A text as flat blocks, headings among them, and what its reading found worth telling."""

    blocks: Blocks
    diagnostics: tuple[Diagnostic, ...] = ()


def blocks(
    text: str, *, first_line: int = 1, folder: Path | None = None, emptied: frozenset[int] = frozenset()
) -> Prose:
    """Return the blocks of the Markdown `text`, whose first line is `first_line` of its file.

    Pictures are read from `folder` and below; where it is None, from no disk at all. `emptied` are the lines (from 0)
    that held a comment which is gone already: they do not end a table.
    """
    uncommented = without_comments(text, first_line)
    mended = joined_bullets(with_bullets(uncommented.text), first_line)
    tokens, told = markdown.tokens(mended.text, first_line, uncommented.emptied | emptied)
    reader = _BlockReader(tokens, first_line, Gallery(folder))
    found = tuple(reader.read())
    diagnostics = (*uncommented.diagnostics, *mended.diagnostics, *told, *reader.told)
    return Prose(found, tuple(sorted(diagnostics, key=lambda one: one.line)))


class _BlockReader:
    """Walks the tokens once."""

    def __init__(self, tokens: list[Token], first_line: int, gallery: Gallery) -> None:
        self.told: list[Diagnostic] = []
        self._tokens = tokens
        self._at = 0
        self._first_line = first_line
        self._gallery = gallery
        self._notes = Footnotes(tokens)
        self._notes_open = 0

    def read(self) -> list[Block]:
        found = self._until("")
        while (left := self._notes.left()) is not None:
            label, self._at = left[0], left[1] + 1
            found += _labelled(label, self._until(notes.CLOSES))
        return found

    def tell(self, diagnostic: Diagnostic) -> None:
        self.told.append(diagnostic)

    def note(self, label: str) -> Blocks | None:
        if self._notes_open == _DEEPEST_NOTE or (start := self._notes.cite(label)) is None:
            return None
        back, self._at = self._at, start + 1
        self._notes_open += 1
        content = self._until(notes.CLOSES)
        self._notes_open -= 1
        self._at = back
        return tuple(content)

    def image(self, alt: str, target: str, title: str, line: int) -> Image:
        picture, told = self._gallery.picture(target, line)
        self.told.extend(told)
        return Image(alt, shown_target(target), title, picture)

    def _until(self, closing: str) -> list[Block]:
        found: list[Block] = []
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            self._at += 1
            if token.type == closing:
                break
            found += self._blocks(token)
        return found

    def _blocks(self, token: Token) -> Iterable[Block]:
        line = self._line(token)
        match token.type:
            case "paragraph_open":
                return self._paragraph(token)
            case "heading_open":
                return (Header(int(token.tag[1:]), self._text("heading_close"), line=line),)
            case "bullet_list_open":
                return (BulletList(tuple(self._items("bullet_list_close")), line=line),)
            case "ordered_list_open":
                start = int(token.attrs.get("start", 1))
                return (OrderedList(tuple(self._items("ordered_list_close")), start=start, line=line),)
            case "blockquote_open":
                return (BlockQuote(tuple(self._until("blockquote_close")), line=line),)
            case "fence" | "code_block":
                return (self._code(token),)
            case "table_open":
                return (self._table(line),)
            case "dl_open":
                return (DefinitionList(tuple(self._definitions()), line=line),)
            case "hr":
                return (HorizontalRule(line=line),)
            case notes.OPENS:
                return self._definition_of_a_note(token)
            case _:
                return ()

    def _line(self, token: Token) -> int:
        return self._first_line + token.map[0] if token.map else 0

    def _definition_of_a_note(self, token: Token) -> Iterable[Block]:
        label = str(token.meta["label"])
        if self._notes.stays(self._at - 1, label):
            return _labelled(label, self._until(notes.CLOSES))
        while self._tokens[self._at].type != notes.CLOSES:
            self._at += 1
        self._at += 1
        return ()

    def _paragraph(self, token: Token) -> Iterable[Block]:
        inline = self._tokens[self._at]
        self._at += 2
        children = inline.children or []
        make = Plain if token.hidden else Para
        if not is_split(children):
            content = trimmed(self._inlines(children, self._line(inline)))
            return (make(content, line=self._line(token)),) if content else ()
        return [block for piece in pieces(children) if (block := self._piece(piece, self._line(token), make))]

    def _piece(self, piece: Piece, line: int, make: type[Para | Plain]) -> Block | None:
        line += piece.lines
        if piece.rule:
            return HorizontalRule(line=line)
        content = self._inlines(piece.tokens, line)
        if content and isinstance(content[0], SoftBreak | LineBreak):
            line += 1
        content = trimmed(content)
        if not content:
            return None
        if piece.heading:
            return Header(piece.heading, content, line=line)
        return make((Strong(content),) if piece.label else content, line=line)

    def _code(self, token: Token) -> CodeBlock:
        line = self._line(token)
        first, last = token.map or (0, 0)
        if token.type == "fence" and last - first < token.content.count("\n") + 2:
            self.tell(_open_code(line))
        language = token.info.split(maxsplit=1)[0] if token.info.strip() else ""
        return CodeBlock(token.content.removesuffix("\n"), language=language, line=line)

    def _inlines(self, tokens: Sequence[Token], line: int) -> Inlines:
        return InlineReader(self, line).read(tokens)

    def _text(self, closing: str) -> Inlines:
        content: Inlines = ()
        while (token := self._tokens[self._at]).type != closing:
            self._at += 1
            content += trimmed(self._inlines(token.children or (), self._line(token)))
        self._at += 1
        return content

    def _items(self, closing: str) -> list[ListItem]:
        items: list[ListItem] = []
        while (token := self._tokens[self._at]).type != closing:
            self._at += 1
            items.append(_item(tuple(self._until("list_item_close")), self._line(token)))
        self._at += 1
        return items

    def _definitions(self) -> list[Definition]:
        found: list[Definition] = []
        while (token := self._tokens[self._at]).type != "dl_close":
            self._at += 1
            if token.type == "dt_open":
                found.append(Definition(self._text("dt_close"), (), line=self._line(token)))
            else:
                last = found.pop()
                content = (*last.content, *self._until("dd_close"))
                found.append(Definition(last.term, content, line=last.line))
        self._at += 1
        return found

    def _table(self, line: int) -> Table:
        rows: list[Row] = []
        alignments: list[Alignment] = []
        while (token := self._tokens[self._at]).type != "table_close":
            self._at += 1
            if token.type == "tr_open":
                rows.append(Row((), line=self._line(token)))
            elif token.type in {"th_open", "td_open"}:
                if token.type == "th_open":
                    alignments.append(_ALIGNED.get(str(token.attrs.get("style", "")), Alignment.DEFAULT))
                cell = self._text(token.type.replace("open", "close"))
                rows[-1] = Row((*rows[-1].cells, cell), line=rows[-1].line)
        self._at += 1
        return Table(tuple(alignments), rows[0].cells, tuple(rows[1:]), line=line)


def _labelled(label: str, content: list[Block]) -> list[Block]:
    """Return a footnote that nobody cites, with the label that it has in the source."""
    match content:
        case [Para(words, line=line), *others]:
            return [Para(merged((Str(f"[{label}] "), *words)), line=line), *others]
        case _:
            return [Para((Str(f"[{label}]"),)), *content]


def _open_code(line: int) -> Diagnostic:
    return Diagnostic(
        code="code-open",
        severity=DiagnosticSeverity.WARNING,
        line=line,
        message="the code block that starts here never ends, so all that follows is code",
        hint="put a line ``` under its last line",
    )


def _item(content: Blocks, line: int) -> ListItem:
    """Return the item, its task box read off its first words."""
    match content:
        case (Plain((Str(text), *rest)) | Para((Str(text), *rest)) as first, *others) if box := _TASK.match(text):
            words = text[box.end() :]
            kept: Inlines = (Str(words), *rest) if words else tuple(rest)
            make: Callable[..., Block] = type(first)
            return ListItem((make(kept, line=first.line), *others), checked=box[1] in {"x", "X"}, line=line)
        case _:
            return ListItem(content, line=line)
