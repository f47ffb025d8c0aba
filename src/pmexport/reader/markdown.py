"""The Markdown that is understood: CommonMark with tables, strikeout, footnotes and definition lists, and no HTML."""

from __future__ import annotations

import functools

from markdown_it import MarkdownIt
from markdown_it.common.normalize_url import normalizeLink
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from pmexport.model.diagnostic import Diagnostic
from pmexport.reader import depth, grids, rows, tags, telling

_NESTING = depth.DEEPEST + 10
"""markdown-it drops what lies deeper, so depth.py comes first; its time on open brackets grows with this number."""


def tokens(
    text: str, first_line: int = 1, emptied: frozenset[int] = frozenset()
) -> tuple[list[Token], list[Diagnostic]]:
    """Return the tokens of `text`, footnotes where they are defined, and what its rules found worth telling.

    `emptied` are lines (from 0) that are empty only because a comment stood there: they do not end a table.
    """
    env: dict[str, object] = {rows.EMPTIED: emptied}
    found = _parser().parse(text, env)
    return found, telling.told(env, first_line)


@functools.cache
def _parser() -> MarkdownIt:
    options = {"html": False, "linkify": False, "typographer": False, "maxNesting": _NESTING}
    parser = MarkdownIt("js-default", options)
    parser.use(footnote_plugin, inline=False, move_to_end=False).use(deflist_plugin)
    block = parser.block.ruler
    block.before("table", "too_deep", depth.too_deep)
    block.at("table", rows.table, {"alt": ["paragraph", "reference"]})
    block.before("paragraph", "table_without_rule", rows.table_without_rule)
    block.before("table", "grid_table", grids.grid_table)
    block.before("table", "element", _element, {"alt": ["paragraph", "reference"]})
    parser.inline.ruler.before("autolink", "tag", tags.tag)
    # Every target is let in here and judged in links.py: what fails this test would be shown with its Markdown.
    parser.validateLink = _any_target  # type: ignore[method-assign, assignment]
    parser.normalizeLink = _normal_target  # type: ignore[method-assign]
    return parser


def _element(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:  # noqa: FBT001  markdown-it's signature of a rule
    if not state.src.startswith("<", state.bMarks[start_line] + state.tShift[start_line]):
        return False
    from pmexport.reader import elements  # noqa: PLC0415  few texts hold a tag here, and every export would wait for it

    return elements.element(state, start_line, end_line, silent)


def _any_target(_url: str) -> bool:
    return True


def _normal_target(url: str) -> str:
    """Return `url` encoded, its host in ASCII; a picture within the text as it is, since encoding takes seconds."""
    return url if url[:5].lower() == "data:" else normalizeLink(url)
