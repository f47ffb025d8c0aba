"""A Word document of ours, edited in Word, LibreOffice or Google Docs, back to Markdown."""

from __future__ import annotations

from pmexport.reader.word.markdown import as_markdown
from pmexport.reader.word.package import opened
from pmexport.reader.word.units import Unit, units_of


def units(content: bytes, name: str) -> tuple[Unit, ...]:
    """Return what stands in the Word document `content`, piece by piece. Raises UnreadableError, naming the file."""
    return units_of(opened(content, name))


def markdown(content: bytes, name: str) -> str:
    """Return the Word document `content` as Markdown. Raises UnreadableError, naming the file."""
    return as_markdown(units(content, name))
