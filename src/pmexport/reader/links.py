"""Where a link may lead: http, https, mailto and fragments of the same text; any other target is dropped."""

from __future__ import annotations

import re

from pmexport.model.diagnostic import Diagnostic
from pmexport.model.terms import DiagnosticSeverity

_WEB = re.compile(r"https?://[^/\s?#\\]", re.IGNORECASE)
_MAIL = re.compile(r"mailto:[^\s@]+@[^\s@]+$", re.IGNORECASE)
_PUNYCODE = re.compile(r"(?:[^/@]*@)?((?:[^/:]*\.)?xn--[^/:?#]*)", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_SHOWN = 60


def allowed(target: str, line: int) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return `target`, or nothing where it leads elsewhere than into the web, a mailbox or this text, and what to tell.

    A host in letters of another script arrives in its ASCII form, and is told: it may look like a name it is not.
    """
    if target.startswith("#") or not target:
        return target, ()
    if _WEB.match(target) or _MAIL.match(target):
        return target, _foreign_letters(target, line)
    return "", (_dropped(target, line),)


def _foreign_letters(target: str, line: int) -> tuple[Diagnostic, ...]:
    host = _PUNYCODE.match(target.partition("://")[2])
    if host is None:
        return ()
    told = Diagnostic(
        code="link-host",
        severity=DiagnosticSeverity.WARNING,
        line=line,
        message=f"this link leads to {host[1]}, a name with letters of another script",
        hint="make sure that this is the site you mean",
    )
    return (told,)


def _dropped(target: str, line: int) -> Diagnostic:
    scheme = _SCHEME.match(target)
    shown = target if len(target) <= _SHOWN else target[: _SHOWN - 1] + "…"
    return Diagnostic(
        code="link-target",
        severity=DiagnosticSeverity.WARNING if scheme or target.startswith(("//", "\\")) else DiagnosticSeverity.NOTE,
        line=line,
        message=f"the target of this link is left out: {shown}",
        hint="links may lead to http, https, mailto and #headings",
    )
