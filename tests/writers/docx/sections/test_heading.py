"""Headings of sections."""

from inspect_docx import Draw, WordFile
from pmexport.model import report as r


def test_a_heading_is_what_a_link_to_its_section_leads_to(word: WordFile) -> None:
    assert "_timeline" in word.bookmarks()


def test_two_sections_of_one_anchor_share_the_first_bookmark(draw: Draw) -> None:
    twice = r.Narrative(anchor="same", heading="Same", blocks=())

    assert draw(twice, twice).bookmarks() == ["_same"]
