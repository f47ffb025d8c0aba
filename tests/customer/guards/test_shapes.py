"""Identifiers by their shape: what is neither a number, a time, a unit, a word nor a known standard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmexport.customer.guards.shapes import is_mark, marks


@pytest.mark.parametrize(
    "token",
    ["ENC15", "brx01fil003v", "4471-RCL-02", "IM-55120", "v318", "19c.21", "10.44.x.x", "S2", "lgn-04", "SEAS402"],
)
def test_a_mark_with_digits_and_letters_identifies_something(token: str) -> None:
    assert is_mark(token)


@pytest.mark.parametrize(
    "token",
    [
        *("09:14", "9am-5pm", "14:00Z", "2026-03-04T09:10Z", "UTC+2", "1st", "24/7", "3-5", "10-minute", "mid-2026"),
        *("1,900", "99.2%", "5TB", "70ms", "3.5h", "2x", "1080p", "4K", "60fps", "8.30pm", "Q3", "FY26", "1990s"),
        *("IPv6", "UTF-8", "SHA-256", "TLS1.3", "HTTP/2", "H.264", "MP3", "COVID-19", "2FA", "B2B", "A4", "ISO27001"),
    ],
)
def test_numbers_times_units_and_standards_identify_nothing(token: str) -> None:
    assert not is_mark(token)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The job ran on ora-core-a at night.", ["ora-core-a"]),
        ("A state-of-the-art, follow-up e-mail by x-ray.", []),
        ("Quote 00412277 when you call.", ["00412277"]),
        ("Account 48213907 was closed, account 48213 in our books.", ["48213907", "48213"]),
        ("It affected 12000 orders and about 48213.", []),
        ("Meters of the type G4 and E450, not box E451.", ["E451"]),
        ("Der Rechner ora-core-a fiel aus.", []),
    ],
)
def test_joined_letters_and_bare_numbers_are_told_by_what_stands_around_them(text: str, found: list[str]) -> None:
    assert [token for token, _, _ in marks(text)] == found


@given(st.integers(0, 23), st.integers(0, 59), st.sampled_from(["", "Z", " UTC", "h"]))
def test_no_time_of_day_is_an_identifier(hour: int, minute: int, after: str) -> None:
    assert not list(marks(f"It was {hour:02}:{minute:02}{after} when it ended."))


@given(st.integers(0, 10**9))
def test_no_amount_of_something_is_an_identifier(number: int) -> None:
    assert not list(marks(f"We saw {number:,} customers and {number} requests in all."))
