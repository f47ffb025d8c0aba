"""The process that prints customers' files, and what it knows."""

import datetime as dt
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from customer_report import REPORT
from pmexport.errors import UnavailableError
from pmexport.model.customer import Cleared, Origin, Rule, ZoneName
from pmexport.model.options import Paper
from pmexport.press import Job, deliver, print_apart

JOB = Job(report=REPORT, theme="default", paper=Paper.A4, formats=("txt", "html"))


def test_the_process_never_loads_the_internal_model() -> None:
    modules = print_apart(JOB).modules
    internal = (
        "pmexport.model.postmortem",
        "pmexport.reader",
        "pmexport.facts",
        "pmexport.customer",
        "pmexport.convert",
    )

    assert [name for name in modules if name.startswith(internal)] == []


def test_it_prints_what_this_process_would() -> None:
    assert print_apart(JOB).printed == deliver(JOB).printed


def test_customers_are_told_the_times_of_the_zone_that_is_named() -> None:
    fact = Origin(Rule.FACT)
    start, end = (dt.datetime(2025, 1, 8, hour, 11, tzinfo=ZoneInfo("Europe/Berlin")) for hour in (14, 15))
    report = replace(
        REPORT, start=Cleared(start, fact), end=Cleared(end, fact), moments=(), zone=Cleared(ZoneName("CET"), fact)
    )
    job = Job(report=report, theme="default", paper=Paper.A4, formats=("txt", "html"))

    printed = print_apart(job).printed
    assert printed == deliver(job).printed
    assert printed[0].rendering is not None
    assert "14:11 to 15:11 CET" in printed[0].rendering.content.decode()


def test_a_theme_that_is_not_there_is_a_fault() -> None:
    with pytest.raises(UnavailableError):
        print_apart(Job(report=REPORT, theme="no-such-theme", paper=Paper.A4, formats=("txt",)))


def test_a_word_document_for_customers_is_not_written_into_a_companys_own() -> None:
    """What else stands in a company's template did not come in by the rules, and nobody looks it through."""
    (printed,) = deliver(Job(report=REPORT, theme="northwind", paper=Paper.A4, formats=("docx",))).printed

    assert printed.rendering is not None
    assert b"NorthwindKicker" not in ZipFile(BytesIO(printed.rendering.content)).read("word/styles.xml")


def test_a_template_of_a_theme_sees_the_customers_report_alone(tmp_path: Path) -> None:
    """What the press hands to a template is what it was handed itself, and no postmortem is among that."""
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "report.html.j2").write_text("<p>\n{{ report.postmortem }}</p>")
    delivery = print_apart(
        Job(report=REPORT, theme="default", paper=Paper.A4, formats=("html",), template=str(tmp_path / "own"))
    )

    assert delivery.printed[0].fault is not None
    assert delivery.printed[0].fault[0].startswith("own/report.html.j2:2: ")
    assert not [name for name in delivery.modules if name.startswith(("pmexport.reader", "pmexport.model.postmortem"))]
