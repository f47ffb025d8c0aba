"""What a check found, file by file, and how it is printed."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from pmexport.cli.batch import settled_for
from pmexport.cli.source import source_bytes
from pmexport.cli.terminal import visible
from pmexport.errors import ExitStatus
from pmexport.examine import reviewed
from pmexport.facts.review import phrases, prose
from pmexport.facts.review.rule import rules
from pmexport.model.diagnostic import Diagnostic
from pmexport.model.facts import ClaimKind, Comparison
from pmexport.model.terms import DiagnosticSeverity
from pmexport.reader.codes import codes

_COLOURS = {"error": "31", "warning": "33", "note": "36"}
_WIDEST = 100
PAGES = "docs/rules/"


class Checked(Struct, frozen=True, kw_only=True):
    """A file with its findings. `confirmed` are the stated figures that agree; `lines` the source as it stands."""

    path: str
    lines: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    confirmed: tuple[Comparison, ...]
    settings: tuple[tuple[str, Diagnostic], ...] = ()

    def status(self, *, strict: bool) -> ExitStatus:
        """Return the exit status: errors fail, and when `strict` warnings, too."""
        failing = {DiagnosticSeverity.ERROR, *({DiagnosticSeverity.WARNING} if strict else ())}
        found = any(one.severity in failing for one in self.diagnostics)
        return ExitStatus.FINDINGS if found else ExitStatus.DONE


def check(file: str, options: Mapping[str, str | None]) -> Checked:
    """Return what is found in `file`, ``-`` being standard input. Raises UnreadableError, UsageError."""
    content = source_bytes(file)
    settled = settled_for(file, content, options)
    settings = settled.settings
    result = reviewed(content, settings.read_options(file), settings.check_options())
    return Checked(
        path=file,
        lines=tuple(content.decode("utf-8-sig", "replace").splitlines()),
        diagnostics=result.diagnostics,
        confirmed=tuple(one for facts in result.facts for one in facts.comparisons if one.agrees),
        settings=settled.diagnostics,
    )


def as_text(checked: tuple[Checked, ...], *, quiet: bool, verbose: bool, colour: bool) -> str:
    """Return the findings for people; notes are left out unless `verbose`."""
    texts = (_File(one, quiet=quiet, verbose=verbose, colour=colour).text() for one in checked)
    return "\n".join(filter(None, texts))


class _File:
    """The findings of one file as text for people."""

    def __init__(self, checked: Checked, *, quiet: bool, verbose: bool, colour: bool) -> None:
        self._checked = checked
        self._quiet = quiet
        self._verbose = verbose
        self._colour = colour

    def text(self) -> str:
        """Return the file's name, its findings by severity and line, what agrees, and a count."""
        shown = [one for one in self._checked.diagnostics if self._is_shown(one)]
        shown.sort(key=lambda one: tuple(DiagnosticSeverity).index(one.severity))
        parts = [self._finding(one) for one in shown]
        agreed = [self._agreed(one) for one in self._checked.confirmed] if not self._quiet else []
        if agreed:
            parts.append("  agrees with the timeline and the calendar:\n" + "".join(agreed))
        if not parts and self._quiet:
            return ""
        return f"{visible(self._checked.path)}\n" + "\n".join([*parts, f"  {self._count()}\n"])

    def _is_shown(self, one: Diagnostic) -> bool:
        if one.severity is DiagnosticSeverity.ERROR:
            return True
        return not self._quiet and (self._verbose or one.severity is DiagnosticSeverity.WARNING)

    def _finding(self, one: Diagnostic) -> str:
        word = f"\x1b[{_COLOURS[one.severity]}m{one.severity}\x1b[0m" if self._colour else str(one.severity)
        place = f"line {one.line}" if one.line else "file"
        said = f"  {place}: {word}: {visible(one.message)} ({one.code})\n{self._pointed(one)}"
        where = documentation(one.code)
        more = f" [{where}]" if where and self._verbose else ""
        return said + (f"    {visible(one.hint)}{more}\n" if one.hint else "")

    def _pointed(self, one: Diagnostic) -> str:
        """Return the source's line with a caret under the words that the finding is about."""
        if not 0 < one.line <= len(self._checked.lines):
            return ""
        line = visible(self._checked.lines[one.line - 1].replace("\t", " "))
        at = place(line, one.quote)
        start = max(0, min(at[0] - _WIDEST // 3, len(line) - _WIDEST)) if len(line) > _WIDEST else 0
        cut = line[start : start + _WIDEST]
        marks = "^" * max(1, min(at[1] - at[0] if one.quote else 1, start + _WIDEST - at[0]))
        gutter = f"{one.line:>5} | "
        return f"{gutter}{cut}\n{' ' * (len(gutter) - 2)}| {' ' * (at[0] - start)}{marks}\n"

    def _agreed(self, one: Comparison) -> str:
        return f"    line {one.line}: {visible(basis(one))}\n"

    def _count(self) -> str:
        counts = [
            f"{count} {severity}{'s' if count != 1 else ''}"
            for severity in DiagnosticSeverity
            if (count := sum(one.severity is severity for one in self._checked.diagnostics))
        ]
        notes = "" if self._verbose or not any("note" in each for each in counts) else "; -v shows notes"
        pages = f"; {PAGES} explains each code" if counts else ""
        return (", ".join(counts) or "nothing found") + notes + pages


def basis(one: Comparison) -> str:
    """Return a figure that agrees and what it agrees with, as one line."""
    quote = f"“{phrases.short(one.quote)}”"
    match one.kind:
        case ClaimKind.WEEKDAY if one.day is not None:
            return f"{quote}: {phrases.day(one.day)}"
        case ClaimKind.LENGTH if one.start is not None and one.end is not None:
            return f"{quote}: {phrases.length(one.computed)}, {phrases.event(one.start)} to {phrases.event(one.end)}"
        case ClaimKind.LENGTH:
            return f"{quote}: {phrases.length(one.computed)}"
        case ClaimKind.CLOCK if one.start is not None:
            return f"{quote}: {phrases.event(one.start)}"
        case _:
            return f"{quote}: {one.computed}"


def documentation(code: str) -> str | None:
    """Return where the documentation explains a code; None for those of a team's own rules."""
    if code in rules() or code == prose.CODE:
        return f"{PAGES}{code}.md"
    return f"{PAGES}reader.md#{code}" if code in codes() else None


def place(line: str, quote: str) -> tuple[int, int]:
    """Return where `quote` stands in `line`, marks of Markdown between its letters or not; else the line's text."""
    if quote:
        letters = [re.escape(letter) for letter in quote if not letter.isspace() and letter not in "*_`~\\"]
        found = re.search(r"[*_`~\\\s]*".join(letters), line)
        if found:
            return found.start(), found.end()
    bare = re.match(r"[\s>#*+|-]*", line)
    return (bare.end() if bare else 0), max(len(line.rstrip()), 1)
