"""Wording that proselint knows better than we do: redundancy, clichés, repeated words, corporate speech.

Optional, since few machines have it: asked for with ``prose = true`` under ``[check]``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Protocol

from pmexport.errors import UnavailableError
from pmexport.facts.passages import Form, Passage
from pmexport.facts.review.case import Case
from pmexport.model.diagnostic import Diagnostic
from pmexport.model.terms import DiagnosticSeverity

CODE = "prose"

# Typography and spelling are left to the page and to editors, and what forbids "very" to people's taste.
_CHECKS = (
    "cliches",
    "hedging",
    "industrial_language",
    "lexical_illusions",
    "malapropisms",
    "mixed_metaphors",
    "needless_variants",
    "redundancy",
    "uncomparables",
)
_FORMS = (Form.PARAGRAPH, Form.ITEM)


class _Told(Protocol):
    """What proselint tells of a place."""

    message: str
    span: tuple[int, int]
    replacements: str | None


def wording(case: Case) -> Iterator[Diagnostic]:
    """Yield what proselint finds in running text, one finding a place. Raises UnavailableError where it is missing."""
    severity = case.options.severity.get(CODE, DiagnosticSeverity.NOTE)
    for passage in case.passages if case.postmortem.language.startswith("en") else ():
        if passage.form in _FORMS:
            yield from _in_passage(passage, severity)


def _in_passage(passage: Passage, severity: DiagnosticSeverity) -> Iterator[Diagnostic]:
    last = 0
    for told in sorted(_lint(passage.text), key=lambda one: one.span):
        # proselint puts a line end before the text, so that its places are one too far.
        start, end = told.span[0] - 1, told.span[1] - 1
        if start < last or passage.is_code(start):
            continue
        last = end
        yield Diagnostic(
            code=CODE,
            severity=severity,
            line=passage.line_at(start),
            message=told.message.rstrip("."),
            hint=f"write “{told.replacements}”" if told.replacements else None,
            quote=passage.text[start:end],
        )


def _lint(text: str) -> list[_Told]:
    _register()
    from proselint.tools import LintFile  # type: ignore[import-untyped]  # noqa: PLC0415

    config = {"max_errors": 1000, "checks": dict.fromkeys(_CHECKS, True)}
    return [result.check_result for result in LintFile("passage", text).lint(config)]


@cache
def _register() -> None:
    try:
        from proselint.checks import __register__  # type: ignore[import-untyped]  # noqa: PLC0415
        from proselint.registry import CheckRegistry  # type: ignore[import-untyped]  # noqa: PLC0415
    except ImportError:
        raise UnavailableError(
            "proselint is not installed, which [check] prose asks for", instead="pip install 'pmexport[prose]'"
        ) from None
    CheckRegistry().register_many(__register__)
