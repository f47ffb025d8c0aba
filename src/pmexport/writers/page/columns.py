"""How wide the columns of a table are where its words may be broken and so do not say it themselves."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from pmexport.model.prose import Inlines, text_of

# In characters: what keeps two columns apart, a cell that stays on its line, a word that is broken, words enough for a
# column, a line of the page.
_BETWEEN, _KEPT, _BROKEN_AT, _ENOUGH, _PAGE = 3, 12, 22, 40, 100
# Of more columns none gets a width of its own.
_MOST = 24
# The style sheet has widths up to this.
_WIDEST = 50


def columns(rows: Sequence[Sequence[Inlines]]) -> str:
    """Return the widths of the columns of `rows` as HTML; the widest is not told, but takes what is left."""
    parts = shares([[text_of(cell) for cell in column] for column in zip_longest(*rows, fillvalue=())])
    widest = parts.index(max(parts)) if parts else 0
    told = ("<col>" if number == widest else f'<col class="share-{part}">' for number, part in enumerate(parts))
    return f"<colgroup>{''.join(told)}</colgroup>" if parts else ""


def shares(texts: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """Return how many hundredths of the width each column of `texts` needs; none for too many columns.

    Its longest word comes first, where a short entry such as ``120 ms`` is one, and then what its words fill.
    """
    if not 1 < len(texts) <= _MOST:
        return ()
    words = [max((len(word) for text in column for word in _kept(text)), default=1) for column in texts]
    least = [_BETWEEN + min(word, _BROKEN_AT) for word in words]
    most = [max(low, min(_BETWEEN + max(map(len, column)), _ENOUGH)) for low, column in zip(least, texts, strict=True)]
    left = max(_PAGE - sum(least), 0) / max(sum(most) - sum(least), 1)
    wanted = [low + (high - low) * min(left, 1) for low, high in zip(least, most, strict=True)]
    return tuple(min(max(round(100 * one / sum(wanted)), 2), _WIDEST) for one in wanted)


def _kept(text: str) -> list[str]:
    return [text] if len(text) <= _KEPT else text.split()
