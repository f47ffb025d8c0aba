"""Asks a finished PDF for the text of its pages, its outline and its properties, by the tools of poppler."""

from __future__ import annotations

import io
import subprocess

import pikepdf


def pages_of(content: bytes) -> list[str]:
    """Return the text of each page as it lies on the paper."""
    done = subprocess.run(["pdftotext", "-layout", "-", "-"], input=content, capture_output=True, check=True)
    return done.stdout.decode().split("\f")[:-1]


def fonts_of(content: bytes) -> list[tuple[str, bool]]:
    """Return each font's name without its subset's mark, and whether it is embedded."""
    done = subprocess.run(["pdffonts", "-"], input=content, capture_output=True, check=True)
    rows = (line.split() for line in done.stdout.decode().splitlines()[2:])
    return [(row[0].partition("+")[2] or row[0], row[-5] == "yes") for row in rows]


def outline_of(content: bytes) -> list[str]:
    """Return the bookmarks in order, each behind as many spaces as it is deep."""
    with pikepdf.open(io.BytesIO(content)) as document, document.open_outline() as outline:
        return list(_titles(outline.root, 0))


def _titles(items: list[pikepdf.OutlineItem], depth: int) -> list[str]:
    found = []
    for item in items:
        found += [" " * depth + item.title, *_titles(list(item.children), depth + 1)]
    return found


def properties_of(content: bytes) -> dict[str, str]:
    """Return the document's properties."""
    with pikepdf.open(io.BytesIO(content)) as document:
        return {str(name): str(value) for name, value in document.docinfo.items()}


def language_of(content: bytes) -> str:
    """Return the language of the document."""
    with pikepdf.open(io.BytesIO(content)) as document:
        return str(document.Root.Lang)
