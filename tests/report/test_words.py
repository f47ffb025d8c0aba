"""Figures as people say them."""

import datetime as dt

import pytest

from pmexport.report.words import Words

ENGLISH = Words("en")


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "0 s"),
        (45, "45 s"),
        (60, "1 min"),
        (180, "3 min"),
        (3540, "59 min"),
        (3600, "1 h"),
        (9240, "2 h 34 min"),
        (86400, "1 d"),
        (97200, "1 d 3 h"),
        (3599, "1 h"),
        (86399, "1 d"),
        (90, "1 min 30 s"),
        (601, "10 min"),
    ],
)
def test_a_length_is_said_with_its_two_largest_units(seconds: int, said: str) -> None:
    assert ENGLISH.length(seconds) == said


@pytest.mark.parametrize(
    ("seconds", "said"), [(3120, "+0:52"), (-2280, "−0:38"), (0, "+0:00"), (97260, "+27:01"), (-29, "−0:00")]
)
def test_a_distance_is_a_column_of_figures(seconds: int, said: str) -> None:
    assert ENGLISH.distance(seconds) == said


def test_a_distance_shows_seconds_where_the_timeline_does() -> None:
    assert ENGLISH.distance(-65, with_seconds=True) == "−0:01:05"


def test_a_signed_length_of_nothing_is_nothing() -> None:
    assert [ENGLISH.signed_length(seconds) for seconds in (180, -2280, 0)] == ["+3 min", "−38 min", ""]


def test_a_day_is_said_in_three_lengths() -> None:
    day = dt.date(2025, 10, 8)

    assert [ENGLISH.date(day, form) for form in ("full", "medium", "short")] == [
        "8 October 2025",
        "8 Oct 2025",
        "8 Oct",
    ]


def test_a_language_without_a_label_file_speaks_english() -> None:
    assert Words("tlh").length(180) == "3 min"


def test_a_regional_language_takes_its_base() -> None:
    assert Words("en-GB").say("phase", "latent") == "Latent"


def test_an_unknown_label_is_a_fault() -> None:
    with pytest.raises(KeyError):
        ENGLISH.say("phase", "unheard_of")
