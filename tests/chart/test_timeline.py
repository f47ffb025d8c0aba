import pytest

from example_timeline import THEME, outage, picture
from pmexport.chart.canvas import Canvas, Form
from pmexport.chart.timeline import draw

FORMS: list[Form] = ["across", "upright"]


@pytest.mark.parametrize("form", FORMS)
def test_the_picture_is_as_wide_as_it_was_asked_to_be(form: Form) -> None:
    found = picture(outage(), width=420, form=form)

    assert ("420", f"0 0 420 {found.root.get('height')}") == (found.root.get("width"), found.root.get("viewBox"))


@pytest.mark.parametrize("form", FORMS)
def test_light_and_dark_differ_in_colours_only(form: Form) -> None:
    light, dark = (picture(outage(), form=form, paint=paint) for paint in ("light", "dark"))

    assert light.words == dark.words
    assert light.drawing.svg != dark.drawing.svg


@pytest.mark.parametrize("form", FORMS)
def test_a_chart_is_a_few_kilobytes(form: Form) -> None:
    canvas = Canvas(width=493, form=form)

    assert len(draw(outage(), THEME, canvas).svg) < 20_000
