"""Paper and margins."""

from msgspec.structs import replace

from pmexport.model.options import Paper
from pmexport.model.report import Report
from pmexport.theme.theme import Theme
from pmexport.writers.docx.sheet import sheet_of


def test_a_paper_that_is_not_settled_is_a4(report: Report, theme: Theme) -> None:
    sheet = sheet_of(replace(report, paper=Paper.AUTO), theme.page)

    assert (sheet.width, sheet.height) == (595.3, 841.9)


def test_margins_are_the_themes(report: Report, theme: Theme) -> None:
    assert round(sheet_of(report, replace(theme.page, margin_left=25.4)).margins["left"], 3) == 72.0


def test_text_stands_between_the_margins(report: Report, theme: Theme) -> None:
    sheet = sheet_of(replace(report, paper=Paper.LETTER), theme.page)

    assert round(sheet.text_width) == 510
    assert round(sheet.text_height) == 679
    assert round(sheet.long_width) == 690
