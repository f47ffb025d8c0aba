"""The chart."""

from example_report import timeline
from inspect_docx import WordFile


def test_the_chart_is_said_in_words(word: WordFile) -> None:
    assert word.pictures()[0] == timeline().description
