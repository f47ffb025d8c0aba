"""A time behind a mark that says something of the event: "[Alert] 10:00", a coloured dot before it."""

from __future__ import annotations

import re

from pmexport.reader.timestamps import Stamp, scan
from pmexport.reader.vocabulary import Vocabulary

MARKER = re.compile(
    r"\s*(?:\[[^\]\d]{3,30}\]|<[^<>]{3,40}>|\\<[^<>]{3,40}>|:[a-z_]{3,30}:|[^\w\s!-/:-@\[-`{-~‐-„≈]{1,3})"
    r"\s*[-–—:]?\s*"
)
"""The mark with what parts it from the time."""


def stamp(text: str, words: Vocabulary) -> Stamp | None:
    """Return the time that `text` begins with, perhaps behind a mark."""
    if found := scan(text, words):
        return found
    mark = MARKER.match(text)
    return scan(text[mark.end() :], words) if mark else None
