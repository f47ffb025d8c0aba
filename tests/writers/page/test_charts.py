"""The chart on a screen."""

from example_report import timeline
from pmexport.theme.load import load_theme
from pmexport.writers.page.charts import ScreenCharts


def test_both_forms_are_drawn_and_neither_has_a_style_of_its_own() -> None:
    charts = ScreenCharts(load_theme("default").theme)
    markup = charts.draw(timeline())

    assert [markup.count(f"chart-{form}") for form in ("across", "upright")] == [1, 1]
    assert "style=" not in markup


def test_the_rules_hold_what_the_style_attributes_said() -> None:
    charts = ScreenCharts(load_theme("default").theme)
    charts.draw(timeline())

    assert "var(--pm-phase-investigating-ground)" in charts.rules()
