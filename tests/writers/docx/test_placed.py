"""Paragraphs at the indent of their place."""

import pytest

from inspect_docx import Draw, WordFile
from pmexport.model import prose as p

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _indent(word: WordFile, text: str) -> str | None:
    found = next(one for one in word.body.iter(_W + "p") if "".join(one.itertext()) == text)
    indent = found.find(f"{_W}pPr/{_W}ind")
    return None if indent is None else indent.get(_W + "left")


@pytest.mark.parametrize(("depth", "indent"), [(0, None), (1, None), (2, "454")])
def test_an_indent_is_said_only_where_the_style_has_another(say: Draw, depth: int, indent: str | None) -> None:
    block: p.Block = p.Para((p.Str("Words."),))
    for _ in range(depth):
        block = p.BlockQuote((block,))

    assert _indent(say(block), "Words.") == indent
