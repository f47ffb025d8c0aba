"""Footnotes: each is said once, where it is cited first; one that nobody cites stays where it was written."""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.token import Token

OPENS, CLOSES = "footnote_reference_open", "footnote_reference_close"


class Footnotes:
    """Which definitions stand where among `tokens`, and which of them are still to be said."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._starts: dict[str, int] = {}
        self._again: set[int] = set()
        self._cited: set[str] = set()
        for number, token in enumerate(tokens):
            if token.type == OPENS:
                label = str(token.meta["label"])
                if self._starts.setdefault(label, number) != number:
                    self._again.add(number)
            elif token.children:
                self._cited.update(str(one.meta["label"]) for one in token.children if one.type == "footnote_ref")

    def cite(self, label: str) -> int | None:
        """Return the place of the definition of `label`, None where it was said before."""
        return self._starts.pop(label, None)

    def stays(self, number: int, label: str) -> bool:
        """Whether the definition at this place is to be said there, since no citation says it."""
        if number in self._again:
            return True
        return label not in self._cited and self._starts.pop(label, None) is not None

    def left(self) -> tuple[str, int] | None:
        """Return a definition that was not said so far: one that is cited from itself alone, or from too deep."""
        label = next(iter(self._starts), None)
        return None if label is None else (label, self._starts.pop(label))
