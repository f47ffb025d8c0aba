"""Bullets typed as characters, as office and chat programs hand them out, made those of Markdown."""

from __future__ import annotations

import re

from pmexport.reader import fences

_BULLET = re.compile(r"(?P<before>[ \t]*)(?P<mark>[•·▪▫◦●○‣⁃∙]|[-*+](?=\u00a0))[ \t\u00a0]+(?=\S)")
_DASH = re.compile(r"(?P<before>[ \t]*)[–—][ \t\u00a0]+(?=\S)")
_BOX = re.compile(r"(?P<before>[ \t]*)(?:(?P<open>☐|🔲|\[[ _]?\])|(?:☑|☒|🗹|\[[xX✓✔]\]))[ \t\u00a0]+(?=\S)")
_TIGHT = re.compile(r"(?P<before>[ \t]*)[-*](?=\[[ xX]?\][ \t]|\d{1,2}[:.]\d\d)")
_COUNTED = re.compile(r"(?P<before>[ \t]*)\((?P<number>\d{1,2})\)[ \t\u00a0]+(?=\S)")
_ENOUGH = 2
"""A dash, a box or a number in brackets may begin a line of running text by chance; so many are a list."""


def with_bullets(text: str) -> str:
    """Return `text`, line for line, with "•", "–", "☐" and "(1)" as the bullets, boxes and numbers of Markdown."""
    lines = text.split("\n")
    kinds = [_kind(line) for line in lines]
    if not any(kinds):
        return text
    code = fences.code_lines(text)
    typed = [kind.match(line) for kind, line in zip(kinds, lines, strict=True) if kind is _BULLET]
    least = min((len(_indent(match)) for match in typed if match), default=0)
    for number, kind in enumerate(kinds):
        if kind and number not in code and (kind is _BULLET or _has_neighbour(lines, kinds, number)):
            lines[number] = _written(lines[number], kind, least if kind is _BULLET else 0)
    return "\n".join(lines)


def _kind(line: str) -> re.Pattern[str] | None:
    if not line or line[:1].isalnum():
        return None
    return next((kind for kind in (_BULLET, _BOX, _COUNTED, _DASH, _TIGHT) if kind.match(line)), None)


def _has_neighbour(lines: list[str], kinds: list[re.Pattern[str] | None], number: int) -> bool:
    """Whether the line before or after, or the one behind an empty line, begins in the same way."""
    for step in (-1, 1):
        other = number + step
        if 0 <= other < len(lines) and not lines[other].strip():
            other += step
        if 0 <= other < len(lines) and kinds[other] is kinds[number]:
            return True
    return False


def _indent(match: re.Match[str]) -> str:
    return match["before"].replace("\t", "    ")


def _written(line: str, kind: re.Pattern[str], least: int) -> str:
    """Return `line` with its bullet in Markdown, `least` columns further to the left, as all the others have them."""
    match = kind.match(line)
    if match is None:
        return line
    before, rest = _indent(match)[least:], line[match.end() :]
    if kind is _BOX:
        return f"{before}- [{' ' if match['open'] else 'x'}] {rest}"
    return f"{before}{match['number']}) {rest}" if kind is _COUNTED else f"{before}- {rest}"
