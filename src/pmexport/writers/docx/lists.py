"""Numbering: which list a paragraph belongs to, where lists continue and where they start again."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from pmexport.model.prose import BulletList, OrderedList
from pmexport.writers.docx.markup import Element, qualified, w

# The definitions of the base document's numbering part.
_BULLETS, _NUMBERS, _DONE, _OPEN = 1, 2, 3, 4
_SHIPPED = 4
_DEEPEST = 8
_STYLED = 2
_STEP, _DENSE_STEP = 340, 230
# How far before the text its sign stands: a bullet, the end of a number, a box.
_BULLET, _NUMBER, _BOX = 190, 90, 283
_HIGHEST = 32767
# The room under a paragraph of running text, in twips.
_PARAGRAPH = 130


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


def step(depth: int = 0, *, dense: bool = False) -> int:
    """Return how far, in twips, the text of a list at `depth` (from 0) stands from the left by its own level.

    Signs in `dense` text have less room.
    """
    return (_DENSE_STEP if dense else _STEP) * (min(depth, _DEEPEST) + 1)


def hanging(block: BulletList | OrderedList, *, checked: bool | None) -> int:
    """Return how far, in twips, the sign of an item of `block` stands before its text; `checked` is that of a task."""
    if isinstance(block, OrderedList):
        return _NUMBER
    return _BULLET if checked is None else _BOX


def parted(items: Sequence[Element]) -> None:
    """Part the list `items` from the text after it as far as paragraphs of that are parted."""
    properties = items[-1].find(qualified("w:pPr")) if items else None
    if properties is None:
        return
    place = properties.find(qualified("w:ind"))
    spacing = w("spacing", after=_PARAGRAPH)
    if place is None:
        properties.append(spacing)
    else:
        place.addprevious(spacing)


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
