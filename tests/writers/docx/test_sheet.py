"""Paper and margins."""

from msgspec.structs import replace

from pmexport.model.options import Paper
from pmexport.model.report import Report
from pmexport.theme.theme import Theme
from pmexport.writers.docx.sheet import margins, sheet_size, text_size


def test_a4_is_the_paper_where_none_is_named(report: Report) -> None:
    assert sheet_size(replace(report, paper=Paper.AUTO)) == (595.3, 841.9)


def test_margins_come_from_the_theme(theme: Theme) -> None:
    assert round(margins(replace(theme.page, margin_left=25.4))["left"], 3) == 72.0


def test_text_has_what_the_margins_leave(report: Report, theme: Theme) -> None:
    width, height = text_size(replace(report, paper=Paper.LETTER), theme.page)

    assert (round(width), round(height)) == (510, 679)
