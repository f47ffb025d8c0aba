"""Report to the Markdown that status pages take: headings, bold, lists and links, and nothing else."""

from __future__ import annotations

import re

from pmexport.model.rendering import Rendering
from pmexport.model.report import Report
from pmexport.theme.theme import Theme
from pmexport.writers.lines import Dialect, lines

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~])")
_BLOCK_START = re.compile(r"^(\s*\d*)([#+=.)-])(?=\s|$)")


def write(report: Report, theme: Theme) -> Rendering:
    """Return `report` as Markdown in UTF-8."""
    del theme
    dialect = Dialect(plain=_plain, strong=_strong, link=_link, title=_title, heading=_heading)
    return Rendering(content=("\n\n".join(lines(report, dialect)) + "\n").encode())


def _plain(text: str) -> str:
    """Return `text` so that no mark in it is read as Markdown."""
    return _BLOCK_START.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", text))


def _strong(text: str) -> str:
    return f"**{_plain(text.strip())}**"


def _link(words: str, target: str) -> str:
    address = target.replace("(", "%28").replace(")", "%29").replace(" ", "%20")
    return f"[{_plain(words)}]({address})"


def _title(text: str) -> str:
    return f"# {_plain(text)}"


def _heading(text: str) -> str:
    return f"## {_plain(text)}"
