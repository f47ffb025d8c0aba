"""WeasyPrint, kept in: started quickly, reading nothing but ours, its complaints caught and returned."""

from __future__ import annotations

import ctypes.util
import datetime as dt
import io
import logging
import sys
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from types import ModuleType

from msgspec import Struct
from msgspec.structs import replace

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
_MILLIMETRES_PER_PIXEL = 25.4 / 96


class Archived(Struct, frozen=True, kw_only=True):
    """The file that a PDF was made of, to be kept in it; `written` is the day that it is dated."""

    content: bytes
    name: str
    written: dt.date


class Printed(Struct, frozen=True, kw_only=True):
    """A finished PDF, its number of pages, and the page of each id.

    `borrowed` are the characters that the theme's fonts lack and `fonts` of this machine have; `missing` those that
    none has. `depth` is how far down the last page the text goes, in millimetres.
    """

    content: bytes
    pages: int
    borrowed: str = ""
    fonts: tuple[str, ...] = ()
    missing: str = ""
    places: Mapping[str, int] = {}
    depth: float = 0


def print_page(text: str, faces: tuple[Face, ...], archived: Archived | None = None) -> Printed:
    """Return `text`, a page of HTML, as PDF/UA-1 set in `faces`; raises UnavailableError where Pango is missing.

    With `archived` it is PDF/A-3 as well, and carries that file. Other fonts of the machine are used only where these
    lack a character, and are then named.
    """
    load()
    from weasyprint.text.fonts import (  # type: ignore[import-untyped]  # noqa: PLC0415  # once Pango is known to be there
        FontConfiguration,
    )

    from pmexport.writers.pdf.fonts import theme_fonts  # noqa: PLC0415  # as above

    printed = _printed(text, faces, theme_fonts(faces), archived)
    if not printed.missing:
        return printed
    again = _printed(text, faces, FontConfiguration(), archived)
    borrowed = "".join(character for character in printed.missing if character not in again.missing)
    return replace(again, borrowed=borrowed)


def _printed(text: str, faces: tuple[Face, ...], fonts: object, archived: Archived | None) -> Printed:
    import weasyprint  # type: ignore[import-untyped]  # noqa: PLC0415  # behind the guard by now

    from pmexport.writers.pdf.archive import attachment, say_accessible  # noqa: PLC0415  # as above
    from pmexport.writers.pdf.fetcher import Fetcher  # noqa: PLC0415  # as above
    from pmexport.writers.pdf.fonts import strangers  # noqa: PLC0415  # as above
    from pmexport.writers.pdf.tags import mend  # noqa: PLC0415  # as above

    named: list[str] = []

    def finish(_: object, pdf: object) -> None:
        mend(pdf)
        if archived is not None:
            say_accessible(pdf)
        named.extend(strangers(pdf, faces))

    with _listening() as missing:
        page = weasyprint.HTML(string=text, url_fetcher=Fetcher(faces))
        # The hint that counts is the number at which a list starts: without it every list begins at 1.
        document = page.render(font_config=fonts, presentational_hints=True)
        if archived is not None:
            document.metadata.attachments = [attachment(archived)]
        content = document.write_pdf(pdf_variant="pdf/a-3a" if archived else "pdf/ua-1", finisher=finish)
    return Printed(
        content=content,
        pages=len(document.pages),
        fonts=tuple(named),
        missing="".join(dict.fromkeys("".join(missing))),
        places={name: number for number, page in reversed([*enumerate(document.pages, 1)]) for name in page.anchors},
        depth=_depth(document.pages[-1]),
    )


def _depth(page: object) -> float:
    """Return how far down `page` the text goes, which the engine tells nobody but itself; 0 where it does not."""
    boxes = getattr(getattr(page, "_page_box", None), "children", ())
    return (boxes[0].position_y + boxes[0].margin_height()) * _MILLIMETRES_PER_PIXEL if boxes else 0.0


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
    # Whoever embeds us may have silenced the engine's log, which is the only place where it tells of a missing glyph.
    silenced, level, below = logger.disabled, logger.level, logger.manager.disable
    logger.disabled, logger.manager.disable = False, logging.NOTSET
    logger.setLevel(logging.WARNING)
    logger.addFilter(glyphs)
    try:
        yield glyphs.found
    finally:
        logger.removeFilter(glyphs)
        logger.setLevel(level)
        logger.disabled, logger.manager.disable = silenced, below


def load() -> ModuleType:
    """Import and return the engine; its own advice where Pango is missing is kept back: ours says more in a line."""
    try:
        with _known_sonames(), warnings.catch_warnings(), redirect_stdout(io.StringIO()):
            warnings.simplefilter("ignore", DeprecationWarning)
            # Of a machine without fonts: what that means for this text is told with the characters.
            warnings.filterwarnings("ignore", ".* Expect ugly output", UserWarning)
            import weasyprint  # noqa: PLC0415  # takes a third of a second, and needs the guard around it
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
