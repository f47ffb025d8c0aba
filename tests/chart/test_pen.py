import pytest

from example_timeline import at, event, outage, picture, timeline
from pmexport.chart.canvas import Paint
from pmexport.model.terms import Milestone


@pytest.mark.parametrize("paint", ["light", "dark"])
def test_on_paper_every_look_is_an_attribute(paint: Paint) -> None:
    """The PDF engine sees neither the page's style sheet nor variables in a picture."""
    svg = picture(outage(), paint=paint).drawing.svg

    assert not [word for word in ("var(", "class=", "style=", "sans-serif", "data-row") if word in svg]


def test_in_a_browser_every_colour_is_a_variable() -> None:
    svg = picture(outage(), paint="variables").drawing.svg

    assert "#" not in svg
    assert {"--pm-ink", "--pm-alert", "--pm-phase-latent-ground"} <= {part.split(")")[0] for part in svg.split("var(")}


def test_in_a_browser_each_mark_leads_to_its_row() -> None:
    rows = [group.get("data-row") for group in picture(outage(), paint="variables").all("g")]

    assert {one.row for one in outage().events} == set(rows)


def test_a_picture_says_in_words_what_it_shows() -> None:
    found = picture(outage())

    assert (found.root.get("role"), found.all("title")[0].text) == ("img", "From 09:00 to 12:00 & back")


def test_words_of_the_source_stay_words() -> None:
    label = '</text><script>"x"</script>\x07'
    found = picture(timeline([event(at("10:00"), Milestone.DETECTED, label=label)]), paint="variables")

    assert "".join(found.texts[1]) == '</text><script>"x"</script>'


def test_every_word_names_the_shipped_family() -> None:
    assert picture(outage()).root.get("font-family") == "Inter"


def test_no_words_are_smaller_than_seven_and_a_half_points() -> None:
    assert not [word for word in picture(outage()).all("text") if float(word.get("font-size", "0")) < 7.5]
