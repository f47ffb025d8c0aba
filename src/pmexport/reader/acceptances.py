"""Findings that the author accepts with a reason: ``<!-- pmexport: accept CODE: reason -->`` on a line of the source.

The comment counts for its own line and the next that holds text; a finding of the file as a whole is accepted from any
line. Nothing that guards a customer summary is ever accepted this way.
"""

from __future__ import annotations

import re
from difflib import get_close_matches

from msgspec import Struct

from pmexport.model.diagnostic import Diagnostic
from pmexport.model.terms import DiagnosticSeverity
from pmexport.reader.fences import code_lines
from pmexport.reader.source import Source

_ACCEPT = re.compile(r"<!--\s*pmexport:\s*accept\s+(?P<code>[\w-]+)\s*(?::\s*(?P<reason>.*?))?\s*-->")


class Acceptance(Struct, frozen=True):
    """A comment on `line` that accepts `code` on any of `lines`."""

    code: str
    reason: str
    line: int
    lines: tuple[int, ...]


def acceptances(source: Source) -> tuple[Acceptance, ...]:
    """Return the acceptances in `source`, in the order written; what is code holds none."""
    if "pmexport:" not in source.text:
        return ()
    lines = source.text.split("\n")
    code = code_lines(source.text)
    return tuple(
        Acceptance(match["code"], match["reason"] or "", number + source.first_line, _meant(lines, number, source))
        for number, line in enumerate(lines)
        if number not in code
        for match in _ACCEPT.finditer(line)
    )


def _meant(lines: list[str], number: int, source: Source) -> tuple[int, ...]:
    own = number + source.first_line
    if _ACCEPT.sub("", lines[number]).strip():
        return (own,)
    following = (at for at in range(number + 1, len(lines)) if _ACCEPT.sub("", lines[at]).strip())
    return (own, next(following, number) + source.first_line)


def accept(
    source: Source, found: tuple[Diagnostic, ...], known: frozenset[str] | None = None
) -> tuple[Diagnostic, ...]:
    """Return `found` without what is accepted, and with what is wrong with the comments.

    One without a reason accepts nothing, nor does one whose code is not among the `known` ones, if these are given.
    """
    left = list(found)
    for one in acceptances(source):
        if not one.reason:
            left.append(_told(one, "accept-without-reason", f"accepts {one.code} without saying why"))
            continue
        if known is not None and one.code not in known:
            left.append(unknown(one.code, known, f"the comment accepts {one.code}", one.line))
            continue
        meant = [each for each in left if each.code == one.code and (each.line in one.lines or each.line == 0)]
        if meant:
            left = [each for each in left if each not in meant]
        else:
            left.append(_told(one, "accept-unused", f"accepts {one.code}, which is not found there"))
    return tuple(left)


def unknown(code: str, known: frozenset[str], who: str, line: int = 0) -> Diagnostic:
    """Return what is told of a `code` that no rule has, which `who` names."""
    near = get_close_matches(code, sorted(known), n=1)
    return Diagnostic(
        code="rule-unknown",
        severity=DiagnosticSeverity.WARNING,
        line=line,
        message=f"{who}, and no rule has that code",
        hint=f"write {near[0]}" if near else "write the code that stands in brackets behind a finding",
    )


def _told(one: Acceptance, code: str, message: str) -> Diagnostic:
    without = code == "accept-without-reason"
    return Diagnostic(
        code=code,
        severity=DiagnosticSeverity.WARNING if without else DiagnosticSeverity.NOTE,
        line=one.line,
        message=f"the comment {message}",
        hint="write the reason after the code and a colon"
        if without
        else "delete the comment, or put it on the line above",
    )
