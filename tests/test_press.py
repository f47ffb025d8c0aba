"""The process that prints customers' files, and what it knows."""

import pytest

from customer_report import REPORT
from pmexport.errors import UnavailableError
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


def test_a_theme_that_is_not_there_is_a_fault() -> None:
    with pytest.raises(UnavailableError):
        print_apart(Job(report=REPORT, theme="no-such-theme", paper=Paper.A4, formats=("txt",)))
