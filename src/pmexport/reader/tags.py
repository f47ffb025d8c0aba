"""HTML tags that people use in Markdown and that do no harm: marks within a line, line breaks, mere wrappers.

Every other tag is plain text.
"""

from __future__ import annotations

import html
import re
from enum import Enum, auto

from markdown_it.rules_inline import StateInline


class TagKind(Enum):
    """What a tag does to the text around it."""

    STRONG = auto()
    EMPH = auto()
    STRIKEOUT = auto()
    CODE = auto()
    RAISED = auto()
    LOWERED = auto()
    LINK = auto()
    IMAGE = auto()
    LINE_BREAK = auto()
    RULE = auto()
    HEADING = auto()
    LABEL = auto()
    PARAGRAPH = auto()
    NOTHING = auto()


_NAMES = {
    TagKind.STRONG: "b strong",
    TagKind.EMPH: "i em cite dfn var",
    TagKind.STRIKEOUT: "s del strike",
    TagKind.CODE: "code kbd samp tt",
    TagKind.RAISED: "sup",
    TagKind.LOWERED: "sub",
    TagKind.LINK: "a",
    TagKind.IMAGE: "img",
    TagKind.LINE_BREAK: "br wbr",
    TagKind.RULE: "hr",
    TagKind.HEADING: "h1 h2 h3 h4 h5 h6",
    TagKind.LABEL: "summary",
    TagKind.PARAGRAPH: "p div center details section article aside header footer main figure figcaption address nav",
    TagKind.NOTHING: "u ins mark small big span font abbr q time label bdi picture source",
}
KINDS = {name: kind for kind, names in _NAMES.items() for name in names.split()}
"""The kind of each tag, by its name in small letters."""

SPLITTING = frozenset({TagKind.RULE, TagKind.HEADING, TagKind.LABEL, TagKind.PARAGRAPH})
"""Kinds that end the paragraph they stand in."""

_LONGEST = 2000
_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)"
    r"""(?P<attributes>(?:\s+[a-zA-Z_:@][\w:.@-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*/?>"""
)
_ATTRIBUTE = re.compile(r"""([a-zA-Z_:@][\w:.@-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""")


def tag(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  markdown-it's signature of a rule
    """Read a harmless tag: a token ``tag_open`` or ``tag_close`` with its name in small letters."""
    if state.src[state.pos] != "<":
        return False
    found = _TAG.match(state.src, state.pos, min(state.posMax, state.pos + _LONGEST))
    if found is None or (name := found["name"].lower()) not in KINDS:
        return False
    if not silent:
        token = state.push("tag_close" if found["close"] else "tag_open", name, 0)
        token.attrs = dict(_attributes(found["attributes"]))
    state.pos = found.end()
    return True


def _attributes(written: str) -> list[tuple[str, str]]:
    return [
        (found[1].lower(), html.unescape(found[2] or found[3] or found[4] or ""))
        for found in _ATTRIBUTE.finditer(written)
    ]
