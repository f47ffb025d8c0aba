"""The regular expressions of times, in the words of a language."""

import pytest

from pmexport.reader import vocabulary
from pmexport.reader.time_patterns import patterns


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "12 May 2024"), ("de", "12. Mai 2024"), ("fr", "12 février 2024"), ("es", "12 de mayo")],
)
def test_a_language_s_months_make_a_date(language: str, text: str) -> None:
    match = patterns(vocabulary.load(language, "en")).token.match(text)

    assert match is not None
    assert match.group() == text


def test_the_expressions_of_a_language_are_made_once() -> None:
    assert patterns(vocabulary.load("fr", "en")) is patterns(vocabulary.load("fr", "en"))
