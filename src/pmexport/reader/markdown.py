"""The Markdown that is understood: CommonMark with tables, strikeout, footnotes and definition lists, and no HTML."""

from __future__ import annotations

import functools

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin


def tokens(text: str) -> list[Token]:
    """Return the tokens of `text`; footnotes stay where they are defined."""
    return _parser().parse(text)


@functools.cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("js-default", {"html": False, "linkify": False, "typographer": False})
    parser.use(footnote_plugin, inline=False, move_to_end=False).use(deflist_plugin)
    # Every target is let in here and judged in links.py: what fails this test would be shown with its Markdown.
    parser.validateLink = _any_target  # type: ignore[method-assign]
    return parser


def _any_target(url: str) -> bool:
    return bool(url) or True
