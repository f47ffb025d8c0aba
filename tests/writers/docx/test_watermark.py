"""A word across the page."""

from lxml import etree

from pmexport.writers.docx.markup import w
from pmexport.writers.docx.watermark import marked, watermark


def _written(element: etree._Element) -> str:
    return etree.tostring(element, encoding="unicode")


def test_word_knows_it_as_its_own_watermark() -> None:
    assert 'id="PowerPlusWaterMarkObject2"' in _written(watermark("DRAFT", 480, 2))


def test_it_has_words_for_those_who_cannot_see_it() -> None:
    assert 'alt="DRAFT"' in _written(watermark("DRAFT", 480, 1))


def test_a_long_word_is_set_smaller() -> None:
    assert "height:130pt" in _written(watermark("DRAFT", 700, 1))
    assert "height:130pt" not in _written(watermark("NOT FOR DISTRIBUTION", 480, 1))


def test_a_header_without_a_paragraph_gets_one() -> None:
    header = w("hdr")
    marked(header, "DRAFT", 480, 1)

    assert "textpath" in _written(header)
