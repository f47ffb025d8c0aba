"""A word across the page."""

from lxml import etree

from pmexport.theme.theme import Colour
from pmexport.writers.docx.markup import w
from pmexport.writers.docx.watermark import marked, watermark

SHADE = Colour(230, 232, 236)


def _written(element: etree._Element) -> str:
    return etree.tostring(element, encoding="unicode")


def test_word_knows_it_as_its_own_watermark() -> None:
    assert 'id="PowerPlusWaterMarkObject2"' in _written(watermark("DRAFT", 480, 2, SHADE))


def test_it_has_words_for_those_who_cannot_see_it() -> None:
    assert 'alt="DRAFT"' in _written(watermark("DRAFT", 480, 1, SHADE))


def test_a_long_word_is_set_smaller() -> None:
    assert "height:130pt" in _written(watermark("DRAFT", 700, 1, SHADE))
    assert "height:130pt" not in _written(watermark("NOT FOR DISTRIBUTION", 480, 1, SHADE))


def test_it_is_a_grey_as_faint_as_the_word_on_the_other_pages() -> None:
    assert 'fillcolor="#e8e8e8"' in _written(watermark("DRAFT", 480, 1, SHADE))


def test_a_header_without_a_paragraph_gets_one() -> None:
    header = w("hdr")
    marked(header, "DRAFT", 480, 1, SHADE)

    assert "textpath" in _written(header)
