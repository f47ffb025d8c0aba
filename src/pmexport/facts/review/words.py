"""The patterns that the review looks for, ready to be searched."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from pmexport.facts.numbers import words_pattern
from pmexport.facts.patterns import load
from pmexport.model.terms import SectionKind


class _Patterns(Struct, frozen=True):
    """The file of patterns: tables of regular expressions."""

    summary: dict[str, str]
    impact: dict[str, str]
    causes: dict[str, str]
    actions: dict[str, str]
    wording: dict[str, str]
    timeline: dict[str, str]
    shares: dict[str, str]


class Required(Struct, frozen=True):
    """The file of required sections."""

    sections: dict[int, tuple[SectionKind, ...]]
    names: dict[SectionKind, str]
    instead: dict[SectionKind, tuple[SectionKind, ...]]


@cache
def pattern(table: str, name: str) -> re.Pattern[str]:
    """Return the pattern `name` of `table`."""
    words = _patterns()
    tables = {
        "summary": words.summary,
        "impact": words.impact,
        "causes": words.causes,
        "actions": words.actions,
        "wording": words.wording,
        "timeline": words.timeline,
        "shares": words.shares,
    }
    written = tables[table][name].replace("{words}", words_pattern())
    # Python wants flags that hold for a part only to be given for that part.
    return re.compile(written, re.IGNORECASE)


@cache
def required() -> Required:
    """Return which sections are asked for, what they are called and what stands for them."""
    return load("required", Required)


@cache
def _patterns() -> _Patterns:
    return load("review", _Patterns)
