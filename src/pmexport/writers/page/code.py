"""Blocks of code as HTML: in colour, and each line that may be broken in a box that can say so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import escape

from pmexport.model.prose import CodeBlock, CodeToken

# A longer line of code may be broken, where the place it stands in is narrow.
_WIDE = 40
# So many lines of code are read at one look, and stay together on one page; so many characters fill one in a table.
_MOST_TOGETHER, _FULL = 14, 70


def code(block: CodeBlock) -> str:
    """Return code with each line that may be broken in a box of its own, where a mark says that it goes on."""
    written = list(_lines(block))
    lines = map(_code_line, written)
    taken = sum(1 + sum(len(text) for _, text in pieces) // _FULL for pieces in written)
    long = ' class="long-code"' if taken > _MOST_TOGETHER else ""
    return f"<pre{long}><code>{''.join(lines)}</code></pre>"


def _code_line(pieces: Sequence[tuple[CodeToken, str]]) -> str:
    line = "".join(_code_piece(token, text) for token, text in pieces)
    wide = sum(len(text) for _, text in pieces) > _WIDE
    return f'<span class="wide">{line}</span>' if wide else line


def _code_piece(token: CodeToken, text: str) -> str:
    plain = token is CodeToken.TEXT or not text.strip()
    return str(escape(text)) if plain else f'<span class="{token}">{escape(text)}</span>'


def _lines(block: CodeBlock) -> Iterator[list[tuple[CodeToken, str]]]:
    """Yield the pieces of each line of code, its line end with the last."""
    line: list[tuple[CodeToken, str]] = []
    for token, text in [(piece.token, piece.text) for piece in block.pieces] or [(CodeToken.TEXT, block.text)]:
        for part in text.splitlines(keepends=True):
            line.append((token, part))
            if part.endswith("\n"):
                yield line
                line = []
    if line:
        yield line
