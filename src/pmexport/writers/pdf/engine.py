"""WeasyPrint, kept in: started quickly, reading nothing but ours, its complaints caught and returned."""

from __future__ import annotations

import ctypes.util
import io
import logging
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from types import ModuleType

from msgspec import Struct

from pmexport.errors import UnavailableError
from pmexport.theme.theme import Face

# What find_library would answer, had it started a compiler and a linker to find out.
_SONAMES = {
    "gobject-2.0-0": "libgobject-2.0.so.0",
    "gobject-2.0": "libgobject-2.0.so.0",
    "pango-1.0-0": "libpango-1.0.so.0",
    "pango-1.0": "libpango-1.0.so.0",
    "harfbuzz": "libharfbuzz.so.0",
    "harfbuzz-0.0": "libharfbuzz.so.0",
    "harfbuzz-subset": "libharfbuzz-subset.so.0",
    "harfbuzz-subset-0.0": "libharfbuzz-subset.so.0",
    "harfbuzz-vector": "libharfbuzz-vector.so.0",
    "harfbuzz-vector-0.0": "libharfbuzz-vector.so.0",
    "fontconfig-1": "libfontconfig.so.1",
    "fontconfig": "libfontconfig.so.1",
    "pangoft2-1.0-0": "libpangoft2-1.0.so.0",
    "pangoft2-1.0": "libpangoft2-1.0.so.0",
}
_MENDED_BY = {
    "linux": "install Pango; on Debian or Ubuntu: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "darwin": "install Pango with: brew install pango",
}
_LOGGER = "weasyprint"


class Printed(Struct, frozen=True, kw_only=True):
    """A finished PDF, its number of pages, and the characters that no font had."""

    content: bytes
    pages: int
    missing: tuple[str, ...] = ()


def print_page(text: str, faces: tuple[Face, ...]) -> Printed:
    """Return `text`, a page of HTML, as PDF/UA-1 set in `faces`; raises UnavailableError where Pango is missing."""
    weasyprint = load()
    from weasyprint.text.fonts import (  # type: ignore[import-untyped]  # noqa: PLC0415  # once Pango is known to be there
        FontConfiguration,
    )

    from pmexport.writers.pdf.fetcher import Fetcher  # noqa: PLC0415  # as above

    with _listening() as missing:
        document = weasyprint.HTML(string=text, url_fetcher=Fetcher(faces)).render(font_config=FontConfiguration())
        content = document.write_pdf(pdf_variant="pdf/ua-1")
    return Printed(content=content, pages=len(document.pages), missing=tuple(dict.fromkeys(missing)))


class _MissingGlyphs(logging.Filter):
    """Takes the engine's complaints about missing glyphs out of its log, character by character."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def filter(self, record: logging.LogRecord) -> bool:
        if not record.msg.startswith(".notdef") or not isinstance(record.args, tuple):
            return True
        self.found.append(str(record.args[0]))
        return False


@contextmanager
def _listening() -> Iterator[list[str]]:
    logger = logging.getLogger(_LOGGER)
    glyphs = _MissingGlyphs()
    logger.addFilter(glyphs)
    try:
        yield glyphs.found
    finally:
        logger.removeFilter(glyphs)


def load() -> ModuleType:
    """Return the engine, imported; raises UnavailableError where Pango is missing.

    The import prints advice of its own then: ours says more in one line.
    """
    try:
        with _known_sonames(), warnings.catch_warnings(), redirect_stdout(io.StringIO()):
            warnings.simplefilter("ignore", DeprecationWarning)
            import weasyprint  # type: ignore[import-untyped]  # noqa: PLC0415  # takes a third of a second, and needs the guard around it
    except OSError as error:
        raise UnavailableError(
            "PDF needs the system library Pango, which could not be loaded",
            instead=_MENDED_BY.get(sys.platform, "install Pango"),
        ) from error
    engine: ModuleType = weasyprint
    return engine


@contextmanager
def _known_sonames() -> Iterator[None]:
    """Answer find_library from a table on Linux, where it would take a tenth of a second a library."""
    if sys.platform != "linux":
        yield
        return
    asked = ctypes.util.find_library
    ctypes.util.find_library = _soname
    try:
        yield
    finally:
        ctypes.util.find_library = asked


def _soname(name: str) -> str | None:
    return _SONAMES.get(name)
