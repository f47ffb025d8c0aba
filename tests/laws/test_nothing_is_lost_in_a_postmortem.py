"""The law of the reader: each word that a person would see is in the postmortem exactly once, in order."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from hypothesis import given, settings
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
from pmexport.model.prose import Block, Code, CodeBlock, Header, Image, Str
from pmexport.reader import Reading, prose, vocabulary
from pmexport.reader.comments import without_comments
from pmexport.reader.header import of_front_matter
from pmexport.reader.repairs import repair
from pmexport.reader.source import decode
from read_text import reading

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


class Part(NamedTuple):
    """What stands at `line`: its words, and those of them whose order tells (of a row the columns' order does not)."""

    line: int
    words: list[str]
    ordered: list[str]


def source_blocks(text: str) -> list[Block]:
    """Return a text's blocks, before anything is understood."""
    source = decode(text.encode(), "x.md")
    bare = without_comments(source.text, source.first_line)
    pieces = repair(bare.text, source.first_line, vocabulary.load("en")).pieces
    # The first piece starts the file's lines; only it can have lost a comment's row from within a table.
    return [
        block
        for piece in pieces
        for block in prose.blocks(
            piece.text,
            first_line=piece.first_line,
            emptied=frozenset(line - (piece.first_line - source.first_line) for line in bare.emptied),
        ).blocks
    ]


def source_sections(text: str) -> list[tuple[int, list[str]]]:
    """Return the words of each section of the source, its heading's among them, with the heading's line."""
    found: list[tuple[int, list[str]]] = [(0, [])]
    for block in source_blocks(text):
        if isinstance(block, Header):
            found.append((block.line, []))
        found[-1][1].extend(words(block))
    return found


def parts_of(content: object) -> Iterator[Part]:
    """Yield the parts of what is in the model in its order: blocks, fields, events, items, headings."""
    match content:
        case FieldRun(fields):
            for field in fields:
                yield Part(field.line, words(field), words(field))
        case EventRun(events, columns):
            first = min((event.line for event in events), default=0)
            yield Part(first, words(EventRun((), columns)), words(EventRun((), columns)))
            for event in events:
                yield Part(event.line, words(event), words(event.content))
        case ActionRun(items, columns):
            yield Part(min((item.line for item in items), default=0), words(ActionRun((), columns)), [])
            for item in items:
                told = words(item) if columns else words(ActionRun((item,)))
                yield Part(item.line, told, words(item.content))
        case Section():
            yield Part(content.line, words(content.heading), words(content.heading))
            for part in (*content.content, *content.children):
                yield from parts_of(part)
        case _:
            yield Part(getattr(content, "line", 0), words(content), words(content))


def kept_parts(text: str, found: Postmortem) -> list[Part]:
    """Return the parts of the postmortem, without those of the front matter, which no reader sees."""
    matter = decode(text.encode(), "x.md").front_matter
    lead = list(found.lead)
    if matter and lead and isinstance(lead[0], FieldRun):
        lead[0] = FieldRun(lead[0].fields[len(of_front_matter(matter, vocabulary.load("en"))) :])
    parts: list[Part] = []
    for part in (part for content in (*lead, *found.sections) for part in parts_of(content)):
        # The head of a table without events has no line of its own.
        parts.append(part if part.line or not parts else part._replace(line=parts[-1].line))
    return parts


def kept_words(text: str, found: Reading) -> list[str]:
    """Return the words of all postmortems of a file."""
    kept = [word for each in found.postmortems for word in words(each.heading)]
    return [*kept, *(word for each in found.postmortems for part in kept_parts(text, each) for word in part.words)]


def out_of_order(text: str, found: Reading) -> list[str]:
    """Return what stands in the model at another place of its section than in the source."""
    sections = source_sections(text)
    starts = [line for line, _ in sections]
    by_section: dict[int, list[Part]] = {}
    for postmortem in found.postmortems:
        for part in kept_parts(text, postmortem):
            by_section.setdefault(bisect_right(starts, part.line) - 1, []).append(part)
    headings = [told for each in found.postmortems if (told := words(each.heading))]
    wrong: list[str] = []
    for number, section in enumerate(sections):
        left = section[1]
        for part in [*by_section.get(number, []), Part(section[0], [], [])]:
            fits = part.line != section[0] or part.words
            # A title has no line of its own: it is what fits no part.
            if headings and left[: len(headings[0])] == headings[0] and not (fits and _fits(part, left)):
                left = left[len(headings.pop(0)) :]
            if not _fits(part, left):
                wrong.append(f"line {part.line}: {' '.join(left[: len(part.words)])} | {' '.join(part.words)}")
            left = left[len(part.words) :]
        wrong += [f"line {section[0]}: {' '.join(left)} | "] if left else []
    return wrong


def _fits(part: Part, left: list[str]) -> bool:
    here = left[: len(part.words)]
    return sorted(here) == sorted(part.words) and _runs_through(part.ordered, here)


def _runs_through(ordered: list[str], here: list[str]) -> bool:
    """Whether all of `ordered` occurs in `here` in that order, other words perhaps between."""
    rest = iter(here)
    return all(word in rest for word in ordered)


def test_each_word_of_real_postmortems_is_kept_exactly_once_and_in_order(shared: Path) -> None:
    wrong: dict[str, object] = {}
    for path in sorted([*shared.glob("corpus/*__*.md"), *shared.glob("seed/*.md")]):
        text = path.read_text(encoding="utf-8-sig")
        found = reading(text, path.name)
        before = Counter(word for _, told in source_sections(text) for word in told)
        after = Counter(kept_words(text, found))
        if before != after or out_of_order(text, found):
            wrong[path.name] = ((before - after) + (after - before), out_of_order(text, found))

    assert wrong == {}


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
        "- 10:30[^1] - Restart",
        "| 10:40[^1] | Up[^2] |",
        "[^1]: by a clock",
        "[^2]: not for long",
        "- Fix - Owner: Kim[^1]",
        "- Fix by 1 Dec",
        "- (prevent) Fix owner: Kim due: 1 Dec",
        "  - nested",
        "- [ ] Add alert - Owner: Kim - Due: 1 Dec",
        "| Time | Event |",
        "|---|---|",
        "| 10:00 | Down |",
        "| July 26 | |",
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
        "## Incident 1: Shop",
        "## Incident 2: Mail",
        "<!-- a note -->",
        "## Retrospective",
        "Worked: the alert",
        "- Worked: alert",
        "- Failed: docs",
        "Failed:",
        "**What went well:** the alert",
        "| P1 | Fix | Kim | Oct 10 |",
        "**10:30 UTC**",
        "10:40",
        "• typed bullet",
        "– dashed",
        "☐ a box",
        "(1) counted",
        "Action: Add alert",
        "Owner: Kim",
        "Due: 1 Dec",
        "  Owner: Kim",
        "- Add alert — @kim, 1 Dec ✅",
        "- @kim: [DONE] Add **Owner:** Lee",
        "- Add | Kim | 2024-12-01",
        "Timeline:",
        "- **Impact**",
        "- **Short term**",
        "- **10:50**: Restart (12:50 CEST)",
        "- Restart - 11:00 UTC",
        "- Restarted: 11:05",
        "> - 11:10 quoted",
        "> **Severity:** SEV-2",
        "**Date:** 2024-07-25 | **Severity:** SEV-2 · **Author:** Kim",
        "| Step | Event |",
        "| Action | Owner | Due |",
        "July 25-26, 2024",
        "🔴 11:20 UTC / 13:20 CEST Down",
        "### July 27",
        "### Fix it",
        "- **Owner:** Kim",
        "**Owner:** Kim",
        "**Owner:** Kim | **Due:** 1 Dec",
        "**Add alert**",
        "✅ Add alert",
        "✅ Done:",
        "| Action Item | Owner | Bug |",
        "| Do it | Kim | #1 DONE |",
        "- (@kim) Add (Lee, Q3)",
        "What happened",
        "### Incident title",
        "Timeline (PST)",
        "| Timeline |",
        "| 11:30 Down |",
        "|---|",
        "- **Fix** (11:40): Rolled back",
        "",
    ]
)


@settings(deadline=None)
@given(st.lists(_LINES, max_size=25))
def test_each_word_of_any_text_is_kept_exactly_once_and_in_order(lines: list[str]) -> None:
    text = "x\n" + "\n".join(lines) + "\n"
    found = reading(text)

    assert Counter(word for _, told in source_sections(text) for word in told) == Counter(kept_words(text, found))
    assert out_of_order(text, found) == []
