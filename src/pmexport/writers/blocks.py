"""The blocks of a template that extends another: one that the other does not have is drawn by nobody."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from functools import lru_cache

import jinja2
from jinja2 import nodes

from pmexport.errors import ThemeError

_DEEPEST = 8


def hold_blocks(tree: nodes.Template, shown: str, source: Callable[[str], str]) -> None:
    """Raise ThemeError for a block of `tree` that what it extends lacks, or for words that stand in no block.

    `source` gives the text of a template by its name.
    """
    parent = _extended(tree)
    if parent is None:
        return
    known = _names(parent, source)
    for node in tree.body if known else ():
        if isinstance(node, nodes.Block) and node.name not in known:
            near = get_close_matches(node.name, sorted(known), n=1, cutoff=0.5)
            instead = f"write {near[0]}" if near else f"its blocks are {', '.join(sorted(known))}"
            raise ThemeError(f"{parent} has no block {node.name!r}", place=f"{shown}:{node.lineno}", instead=instead)
        if (line := _written(node)) is not None:
            raise ThemeError(
                "what stands in no block is not drawn", place=f"{shown}:{line}", instead="put it into a block"
            )


def _extended(tree: nodes.Template) -> str | None:
    """Return the name of what `tree` extends, None where it extends nothing or what only drawing shows."""
    found = next((one.template for one in tree.body if isinstance(one, nodes.Extends)), None)
    return found.value if isinstance(found, nodes.Const) and isinstance(found.value, str) else None


def _written(node: nodes.Node) -> int | None:
    """Return the line of the first words that `node` would print; what lies between blocks is blank."""
    for part in node.nodes if isinstance(node, nodes.Output) else ():
        if not isinstance(part, nodes.TemplateData):
            return part.lineno
        if part.data.strip():
            return part.lineno + part.data[: len(part.data) - len(part.data.lstrip())].count("\n")
    return None


def _names(name: str, source: Callable[[str], str]) -> set[str]:
    """Return the blocks of the template `name` and of those that it extends; none where one is not there."""
    found: set[str] = set()
    for _ in range(_DEEPEST):
        try:
            blocks, parent = _blocks(source(name))
        except (jinja2.TemplateError, ThemeError):
            return set()
        found |= blocks
        if not parent:
            return found
        name = parent
    return set()


@lru_cache(maxsize=32)
def _blocks(text: str) -> tuple[frozenset[str], str | None]:
    tree = _PLAIN.parse(text)
    return frozenset(one.name for one in tree.find_all(nodes.Block)), _extended(tree)


_PLAIN = jinja2.Environment(autoescape=True)
