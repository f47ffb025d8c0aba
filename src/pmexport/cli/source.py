"""The bytes of an input as it was named on the command line, or why they cannot be had."""

from __future__ import annotations

import sys
from pathlib import Path

from pmexport import settings
from pmexport.errors import UnreadableError
from pmexport.publish import STANDARD_STREAM


def source_bytes(source: str) -> bytes:
    """Return the content of the file `source`, ``-`` being standard input. Raises UnreadableError."""
    if source == STANDARD_STREAM:
        return sys.stdin.buffer.read()
    path = Path(source)
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise UnreadableError("there is no such file", place=source, instead=_nearest_file(path)) from None
    except IsADirectoryError:
        raise UnreadableError("is a folder", place=source, instead="name the Markdown files in it") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableError(f"cannot be read, {reason.lower()}", place=source) from None


def _nearest_file(path: Path) -> str:
    try:
        names = tuple(entry.name for entry in path.parent.iterdir() if entry.suffix == path.suffix)
    except OSError:
        return ""
    near = settings.nearest(path.name, names)
    return f"did you mean {path.parent / near}?" if near else ""
