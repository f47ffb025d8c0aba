"""The road: source to rendering. The one module that knows the order of the stations."""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from traceback import format_tb
from typing import TYPE_CHECKING, NoReturn, TypeAlias

from msgspec import Struct

from pmexport import reader
from pmexport.errors import PmexportError, UnavailableError, UnreadableError
from pmexport.facts.metrics import measure
from pmexport.model.diagnostic import Diagnostic
from pmexport.model.facts import Facts
from pmexport.model.options import CheckOptions, PageOptions, ReadOptions
from pmexport.model.postmortem import Postmortem
from pmexport.model.rendering import Rendering
from pmexport.model.report import Report
from pmexport.plainyaml import Mapping
from pmexport.reader.source import decode
from pmexport.report.full import full_report
from pmexport.theme.load import load_theme
from pmexport.theme.theme import Theme
from pmexport.writers import writer

if TYPE_CHECKING:
    from pmexport.reader import mending

Made: TypeAlias = Rendering | PmexportError


def front_matter(content: bytes, name: str) -> Mapping | None:
    """Return the mapping at the head of `content`, the bytes of the file `name`. Raises UnreadableError."""
    return decode(content, name).front_matter


def read(content: bytes, options: ReadOptions | None = None) -> reader.Reading:
    """Return the postmortems in `content`, one for each incident and at least one. Raises UnreadableError."""
    options = options or ReadOptions()
    with _no_deeper(options.name):
        return reader.read(content, options)


def report_of(postmortem: Postmortem, options: PageOptions) -> Report:
    """Return the report that `options` ask for."""
    return full_report(postmortem, measure(postmortem), options)


def convert(
    content: bytes,
    suffix: str,
    read_options: ReadOptions | None = None,
    page_options: PageOptions | None = None,
    theme: Theme | None = None,
) -> Rendering:
    """Turn Markdown into one format, `suffix` being pdf, docx or html; of several incidents the first is rendered.

    The diagnostics are the reader's and the writer's. Raises UnreadableError, ThemeError, UnavailableError.
    """
    reading = read(content, read_options)
    report = report_of(reading.postmortems[0], page_options or PageOptions())
    match next(iter(renderings(report, theme or load_theme().theme, (suffix,)))):
        case Rendering() as rendering:
            return Rendering(
                content=rendering.content,
                pages=rendering.pages,
                diagnostics=reading.diagnostics + rendering.diagnostics,
            )
        case fault:
            raise fault


class Reviewed(Struct, frozen=True):
    """What the reader and the review say of a text, and what they computed of each postmortem in it."""

    diagnostics: tuple[Diagnostic, ...]
    facts: tuple[Facts, ...]


def reviewed(
    content: bytes, read_options: ReadOptions | None = None, check_options: CheckOptions | None = None
) -> Reviewed:
    """Return everything wrong or missing in `content`, without what its author accepted. Raises UnreadableError."""
    from pmexport.facts.review import review  # noqa: PLC0415  rendering needs none of it
    from pmexport.reader.acceptances import accept  # noqa: PLC0415

    options = check_options or CheckOptions()
    reading = read(content, read_options)
    facts = tuple(measure(postmortem) for postmortem in reading.postmortems)
    found = [one for one in reading.diagnostics if one.code not in options.disable]
    for postmortem, computed in zip(reading.postmortems, facts, strict=True):
        found += review(postmortem, computed, options)
    left = accept(decode(content, (read_options or ReadOptions()).name), tuple(dict.fromkeys(found)))
    return Reviewed(tuple(sorted(left, key=lambda one: one.line)), facts)


def mended(content: bytes, read_options: ReadOptions | None = None) -> mending.Mended:
    """Return `content` with what is certain put right. Raises UnreadableError."""
    from pmexport.reader import mending  # noqa: PLC0415  few runs need it

    options = read_options or ReadOptions()
    with _no_deeper(options.name):
        return mending.mended(content, options)


def model_json(postmortems: tuple[Postmortem, ...], diagnostics: tuple[Diagnostic, ...]) -> bytes:
    """Return the published model with its facts as JSON: of one postmortem an object, of several an array."""
    from pmexport.model.json import as_json, encode  # noqa: PLC0415  rendering needs none of it

    models = [as_json(postmortem, measure(postmortem), diagnostics) for postmortem in postmortems]
    return encode(models[0] if len(models) == 1 else models)


def json_schema() -> bytes:
    """Return the JSON Schema of what `model_json` gives."""
    from pmexport.model.json import schema  # noqa: PLC0415

    return schema()


def renderings(report: Report, theme: Theme, suffixes: tuple[str, ...], *, aside: bool = False) -> tuple[Made, ...]:
    """Return `report` in each of `suffixes`, or why a format could not be made; the others are made all the same.

    `aside` makes the PDF in a child process while the others are made: 0.8 s in place of 1.0 s for all three.
    """
    if not aside or "pdf" not in suffixes or len(suffixes) == 1 or not _CAN_FORK:
        return tuple(_render(report, theme, suffix) for suffix in suffixes)
    child = _Child(report, theme, "pdf")
    made = {suffix: _render(report, theme, suffix) for suffix in suffixes if suffix != "pdf"}
    made["pdf"] = child.made()
    return tuple(made[suffix] for suffix in suffixes)


def _render(report: Report, theme: Theme, suffix: str) -> Made:
    try:
        with _no_deeper(report.marks.title):
            return writer(suffix)(report, theme)
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


@contextmanager
def _no_deeper(place: str) -> Iterator[None]:
    """Turn Python's own bound on nesting into a fault that names the text."""
    try:
        yield
    except RecursionError:
        raise UnreadableError("is nested too deeply", place=place, instead="flatten its lists and quotes") from None


# macOS may fork too, but its font and graphics libraries do not survive it.
_CAN_FORK = hasattr(os, "fork") and sys.platform == "linux"


class _Child:
    """A rendering under way in a forked child, which inherits all it needs and sends back its outcome."""

    def __init__(self, report: Report, theme: Theme, suffix: str) -> None:
        self._suffix = suffix
        self._reading, writing = os.pipe()
        self._process = os.fork()
        if self._process == 0:
            self._work(report, theme, writing)
        os.close(writing)

    def _work(self, report: Report, theme: Theme, writing: int) -> NoReturn:
        # Whatever happens, the child must not return into a second run of the program.
        try:
            with os.fdopen(writing, "wb") as stream:
                pickle.dump(self._made_or_error(report, theme), stream)
        finally:
            os._exit(0)

    def _made_or_error(self, report: Report, theme: Theme) -> Made | Exception:
        try:
            return _render(report, theme, self._suffix)
        except Exception as error:  # noqa: BLE001  raised again by the parent
            error.add_note("".join(format_tb(error.__traceback__)))
            return error

    def made(self) -> Made:
        """Wait for the child and return what it made; an unexpected error in it is raised here."""
        with os.fdopen(self._reading, "rb") as stream:
            sent = stream.read()
        os.waitpid(self._process, 0)
        if not sent:
            return UnavailableError(f"{self._suffix.upper()} could not be made", instead="ask for it alone to see why")
        made: Made | Exception = pickle.loads(sent)  # noqa: S301  our own child's words
        if isinstance(made, Rendering | PmexportError):
            return made
        raise made
