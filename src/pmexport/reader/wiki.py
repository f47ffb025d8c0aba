"""Wiki markup, "h2. Impact" or "== Impact ==" and "||Time||Event||", written as Markdown."""

from __future__ import annotations

import re

from pmexport.reader import fences

_HEADING = re.compile(r"[ \t]*h([1-6])\.[ \t]+(?=\S)")
_LIST = re.compile(r"[ \t]*(?P<marks>[*#-]{1,6})[ \t]+(?=\S)")
_FENCE = re.compile(r"[ \t]*\{(?:code|noformat)(?::[^{}]*)?\}[ \t]*$")
_QUOTE = re.compile(r"[ \t]*bq\.[ \t]+")
_SET = re.compile(r"\{(?:color|panel|quote|info|note|tip|warning|anchor|toc|status)(?::[^{}]*)?\}")
_MONOSPACED = re.compile(r"\{\{([^{}\n]+)\}\}")
_LINK = re.compile(r"\[([^\[\]|\n]+)\|([a-z]+:[^\[\]|\s]+)\]")
_BOLD = re.compile(r"(?<![\w*\\])\*(?=[^\s*])([^*\n]*[^\s*])\*(?![\w*])")
_ENOUGH = 2
_FEWEST, _MOST = 2, 6
"""A heading of a wiki has as many equals signs on either side."""


def as_markdown(text: str) -> str:
    """Return `text`, line for line, as Markdown where two headings or more are a wiki's; a wiki's head rows always."""
    if "||" not in text and "h2." not in text and "h3." not in text and "\n==" not in text:
        return text
    lines = text.split("\n")
    code = fences.code_lines(text)
    headings = sum(
        bool(_HEADING.match(line) or _between_signs(line)) for number, line in enumerate(lines) if number not in code
    )
    wiki = headings >= _ENOUGH
    quoted = False
    for number, line in enumerate(lines):
        if number in code:
            continue
        if wiki and _FENCE.match(line):
            quoted, lines[number] = not quoted, "```"
        elif not quoted:
            lines[number] = _line(line) if wiki else _row(lines, number)
    return "\n".join(lines)


def _row(lines: list[str], number: int) -> str:
    """Return a head row such as "||Time||Event||" with single bars, where rows of a table stand below it."""
    cells = _head(lines[number])
    below = lines[number + 1] if number + 1 < len(lines) else ""
    return _bars(cells) if "||" in cells and below.lstrip().startswith("|") else lines[number]


def _head(line: str) -> str:
    """Return what stands between the outer bars of a head row; nothing where the line is none."""
    bare = line.strip()
    return bare[2:].removesuffix("|").removesuffix("|") if bare.startswith("||") else ""


def _between_signs(line: str) -> str:
    """Return what stands in "== Impact =="; nothing where the line is no such heading."""
    bare = line.strip()
    count = _signs(bare)
    words = bare[count : len(bare) - count].strip()
    closed = _FEWEST <= count <= _MOST and bare.endswith("=" * count) and not words.endswith("=")
    return words if closed else ""


def _signs(bare: str) -> int:
    return len(bare) - len(bare.lstrip("="))


def _bars(cells: str) -> str:
    return f"| {' | '.join(cell.strip() for cell in re.split(r'[|]{1,2}', cells))} |"


def _line(line: str) -> str:
    if match := _HEADING.match(line):
        return f"{'#' * int(match[1])} {_words(line[match.end() :])}"
    if words := _between_signs(line):
        return f"{'#' * _signs(line.strip())} {_words(words)}"
    if cells := _head(line):
        return _bars(_words(cells))
    if match := _LIST.match(line):
        marks = match["marks"]
        bullet = "1." if marks[-1] == "#" else "-"
        return f"{'   ' * (len(marks) - 1)}{bullet} {_words(line[match.end() :])}"
    if match := _QUOTE.match(line):
        return f"> {_words(line[match.end() :])}"
    return _words(line)


def _words(text: str) -> str:
    """Return running text with the wiki's bold, code and links as Markdown has them."""
    text = _LINK.sub(r"[\1](\2)", _MONOSPACED.sub(r"`\1`", _SET.sub("", text)))
    return _BOLD.sub(r"**\1**", text)
