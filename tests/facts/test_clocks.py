"""Times of day in running text, however they are written."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmexport.facts.clocks import clocks, minutes


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("at 3pm UTC", ["15:00"]),
        ("at 12 a.m.", ["00:00"]),
        ("at 12 p.m.", ["12:00"]),
        ("at 12:30 pm", ["12:30"]),
        ("at 12:05am", ["00:05"]),
        ("at 13 pm", []),
        ("à 14h30", ["14:30"]),
        ("um 14.30 Uhr", ["14:30"]),
        ("kl. 14.30", ["14:30"]),
        ("at 1430 UTC", ["14:30"]),
        ("it took 2h30, in version 1400", []),
        ("around noon", ["12:00"]),
        ("before midnight", ["00:00"]),
        ("at a quarter to five in the afternoon", ["16:45"]),
        ("half past two in the morning", ["02:30"]),
        ("ten past eleven that evening", ["23:10"]),
        ("five o'clock", ["05:00"]),
        ("reduced from ten to four nodes", []),
    ],
)
def test_a_time_of_day_is_read_without_a_colon_as_well(text: str, times: list[str]) -> None:
    assert [f"{clock.time:%H:%M}" for clock in clocks(text)] == times


def test_words_without_a_half_of_the_day_may_mean_either() -> None:
    (clock,) = clocks("It broke at half past two.")

    assert [clock.says(at) for at in (2 * 60 + 30, 14 * 60 + 30, 15 * 60 + 30)] == [True, True, False]


@pytest.mark.parametrize(("text", "slack"), [("at 14:00", 0), ("at 2pm", 15), ("at noon", 30), ("at half past two", 2)])
def test_an_hour_alone_may_have_been_rounded(text: str, slack: int) -> None:
    (clock,) = clocks(text)
    at = minutes(clock.time)

    assert clock.says(at + slack)
    assert not clock.says(at + slack + 1)


@given(st.times())
def test_am_and_pm_say_what_the_clock_of_24_hours_says(time: dt.time) -> None:
    (clock,) = clocks(f"at {time:%I:%M %p}")

    assert (clock.time.hour, clock.time.minute) == (time.hour, time.minute)
