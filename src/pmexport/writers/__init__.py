"""The Writer protocol, and the table from suffix to writer, whose engine is imported on first use."""

from importlib import import_module
from typing import Protocol, cast

from pmexport.model.rendering import Rendering
from pmexport.model.report import Report
from pmexport.theme.theme import Theme

_WRITERS = {"pdf": "pmexport.writers.pdf", "docx": "pmexport.writers.docx", "html": "pmexport.writers.html"}
FORMATS = tuple(_WRITERS)
_FOR_CUSTOMERS = {
    "txt": "pmexport.writers.text",
    "status-page.md": "pmexport.writers.status_page",
    "eml": "pmexport.writers.email",
}
CUSTOMER_FORMATS = (*FORMATS, *_FOR_CUSTOMERS)
"""The formats of a report for customers."""


class Writer(Protocol):
    """Turns a report into the bytes of one format. Pure: no path, no clock, no network; same report, same bytes."""

    def __call__(self, report: Report, theme: Theme, /) -> Rendering:
        """Return the finished document; raise UnavailableError where the engine cannot work on this machine."""
        ...


def writer(suffix: str) -> Writer:
    """Return the writer for `suffix`, one of CUSTOMER_FORMATS, importing its engine now."""
    return cast("Writer", import_module((_WRITERS | _FOR_CUSTOMERS)[suffix]).write)
