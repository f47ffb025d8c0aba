"""How the rules of the Markdown parser tell what they found: through the one value that markdown-it hands to all."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any

from pmexport.model.diagnostic import Diagnostic
from pmexport.model.terms import DiagnosticSeverity

_KEY = "told"


def tell(
    env: MutableMapping[str, Any], *, code: str, severity: DiagnosticSeverity, line: int, message: str, hint: str
) -> None:
    """Note a diagnostic for `line`, which counts from 0 within the text that is parsed, as markdown-it counts."""
    told: list[Diagnostic] = env.setdefault(_KEY, [])
    told.append(Diagnostic(code=code, severity=severity, line=line, message=message, hint=hint))


def told(env: MutableMapping[str, Any], first_line: int) -> list[Diagnostic]:
    """Return what was told, for lines that count from `first_line`."""
    found: list[Diagnostic] = env.get(_KEY, [])
    return [
        Diagnostic(code=one.code, severity=one.severity, line=one.line + first_line, message=one.message, hint=one.hint)
        for one in found
    ]
