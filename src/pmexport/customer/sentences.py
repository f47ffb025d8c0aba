"""The sentences of a postmortem by topic, each with its line: what a draft may offer and a ledger lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from pmexport.customer.structure import words_of
from pmexport.model.customer import Topic
from pmexport.model.postmortem import ActionRun, EventRun, FieldRun, Postmortem, Section
from pmexport.model.prose import Block, BulletList, CodeBlock, OrderedList, Para, Plain, Table
from pmexport.model.terms import SectionKind

_TOPICS = {
    SectionKind.SUMMARY: Topic.OPENING,
    SectionKind.IMPACT: Topic.IMPACT,
    SectionKind.IMPACT_USER: Topic.IMPACT,
    SectionKind.IMPACT_TECHNICAL: Topic.IMPACT,
    SectionKind.ROOT_CAUSE: Topic.CAUSE,
    SectionKind.TRIGGER: Topic.CAUSE,
    SectionKind.CONTRIBUTING_FACTORS: Topic.CAUSE,
    SectionKind.LUCKY: Topic.IMPACT,
    SectionKind.COMMUNICATION: Topic.CONTACT,
}
_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"'(\d])")


class Sentence(Struct, frozen=True, kw_only=True):
    """A sentence written for colleagues, its line, and the topic of its section where customers ask for that."""

    text: str
    line: int
    topic: Topic | None
    section: str


def sentences(postmortem: Postmortem) -> Iterator[Sentence]:
    """Yield every sentence of the running text, in the order written."""
    for section in postmortem.sections:
        yield from _of_section(section, None)


def _of_section(section: Section, above: Topic | None) -> Iterator[Sentence]:
    topic = _TOPICS.get(section.kind) if section.kind else above
    if section.kind is SectionKind.CUSTOMER_SUMMARY:
        return
    for content in section.content:
        if isinstance(content, FieldRun | EventRun | ActionRun):
            continue
        for text, line in _spoken(content):
            for one in _END.split(" ".join(text.split())):
                if one:
                    yield Sentence(text=one, line=line, topic=topic, section=section.title)
    for child in section.children:
        yield from _of_section(child, topic)


def _spoken(block: Block) -> Iterator[tuple[str, int]]:
    match block:
        case Para() | Plain():
            yield words_of(block), block.line
        case BulletList(items) | OrderedList(items):
            for item in items:
                for one in item.content:
                    yield from ((text, line or item.line) for text, line in _spoken(one))
        case Table() | CodeBlock():
            return
        case _:
            yield words_of(block), block.line
