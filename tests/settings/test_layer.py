"""A layer: settings of one origin, and the place that a mistake in it is told at."""

from pathlib import Path

from pmexport import settings
from pmexport.model.diagnostic import Diagnostic
from pmexport.model.terms import DiagnosticSeverity
from pmexport.settings import settle


def test_an_unknown_key_is_a_warning_with_its_line_and_the_nearest_key(empty_world: Path) -> None:
    (empty_world / "pmexport.toml").write_text('# ours\ntheem = "mono"\nfrobnicate = 1\n')

    assert settle(settings.project_layer(empty_world)).diagnostics == (
        ("pmexport.toml", warning("there is no setting theem", 2, "did you mean theme?")),
        ("pmexport.toml", warning("there is no setting frobnicate", 3, None)),
    )


def warning(message: str, line: int, hint: str | None) -> Diagnostic:
    severity = DiagnosticSeverity.WARNING
    return Diagnostic(code="unknown-setting", severity=severity, line=line, message=message, hint=hint)
