"""Where in Markdown the words of a page stand."""

from pmexport.reader.word.letters import Letters, Span, letters


def test_marks_do_not_count() -> None:
    assert Letters("Search **took nine** seconds").find("took nine") == Span(9, 18)


def test_the_nearest_after_a_place_is_meant() -> None:
    assert Letters("none, none, none").find("none", 5) == Span(6, 10)


def test_a_word_within_a_word_is_not_meant() -> None:
    assert Letters("undone").find("done") is None


def test_the_name_of_a_note_is_not_said() -> None:
    assert letters("cold[^why] index") == letters("cold[^1] index") == "coldindex"


def test_a_part_is_widened_to_whole_words() -> None:
    found = Letters("a **bold** word")

    assert found.part(Span(0, 15), 1, 5) == Span(2, 10)
