"""A severity as written to its level."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from msgspec.structs import replace

from pmexport.model.diagnostic import Diagnostic
from pmexport.model.postmortem import Severity
from pmexport.model.terms import DiagnosticSeverity
from pmexport.reader.vocabulary import key, read_words

_NONE: Mapping[str, int] = {}
_REMARK = re.compile(r"\s*(?:\(.*|\s[-–—:]\s.*|,\s.*)$")
_CHANGE = re.compile(r"\s*(?:->|→|=>|to)\s*")
_CODE = re.compile(r"\b(?:sev|severity|p|s|priority)[\s:-]*([0-5])\b", re.IGNORECASE)


def severity(text: str, line: int = 0, own: Mapping[str, int] = _NONE) -> Severity:
    """Return the severity that `text` states; `own` are the labels of a team's scheme, which comes first.

    A label no scheme knows has no level: colour is never a guess.
    """
    plain = text.strip().strip(" *_`~")
    label = _REMARK.sub("", plain).strip(" *_`~")
    if not label or label.isdigit():
        label = plain
    last = _CHANGE.split(label)[-1] if _CHANGE.search(label) else label
    found = Severity(label=label, level=None, line=line)
    if key(plain) in own:
        return replace(found, label=plain, level=own[key(plain)])
    for part in (
        last,
        label,
        *re.split(r"\s*[/|]\s*", last),
        last.split("-")[-1],
        last.split(":")[-1],
        last.split(" ")[0],
    ):
        level = own.get(key(part), _levels().get(key(part)))
        if level is None and (code := _CODE.fullmatch(part.strip())):
            level = _levels().get(f"sev{code[1]}")
        if level is not None:
            return replace(found, level=level)
    return found


def unknown(found: Severity) -> Diagnostic | None:
    """Return what to tell of a severity whose label no scheme knows."""
    if found.level is not None:
        return None
    return Diagnostic(
        code="severity-unknown",
        severity=DiagnosticSeverity.NOTE,
        line=found.line,
        message=f"the severity {found.label!r} is in no scheme we know, so it gets a neutral badge",
        hint="P0 to P4, SEV0 to SEV4, Critical, Major or Minor are known",
    )


@cache
def _levels() -> dict[str, int]:
    return {
        key(label): int(level)
        for level, labels in read_words("severity")["levels"].items()
        for label in labels.split("|")
    }
