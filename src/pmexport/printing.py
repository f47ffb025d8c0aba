"""A report printed in a process aside, whose PDF engine loads while the program itself still starts and reads."""

from __future__ import annotations

import gc
from collections.abc import Callable
from contextlib import suppress
from typing import TypeAlias

from pmexport.aside import CAN_FORK, Aside
from pmexport.errors import PmexportError, UnavailableError, no_deeper
from pmexport.model.options import PdfOptions
from pmexport.model.rendering import Rendering
from pmexport.model.report import Report
from pmexport.theme.theme import Theme

Made: TypeAlias = Rendering | PmexportError
PdfAside: TypeAlias = Aside[tuple[Report, Theme, PdfOptions], Made]

# The boxes of a page live until the last page is drawn: whoever looks for dead ones among them every 700 finds none.
_BETWEEN_COLLECTIONS = 100_000


def pdf_aside() -> PdfAside | None:
    """Return a child process that loads the PDF engine while the text is still being read; None where none can be.

    To be given a report by `convert.renderings`, or abandoned.
    """
    return Aside(_made_ready, lambda given: pdf_of(*given)) if CAN_FORK else None


def _made_ready() -> None:
    """Load, in the child, what printing any report needs."""
    from pmexport.writers.pdf.engine import load  # noqa: PLC0415  the parent needs none of it
    from pmexport.writers.templates import compile_shipped  # noqa: PLC0415  as above

    gc.set_threshold(_BETWEEN_COLLECTIONS)
    # What is missing is said by the rendering itself.
    with suppress(PmexportError):
        load()
    compile_shipped()


def pdf_of(report: Report, theme: Theme, options: PdfOptions) -> Made:
    """Return `report` as a PDF, or why it could not be made."""
    from pmexport.writers.pdf import write  # noqa: PLC0415  few runs need it, and it is told more than other writers

    return guarded(report, "pdf", lambda: write(report, theme, options))


def guarded(report: Report, suffix: str, work: Callable[[], Rendering]) -> Made:
    """Return what `work` makes of `report`, or why it could not: a fault, or an engine that lacks something."""
    try:
        with no_deeper(report.marks.title):
            return work()
    except PmexportError as fault:
        return fault
    except (ImportError, OSError) as error:
        # An engine says what it lacks when it is imported, and for a system library with an OSError.
        if isinstance(error, ImportError) and (error.name or "").startswith("pmexport"):
            raise
        missing = " ".join(str(error).split())[:200]
        return UnavailableError(
            f"{suffix.upper()} cannot be made here, {missing}",
            instead="install what is missing, or choose another format",
        )
