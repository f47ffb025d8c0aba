"""How parser rules tell what they found."""

from typing import Any

from pmexport.model.diagnostic import Diagnostic
from pmexport.model.terms import DiagnosticSeverity
from pmexport.reader.telling import tell, told


def test_lines_that_count_from_zero_become_lines_of_the_file() -> None:
    env: dict[str, Any] = {}
    tell(env, code="x", severity=DiagnosticSeverity.NOTE, line=2, message="m", hint="h")

    assert told(env, 10) == [Diagnostic(code="x", severity=DiagnosticSeverity.NOTE, line=12, message="m", hint="h")]


def test_where_nothing_was_told_there_is_nothing() -> None:
    assert told({}, 1) == []
