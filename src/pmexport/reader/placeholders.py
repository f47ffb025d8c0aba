"""What a template left to fill in: blanks, brackets, sample dates and guidance."""

from __future__ import annotations

import re

from pmexport.model.prose import (
    Block,
    BlockQuote,
    BulletList,
    CodeBlock,
    DefinitionList,
    Emph,
    Header,
    HorizontalRule,
    Image,
    Inlines,
    LineBreak,
    Link,
    ListItem,
    OrderedList,
    Para,
    Plain,
    SoftBreak,
    Str,
    Table,
    text_of,
)
from pmexport.reader import cutting
from pmexport.reader.severity import severity
from pmexport.reader.vocabulary import Vocabulary, key

_BRACKETS = re.compile(r"\[(?!\d+\])[^\[\]]*\]|\{\{?[^{}]*\}\}?|<[^<>]+>|_{3,}|\.{4,}|…{2,}|\?{2,}")
_TICKET = re.compile(
    r"[A-Z]{2,}-\d+|#\d+|://|@\w|^\[(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{2}|\d{4})|\d{4}[./-]\d{1,2}[./-]\d{1,2})\]$"
)
"""What is filled in between brackets: a ticket, a link, a person, a day."""
_SAMPLE = re.compile(
    r"\b(?:(?:yyyy|20xx|aaaa|jjjj)[-/.](?:mm|xx)[-/.](?:dd|xx|tt|jj)|(?:dd|jj|tt)[-/.]mm[-/.](?:yyyy|aaaa|jjjj)|dd[-/.]mm[-/.]yyyy|mm[-/.]dd[-/.]yyyy|hh:mm(?::ss)?|y{2,4}|x{2,}|n{3,}|mm|dd|@?github-username)\b",
    re.IGNORECASE,
)
_CHOICE = re.compile(r"^\s*[^|/]{1,25}(?:\s\|\s[^|]{1,25}){2,}\s*$|^\s*[^|/\s]{1,15}(?:/[^|/\s]{1,15}){3,}\s*$")
_MIDNIGHT = "00:00"
"""The time that a template gives to every row."""
_SEVERAL = 3
_LABEL_WORDS = 12
_ANSWER = re.compile(r"\d{2}|@\w|://")
"""What no choice of a template holds: a time, a date, a person."""
_LABEL = re.compile(r"^[^:：]{1,60}(?:：|:(?![()DP/\\|]))")
_FIRST = re.compile(r"[\[(<{`*]*(?P<first>[^\s\])>}`*]+)")
_TO_FILL = re.compile(r"\[[^\[\]\"'=:;,{}]*[^\W\d_]\s[^\[\]\"'=:;,{}]*\]")
"""What a template leaves in a block of code: one remark in brackets."""
_PARTED = re.compile(r"\s+[-–—/|·]+\s+|\s*[/|]\s*")
_LETTERS = re.compile(r"[^\W\d_]{2,}")


def is_placeholder(text: str, words: Vocabulary) -> bool:
    """Whether `text` is empty or stands for something still to be written."""
    plain = text.strip().strip("*_`-–—•→# ")
    if not plain or key(plain) in words.placeholders:
        return True
    if (_CHOICE.match(plain) and not _ANSWER.search(plain)) or _is_scheme(plain, words):
        return True
    if not (_BRACKETS.search(plain) or _SAMPLE.search(plain)):
        return not key(plain) and not re.search(r"[^\W_]", plain) and len(plain) <= 3  # noqa: PLR2004 - "?", "--"
    if any(_TICKET.search(match.group()) for match in _BRACKETS.finditer(plain)):
        return False
    rest = _SAMPLE.sub(" ", _BRACKETS.sub(" ", plain))
    rest = key(re.sub(r"\b[A-Z]{2,6}-", " ", rest))
    return not _LETTERS.search(rest) or rest in words.placeholders


def _is_scheme(text: str, words: Vocabulary) -> bool:
    """Whether `text` lists what could stand there: all severities, all states, or the columns of a list of actions."""
    parts = [part for part in (key(part) for part in _PARTED.split(text)) if part]
    if len(parts) < _SEVERAL:
        return False
    schemes = (words.action_columns, {**words.incident_status, **words.document_status, **words.action_status})
    return any(all(part in scheme for part in parts) for scheme in schemes) or all(
        severity(part).level is not None for part in _PARTED.split(text)
    )


def is_blank(content: Inlines, words: Vocabulary) -> bool:
    """Whether running text is a placeholder, a label followed by one, or guidance in italics."""
    content = cutting.trimmed(content)
    if any(isinstance(inline, Image) for inline in content):
        return False
    if any(isinstance(inline, Link) for inline in content):
        return False
    text = text_of(content)
    if is_placeholder(text, words) or _is_guidance(content, words) or _is_exemplified(content, words):
        return True
    parts = cutting.lines(content)
    if len(parts) > 1:
        *asked, last = parts
        answers = is_blank(last, words) and all(text_of(part).rstrip(" *").endswith(("?", ":")) for part in asked)
        return answers or all(is_blank(part, words) for part in parts)
    label = _LABEL.match(text)
    if not label:
        return False
    rest = text[label.end() :]
    if not rest.strip():
        return False
    return is_placeholder(rest, words) or _is_guidance(cutting.cut(content, label.end())[1], words)


def _is_guidance(content: Inlines, words: Vocabulary) -> bool:
    solid = _solid(content)
    if not solid or not all(isinstance(inline, Emph) for inline in solid):
        return False
    told = text_of(solid).strip()
    if told.startswith("(") and told.endswith(")"):
        return True
    return told.strip(" ([").casefold().startswith(words.guidance)


def _is_exemplified(content: Inlines, words: Vocabulary) -> bool:
    """Whether a label ends with an example in italics: "What users saw *(for example, slow pages)*."."""
    solid = _solid(content)
    if len(solid) < 2 or not isinstance(solid[-1], Emph):  # noqa: PLR2004 - the label and the example
        return False
    told, label = text_of(solid[-1:]).strip(), text_of(solid[:-1])
    asked = told.startswith("(") and told.endswith(")") and told.strip("( ").casefold().startswith(words.examples)
    return asked and len(label.split()) <= _LABEL_WORDS and not _ANSWER.search(label)


def _solid(content: Inlines) -> Inlines:
    """Return `content` without breaks and without text that is nothing but spaces and marks."""
    solid = [inline for inline in content if not isinstance(inline, SoftBreak | LineBreak)]
    return tuple(inline for inline in solid if not (isinstance(inline, Str) and not inline.text.strip(" .*")))


def has_guidance(content: Inlines, words: Vocabulary) -> bool:
    """Whether guidance in italics stands beside a sentence: "Say who was hit. *Link to the dashboard.*"."""
    remarks = [inline for inline in content if isinstance(inline, Emph)]
    return any(_is_guidance((remark,), words) and len(text_of((remark,)).split()) >= _SEVERAL for remark in remarks)


def blank_block(block: Block, words: Vocabulary) -> bool:
    """Whether `block` says nothing yet."""
    match block:
        case Para(content) | Plain(content):
            return is_blank(content, words)
        case Header():
            return True
        case BulletList(items) | OrderedList(items):
            return all(blank_item(item, words) for item in items) or _is_standing(items)
        case Table():
            return blank_table(block, words)
        case BlockQuote(content):
            return all(blank_block(inner, words) for inner in content)
        case DefinitionList(items):
            return all(blank_block(inner, words) for item in items for inner in item.content)
        case CodeBlock(text):
            return not text.strip() or bool(_TO_FILL.fullmatch(text.strip()))
        case HorizontalRule():
            return True


def blank_item(item: ListItem, words: Vocabulary) -> bool:
    """Whether a list item says nothing yet, all below it included; a label without a value is one."""
    match item.content:
        case (Para(content) | Plain(content),) if text_of(content).rstrip(" *_").endswith((":", "：")):
            return not cutting.targets(content)
        case _:
            pass
    return all(blank_block(block, words) for block in item.content)


def _is_standing(items: tuple[ListItem, ...]) -> bool:
    """Whether a template's own items stand there: "Measure 1", "Measure 2", or a time "HH:MM" before each."""
    told = [_told(item) for item in items]
    if all(match and _SAMPLE.fullmatch(match["first"]) for match in map(_FIRST.match, told)):
        return True
    named = told[0].endswith("1") and not _TICKET.search(told[0])
    counted = [f"{told[0].rstrip('1')}{number}" for number in range(1, len(told) + 1)] if named else []
    return len(told) > 1 and told == counted


def _told(item: ListItem) -> str:
    """Return what a list item says, where that is one line."""
    match item.content:
        case (Para(content) | Plain(content),) if not cutting.targets(content):
            return text_of(content).strip()
        case _:
            return ""


def blank_table(table: Table, words: Vocabulary) -> bool:
    """Whether every row of `table` is empty but for its first column's numbers, labels and priorities.

    A timeline whose every time is still "HH:MM" or "[HH:MM]" is one nobody filled in, whatever its rows suggest.
    """
    firsts = [text_of(row.cells[0]).strip() for row in table.rows if row.cells]
    if len(firsts) > 1 and set(firsts) == {_MIDNIGHT}:
        return True
    if firsts and all(
        first
        and not re.search(r"\d", _SAMPLE.sub("", first))
        and is_placeholder(first, words)
        and _SAMPLE.search(first)
        for first in firsts
    ):
        return True
    return all(blank_row(row.cells, words) for row in table.rows)


def blank_row(cells: tuple[Inlines, ...], words: Vocabulary) -> bool:
    """Whether a row holds placeholders, or nothing beside the label in its first cell."""
    texts = [text_of(cell) for cell in cells]
    blank = [is_placeholder(text, words) and not cutting.targets(cell) for text, cell in zip(texts, cells, strict=True)]
    return (
        all(blank)
        or (len(cells) > 1 and all(blank[1:]) and any(text.strip() for text in texts[1:]))
        or (
            len(cells) > 1 and all(blank[1:]) and len(texts[0]) < 40  # noqa: PLR2004 - a label, no sentence
        )
    )
