"""A made-up postmortem as a Word document, and what edits one as people do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO

import docx
import pytest
from docx.document import Document
from docx.text.paragraph import Paragraph

from pmexport.convert import convert

SOURCE = """# Incident: Search was slow

**Severity:** SEV-2
**Date:** 2026-03-12
**Author:** Ines Okafor

## Summary

Search took **nine seconds** for an hour.

## Timeline

| Time (UTC) | Event |
|---|---|
| 10:00 | Release 118 goes out |
| 10:20 | Alert `slow` fires |
| 11:00 | Incident resolved |

## Root cause

The index was *cold*; see the [runbook](https://tarn.example/runbook).[^cold]

1. The release emptied it.
2. Nobody warmed it.

> Warm it first.

```sh
warm --all
```

## Action items

| Action | Owner | Due | Status |
|---|---|---|---|
| Warm the index at start | Ines Okafor | 2026-03-20 | Not started |
| Alert on cold indexes | Jonah Weiss | 2026-04-02 | Done |

[^cold]: Measured on all nodes.
"""

Edit = Callable[[Callable[[Document], None]], bytes]


@pytest.fixture(scope="session")
def made() -> bytes:
    """Return the postmortem as a Word document."""
    return convert(SOURCE.encode(), "docx").content


@pytest.fixture(scope="session")
def edited(made: bytes) -> Edit:
    """Return what opens that document, lets a function edit it, and saves it."""

    def edit(work: Callable[[Document], None]) -> bytes:
        document = docx.Document(BytesIO(made))
        work(document)
        stream = BytesIO()
        document.save(stream)
        return stream.getvalue()

    return edit


def every_paragraph(document: Document) -> Iterator[Paragraph]:
    """Yield all paragraphs, those of tables included."""
    yield from document.paragraphs
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                yield from cell.paragraphs


def replace_words(document: Document, old: str, new: str) -> None:
    """Write `new` where a run says `old`."""
    for paragraph in every_paragraph(document):
        for run in (one for one in paragraph.runs if old in one.text):
            run.text = run.text.replace(old, new)
