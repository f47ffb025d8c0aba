"""A comment in the source accepts one finding, with a reason."""

import pytest

from pmexport.model.diagnostic import Diagnostic
from pmexport.model.terms import DiagnosticSeverity
from pmexport.reader.acceptances import accept
from pmexport.reader.source import decode


def left(text: str, *found: tuple[str, int]) -> list[tuple[str, int]]:
    diagnostics = tuple(
        Diagnostic(code=code, severity=DiagnosticSeverity.WARNING, line=line, message="") for code, line in found
    )
    return [(one.code, one.line) for one in accept(decode(text.encode(), "x.md"), diagnostics)]


ACCEPT = "<!-- pmexport: accept weekday: it is the day of the report -->"


@pytest.mark.parametrize(
    "text", [f"# Title\n\n{ACCEPT}\nOn Monday", f"# Title\n\n{ACCEPT}\n\nOn Monday", f"# Title\n\nOn Monday {ACCEPT}\n"]
)
def test_a_finding_on_the_line_or_the_next_is_accepted(text: str) -> None:
    line = next(number for number, written in enumerate(text.splitlines(), start=1) if "On Monday" in written)

    assert left(text, ("weekday", line)) == []


def test_other_codes_and_other_lines_are_not() -> None:
    text = f"# Title\n\n{ACCEPT}\nOn Monday\nOn Tuesday\n"

    assert left(text, ("weekday", 4), ("weekday", 5), ("placeholder", 4)) == [("weekday", 5), ("placeholder", 4)]


def test_a_finding_of_the_whole_file_is_accepted_from_any_line() -> None:
    text = "# Title\n\n<!-- pmexport: accept section-usual: a near miss -->\n"

    assert left(text, ("section-usual", 0)) == []


def test_without_a_reason_nothing_is_accepted() -> None:
    text = "# Title\n\n<!-- pmexport: accept weekday -->\nOn Monday\n"

    assert left(text, ("weekday", 4)) == [("weekday", 4), ("accept-without-reason", 3)]


def test_an_acceptance_that_meets_nothing_is_told() -> None:
    assert left(f"# Title\n\n{ACCEPT}\nOn Wednesday\n") == [("accept-unused", 3)]


def test_an_acceptance_of_a_rule_that_does_not_exist_is_a_warning_that_names_the_nearest_one() -> None:
    text = "# Title\n\n<!-- pmexport: accept weekdya: it is the day of the report -->\nOn Monday\n"
    found = Diagnostic(code="weekday", severity=DiagnosticSeverity.ERROR, line=4, message="")

    left, told = accept(decode(text.encode(), "x.md"), (found,), frozenset({"weekday", "placeholder"}))

    assert left == found
    assert (told.code, told.line, told.severity, told.hint) == (
        "rule-unknown",
        3,
        DiagnosticSeverity.WARNING,
        "write weekday",
    )


def test_a_comment_in_code_accepts_nothing() -> None:
    assert left(f"# Title\n\n```\n{ACCEPT}\nOn Monday\n```\n", ("weekday", 5)) == [("weekday", 5)]


def test_lines_are_those_of_the_file_where_front_matter_stands_above() -> None:
    assert left(f"---\ntitle: X\n---\n{ACCEPT}\nOn Monday\n", ("weekday", 5)) == []
