"""What a document keeps of its source is no word that the document itself has."""

from example_wording import PAGE, SOURCE
from pmexport.reader.word.rewording import reworded
from pmexport.reader.word.wording import covered, wording

_KEPT = wording(PAGE, SOURCE)


def test_no_words_of_the_page_and_no_comments_are_kept() -> None:
    assert not any(word in _KEPT.decode() for word in ("seconds", "customers", "Warm", "Jonah", "Lena"))


def test_a_source_that_the_page_does_not_hold_is_not_kept() -> None:
    assert wording("# Other\n", SOURCE) == b""


def test_a_figure_from_afar_is_not_taken_for_another() -> None:
    page = "| 28 January 2022 | |\n| 02:34 | Down |\n| 02:40 | Up |\n"
    source = "| Jan 28 | 02:34 | Down |\n| Jan 28 | 02:40 | Up |\n"

    assert b"Jan 28 " in wording(page, source)
    assert reworded(page, wording(page, source)) == source


def test_the_places_that_a_source_has_are_known() -> None:
    assert covered(["own", (2, 3), (7, 1)]) == {2, 3, 4, 7}
