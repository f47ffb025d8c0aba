"""The style sheet of the printed page."""

import msgspec
import pytest

from example_report import example_report
from pmexport.model.options import Paper
from pmexport.theme.load import load_theme
from pmexport.writers.page import Page
from pmexport.writers.pdf.sheet import print_sheet

THEME = load_theme("default").theme
EMPTY = Page(parts=(), openings=(0,), contents=())


@pytest.mark.parametrize(
    ("paper", "language", "size"),
    [
        (Paper.A4, "en-US", "210mm 297mm"),
        (Paper.LETTER, "de", "215.9mm 279.4mm"),
        (Paper.AUTO, "en-US", "215.9mm 279.4mm"),
        (Paper.AUTO, "en-GB", "210mm 297mm"),
    ],
)
def test_the_sheet_is_what_was_asked_for_or_what_the_region_uses(paper: Paper, language: str, size: str) -> None:
    report = msgspec.structs.replace(example_report(), paper=paper, language=language)

    assert f"size: {size};" in print_sheet(report, THEME, EMPTY)


def test_every_value_is_written_in() -> None:
    assert "var(" not in print_sheet(example_report(), THEME, EMPTY)
