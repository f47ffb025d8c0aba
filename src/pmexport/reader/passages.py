"""The texts that tell when an incident was: the opening, the summary, notes above the events, heads of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from pmexport.model.postmortem import FieldRun
from pmexport.model.prose import BulletList, CodeBlock, OrderedList, Para, Plain, text_of
from pmexport.model.terms import FieldName, SectionKind
from pmexport.reader.drafts import DraftContent, DraftRun, DraftSection, topmost
from pmexport.reader.timestamps import Stamp, scan
from pmexport.reader.vocabulary import Vocabulary
from pmexport.reader.written_dates import WrittenDate

_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
_NOTE = 12
"""A note above the events that tells their day has no more words."""
_TELLING = frozenset(
    {
        SectionKind.IMPACT,
        SectionKind.IMPACT_USER,
        SectionKind.IMPACT_BUSINESS,
        SectionKind.IMPACT_TECHNICAL,
        SectionKind.DETECTION,
    }
)


def runs(drafts: list[DraftSection]) -> list[DraftRun]:
    """Return the runs of events in the order written."""
    return [part for draft in drafts for inner in draft.walk() for part in inner.content if isinstance(part, DraftRun)]


def notes(drafts: list[DraftSection]) -> list[str]:
    """Return the short paragraphs that stand first in a timeline: "All times on 5 March 2024"."""
    tops = [part for part in topmost(drafts, SectionKind.TIMELINE) if part.content]
    firsts = [text_of(part.content[0].content) for part in tops if isinstance(part.content[0], Para)]
    return [text for text in firsts if len(text.split()) <= _NOTE]


def further(drafts: list[DraftSection]) -> list[str]:
    """Return the texts of impact and detection, which often say when it was where the summary does not."""
    sections = [part for draft in drafts for part in draft.walk() if part.kind in _TELLING]
    return [text for part in sections for text in _lines(part.content)]


def date_in(text: str, words: Vocabulary) -> WrittenDate | None:
    """Return the first date in `text`."""
    found = dated_in(text, words)
    return found.date if found else None


def day_of_head(run: DraftRun, words: Vocabulary) -> WrittenDate | None:
    """Return the day that a table's head names, "Timeline 20.04.22", or its first event in the year named there."""
    if date := next((date for column in run.columns if (date := date_in(column, words))), None):
        return date
    year = next((match for column in run.columns if (match := _YEAR.search(column))), None)
    first = next((event.stamp.date for event in run.events if event.stamp and event.stamp.date), None)
    return replace(first, year=int(year[1])) if year and first and first.year is None else None


def dated_in(text: str, words: Vocabulary) -> Stamp | None:
    """Return the first time in `text` that has a date."""
    dated = (stamp for _, stamp in stamps_in(text[:2000], words) if stamp.date and stamp.date.month)
    return next(dated, None)


def stamps_in(text: str, words: Vocabulary) -> Iterator[tuple[int, Stamp]]:
    """Yield each time in `text` that has a date, with the place where it begins."""
    done = 0
    for match in re.finditer(r"(?<![\w:.-])(?=[\w])", text):
        if match.start() < done:
            continue
        stamp = scan(text[match.start() : match.start() + 60], words)
        if stamp and stamp.date:
            done = match.start() + max(len(stamp.text), 1)
            yield match.start(), stamp


def sentences(lead: list[DraftContent], drafts: list[DraftSection]) -> list[str]:
    """Return the texts of the lead and of the summary."""
    texts = [text_of(part.content) for part in lead if isinstance(part, Para | Plain)]
    texts += [
        text_of(field.value)
        for part in lead
        if isinstance(part, FieldRun)
        for field in part.fields
        if field.name is FieldName.SUMMARY
    ]
    for draft in drafts:
        for part in draft.walk():
            if part.kind is SectionKind.SUMMARY:
                texts += _lines(part.content)
    return texts


def _lines(content: Sequence[DraftContent]) -> list[str]:
    """Return the texts of the paragraphs in `content`, those in its lists among them."""
    found: list[str] = []
    for part in content:
        match part:
            case Para(inlines) | Plain(inlines):
                found.append(text_of(inlines))
            case BulletList(items) | OrderedList(items):
                for item in items:
                    found += _lines(item.content)
            case CodeBlock(text, ""):  # a paragraph that its author indented
                found.append(text.strip())
            case _:
                pass
    return found
