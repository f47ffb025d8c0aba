"""Spans of time in running text, with and without dates."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmexport.facts.quantities import lengths
from pmexport.facts.spans import Span, is_beside, is_whole, opens, spans


def only(text: str) -> Span:
    (span,) = spans(text)
    return span


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("from 14:23 to 16:57 UTC", ("14:23", "16:57")),
        ("between about 4:02 pm and 5:10 pm", ("4:02 pm", "5:10 pm")),
        ("14 April, 09:40–10:25 UTC+8", ("09:40", "10:25")),
        ("2026-05-17 21:15 UTC to 2026-05-20 20:50 UTC", ("21:15", "20:50")),
        ("Between November 11 and November 15, 2025", ("November 11", "November 15, 2025")),
    ],
)
def test_a_span_is_two_times_that_a_word_joins(text: str, ends: tuple[str, str]) -> None:
    span = only(text)

    assert (span.first.text, span.last.text) == ends


@pytest.mark.parametrize("text", ["the alerts of 09:06 and 09:12", "at 14:23, at 16:57", "version 2 to 3"])
def test_two_times_that_nothing_joins_are_no_span(text: str) -> None:
    assert list(spans(text)) == []


@pytest.mark.parametrize(
    ("text", "backwards"),
    [
        ("From November 14, 4:02 PM UTC to November 14, 3:02 PM UTC", True),
        ("2026-05-20 21:15 to 2026-05-17 20:50", True),
        ("from 30 December to 2 January 2026", False),
        ("2025-10-08 23:10 to 2025-10-09 01:20", False),
        ("from 23:10 to 01:20", False),
    ],
)
def test_a_span_runs_backwards_where_its_dates_show_it(text: str, *, backwards: bool) -> None:
    assert only(text).is_backwards() is backwards


def test_an_end_without_a_date_is_on_the_day_of_the_other_or_past_midnight() -> None:
    ends = only("Oct 8 23:10 – 01:20").ends(2025)

    assert ends == (dt.datetime(2025, 10, 8, 23, 10), dt.datetime(2025, 10, 9, 1, 20))  # noqa: DTZ001 - local times


@pytest.mark.parametrize(
    ("text", "beside", "minutes"),
    [
        ("from 14:23 to 16:57 UTC (1 hour 34 minutes)", True, 154),
        ("20 minutes (14:00-14:25)", True, 25),
        ("24 hours, from June 28, 21:30 to June 29, 11:44", True, 854),
        ("from 14:23 to 16:57 we waited, and after 20 minutes", False, 154),
    ],
)
def test_a_length_beside_a_span_says_how_long_it_is(text: str, *, beside: bool, minutes: int) -> None:
    span, length = only(text), next(lengths(text))

    assert is_beside(span, length, text) is beside
    assert span.lasts(length) == minutes * 60


def test_a_span_is_the_incidents_where_the_words_before_it_say_so() -> None:
    outage, meeting = "The outage lasted from 14:23 to 16:57", "We met from 14:23 to 16:57"

    assert is_whole(only(outage), outage)
    assert not is_whole(only(meeting), meeting)
    assert opens(only("From 14:23 to 16:57 all was down"), "From 14:23 to 16:57 all was down")


@given(st.text(max_size=120))
def test_no_text_is_too_odd_to_be_searched(text: str) -> None:
    assert all(span.first.end <= span.last.start for span in spans(text))
