"""Which language a postmortem is written in, as far as there are words for it."""

from __future__ import annotations

import re

from pmexport import plainyaml
from pmexport.reader.vocabulary import key, languages, load

_HEADING = re.compile(
    r"^ {0,3}#{1,6}[ \t]+([^\n]{1,120})$|^(\S[^\n]{0,120})\n(?:=+|-+)[ \t]*$|^[ \t]{0,3}\*\*([^*\n]{3,40}?):?\*\*",
    re.MULTILINE,
)


def spoken(text: str, matter: plainyaml.Mapping | None) -> str:
    """Return the language's code: what the front matter says, else the one that knows most of the headings."""
    for name in ("lang", "language", "locale"):
        told = matter.get(name) if matter else None
        if isinstance(told, str) and (code := told.strip().casefold()[:2]).isalpha():
            return code
    headings = {key(next(part for part in match if part)) for match in _HEADING.findall(text)}
    known = len(headings & _phrases("en"))
    if known > 1 or not headings:
        return "en"
    scores = {code: len(headings & _phrases(code)) for code in languages()}
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] > max(known, 1) else "en"


def _phrases(code: str) -> set[str]:
    words = load(code)
    return {*words.sections, *words.narrative, *words.fields}
