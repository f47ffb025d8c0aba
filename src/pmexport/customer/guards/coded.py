"""What the code of a postmortem names: identifiers, tables and the like."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pmexport.customer.guards.usages import usage
from pmexport.model.postmortem import ActionRun, Content, EventRun, FieldRun, Postmortem
from pmexport.model.prose import (
    Block,
    BlockQuote,
    BulletList,
    Code,
    CodeBlock,
    DefinitionList,
    Emph,
    Header,
    Inlines,
    Link,
    OrderedList,
    Para,
    Plain,
    Strikeout,
    Strong,
    Table,
)

_SNAKE = re.compile(r"\b[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+\b")


def names_in_code(postmortem: Postmortem) -> tuple[set[str], set[str]]:
    """Return the identifiers in the code of `postmortem`, and the plain words that stand in code or name a table."""
    codes: set[str] = set()
    tables: set[str] = set()
    for text, is_block in _code_texts(postmortem.contents()):
        for name in (*_SNAKE.findall(text), *re.findall(r"\b\w+(?:[.\-]\w+){1,6}\b", text)):
            if len(name) > 3 and not re.fullmatch(r"[\d.\-:]+", name):  # noqa: PLR2004  shorter ones are noise
                codes.add(name.casefold())
                tables.add(name.casefold().rpartition(".")[2] if "." in name else "")
        tables |= {name.casefold() for name in usage("sql").findall(text)}
        if not is_block and re.fullmatch(r"[A-Za-z]\w{2,40}", text):
            tables.add(text.casefold())
    return codes, {name for name in tables if name.isalpha()}


def _code_texts(contents: Iterable[Content]) -> Iterator[tuple[str, bool]]:
    for content in contents:
        match content:
            case FieldRun(fields):
                for field in fields:
                    yield from ((text, False) for text in _code_spans(field.value))
            case EventRun(events):
                for event in events:
                    yield from _code_texts(event.content)
            case ActionRun(items):
                for item in items:
                    yield from _code_texts(item.content)
            case _:
                yield from _code_in_block(content)


def _code_in_block(block: Block) -> Iterator[tuple[str, bool]]:
    match block:
        case CodeBlock(text):
            yield text, True
        case Para(content) | Plain(content) | Header(content=content):
            yield from ((text, False) for text in _code_spans(content))
        case BulletList(items) | OrderedList(items):
            for item in items:
                yield from _code_texts(item.content)
        case BlockQuote(content):
            yield from _code_texts(content)
        case Table(head=head, rows=rows):
            for cell in (*head, *(cell for row in rows for cell in row.cells)):
                yield from ((text, False) for text in _code_spans(cell))
        case DefinitionList(items):
            for definition in items:
                yield from ((text, False) for text in _code_spans(definition.term))
                yield from _code_texts(definition.content)
        case _:
            return


def _code_spans(content: Inlines) -> Iterator[str]:
    for inline in content:
        if isinstance(inline, Code):
            yield inline.text
        elif isinstance(inline, Emph | Strong | Strikeout | Link):
            yield from _code_spans(inline.content)
