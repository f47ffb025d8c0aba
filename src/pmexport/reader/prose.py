"""markdown-it's tokens to blocks."""

from __future__ import annotations

import re
from collections.abc import Callable
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
    ListItem,
    OrderedList,
    Para,
    Plain,
    Row,
    Str,
    Table,
)
from pmexport.reader import markdown
from pmexport.reader.inlines import InlineReader

_TASK = re.compile(r"\[([ xX])\](?:\s+|$)")
_ALIGNED = {f"text-align:{alignment}": alignment for alignment in Alignment}


class Prose(Struct, frozen=True):
    """A text as flat blocks, headings among them, and what its reading found worth telling."""

    blocks: Blocks
    diagnostics: tuple[Diagnostic, ...] = ()


def blocks(text: str, *, first_line: int = 1, folder: Path | None = None) -> Prose:
    """Return the blocks of the Markdown `text`, whose first line is `first_line` of its file.

    Pictures are read from `folder` and below; where it is None, from no disk at all.
    """
    reader = _BlockReader(markdown.tokens(text), first_line, folder)
    return Prose(tuple(reader.read()), tuple(sorted(reader.told, key=lambda told: told.line)))


class _BlockReader:
    """Walks the tokens once."""

    def __init__(self, tokens: list[Token], first_line: int, folder: Path | None) -> None:
        self.told: list[Diagnostic] = []
        self._tokens = tokens
        self._at = 0
        self._first_line = first_line
        self._folder = folder
        self._notes = _definitions(tokens)
        self._cited = {
            str(child.meta["label"])
            for token in tokens
            for child in token.children or ()
            if child.type == "footnote_ref"
        }

    def read(self) -> list[Block]:
        return self._until("")

    def tell(self, diagnostic: Diagnostic) -> None:
        self.told.append(diagnostic)

    def note(self, label: str) -> Blocks | None:
        start = self._notes.pop(label, None)
        if start is None:
            return None
        back, self._at = self._at, start + 1
        content = self._until("footnote_reference_close")
        self._at = back
        return tuple(content)

    def image(self, alt: str, target: str, title: str, line: int) -> Image:
        del line
        return Image(alt, target, title)

    def _until(self, closing: str) -> list[Block]:
        found: list[Block] = []
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            self._at += 1
            if token.type == closing:
                break
            if (block := self._block(token)) is not None:
                found.append(block)
        return found

    def _block(self, token: Token) -> Block | None:
        line = self._line(token)
        match token.type:
            case "paragraph_open":
                content = self._text("paragraph_close")
                return (Plain if token.hidden else Para)(content, line=line)
            case "heading_open":
                return Header(int(token.tag[1:]), self._text("heading_close"), line=line)
            case "bullet_list_open":
                return BulletList(tuple(self._items("bullet_list_close")), line=line)
            case "ordered_list_open":
                start = int(token.attrs.get("start", 1))
                return OrderedList(tuple(self._items("ordered_list_close")), start=start, line=line)
            case "blockquote_open":
                return BlockQuote(tuple(self._until("blockquote_close")), line=line)
            case "fence" | "code_block":
                language = token.info.split(maxsplit=1)[0] if token.info.strip() else ""
                return CodeBlock(token.content.removesuffix("\n"), language=language, line=line)
            case "table_open":
                return self._table(line)
            case "dl_open":
                return DefinitionList(tuple(self._definitions()), line=line)
            case "hr":
                return HorizontalRule(line=line)
            case "footnote_reference_open":
                self._skip("footnote_reference_close")
                return None
            case _:
                return None

    def _line(self, token: Token) -> int:
        return self._first_line + token.map[0] if token.map else 0

    def _skip(self, closing: str) -> None:
        while self._tokens[self._at].type != closing:
            self._at += 1
        self._at += 1

    def _text(self, closing: str) -> Inlines:
        content: Inlines = ()
        while (token := self._tokens[self._at]).type != closing:
            self._at += 1
            content += InlineReader(self, self._line(token)).read(token.children or ())
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


def _definitions(tokens: list[Token]) -> dict[str, int]:
    starts: dict[str, int] = {}
    for number, token in enumerate(tokens):
        if token.type == "footnote_reference_open":
            starts.setdefault(str(token.meta["label"]), number)
    return starts


def _item(content: Blocks, line: int) -> ListItem:
    """Return the item, its task box read off its first words."""
    match content:
        case (Plain((Str(text), *rest)) | Para((Str(text), *rest)) as first, *others) if box := _TASK.match(text):
            words = text[box.end() :]
            kept: Inlines = (Str(words), *rest) if words else tuple(rest)
            make: Callable[..., Block] = type(first)
            return ListItem((make(kept, line=first.line), *others), checked=box[1] != " ", line=line)
        case _:
            return ListItem(content, line=line)
