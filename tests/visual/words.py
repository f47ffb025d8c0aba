"""Rules about what stands on the page: no section without anything in it, nothing left to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from visual.findings import Finding
from visual.paper import Block, Page, Paper, text_of

# What templates leave between brackets: words that begin with a capital, or ask for something. Brackets at the head of
# a line that goes on are the author's label, and short capitals the text of a link.
_PLACEHOLDER = re.compile(
    r"\[(?![A-Z]{1,4}\])"
    r"(?:[A-Z][\w'/&-]*(?: [\w'/&#-]+){0,5}|(?:your|the|insert|name|date|time|tbd|todo)\b[^\]]{0,40})\]"
    r"|\bYYYY-MM-DD\b|\bHH:MM\b|\{\{.*?\}\}|<(?:name|date|time|insert)[^>]*>"
)
_LABEL = re.compile(r"^\W*\[[^\]\n]*\](?=[^\w\n]*\w)", re.MULTILINE)
_FIXED_PITCH = re.compile("mono|courier|code", re.IGNORECASE)


def words(paper: Paper) -> Iterator[Finding]:
    """Yield empty sections and what was left to fill in."""
    yield from _empty_sections(paper)
    for page in paper.pages:
        yield from _placeholders(page)


def _empty_sections(paper: Paper) -> Iterator[Finding]:
    listed = [(page, block) for page in paper.pages for block in page.blocks if block.glyphs or block.kind == "Figure"]
    for (page, block), (_, following) in pairwise(listed):
        if block.heading and 0 < following.heading <= block.heading:
            yield Finding("empty-section", page.number, f"nothing stands under {block.text!r}")


def _placeholders(page: Page) -> Iterator[Finding]:
    for block in page.blocks:
        for match in _PLACEHOLDER.finditer(_LABEL.sub("", _prose(block)).replace("\n", " ")):
            yield Finding("placeholder", page.number, f"{match[0]!r} was left to fill in")


def _prose(block: Block) -> str:
    """Return the words that are not code: code may hold brackets of its own."""
    return text_of((glyph for glyph in block.glyphs if not _FIXED_PITCH.search(glyph.font)), line_end="\n")
