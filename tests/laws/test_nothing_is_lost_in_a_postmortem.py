"""The law of the reader: each word that a person would see is in the postmortem exactly once, in order."""

import re
from collections import Counter
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from pmexport.model.postmortem import (
    ActionItem,
    ActionRun,
    Detail,
    EventRun,
    FieldRun,
    HeaderField,
    Postmortem,
    Section,
    TimelineEvent,
)
from pmexport.model.prose import Code, CodeBlock, Image, Str
from pmexport.reader import prose, vocabulary
from pmexport.reader.header import of_front_matter
from pmexport.reader.repairs import repair
from pmexport.reader.source import decode
from read_text import postmortem, reading

_WORD = re.compile(r"[^\W_]+")
_UNSEEN = frozenset({"line", "anchor", "target", "title", "language"})


def words(value: object) -> list[str]:
    """Return every word in `value`, which is any part of the model, in order."""
    match value:
        case Str(text) | Code(text) | CodeBlock(text):
            return _WORD.findall(text)
        case Image(alt=alt):
            return _WORD.findall(alt)
        case HeaderField(label=label, value=content):
            return [*_WORD.findall(label), *words(content)]
        case Detail(value=content):
            return words(content)
        case TimelineEvent():
            return [
                *_WORD.findall(f"{value.written} {value.actor or ''}"),
                *words(value.content),
                *words(value.details),
            ]
        case ActionItem():
            told = (*value.labels, value.priority, value.kind, value.owner, value.due_text, value.status_text)
            return [*_WORD.findall(" ".join(part or "" for part in told)), *words(value.content), *words(value.details)]
        case EventRun(inner, columns):
            return [*_WORD.findall(" ".join(columns)), *words(inner)]
        case ActionRun(items, columns):
            labels = [] if columns else [detail.label for item in items for detail in item.details]
            return [*_WORD.findall(" ".join([*columns, *labels])), *words(items)]
        case Section():
            return [*words(value.heading), *words(value.content), *words(value.children)]
        case tuple():
            return [word for part in value for word in words(part)]
        case _:
            fields = getattr(value, "__struct_fields__", ())
            return [word for name in fields if name not in _UNSEEN for word in words(getattr(value, name))]


def source_words(text: str) -> list[str]:
    """Return the words of a text's blocks, before anything is understood."""
    source = decode(text.encode(), "x.md")
    pieces = repair(source.text, source.first_line, vocabulary.load("en")).pieces
    return [word for piece in pieces for word in words(prose.blocks(piece.text).blocks)]


def kept_words(text: str, found: Postmortem) -> list[str]:
    """Return the words of the postmortem, without those of the front matter, which no reader sees."""
    matter = decode(text.encode(), "x.md").front_matter
    lead = list(found.lead)
    if matter and lead and isinstance(lead[0], FieldRun):
        lead[0] = FieldRun(lead[0].fields[len(of_front_matter(matter, vocabulary.load("en"))) :])
    return [*words(found.heading), *words(tuple(lead)), *words(found.sections)]


def test_each_word_of_real_postmortems_is_kept_exactly_once(shared: Path) -> None:
    lost: dict[str, Counter[str]] = {}
    for path in sorted([*shared.glob("corpus/*__*.md"), *shared.glob("seed/*.md")]):
        text = path.read_text(encoding="utf-8-sig")
        before, after = Counter(source_words(text)), Counter(kept_words(text, postmortem(text, path.name)))
        if before != after:
            lost[path.name] = (before - after) + (after - before)

    assert lost == {}


_LINES = st.sampled_from(
    [
        "# Postmortem: Shop",
        "## Timeline",
        "## Action items",
        "## Impact",
        "### User impact",
        "## Penguins",
        "**Date:** 2024-07-25",
        "- 10:00 Down",
        "- 10:20 UTC - Up",
        "  - nested",
        "- [ ] Add alert - Owner: Kim - Due: 1 Dec",
        "| Time | Event |",
        "|---|---|",
        "| 10:00 | Down |",
        "| [HH:MM] | [Signs] |",
        "",
        "Some words here.",
        "**Root cause:** a query",
        "**Impact**",
        "1. One",
        "Detection",
        "-",
        "> quoted",
        "```",
        "10:05 text",
        "### 10:10 - Restart",
        "July 26",
        "* Owner: Kim",
        "| P1 | Fix | Kim | Oct 10 |",
        "",
    ]
)


@given(st.lists(_LINES, max_size=25))
def test_each_word_of_any_text_is_kept_exactly_once(lines: list[str]) -> None:
    text = "x\n" + "\n".join(lines) + "\n"

    assert Counter(source_words(text)) == Counter(kept_words(text, reading(text).postmortems[0]))
