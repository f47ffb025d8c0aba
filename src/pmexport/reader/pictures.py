"""Pictures: read from the text's own folder or from the text itself, checked, and encoded anew."""

from __future__ import annotations

from pathlib import Path

from pmexport.model.diagnostic import Diagnostic
from pmexport.model.prose import Picture


class Gallery:
    """Reads the pictures of one text."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def picture(self, target: str, line: int) -> tuple[Picture | None, tuple[Diagnostic, ...]]:
        """Return the picture at `target`, None where it may not or cannot be read, and what to tell."""
        del target, line
        return None, ()
