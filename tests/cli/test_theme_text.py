"""What theme list and theme check print."""

from pathlib import Path

from pmexport.cli.theme_text import examined_text, listed, status_of, themes_here
from pmexport.model.terms import DiagnosticSeverity
from pmexport.theme.examine import Examined, Found

LOW = Found("acme/_brand.yml:2", DiagnosticSeverity.WARNING, "theme-contrast", "too close", "#111111 reaches 4.5:1")


def test_a_theme_that_cannot_be_used_is_listed_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "acme").mkdir()
    (tmp_path / "acme" / "_brand.yml").write_text("- a list\n")

    assert "acme       cannot be used: holds no keys" in listed(themes_here(tmp_path))


def test_a_finding_is_a_line_with_its_place_and_what_to_write_instead() -> None:
    text = examined_text("acme", Examined(theme=None, found=(LOW,)))

    assert text.splitlines()[0] == ("acme/_brand.yml:2: warning: too close (theme-contrast); #111111 reaches 4.5:1")


def test_a_warning_counts_when_strict() -> None:
    examined = Examined(theme=None, found=(LOW,))

    assert (status_of(examined, strict=False), status_of(examined, strict=True)) == (0, 1)
