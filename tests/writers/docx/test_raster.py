"""Drawings to pixels."""

from io import BytesIO

import pytest
from msgspec.structs import replace
from PIL import Image

from example_report import example_report
from pmexport.errors import UnavailableError
from pmexport.model.report import Report
from pmexport.theme.theme import Theme
from pmexport.writers.docx.raster import charts, painted

_SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10"/></svg>'


def test_a_drawing_becomes_a_png() -> None:
    assert painted(_SVG, 10, ()).startswith(b"\x89PNG")


def test_a_drawing_that_is_none_is_told() -> None:
    with pytest.raises(UnavailableError, match="a drawing could not be turned into a picture"):
        painted("no drawing", 10, ())


def test_every_timeline_has_its_chart(report: Report, theme: Theme) -> None:
    assert list(charts(report, theme, 400)) == ["timeline"]


def test_the_letters_of_a_chart_are_drawn(theme: Theme) -> None:
    chart = charts(example_report(), theme, 400)["timeline"]

    assert len(chart.raster) > len(painted(chart.drawing.svg, chart.drawing.width, ()))


def test_a_word_across_the_page_goes_on_behind_the_chart(theme: Theme) -> None:
    def ground(theme: Theme) -> int:
        with Image.open(BytesIO(charts(example_report(), theme, 400)["timeline"].raster)) as picture:
            return picture.convert("RGBA").crop((0, 0, 1, 1)).tobytes()[3]

    assert (ground(replace(theme, watermark="")), ground(replace(theme, watermark="Sample"))) == (255, 0)
