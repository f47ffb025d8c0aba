"""Bullets that a web page handed out on lines of their own, brought back to their text."""

from __future__ import annotations

import re

from msgspec import Struct

from pmexport.model.diagnostic import Diagnostic
from pmexport.model.terms import DiagnosticSeverity
from pmexport.reader import fences

_ALONE = re.compile(r"^(?:[-*+]|\d{1,3}[.)])[ \t]*$", re.MULTILINE)
_PLAIN_LINE = re.compile(r"(?![-*+#>|~]{1,6}(?:[ \t]|$)|\d{1,3}[.)](?:[ \t]|$)|[|`~]{1,3})\S")
_ENOUGH = 2


class Mended(Struct, frozen=True):
    """A text with as many lines as before, and what had to be guessed."""

    text: str
    diagnostics: tuple[Diagnostic, ...] = ()


def joined_bullets(text: str, first_line: int = 1) -> Mended:
    """Return `text` with each bullet that stands alone moved before the text below it.

    One such bullet right below other text may be the underline of a heading, so it takes two of them.
    """
    if len(_ALONE.findall(text)) < _ENOUGH:
        return Mended(text)
    lines = text.split("\n")
    code = fences.code_lines(text)
    moves = [(number, _text_below(lines, number)) for number in range(len(lines)) if number not in code]
    moved = [(number, below) for number, below in moves if below]
    if len(moved) < _ENOUGH:
        return Mended(text)
    for number, below in moved:
        lines[below] = f"{lines[number].strip()} {lines[below]}"
        lines[number] = ""
    told = Diagnostic(
        code="bullet-alone",
        severity=DiagnosticSeverity.NOTE,
        line=first_line + moved[0][0],
        message=f"{len(moved)} bullets that stand on lines of their own are read with the text below them",
        hint="write each bullet before its text",
    )
    return Mended("\n".join(lines), (told,))


def _text_below(lines: list[str], number: int) -> int:
    """Return the line of the text that a bullet alone on its line belongs to, 0 where it is no such bullet."""
    if not _ALONE.match(lines[number]):
        return 0
    below = number + 1
    if below < len(lines) and not lines[below].strip():
        below += 1
    return below if below < len(lines) and _PLAIN_LINE.match(lines[below]) else 0
