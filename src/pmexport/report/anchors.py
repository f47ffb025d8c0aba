"""Names for the places of a report that links lead to: unique, plain ASCII, with no meaning to a browser."""

from __future__ import annotations

import re
import unicodedata

_LONGEST = 48


class Anchors:
    """Gives out anchors, each once. The prefix keeps a heading called ``body`` or ``forms`` from shadowing anything."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def new(self, text: str) -> str:
        """Return an anchor made of the letters and digits of `text`, numbered where it was given before."""
        ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
        stem = "s-" + (re.sub(r"[^a-z0-9]+", "-", ascii_text.lower()).strip("-")[:_LONGEST].strip("-") or "section")
        anchor, number = stem, 2
        while anchor in self._given:
            anchor, number = f"{stem}-{number}", number + 1
        self._given.add(anchor)
        return anchor
