"""How messages, paths and progress look on a terminal; the only printer.

Standard output carries data and the paths written, a line each; everything else goes to standard error. Whatever comes
from a file or a name is shown with its control characters written out, so that no text can move the cursor, forge a
second line or change the window's title.
"""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pmexport.errors import PmexportError
    from pmexport.model.diagnostic import Diagnostic

_NAMED = {ord("\n"): "\\n", ord("\r"): "\\r", ord("\t"): "\\t"}
_CONTROL = {code: f"\\x{code:02x}" for code in (*range(0x20), *range(0x7F, 0xA0))}
# Line and paragraph separators, and the marks that turn the direction of the text after them (Trojan Source).
_MISLEADING = {code: f"\\u{code:04x}" for code in (0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A))}
_SHOWN = _CONTROL | _MISLEADING | _NAMED

_COLOURS = {"error": "31", "warning": "33", "note": "36"}
_LINES_AT_MOST = 6
_SAME_CODE_AT_MOST = 10


def visible(text: str) -> str:
    r"""Return `text` on one line with control characters written out: a newline as ``\n``, escape as ``\x1b``."""
    return text.translate(_SHOWN)


def shown_path(path: Path) -> str:
    """Return `path` as a person may paste it: never starting like an option, control characters written out."""
    text = visible(str(path))
    return f"./{text}" if text.startswith("-") else text


class Terminal:
    """Where a command speaks. `quiet` leaves out all but errors, `verbose` adds notes; `colour` as the settings say."""

    def __init__(self, *, quiet: bool = False, verbose: bool = False, colour: bool = True) -> None:
        self.quiet = quiet
        self.verbose = verbose
        self._lively = sys.stderr.isatty()
        self._wants_colour = colour
        self._colour = colour and self._lively
        self._progress = False

    @property
    def shows_colour(self) -> bool:
        """Tell whether standard output is a terminal that the user minds no colour on."""
        return self._wants_colour and sys.stdout.isatty()

    @property
    def width(self) -> int | None:
        """Return how many columns standard output shows; None where it is no terminal."""
        return shutil.get_terminal_size().columns if sys.stdout.isatty() else None

    def fault(self, error: PmexportError) -> None:
        """Say what stopped the work: ``place: found; instead``, after its particulars."""
        for line in error.particulars:
            self._say(line)
        self._say(str(error) if error.place else f"pmexport: {error}")

    def line(self, text: str) -> None:
        """Say something that is neither a fault nor found in a file; not when quiet."""
        if not self.quiet:
            self._say(f"pmexport: {text}")

    def unexpected(self, what: str, where: str, *, place: str = "pmexport") -> None:
        """Say that the program itself is at fault, in one line; when verbose, `where`, its trace, as well."""
        more = "" if self.verbose else "; -v shows where, please report it"
        self._say(f"{place}: an unexpected fault, {what}{more}")
        for line in where.splitlines() if self.verbose else ():
            self._say(line)

    def diagnostics(self, place: str, diagnostics: Iterable[Diagnostic]) -> None:
        """Say what was found in `place`, a file: ``file:line: severity: message (code); hint``, in the order given.

        Notes only when verbose, else their codes and lines; of one code ten, then the number of the rest.
        """
        seen: Counter[tuple[str, str]] = Counter()
        notes: dict[str, list[int]] = {}
        for diagnostic in diagnostics:
            severity = str(diagnostic.severity)
            if self.quiet and severity != "error":
                continue
            if severity == "note" and not self.verbose:
                notes.setdefault(diagnostic.code, []).append(diagnostic.line)
                continue
            seen[severity, diagnostic.code] += 1
            if self.verbose or seen[severity, diagnostic.code] <= _SAME_CODE_AT_MOST:
                self._diagnostic(place, diagnostic, severity)
        if notes:
            self._noted(place, notes)
        for (severity, code), count in seen.items():
            if not self.verbose and count > _SAME_CODE_AT_MOST:
                self._say(f"{place}: {count - _SAME_CODE_AT_MOST} more {severity}s ({code}); -v shows them")

    def _noted(self, place: str, notes: dict[str, list[int]]) -> None:
        """Say on one line what the notes are about and where they stand."""
        count = sum(map(len, notes.values()))
        about = ", ".join(f"{code} ({_lines(lines)})" for code, lines in notes.items())
        self._say(f"{place}: {count} {'notes' if count > 1 else 'note'}: {about}; -v shows them")

    def choice(self, place: str, diagnostic: Diagnostic) -> None:
        """Say what was chosen and what left out of `place`, a file, though it is a note only; not when quiet."""
        if not self.quiet:
            self._diagnostic(place, diagnostic, str(diagnostic.severity))

    def _diagnostic(self, place: str, diagnostic: Diagnostic, severity: str) -> None:
        where = f"{place}:{diagnostic.line}" if diagnostic.line else place
        word = f"\x1b[{_COLOURS[severity]}m{severity}\x1b[0m" if self._colour else severity
        hint = f"; {diagnostic.hint}" if diagnostic.hint else ""
        said = visible(f"{diagnostic.message} ({diagnostic.code}){hint}")
        self._write(f"{visible(where)}: {word}: {said}")

    def wrote(self, path: Path) -> None:
        """Give a path written, on a line of standard output."""
        self.data(os.fsencode(shown_path(path)) + b"\n")

    def data(self, content: bytes) -> None:
        """Give `content` on standard output as it is. Raises BrokenPipeError where nobody reads any more."""
        self._clear()
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()

    def nobody_reads(self) -> None:
        """Give up standard output, whose reader has gone: what is still buffered must not be tried again at exit."""
        sys.stdout = io.StringIO()

    def progress(self, done: int, total: int, name: str) -> None:
        """Show how far a batch is, over the last such line; on a terminal only."""
        if self._lively and not self.quiet and total > 1:
            sys.stderr.write(f"\r\x1b[K{done}/{total} {visible(name)}")
            sys.stderr.flush()
            self._progress = True

    def _clear(self) -> None:
        if self._progress:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._progress = False

    def _say(self, text: str) -> None:
        self._write(visible(text))

    def _write(self, line: str) -> None:
        self._clear()
        sys.stderr.write(f"{line}\n")


def said(error: BaseException) -> str:
    """Return the kind of `error` and its message."""
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__


def trace(error: BaseException) -> str:
    """Return the whole trace of `error`."""
    import traceback  # noqa: PLC0415  only a fault of our own needs it

    return "".join(traceback.format_exception(error))


def _lines(lines: list[int]) -> str:
    """Return the first of `lines` and how many more there are."""
    shown = ", ".join(map(str, lines[:_LINES_AT_MOST]))
    more = f" and {len(lines) - _LINES_AT_MOST} more" if len(lines) > _LINES_AT_MOST else ""
    return f"{'lines' if len(lines) > 1 else 'line'} {shown}{more}"
