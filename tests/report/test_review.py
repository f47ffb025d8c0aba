"""The review as a last section."""

from example_report import example_report
from pmexport.model.diagnostic import Diagnostic
from pmexport.model.prose import BulletList, Plain, text_of
from pmexport.model.report import Narrative
from pmexport.model.terms import DiagnosticSeverity
from pmexport.report.review import with_findings


def _finding(line: int, hint: str | None = None) -> Diagnostic:
    return Diagnostic(
        code="stated", severity=DiagnosticSeverity.WARNING, line=line, message="says two hours", hint=hint
    )


def _lines(*findings: Diagnostic) -> list[str]:
    last = with_findings(example_report(), findings).sections[-1]
    assert isinstance(last, Narrative)
    assert isinstance(last.blocks[0], BulletList)
    return [text_of(item.content[0].content) for item in last.blocks[0].items if isinstance(item.content[0], Plain)]


def test_each_finding_says_its_line_what_to_write_and_its_rule() -> None:
    assert _lines(_finding(12, "write three")) == ["Line 12: Says two hours. Write three. (warning stated)"]


def test_a_finding_about_the_whole_file_names_no_line() -> None:
    assert _lines(_finding(0)) == ["Says two hours. (warning stated)"]


def test_without_findings_nothing_is_added() -> None:
    assert with_findings(example_report(), ()) == example_report()
