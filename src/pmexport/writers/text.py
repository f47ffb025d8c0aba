"""Report to plain text, for a mail window or a chat: no line longer than 76 characters where words allow it."""

from __future__ import annotations

import textwrap

from pmexport.model.rendering import Rendering
from pmexport.model.report import Report
from pmexport.theme.theme import Theme
from pmexport.writers.lines import Dialect, lines

_WIDTH = 76


def write(report: Report, theme: Theme) -> Rendering:
    """Return `report` as plain text in UTF-8."""
    del theme
    return Rendering(content=plain_text(report).encode())


def plain_text(report: Report) -> str:
    """Return `report` as lines of plain text."""
    dialect = Dialect(plain=str, strong=str, link=_link, title=_title, heading=_heading)
    return "\n\n".join(map(_wrapped, lines(report, dialect))) + "\n"


def _link(words: str, target: str) -> str:
    address = target.removeprefix("mailto:")
    return words if words in {target, address} else f"{words} <{address}>"


def _title(text: str) -> str:
    return f"{text}\n{'=' * min(len(text), _WIDTH)}"


def _heading(text: str) -> str:
    return f"{text}\n{'-' * min(len(text), _WIDTH)}"


def _wrapped(paragraph: str) -> str:
    return "\n".join(_line(line) for line in paragraph.split("\n"))


def _line(line: str) -> str:
    indent = "  " if line.startswith(("- ", "  ")) else ""
    filled = textwrap.fill(line, _WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
    return filled or line
