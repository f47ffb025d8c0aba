"""How deep quotes and lists may be nested: what lies deeper keeps its words only, as one paragraph."""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

from pmexport.model.terms import DiagnosticSeverity
from pmexport.reader import telling

DEEPEST = 40
"""In markdown-it's levels: a quote counts one, a list two. Twenty lists; beyond that engines recurse to their end."""

_MARKS = re.compile(r"(?:[ \t]|>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))*")


def too_deep(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:  # noqa: FBT001  markdown-it's signature of a rule
    """Take all that is left of a container that is nested too deep."""
    if silent or state.level < DEEPEST:
        return False
    last = start_line
    while last < end_line and (state.isEmpty(last) or state.sCount[last] >= state.blkIndent):
        last += 1
    lines = [state.src[state.bMarks[line] : state.eMarks[line]] for line in range(start_line, last)]
    words = "\n".join(filter(None, (_MARKS.sub("", line, count=1).strip() for line in lines)))
    telling.tell(
        state.env,
        code="nested-too-deep",
        severity=DiagnosticSeverity.WARNING,
        line=start_line,
        message=f"lists or quotes nested more than {DEEPEST // 2} levels deep keep their words only",
        hint="write it flatter",
    )
    state.push("paragraph_open", "p", 1).map = [start_line, last]
    inline = state.push("inline", "", 0)
    inline.map, inline.content, inline.children = [start_line, last], words, []
    state.push("paragraph_close", "p", -1)
    state.line = last
    return True
