"""The examples that the rules carry, as texts, and what the review finds in a text."""

from __future__ import annotations

import datetime as dt
import re

from pmexport.examine import reviewed
from pmexport.facts.review.rule import Rule, topic
from pmexport.model.diagnostic import Diagnostic
from pmexport.model.options import CheckOptions, ReadOptions

TIMELINE = """# Orders stopped
**Date:** 2026-03-04

## Timeline
| Time (UTC) | Event |
|---|---|
| 08:40 | Release 7 deployed |
| 09:00 | Outage begins |
| 09:06 | Automated alert: order rate below 50 % |
| 11:00 | Incident resolved |

## Detection
"""
"""The head of a postmortem whose times are plain, for a sentence to be held against."""


_REPEATED = {"SENTENCE": "Nobody knew what to do about it and everybody waited. ", "ACTION": "- [ ] Test the cache\n"}


def text_of_example(written: str) -> str:
    """Return the example with ``SENTENCE*40`` written out."""
    return re.sub(
        r"(SENTENCE|ACTION)\*(\d+)", lambda match: _REPEATED[match[1]] * int(match[2]), written.strip() + "\n"
    )


def findings(text: str, *, today: dt.date | None = None, options: CheckOptions | None = None) -> list[Diagnostic]:
    """Return what the review finds in `text`."""
    found = reviewed(text.encode(), ReadOptions(name="example.md"), options or CheckOptions(today=today))
    return list(found.diagnostics)


def codes(text: str, *, today: dt.date | None = None) -> list[str]:
    """Return the codes of what the review finds in `text`."""
    return [one.code for one in findings(text, today=today)]


def examples(topic_name: str, *, fires: bool) -> list[tuple[Rule, str]]:
    """Return the rules of a topic with each example on which they fire, or are silent."""
    return [
        (rule, text_of_example(written))
        for rule in topic(topic_name).rule
        for written in (rule.fires if fires else rule.silent)
    ]
