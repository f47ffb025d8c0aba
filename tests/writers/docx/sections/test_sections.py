"""All sections together."""

from inspect_docx import WordFile


def test_words_come_in_the_order_of_the_report(word: WordFile) -> None:
    places = [
        word.text().index(words)
        for words in ("up to two thirds", "3 of 9 done", "Delayed revenue", "Release 118 moved")
    ]

    assert places == sorted(places)
