"""The text that an author wrote for customers: found by its exact heading or in its own file, split by topic.

Only what stands between that heading and the next one of its level is read, cut out by its lines before it is parsed: a
footnote, a link definition or an open code fence from elsewhere cannot reach into it.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct

from pmexport.customer.finding import Finding
from pmexport.customer.folding import folded
from pmexport.customer.structure import structure_findings, words_of
from pmexport.errors import HeldBackError
from pmexport.model.customer import Document, Topic
from pmexport.model.diagnostic import Diagnostic
from pmexport.model.prose import Block, Blocks, Header, text_of
from pmexport.model.terms import DiagnosticSeverity

Parse: TypeAlias = Callable[[str, int], Blocks]
_ALIKE = 0.82
_SPLIT = re.compile(r"\s*:\s+")


class Passage(Struct, frozen=True, kw_only=True):
    """What stands under one heading of the text; `heading` is empty for what comes first."""

    topic: Topic
    heading: str = ""
    line: int = 0
    blocks: Blocks


class CustomerText(Struct, frozen=True, kw_only=True):
    """What the author wrote for customers, not yet let in. `title` is the heading of a file of its own."""

    document: Document
    title: str = ""
    title_line: int = 0
    passages: tuple[Passage, ...] = ()
    recipient: str = ""
    recipient_line: int = 0
    own: tuple[Passage, ...] = ()
    findings: tuple[Finding, ...] = ()
    others: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is said: no words, whatever stands there to guide the author."""
        return not any(passage.blocks for passage in (*self.passages, *self.own))


class _Span(Struct, frozen=True, kw_only=True):
    """The lines from a heading, `line`, to before `end`; `recipient` is the customer that it names."""

    line: int
    end: int
    heading: str
    recipient: str = ""


class _Page(Struct, frozen=True, kw_only=True):
    """The lines that are read, the number of the first, and what parses them."""

    lines: list[str]
    first_line: int
    parse: Parse
    document: Document


@cache
def words() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Return the words by which authors mark what is for customers, by table and key."""
    content = (Path(__file__).parent / "words.toml").read_text(encoding="utf-8")
    return {
        table: {key: tuple([value] if isinstance(value, str) else value) for key, value in entries.items()}
        for table, entries in tomllib.loads(content).items()
    }


def section_of(text: str, first_line: int, parse: Parse, recipient: str | None = None) -> CustomerText:
    """Return the section for customers in `text`, a postmortem whose first line is `first_line`; empty without one.

    Raises HeldBackError where two sections have that heading.
    """
    blocks = parse(text, first_line)
    spans, alike = _spans(blocks, first_line + text.count("\n") + 1)
    common = [span for span in spans if not span.recipient]
    if len(common) > 1:
        places = " and ".join(str(span.line) for span in common)
        raise HeldBackError(
            f"has two sections for customers, on lines {places}", instead="keep one, or write NAME.customer.md"
        )
    lines = text.split("\n")
    base = _cut(lines, common[0], first_line) if common else ("", 0)
    page = _Page(lines=lines, first_line=first_line, parse=parse, document=Document.POSTMORTEM)
    return _assembled(page, base, spans, recipient, alike)


def file_text(text: str, first_line: int, parse: Parse, recipient: str | None = None) -> CustomerText:
    """Return what `text`, a file for customers alone, says; sections for other named customers are left out."""
    lines = text.split("\n")
    spans, _ = _spans(parse(text, first_line), first_line + len(lines))
    named = [span for span in spans if span.recipient]
    kept = list(lines)
    for span in named:
        kept[span.line - first_line : span.end - first_line] = [""] * (span.end - span.line)
    page = _Page(lines=lines, first_line=first_line, parse=parse, document=Document.CUSTOMER_FILE)
    return _assembled(page, ("\n".join(kept), first_line), named, recipient, ())


def _assembled(
    page: _Page, base: tuple[str, int], spans: Iterable[_Span], recipient: str | None, alike: tuple[Diagnostic, ...]
) -> CustomerText:
    named = [span for span in spans if span.recipient]
    chosen = [span for span in named if recipient is not None and span.recipient.casefold() == recipient.casefold()]
    if recipient is not None and not chosen:
        known = ", ".join(span.recipient for span in named) or "none"
        raise HeldBackError(
            f"has no section “Customer Summary: {recipient}”", instead=f"the customers it names are: {known}"
        )
    title, title_line, passages, findings = _read(*base, page.parse, page.document)
    own: list[Passage] = []
    for span in chosen:
        _, _, more, found = _read(*_cut(page.lines, span, page.first_line), page.parse, page.document)
        own += more
        findings += found
    return CustomerText(
        document=page.document,
        title=title,
        title_line=title_line,
        passages=tuple(passages),
        recipient=chosen[0].recipient if chosen else "",
        recipient_line=chosen[0].line if chosen else 0,
        own=tuple(own),
        findings=tuple(findings),
        others=tuple(dict.fromkeys(span.recipient for span in named if span not in chosen)),
        diagnostics=alike,
    )


def _cut(lines: list[str], span: _Span, first_line: int) -> tuple[str, int]:
    """Return the lines under the heading of `span`, and the number of the first."""
    start = span.line - first_line
    # An underlined heading takes two lines or more: what is left of it is no text.
    body = start + 1
    if not lines[start].lstrip().startswith("#"):
        body += 1
        while body < len(lines) and not re.fullmatch(r" {0,3}(=+|-+)\s*", lines[body - 1]):
            body += 1
    return "\n".join(lines[body : span.end - first_line]), first_line + body


def _spans(blocks: Blocks, end: int) -> tuple[list[_Span], tuple[Diagnostic, ...]]:
    headers = [block for block in blocks if isinstance(block, Header)]
    found: list[_Span] = []
    alike: list[Diagnostic] = []
    for number, header in enumerate(headers):
        heading = _plain(text_of(header.content))
        name, recipient = _named(heading)
        if name in words()["section"]["headings"]:
            later = (other.line for other in headers[number + 1 :] if other.level <= header.level)
            found.append(_Span(line=header.line, end=next(later, end), heading=heading, recipient=recipient))
        elif _resembles(heading):
            alike.append(_not_used(heading, header.line))
    return found, tuple(alike)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _named(heading: str) -> tuple[str, str]:
    """Return what a heading says before and after its colon: ``Customer Summary: Contoso``."""
    name, *rest = _SPLIT.split(heading, maxsplit=1)
    return name.casefold(), rest[0] if rest else ""


def _resembles(heading: str) -> bool:
    plain = folded(heading).casefold()
    return any(
        phrase in plain or difflib.SequenceMatcher(None, phrase, plain).quick_ratio() > _ALIKE
        for phrase in words()["section"]["headings"]
    )


def _not_used(heading: str, line: int) -> Diagnostic:
    return Diagnostic(
        code="customer-heading-inexact",
        severity=DiagnosticSeverity.WARNING,
        line=line,
        message=f"“{heading}” is not read as the section for customers",
        hint="only the heading “Customer Summary”, letter for letter, is",
    )


def _read(
    text: str, first_line: int, parse: Parse, document: Document
) -> tuple[str, int, list[Passage], list[Finding]]:
    """Return title, its line, the passages and what cannot be let in of the lines of one text for customers."""
    if not text.strip():
        return "", 0, [], []
    parts = list(_parts(parse(text, first_line)))
    title, title_line = "", 0
    passages: list[Passage] = []
    findings = structure_findings(text, first_line, parts, document)
    for number, (header, blocks) in enumerate(parts):
        heading = _plain(text_of(header.content)) if header else ""
        topic, line = _topic(heading), header.line if header else 0
        if header and number <= 1 and header.level == 1 and document is Document.CUSTOMER_FILE:
            title, title_line, topic, heading = heading, line, Topic.OPENING, ""
        kept = tuple(block for block in blocks if _says_something(block))
        if topic is None:
            findings.append(Finding(rule="heading", item=heading, sentence=heading, document=document, line=line))
        elif kept:
            passages.append(Passage(topic=topic, heading=heading, line=line, blocks=kept))
    if _named(title)[0] in words()["section"]["headings"]:
        title = ""
    return title, title_line, passages, findings


def _parts(blocks: Blocks) -> Iterator[tuple[Header | None, list[Block]]]:
    header: Header | None = None
    held: list[Block] = []
    for block in blocks:
        if isinstance(block, Header):
            yield header, held
            header, held = block, []
        else:
            held.append(block)
    yield header, held


def _topic(heading: str) -> Topic | None:
    if not heading:
        return Topic.OPENING
    plain = heading.casefold().rstrip(":").strip().replace("’", "'")
    return next((Topic(name) for name, phrases in words()["topic"].items() if plain in phrases), None)


def _says_something(block: Block) -> bool:
    return bool(folded(words_of(block)).strip())
