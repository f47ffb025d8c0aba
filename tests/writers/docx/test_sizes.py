"""The type scale of the theme in the styles."""

from msgspec.structs import replace

from inspect_docx import WordFile
from pmexport.model.report import Report
from pmexport.theme.theme import Theme
from pmexport.writers.docx import write

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _style(report: Report, theme: Theme, name: str, **sizes: float) -> tuple[str, str]:
    sized = replace(theme, type=replace(theme.type, sizes={**theme.type.sizes, **sizes}))
    styles = WordFile(write(replace(report, sections=()), sized).content).xml["word/styles.xml"]
    style = next(e for e in styles if e.get(_W + "styleId") == name)
    size, spacing = style.find(f"{_W}rPr/{_W}sz"), style.find(f"{_W}pPr/{_W}spacing")
    assert size is not None
    assert spacing is not None
    return str(size.get(_W + "val")), str(spacing.get(_W + "line"))


def test_body_text_has_the_themes_size_and_its_lines_follow(report: Report, theme: Theme) -> None:
    assert _style(report, theme, "Normal", body=12.0) == ("24", "360")


def test_a_title_has_the_themes_size(report: Report, theme: Theme) -> None:
    assert _style(report, theme, "Title", title=30.0) == ("60", "720")


def test_spacers_are_no_text_and_stay(report: Report, theme: Theme) -> None:
    assert _style(report, theme, "TableEnd", note=16.0)[0] == "4"


def test_the_default_theme_changes_nothing(report: Report, theme: Theme) -> None:
    assert _style(report, theme, "Heading1") == ("27", "320")
