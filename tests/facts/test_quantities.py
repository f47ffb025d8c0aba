"""Lengths, times and numbers as they stand in running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmexport.facts.clocks import clocks
from pmexport.facts.quantities import Bound, lengths


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("2 hours 34 minutes", [9240]),
        ("3h 8m", [11280]),
        ("an hour and two minutes", [3720]),
        ("an hour and a half", [5400]),
        ("nineteen minutes", [1140]),
        ("half an hour", [1800]),
        ("three and a half hours", [12600]),
        ("a 2-hour outage", [7200]),
        ("1.5h", [5400]),
        ("38 minutes from deployment, 3 minutes from customer impact", [2280, 180]),
        ("45 seconds instead of 50ms", [45]),
        ("version 3, 12 users, P1 m", []),
        ("outages of 7min, 2min and 3min", [420, 120, 180]),
    ],
)
def test_a_length_is_read_with_all_its_parts(text: str, seconds: list[int]) -> None:
    assert [length.seconds for length in lengths(text)] == seconds


@pytest.mark.parametrize(
    ("text", "bound", "allowed", "refused"),
    [
        ("34 minutes", Bound.EXACT, 34, 36),
        ("30 minutes", Bound.EXACT, 34, 37),
        ("2 hours", Bound.EXACT, 140, 160),
        ("about 30 minutes", Bound.ABOUT, 36, 40),
        ("over 30 minutes", Bound.OVER, 50, 20),
        ("within 30 minutes", Bound.UNDER, 5, 40),
    ],
)
def test_a_length_allows_what_its_rounding_and_its_words_allow(
    text: str, bound: Bound, allowed: int, refused: int
) -> None:
    length = next(lengths(text))

    assert length.bound is bound
    assert length.allows(allowed * 60)
    assert not length.allows(refused * 60)


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("from 14:23 to 16:57 UTC", ["14:23", "16:57"]),
        ("10:00-11:00", ["10:00", "11:00"]),
        ("at 2:05 pm", ["14:05"]),
        ("12:10 AM", ["00:10"]),
        ("2025-10-08T14:23:00Z", ["14:23"]),
        ("1:2:3, 100:200, 24:00", []),
    ],
)
def test_a_time_of_day_is_read_in_both_clocks(text: str, times: list[str]) -> None:
    assert [f"{clock.time:%H:%M}" for clock in clocks(text)] == times


def test_a_zone_is_written_in_capitals() -> None:
    assert [clock.zone for clock in clocks("at 11:00 the job ran, at 12:00 CET it ended")] == ["", "CET"]


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("a quarter of an hour", 15),
        ("three quarters of an hour", 45),
        ("three-quarters of an hour", 45),
        ("half an hour", 30),
        ("an hour and a quarter", 75),
        ("an hour and three quarters", 105),
        ("two and a half hours", 150),
        ("one and a half hours", 90),
        ("a full day", 1440),
        ("a mere ten minutes", 10),
        ("forty-five minutes", 45),
        ("one hundred and twenty minutes", 120),
        ("eine halbe Stunde", 30),
        ("anderthalb Stunden", 90),
        ("fünfundvierzig Minuten", 45),
        ("en halv time", 30),
        ("to timer og ti minutter", 130),
        ("une demi-heure", 30),
        ("trois heures", 180),
        ("media hora", 30),
        ("duas horas e meia", 150),
        ("two months", 86_400),
    ],
)
def test_parts_of_an_hour_and_words_are_read(text: str, minutes: int) -> None:
    assert [length.seconds for length in lengths(f"It took {text}.")] == [minutes * 60]


@pytest.mark.parametrize(
    "text", ["reduced to minutes", "a timer ran", "in a second PR", "two to three hours", "14:30 h"]
)
def test_what_only_looks_like_a_length_is_none(text: str) -> None:
    assert list(lengths(text)) == []


@given(hours=st.integers(1, 23), minutes=st.integers(2, 59))
def test_hours_and_minutes_add_up(hours: int, minutes: int) -> None:
    written = f"{hours} hours and {minutes} minutes"

    assert [length.seconds for length in lengths(f"It lasted {written}.")] == [hours * 3600 + minutes * 60]


@given(st.text(max_size=200))
def test_no_text_is_too_odd_to_be_searched(text: str) -> None:
    found = [*((one.start, one.end) for one in lengths(text)), *((one.start, one.end) for one in clocks(text))]

    assert all(text[start:end] for start, end in found)


def test_what_was_over_so_long_after_something_did_not_last_longer() -> None:
    (ended,) = lengths("The outage was over 20 minutes after the alert.")
    (longer,) = lengths("The downtime was over 20 minutes.")

    assert (ended.bound, longer.bound) == (Bound.EXACT, Bound.OVER)
