"""Stated figures that the document itself contradicts: one as a sentence, several in one table."""

from __future__ import annotations

import datetime as dt
from typing import assert_never

from pmexport.model.facts import Anchor, ClaimKind, Comparison
from pmexport.model.prose import Alignment, Row, Str, Table
from pmexport.model.report import Finding, Findings, Narrative
from pmexport.report.words import Words


def section(comparisons: tuple[Comparison, ...], anchor: str, words: Words) -> Findings | Narrative | None:
    """Return what the report says of figures that differ; None where all agree."""
    heading = words.say("heading", "findings")
    items = differing(comparisons, words)
    if len(items) > 1:
        heading = words.say("findings", "title").rstrip(".。")
        return Narrative(anchor=anchor, heading=heading, blocks=(_table(comparisons, words),))
    return Findings(anchor=anchor, heading=heading, items=items) if items else None


def _table(comparisons: tuple[Comparison, ...], words: Words) -> Table:
    """Return what is stated, what the document gives for it, and the line of the source."""
    told = (one for one in comparisons if one.certain and not one.agrees)
    cells = dict.fromkeys((_quoted(one, words), _computed(one, words), str(one.line or "")) for one in told)
    return Table(
        alignments=(Alignment.DEFAULT, Alignment.DEFAULT, Alignment.RIGHT),
        head=tuple((Str(title),) for title in words.listed("findings", "head")),
        rows=tuple(Row(cells=tuple((Str(cell),) if cell else () for cell in row)) for row in cells),
    )


def _quoted(one: Comparison, words: Words) -> str:
    name = f"{words.finding_name(one.metric)}: " if one.kind is ClaimKind.LENGTH and one.metric else ""
    return f"{name}{one.quote}"


def _computed(one: Comparison, words: Words) -> str:
    match one.kind:
        case ClaimKind.LENGTH if one.start and one.end:
            values = {"computed": words.length(one.computed), **_ends(one.start, one.end, words)}
            return words.say("findings", "span", **values)
        case ClaimKind.LENGTH:
            return words.length(one.computed)
        case ClaimKind.CLOCK:
            return words.clock(one.start.at) if one.start else ""
        case ClaimKind.WEEKDAY:
            day = one.day or dt.date.min
            return f"{words.weekday(day)}, {words.date(day)}"
        case ClaimKind.COUNT:
            return str(one.computed)
        case _:
            assert_never(one.kind)


def _ends(start: Anchor, end: Anchor, words: Words) -> dict[str, str]:
    """Return both ends as times of day, with their dates where these differ."""
    told = {"start": start.at, "end": end.at}
    if start.at.date() == end.at.date():
        return {name: words.clock(at) for name, at in told.items()}
    return {name: f"{words.date(at.date(), 'short')} {words.clock(at)}" for name, at in told.items()}


def differing(comparisons: tuple[Comparison, ...], words: Words) -> tuple[Finding, ...]:
    """Return a finding for each figure of `comparisons` that does not agree, in the order written."""
    title = words.say("findings", "title")
    texts = dict.fromkeys(_text(one, words) for one in comparisons if one.certain and not one.agrees)
    return tuple(Finding(title=title, text=text) for text in texts)


def _text(one: Comparison, words: Words) -> str:
    match one.kind:
        case ClaimKind.LENGTH:
            return _length(one, words)
        case ClaimKind.CLOCK:
            time = words.clock(one.start.at) if one.start else ""
            return words.say("findings", "clock", quote=one.quote, time=time)
        case ClaimKind.WEEKDAY:
            day = one.day or dt.date.min
            return words.say("findings", "weekday", quote=one.quote, date=words.date(day), weekday=words.weekday(day))
        case ClaimKind.COUNT:
            return words.say("findings", "count", quote=one.quote, count=one.computed)
        case _:
            assert_never(one.kind)


def _length(one: Comparison, words: Words) -> str:
    computed = words.length(one.computed)
    if one.start is None or one.end is None:
        return words.say("findings", "window", quote=one.quote, computed=computed)
    ends = _ends(one.start, one.end, words)
    if one.metric is None:
        return words.say("findings", "between", quote=one.quote, computed=computed, **ends)
    name = words.finding_name(one.metric)
    return words.say("findings", "text", name=name, stated=one.quote, computed=computed, **ends)
