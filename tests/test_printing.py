"""A PDF made in a process aside."""

import pytest

from example_report import example_report
from pmexport.aside import CAN_FORK
from pmexport.convert import renderings
from pmexport.model.options import PdfOptions
from pmexport.model.rendering import Rendering
from pmexport.printing import guarded, pdf_aside, pdf_of
from pmexport.theme.load import load_theme


@pytest.mark.weasyprint_may_warn  # the child's would be out of sight anyway: the writer's tests look
def test_a_pdf_made_aside_is_the_pdf_made_in_line() -> None:
    report, theme = example_report(), load_theme().theme

    aside = renderings(report, theme, ("pdf", "html"), aside=pdf_aside())
    in_line = renderings(report, theme, ("pdf", "html"))

    assert aside == in_line
    assert all(isinstance(made, Rendering) for made in aside)


@pytest.mark.skipif(not CAN_FORK, reason="work is done aside on Linux only")
def test_a_process_aside_that_is_not_needed_is_let_go() -> None:
    aside = pdf_aside()

    assert aside is not None
    aside.abandon()


@pytest.mark.weasyprint_may_warn
def test_a_report_is_printed_in_this_process_too() -> None:
    printed = pdf_of(example_report(), load_theme().theme, PdfOptions())

    assert isinstance(printed, Rendering)
    assert printed.content.startswith(b"%PDF-")


def test_what_an_engine_lacks_is_said_in_one_line() -> None:
    def lacking() -> Rendering:
        raise OSError("cannot load library\n'libpango-1.0-0'")

    assert str(guarded(example_report(), "pdf", lacking)) == (
        "PDF cannot be made here, cannot load library 'libpango-1.0-0'; "
        "install what is missing, or choose another format"
    )


def test_a_part_of_the_program_that_is_missing_is_a_fault_of_the_program() -> None:
    def broken() -> Rendering:
        raise ImportError("no such module", name="pmexport.writers.pdf")

    with pytest.raises(ImportError):
        guarded(example_report(), "pdf", broken)
