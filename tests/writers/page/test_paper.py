"""The paper of a report: asked for, or the theme's, or that of the language's region."""

import pytest
from msgspec.structs import replace

from example_report import example_report
from pmexport.model.options import Paper
from pmexport.theme.load import load_theme
from pmexport.writers.page.paper import paper_size

THEME = load_theme().theme
A4, LETTER = (210.0, 297.0), (215.9, 279.4)


@pytest.mark.parametrize(
    ("paper", "language", "size"),
    [
        (Paper.A4, "en-US", A4),
        (Paper.LETTER, "de", LETTER),
        (Paper.AUTO, "en-US", LETTER),
        (Paper.AUTO, "en-GB", A4),
        (Paper.AUTO, "en", A4),
    ],
)
def test_paper_is_what_was_asked_for_else_that_of_the_region(
    paper: Paper, language: str, size: tuple[float, float]
) -> None:
    assert paper_size(replace(example_report(), paper=paper, language=language), THEME) == size
