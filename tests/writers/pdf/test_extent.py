"""How long a report is on paper."""

import pytest
from markupsafe import Markup

from pmexport.writers.page import Page
from pmexport.writers.pdf.extent import Extent, guess, of_pages, opening

_PARAGRAPH = Markup("<p>{}</p>").format("word " * 100)


@pytest.mark.parametrize(
    ("pages", "extent"), [(1, Extent.SINGLE), (2, Extent.SHORT), (4, Extent.SHORT), (5, Extent.LONG)]
)
def test_more_than_four_pages_are_long(pages: int, extent: Extent) -> None:
    assert of_pages(pages) is extent


@pytest.mark.parametrize(("paragraphs", "extent"), [(3, Extent.SINGLE), (20, Extent.SHORT), (60, Extent.LONG)])
def test_the_guess_grows_with_the_text(paragraphs: int, extent: Extent) -> None:
    assert guess(f"<p>{'word ' * 100}</p>" * paragraphs) is extent


def test_a_drawing_s_own_words_do_not_count() -> None:
    assert guess(f"<p>one</p><svg>{'<text>word</text>' * 5000}</svg>") is Extent.SINGLE


def test_lines_of_code_count_one_by_one() -> None:
    assert guess("<pre>" + "x\n" * 300 + "</pre>") is Extent.LONG


@pytest.mark.parametrize(("paragraphs_before", "place"), [((1, 1, 1), 3), ((1, 1, 30), 2), ((1, 30, 1), 1)])
def test_a_contents_list_stands_behind_the_actions_or_before_where_they_are_long(
    paragraphs_before: tuple[int, int, int], place: int
) -> None:
    parts = tuple(_PARAGRAPH * count for count in (*paragraphs_before, 60))

    assert opening(Page(parts=parts, openings=(3, 2, 1), contents=())) == place
