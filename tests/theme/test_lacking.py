"""What the page's own words are set with, and what a face lacks of it."""

from pmexport.theme.fonts import face
from pmexport.theme.lacking import missing_characters, page_characters
from pmexport.theme.load import load_theme

TYPE = load_theme().theme.type


def test_the_text_family_has_every_character_of_the_page() -> None:
    assert missing_characters(face(TYPE, TYPE.text)) == ()


def test_a_face_of_signs_lacks_letters() -> None:
    assert "ä" in missing_characters(face(TYPE, TYPE.emoji))


def test_letters_figures_and_marks_are_among_them() -> None:
    assert set("AZaz09–…·ßé") <= set(page_characters())
