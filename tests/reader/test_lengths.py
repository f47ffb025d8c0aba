"""Lengths of time, as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmexport.reader import lengths, vocabulary

WORDS = vocabulary.load("en")


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("2 hours 34 minutes", 9_240),
        ("11 Days", 950_400),
        ("3h 8m", 11_280),
        ("279 minutes [^3]", 16_740),
        ("~8 hours", 28_800),
        ("1.5h", 5_400),
        ("2d 3h", 183_600),
        ("lasting 3 hour and 06 minutes", 11_160),
        ("33h 15m (during support hours 10:00-17:00)", 119_700),
        ("02:34", 9_240),
        ("N/A", None),
        ("about a while", None),
    ],
)
def test_a_length_is_read_in_seconds(text: str, seconds: int | None) -> None:
    assert seconds == lengths.seconds(text, WORDS)


def test_two_lengths_are_told_apart_by_where_they_count_from() -> None:
    text = "38 minutes from deployment, 3 minutes from customer impact"

    assert (lengths.from_change(text, WORDS), lengths.from_impact(text, WORDS)) == (2_280, 180)


@given(st.integers(0, 9), st.integers(0, 23), st.integers(1, 59))
def test_days_hours_and_minutes_add_up(days: int, hours: int, minutes: int) -> None:
    assert days * 86_400 + hours * 3_600 + minutes * 60 == lengths.seconds(f"{days}d {hours}h {minutes}m", WORDS)
