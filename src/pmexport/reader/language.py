"""Which language a postmortem is written in, as far as there are words for it."""

from __future__ import annotations

import re

from pmexport import plainyaml
from pmexport.reader.vocabulary import key, languages
from pmexport.reader.vocabulary.files import hold, phrases

_HEADING = re.compile(
    r"^ {0,3}#{1,6}[ \t]+([^\n]{1,120})$|^(\S[^\n]{0,120})\n(?:=+|-+)[ \t]*$|^[ \t]{0,3}\*\*([^*\n]{3,40}?):?\*\*",
    re.MULTILINE,
)

_KANA = r"[\u3041-\u30fa]"
_HAN = r"[\u4e00-\u9fff]"
_HANGUL = r"[\uac00-\ud7a3]"
_SCRIPT = 4
_ENOUGH = 2
"""So many headings that are no English ones tell the language; English ones stand in texts of every language."""


def spoken(text: str, matter: plainyaml.Mapping | None) -> str:
    """Return the language's code: what the front matter says, else the one that knows most of the headings."""
    for name in ("lang", "language", "locale"):
        told = matter.get(name) if matter else None
        if isinstance(told, str) and (code := told.strip().casefold()[:2]).isalpha():
            return code
    headings = frozenset(key(next(part for part in match if part)) for match in _HEADING.findall(text))
    foreign = headings - phrases("en")
    others = languages()[1:] if len(foreign) >= _ENOUGH else ()
    scores = {"en": 0} | {code: len(hold(code, foreign)) for code in others}
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] >= _ENOUGH else _of_script(" ".join(headings)) or "en"


def _of_script(headings: str) -> str | None:
    """Return the language that the headings' script tells, None where it is one of many languages."""
    if headings.isascii():
        return None
    if re.search(_KANA, headings):
        return "ja"
    if len(re.findall(_HANGUL, headings)) >= _SCRIPT:
        return "ko"
    return "zh" if len(re.findall(_HAN, headings)) >= _SCRIPT else None
