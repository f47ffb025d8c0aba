"""Characters that no page should carry: controls are replaced, and marks that turn the reading direction are shown."""

from __future__ import annotations

import re

from pmexport.model.diagnostic import Diagnostic
from pmexport.model.terms import DiagnosticSeverity

_TERMINAL_SEQUENCE = r"\x1b\[[0-9;?]*[ -/]*[@-~]"
_CONTROL = r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]"
_CONTROLS = re.compile(f"{_TERMINAL_SEQUENCE}|{_CONTROL}")
_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_REPLACEMENT = "\ufffd"


def without_controls(text: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return `text` with each control as U+FFFD, colour codes of a terminal gone, and one warning for all of them.

    Word refuses a document that holds one, and a terminal obeys them. Source: XML 1.0, production Char.
    """
    first = _CONTROLS.search(text)
    if first is None:
        return text, ()
    cleaned, count = _CONTROLS.subn(lambda found: "" if len(found[0]) > 1 else _REPLACEMENT, text)
    told = Diagnostic(
        code="control-character",
        severity=DiagnosticSeverity.WARNING,
        line=text.count("\n", 0, first.start()) + 1,
        message=f"{count} invisible control characters, the first U+{ord(first[0][0]):04X}, were replaced",
        hint="paste this as plain text",
    )
    return cleaned, (told,)


def with_visible_directions(text: str, first_line: int) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return `text` with each directional override shown as ``[U+202E]``, and one warning for all of them.

    They can make a sentence read otherwise than it is stored. Arabic and Hebrew letters need none of them.
    Source: CVE-2021-42574.
    """
    first = _DIRECTIONS.search(text)
    if first is None:
        return text, ()
    shown, count = _DIRECTIONS.subn(lambda found: f"[U+{ord(found[0]):04X}]", text)
    told = Diagnostic(
        code="direction-override",
        severity=DiagnosticSeverity.WARNING,
        line=first_line + text.count("\n", 0, first.start()),
        message=f"{count} marks that turn the reading direction, the first U+{ord(first[0]):04X}, are shown as such",
        hint="delete them, or write the text in its own script",
    )
    return shown, (told,)
