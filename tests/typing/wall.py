"""Lines that must stay type errors: mypy fails on an ignore that is no longer needed. Never executed."""

from pmexport.model.postmortem import Postmortem
from pmexport.model.prose import Para
from pmexport.model.report import Report
from pmexport.theme.theme import Theme
from pmexport.writers import Writer


def a_writer_sees_no_postmortem(write: Writer, postmortem: Postmortem, theme: Theme) -> None:
    write(postmortem, theme)  # type: ignore[arg-type]


def a_writer_needs_the_whole_report(write: Writer, report: Report, theme: Theme) -> None:
    write(report.sections, theme)  # type: ignore[arg-type]


def a_value_is_not_changed_after_it_is_made(report: Report) -> None:
    report.language = "de"  # type: ignore[misc]


def running_text_is_not_a_bare_string() -> None:
    Para("text")  # type: ignore[arg-type]
