"""Settings of one origin, as they stand there."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

LOOK = ("severity", "priority", "document", "incident", "action", "phases", "schemes", "labels")
"""The tables that change a theme: each is what may stand under that name in a brand file's part for this program."""


class Layer(Struct, frozen=True, kw_only=True):
    """Settings of one origin. `place` names it in messages; a theme's folder is searched from `folder`.

    Without a `folder` a theme can be named but no folder given: a postmortem that comes from elsewhere must not choose
    which files are read. `lines` are where the keys stand, as far as that is known; `names` what a key is called here.
    """

    place: str
    values: Mapping[str, object]
    folder: Path | None = None
    lines: Mapping[str, int] = {}
    names: Mapping[str, str] = {}
    inner_lines: Mapping[str, int] = {}

    def at(self, key: str) -> str:
        """Return ``place:line`` of `key`."""
        line = self.lines.get(key)
        return f"{self.place}:{line}" if line else self.place


def nearest(word: str, known: tuple[str, ...]) -> str | None:
    """Return the one of `known` that `word` was perhaps meant to be."""
    import difflib  # noqa: PLC0415  only a mistake needs it

    return next(iter(difflib.get_close_matches(word.lower(), known, n=1, cutoff=0.6)), None)
