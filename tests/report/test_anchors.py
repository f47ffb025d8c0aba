"""Names for the places of a report."""

from hypothesis import given
from hypothesis import strategies as st

from pmexport.report.anchors import Anchors


def test_an_anchor_is_made_of_the_heading() -> None:
    assert Anchors().new("Why it wasn't caught") == "s-why-it-wasn-t-caught"


def test_a_heading_seen_twice_is_numbered() -> None:
    anchors = Anchors()

    assert [anchors.new("Impact"), anchors.new("Impact"), anchors.new("impact!")] == [
        "s-impact",
        "s-impact-2",
        "s-impact-3",
    ]


def test_a_heading_without_latin_letters_still_gets_one() -> None:
    assert Anchors().new("影響") == "s-section"


@given(st.lists(st.text(max_size=80), max_size=30))
def test_no_two_places_share_an_anchor(headings: list[str]) -> None:
    anchors = Anchors()
    given_out = [anchors.new(heading) for heading in headings]

    assert len(set(given_out)) == len(given_out)
    assert all(anchor.startswith("s-") and anchor.isascii() and " " not in anchor for anchor in given_out)
