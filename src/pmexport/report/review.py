"""The findings of a review as a last section, for formats that have no comments of their own."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from pmexport.model.diagnostic import Diagnostic
from pmexport.model.prose import BulletList, Emph, Inline, ListItem, Plain, Str, Strong
from pmexport.model.report import Narrative, Report
from pmexport.model.terms import DiagnosticSeverity
from pmexport.report.words import Words

_ANCHOR = "review-findings"


def with_findings(report: Report, findings: Sequence[Diagnostic]) -> Report:
    """Return `report` with `findings` as its last section, the gravest first; as it is without any."""
    if not findings:
        return report
    words = Words(report.language)
    graver = sorted(findings, key=lambda one: tuple(DiagnosticSeverity).index(one.severity))
    items = tuple(ListItem((Plain(_said(finding, words)),)) for finding in graver)
    last = Narrative(anchor=_ANCHOR, heading=words.say("heading", "review"), blocks=(BulletList(items),))
    return replace(report, sections=(*report.sections, last))


def _said(finding: Diagnostic, words: Words) -> tuple[Inline, ...]:
    place: tuple[Inline, ...] = ()
    if finding.line:
        place = (Strong((Str(words.say("review", "line", line=finding.line)),)), Str(" "))
    hint = f" {_sentence(finding.hint)}" if finding.hint else ""
    rule = Emph((Str(f" ({finding.severity.value} {finding.code})"),))
    return (*place, Str(f"{_sentence(finding.message)}{hint}"), rule)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('.', '?', '!')) else '.'}"
