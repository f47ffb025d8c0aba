"""What a terminal shows is one line a message, and nothing in it can command the terminal."""

import io
import sys
from pathlib import Path

import pytest

from pmexport.cli.terminal import Terminal, shown_path, visible
from pmexport.errors import UnreadableError
from pmexport.model.diagnostic import Diagnostic
from pmexport.model.terms import DiagnosticSeverity


def found(message: str, *, severity: str = "warning", line: int = 3, hint: str | None = None) -> Diagnostic:
    return Diagnostic(
        code="time-backwards", severity=DiagnosticSeverity(severity), line=line, message=message, hint=hint
    )


class TerminalStream(io.StringIO):
    """A standard error that is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Störung 障害 🔥", "Störung 障害 🔥"),
        ("\x1b]0;owned\x07", "\\x1b]0;owned\\x07"),
        ("\x9b31m\x7f", "\\x9b31m\\x7f"),
        ("one\r\ntwo\tthree", "one\\r\\ntwo\\tthree"),
        ("user\u202excod.exe", "user\\u202excod.exe"),
        ("a\u2028b", "a\\u2028b"),
    ],
)
def test_control_characters_are_written_out(text: str, expected: str) -> None:
    assert visible(text) == expected


def test_a_path_never_looks_like_an_option() -> None:
    assert shown_path(Path("-rf.pdf")) == "./-rf.pdf"
    assert shown_path(Path("out/report.pdf")) == "out/report.pdf"


def test_a_finding_is_one_line_with_file_line_severity_code_and_hint(capsys: pytest.CaptureFixture[str]) -> None:
    Terminal().diagnostics("report.md", [found("14:10 is before 14:20", hint="write the day")])

    assert capsys.readouterr().err == "report.md:3: warning: 14:10 is before 14:20 (time-backwards); write the day\n"


def test_a_finding_about_the_whole_file_has_no_line(capsys: pytest.CaptureFixture[str]) -> None:
    Terminal().diagnostics("report.md", [found("no timeline was found", line=0)])

    assert capsys.readouterr().err == "report.md: warning: no timeline was found (time-backwards)\n"


def test_a_finding_forges_no_second_line(capsys: pytest.CaptureFixture[str]) -> None:
    Terminal().diagnostics("x\n[INFO] approved", [found("x\r\n[INFO] approved for release\x1b[2J")])

    shown = "x\\n[INFO] approved:3: warning: x\\r\\n[INFO] approved for release\\x1b[2J (time-backwards)\n"
    assert capsys.readouterr().err == shown


def test_notes_are_counted_and_shown_on_demand(capsys: pytest.CaptureFixture[str]) -> None:
    notes = [found("a list was lost", severity="note"), found("a heading was lost", severity="note")]

    Terminal().diagnostics("report.md", notes)
    assert capsys.readouterr().err == "report.md: 2 notes: time-backwards (lines 3, 3); -v shows them\n"

    Terminal(verbose=True).diagnostics("report.md", notes[:1])
    assert capsys.readouterr().err == "report.md:3: note: a list was lost (time-backwards)\n"


def test_the_same_finding_over_and_over_is_counted(capsys: pytest.CaptureFixture[str]) -> None:
    Terminal().diagnostics("report.md", [found(f"row {row}") for row in range(14)])

    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 11
    assert lines[-1] == "report.md: 4 more warnings (time-backwards); -v shows them"


def test_quiet_leaves_errors_only(capsys: pytest.CaptureFixture[str]) -> None:
    quiet = Terminal(quiet=True)

    quiet.line("3 files")
    quiet.diagnostics("report.md", [found("a"), found("b", severity="note"), found("c", severity="error")])
    quiet.fault(UnreadableError("there is no such file", place="report.md"))

    assert capsys.readouterr().err == ("report.md:3: error: c (time-backwards)\nreport.md: there is no such file\n")


def test_what_was_written_goes_to_standard_output_a_line_each(capsys: pytest.CaptureFixture[str]) -> None:
    Terminal().wrote(Path("report.pdf"))
    Terminal().wrote(Path("two\nlines.pdf"))

    assert capsys.readouterr().out == "report.pdf\ntwo\\nlines.pdf\n"


def test_colour_and_progress_show_on_a_terminal_only(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def speak(terminal: Terminal) -> None:
        terminal.progress(1, 2, "a.md")
        terminal.diagnostics("a.md", [found("late")])

    speak(Terminal())
    assert "\x1b" not in capsys.readouterr().err

    stream = TerminalStream()
    monkeypatch.setattr(sys, "stderr", stream)
    speak(Terminal())
    assert stream.getvalue() == ("\r\x1b[K1/2 a.md\r\x1b[Ka.md:3: \x1b[33mwarning\x1b[0m: late (time-backwards)\n")


def test_a_terminal_whose_user_minds_colour_shows_none(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = TerminalStream()
    monkeypatch.setattr(sys, "stderr", stream)

    Terminal(colour=False).diagnostics("a.md", [found("late")])

    assert stream.getvalue() == "a.md:3: warning: late (time-backwards)\n"


def test_a_fault_of_the_program_is_one_line_and_its_trace_comes_on_demand(capsys: pytest.CaptureFixture[str]) -> None:
    Terminal().unexpected("ValueError: x", "Traceback\n  here\n", place="a.md")
    assert capsys.readouterr().err == ("a.md: an unexpected fault, ValueError: x; -v shows where, please report it\n")

    Terminal(verbose=True).unexpected("ValueError: x", "Traceback\n  here\n", place="a.md")
    assert capsys.readouterr().err == "a.md: an unexpected fault, ValueError: x\nTraceback\n  here\n"
