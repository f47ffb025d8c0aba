"""How long a report is on paper."""

import pytest

from pmexport.writers.pdf.extent import Extent, guess, of_pages


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
