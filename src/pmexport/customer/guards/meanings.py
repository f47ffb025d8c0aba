"""What each rule means and what to write instead, and a finding told to its author in one line."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from pmexport.customer.finding import Finding
from pmexport.errors import HeldBackError
from pmexport.model.customer import Document

_LONGEST = 120


def explain(rule: str) -> str:
    """Return what a rule means, for a message."""
    return _texts()["rules"][rule]


def instead(rule: str) -> str:
    """Return what an author may write instead of what `rule` found."""
    return _texts()["instead"][rule]


def told(finding: Finding, others: Iterable[Finding] = ()) -> str:
    """Return `finding` as one line: what was found, its name, its sentence, what to write instead.

    Of `others` in the same sentence, secrets and addresses are not repeated either.
    """
    sentence = " ".join(finding.sentence.split())
    for one in sorted((finding, *others), key=lambda one: -len(one.item)):
        sentence = sentence.replace(one.item, one.masked)
    where = f", in “{_around(sentence, finding.masked)}”" if sentence != finding.masked else ""
    return f"“{finding.masked}” is {explain(finding.rule)} ({finding.name}){where}; {instead(finding.rule)}"


def _place(finding: Finding, source: str) -> str:
    if finding.document is Document.SETTINGS:
        return "settings, theme or correction"
    return f"{source}:{finding.line}" if finding.line else source


def _around(sentence: str, item: str) -> str:
    """Return `sentence`, or as much of a long one as shows where `item` stands."""
    if len(sentence) <= _LONGEST:
        return sentence
    middle = max(sentence.find(item), 0) + len(item) // 2
    start = min(max(middle - _LONGEST // 2, 0), len(sentence) - _LONGEST)
    cut = sentence[start : start + _LONGEST]
    return f"{'…' if start else ''}{cut}{'…' if start + _LONGEST < len(sentence) else ''}"


def held_back(findings: Iterable[Finding], source: str, postmortem: str) -> HeldBackError:
    """Return the fault that stops an export of `postmortem` over `findings` in the text of `source`, each on a line."""
    found = list(findings)
    count = f"{len(found)} thing{'s' if len(found) != 1 else ''}"
    return HeldBackError(
        f"nothing was written, for the text for customers holds {count} that must not leave",
        place=source,
        instead=f"reword it, or `pmexport customer approve {postmortem} --by YOU --accept NAME --reason WHY`",
        particulars=tuple(f"{_place(one, source)}: {told(one, found)}" for one in found),
    )


@cache
def _texts() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads((Path(__file__).parent / "meanings.toml").read_text(encoding="utf-8"))
