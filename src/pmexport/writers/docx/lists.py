"""Numbering: which list a paragraph belongs to, where lists continue and where they start again."""

from __future__ import annotations

from msgspec import Struct

from pmexport.model.prose import BulletList, OrderedList
from pmexport.writers.docx.markup import Element, w

# The definitions of the base document's numbering part.
_BULLETS, _NUMBERS, _DONE, _OPEN = 1, 2, 3, 4
_SHIPPED = 4
_DEEPEST = 8
_STYLED = 2
_STEP = 340
_HIGHEST = 32767


class Marker(Struct, frozen=True, kw_only=True):
    """What stands before an item: the numbering's instance and the level within it, from 0."""

    instance: int
    level: int

    def properties(self) -> Element:
        """Return ``w:numPr``."""
        return w("numPr", w("ilvl", val=self.level), w("numId", val=self.instance))


def list_style(block: BulletList | OrderedList, depth: int) -> str:
    """Return the built-in style of an item of `block` at `depth`, from 0; Word has three."""
    kind = "ListBullet" if isinstance(block, BulletList) else "ListNumber"
    return f"{kind}{_suffix(depth)}"


def continued_style(depth: int) -> str:
    """Return the built-in style of an item's further paragraphs at `depth`, from 0."""
    return f"ListContinue{_suffix(depth)}"


def _suffix(depth: int) -> str:
    return "" if depth == 0 else str(min(depth, _STYLED) + 1)


def step(depth: int = 0) -> int:
    """Return how far, in twips, the text of a list at `depth` (from 0) stands from the left by its own level."""
    return _STEP * (min(depth, _DEEPEST) + 1)


class Numbering:
    """The numbering part: bullets share one instance, every numbered list has its own, so that it starts afresh."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._instances = _SHIPPED

    def bullets(self, depth: int, *, checked: bool | None) -> Marker:
        """Return the marker of an item without number; `checked` says whether a task is done."""
        instance = {None: _BULLETS, True: _DONE, False: _OPEN}[checked]
        return Marker(instance=instance, level=min(depth, _DEEPEST))

    def numbers(self, depth: int, start: int) -> Marker:
        """Return the marker of a new list whose first number is `start`."""
        self._instances += 1
        level = min(depth, _DEEPEST)
        first = w("startOverride", val=max(0, min(start, _HIGHEST)))
        self._root.append(
            w(
                "num",
                w("abstractNumId", val=_NUMBERS),
                w("lvlOverride", first, ilvl=level),
                numId=self._instances,
            )
        )
        return Marker(instance=self._instances, level=level)
