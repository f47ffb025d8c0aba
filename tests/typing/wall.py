"""Lines that must stay type errors: mypy fails on an ignore that is no longer needed. Never executed."""

from pathlib import Path

from pmexport.model.customer import Cleared, CustomerReport, LanguageTag, Origin, Rule
from pmexport.model.options import Paper
from pmexport.model.postmortem import Postmortem
from pmexport.model.prose import Para
from pmexport.model.rendering import Rendering
from pmexport.model.report import Report
from pmexport.press import Job
from pmexport.publish import publish_to_customers
from pmexport.report.customer import customer_report
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


def internal_data_reaches_no_customer_page(postmortem: Postmortem, origin: Origin) -> None:
    language = Cleared(LanguageTag("en"), Origin(Rule.FACT))
    customer_report(postmortem, Paper.A4)  # type: ignore[arg-type]
    Cleared(postmortem.title, origin)  # type: ignore[type-var]
    Cleared(postmortem, origin)  # type: ignore[type-var]
    Cleared(postmortem.timeline[0], origin)  # type: ignore[type-var]
    CustomerReport(language=language, postmortem=postmortem)  # type: ignore[call-arg]
    CustomerReport(language=language, title=postmortem.title)  # type: ignore[arg-type]


def the_press_is_handed_nothing_else(postmortem: Postmortem) -> None:
    Job(report=postmortem, theme="default", paper=Paper.A4, formats=("pdf",))  # type: ignore[arg-type]


def nothing_leaves_without_its_seal(rendering: Rendering, target: Path) -> None:
    publish_to_customers(rendering, target)  # type: ignore[arg-type]
    publish_to_customers(rendering.content, target)  # type: ignore[arg-type]
