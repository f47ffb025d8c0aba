"""Stated figures that the document itself contradicts, as sentences."""

from __future__ import annotations

import datetime as dt
from typing import assert_never

from pmexport.model.facts import ClaimKind, Comparison
from pmexport.model.report import Finding
from pmexport.report.words import Words


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
    start, end = words.clock(one.start.at), words.clock(one.end.at)
    if one.metric is None:
        return words.say("findings", "between", quote=one.quote, computed=computed, start=start, end=end)
    name = words.finding_name(one.metric)
    return words.say("findings", "text", name=name, stated=one.quote, computed=computed, start=start, end=end)
