"""Which lines of a text are fenced code, told from the lines alone."""

from __future__ import annotations

import re

_OPENING = re.compile(r"[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]+)*(?P<mark>`{3,}(?=[^`]*$)|~{3,})")


class FenceWalk:
    """Goes through a text line by line."""

    def __init__(self) -> None:
        self._mark = ""

    def takes(self, line: str) -> bool:
        """Whether `line`, the next one, is fenced code or one of its fences."""
        if self._mark:
            bare = line.strip(" \t>")
            if bare.startswith(self._mark) and not bare.strip(self._mark[0]):
                self._mark = ""
            return True
        if found := _OPENING.match(line):
            self._mark = found["mark"]
            return True
        return False


def code_lines(text: str) -> frozenset[int]:
    """Return the numbers (from 0) of the lines in `text` that are fenced code, the fences among them."""
    if "```" not in text and "~~~" not in text:
        return frozenset()
    walk = FenceWalk()
    return frozenset(number for number, line in enumerate(text.split("\n")) if walk.takes(line))
