"""Numbers in figures and in words, single and put together, in the languages that texts are read in."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmexport.facts.numbers import number, number_pattern, words_pattern


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("12", 12),
        ("1,200", 1200),
        ("four", 4),
        ("forty-five", 45),
        ("Forty five", 45),
        ("one hundred and twenty", 120),
        ("two thousand three hundred", 2300),
        ("a hundred", 100),
        ("fünfundvierzig", 45),
        ("førtifem", 45),
        ("soixante-quinze", 75),
        ("quarenta e cinco", 45),
        ("treinta y cinco", 35),
        ("many", None),
        ("", None),
    ],
)
def test_a_number_is_read_in_figures_and_words(text: str, said: int | None) -> None:
    assert number(text) == said


@pytest.mark.parametrize("text", ["moved to services", "fire alarms", "once a day"])
def test_what_is_a_number_in_another_language_alone_is_none_in_english(text: str) -> None:
    assert re.search(words_pattern(), text) is None
    assert re.search(number_pattern(), text) is None


@given(st.integers(0, 9_999_999))
def test_every_figure_says_itself(value: int) -> None:
    assert number(f"{value:,}") == value
