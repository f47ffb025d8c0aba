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
    ("seconds", "said"), [(3120, "+0:52"), (-2280, "−0:38"), (0, "+0:00"), (-29, "−0:00"), (86340, "+23:59")]
)
def test_a_distance_is_a_column_of_figures(seconds: int, said: str) -> None:
    assert ENGLISH.distance(seconds) == said


@pytest.mark.parametrize(("seconds", "said"), [(86400, "+1 d 0:00"), (97260, "+1 d 3:01"), (-311500, "−3 d 14:31")])
def test_a_distance_of_days_says_them(seconds: int, said: str) -> None:
    assert ENGLISH.distance(seconds).replace("\N{NO-BREAK SPACE}", " ") == said


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


@pytest.mark.parametrize(
    ("language", "full", "medium", "short"),
    [
        ("en-US", "October 8, 2025", "Oct 8, 2025", "Oct 8"),
        ("de", "8. Oktober 2025", "08.10.2025", "8. Okt."),
        ("fr", "8 octobre 2025", "8 oct. 2025", "8 oct."),
        ("es", "8 de octubre de 2025", "8 oct 2025", "8 oct"),
        ("pt", "8 de outubro de 2025", "8 de out. de 2025", "8 de out."),
        ("ja", "2025年10月8日", "2025/10/08", "10月8日"),
    ],
)
def test_a_day_is_said_as_the_language_says_it(language: str, full: str, medium: str, short: str) -> None:
    day = dt.date(2025, 10, 8)

    assert [Words(language).date(day, form) for form in ("full", "medium", "short")] == [full, medium, short]


@pytest.mark.parametrize(
    ("language", "number"),
    [
        *(("en", "12,347.5"), ("de", "12.347,5"), ("fr", "12\u202f347,5")),
        *(("es", "12.347,5"), ("pt", "12.347,5"), ("ja", "12,347.5")),
    ],
)
def test_a_number_is_written_as_the_language_writes_it(language: str, number: str) -> None:
    assert Words(language).number(12347.5) == number


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "2 h 34 min"), ("de", "2 h 34 min"), ("fr", "2 h 34 min"), ("pt", "2 h 34 min"), ("ja", "2時間34分")],
)
def test_a_length_is_said_as_the_language_says_it(language: str, said: str) -> None:
    assert Words(language).length(9240) == said


@pytest.mark.parametrize(
    ("language", "one", "none"),
    [
        *(("en", "1 action", "0 actions"), ("de", "1 Maßnahme", "0 Maßnahmen")),
        *(("fr", "1 action", "0 action"), ("ja", "対策1件", "対策0件")),
    ],
)
def test_a_count_takes_the_plural_of_its_language(language: str, one: str, none: str) -> None:
    words = Words(language)

    assert [words.say_counted("briefing", "total", count) for count in (1, 0)] == [one, none]


def test_a_weekday_has_its_name_in_the_language() -> None:
    assert Words("de").weekday(dt.date(2025, 10, 8)) == "Mittwoch"


def test_a_language_without_a_label_file_speaks_english() -> None:
    assert Words("tlh").length(180) == "3 min"


def test_a_language_without_labels_has_english_dates_too() -> None:
    assert Words("nb").date(dt.date(2025, 10, 8)) == "8 October 2025"


@pytest.mark.parametrize("tag", ["de-AT", "de-XX", "de-nonsense-tag"])
def test_a_region_that_nobody_knows_is_passed_over(tag: str) -> None:
    assert "Oktober" in Words(tag).date(dt.date(2025, 10, 8))


def test_a_regional_language_takes_its_base() -> None:
    assert Words("en-GB").say("phase", "latent") == "Latent"


def test_an_unknown_label_is_a_fault() -> None:
    with pytest.raises(KeyError):
        ENGLISH.say("phase", "unheard_of")
