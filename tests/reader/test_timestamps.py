"""Written times, as people write them."""

import datetime as dt

import pytest

from pmexport.reader import vocabulary
from pmexport.reader.timestamps import Stamp, scan

WORDS = vocabulary.load("en")
NEAR = dt.date(2024, 6, 1)


def stamp(text: str) -> Stamp:
    found = scan(text, WORDS)
    assert found is not None
    return found


def told(text: str) -> tuple[str, str, str]:
    """What was read of the day, of the clock, and what is left of the text."""
    found = stamp(text)
    day = found.date.near(NEAR) if found.date else None
    clock = found.clock.time() if found.clock else None
    return (str(day or ""), f"{clock:%H:%M}" if clock else "", text[found.length :])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("21:45 UTC - text", ("", "21:45", "text")),
        ("[12:22PM]: text", ("", "12:22", "text")),
        ("14:44 – text", ("", "14:44", "text")),
        ("13:26: text", ("", "13:26", "text")),
        ("2024-07-25 12:10: text", ("2024-07-25", "12:10", "text")),
        ("2023-09-18 15.26 text", ("2023-09-18", "15:26", "text")),
        ("07-27-2023 2:14 pm - text", ("2023-07-27", "14:14", "text")),
        ("10/20/2022 - 15:38 CST - text", ("2022-10-20", "15:38", "text")),
        ("February 15, 2024: 7:56am UTC text", ("2024-02-15", "07:56", "text")),
        ("July25, 2024 13:00 - text", ("2024-07-25", "13:00", "text")),
        ("June 14th, 2022, 1:00 PM: text", ("2022-06-14", "13:00", "text")),
        ("Jan 14, 10:18 AM text", ("2024-01-14", "10:18", "text")),
        ("12:45 PM PST Saturday Oct 30th: text", ("2024-10-30", "12:45", "text")),
        ("2024-05-01T12:30:00.123Z boom", ("2024-05-01", "12:30", "boom")),
        ("23.05.2023 06:19 - text", ("2023-05-23", "06:19", "text")),
        ("1530 UTC - text", ("", "15:30", "text")),
        ("On 2023-02-23, a certificate", ("2023-02-23", "", "a certificate")),
        ("16:37 Denver - text", ("", "16:37", "text")),
        ("9月18日 14:57 text", ("2024-09-18", "14:57", "text")),
    ],
)
def test_a_time_is_read_and_the_text_after_it_left(text: str, expected: tuple[str, str, str]) -> None:
    assert expected == told(text)


@pytest.mark.parametrize(
    "text", ["3 services went down", "In the next few hours", "May be broken", "5 pods", "v3.11 is out"]
)
def test_a_number_is_no_time(text: str) -> None:
    assert scan(text, WORDS) is None


def test_a_range_shares_its_half_of_the_day() -> None:
    found = stamp("8:10-8:13 PM text")

    assert found.clock is not None
    assert found.end_clock is not None
    assert (dt.time(20, 10), dt.time(20, 13)) == (found.clock.time(), found.end_clock.time())


@pytest.mark.parametrize(
    "text", ["~19:30 text", "10:45~ text", "ca 07:25 text", "around 12:00, text", "12:00 (approx) text"]
)
def test_about_is_heard(text: str) -> None:
    assert stamp(text).approximate


@pytest.mark.parametrize(
    ("language", "text"), [("ja", "10:45頃 障害"), ("de", "10:45 (geschätzt) Ausfall"), ("zh", "10:45左右 故障")]
)
def test_about_is_heard_in_other_languages(language: str, text: str) -> None:
    found = scan(text, vocabulary.load(language, "en"))

    assert found is not None
    assert found.approximate


@pytest.mark.parametrize("text", ["2022-02-?? ??:??", "??:?? text", "HH:MM text", "20202-01-16 12:30 x"])
def test_blanks_and_slips_are_unknown_not_guessed(text: str) -> None:
    assert stamp(text).unknown


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("T+5 min: foo", 300), ("T0 start", 0), ("+00:12 foo", 720), ("T+1h x", 3600), ("T+90s x", 90)],
)
def test_a_distance_from_the_start_is_in_seconds(text: str, seconds: int) -> None:
    assert seconds == stamp(text).elapsed


def test_month_and_day_that_could_be_swapped_go_by_the_nearest_day() -> None:
    date = stamp("06/05/2024 10:00 x").date

    assert date is not None
    assert dt.date(2024, 5, 6) == date.near(dt.date(2024, 5, 7))


def test_a_time_names_its_zone() -> None:
    zone = stamp("04:49 PM UTC Site").zone

    assert zone is not None
    assert zone.name == "UTC"


@pytest.mark.parametrize("text", ["13:30-13:45 text", "09:00-11:30 text", "09:00 - 10:00 text"])
def test_two_times_with_a_dash_are_a_range_and_no_offset(text: str) -> None:
    found = stamp(text)

    assert found.zone is None
    assert found.end_clock is not None


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("2024-05-01T09:00-05:00 text", -5),
        ("2024-05-01 09:00:00-05:00 text", -5),
        ("09:00 -0500 text", -5),
        ("09:00+02:00 text", 2),
    ],
)
def test_an_offset_is_read_where_it_cannot_be_a_range(text: str, hours: int) -> None:
    zone = stamp(text).zone

    assert zone is not None
    assert zone.rules is not None
    assert zone.rules.utcoffset(None) == dt.timedelta(hours=hours)


@pytest.mark.parametrize(
    ("text", "rest"),
    [('15:45 "looks fine"', '"looks fine"'), ('"15:45" down', "down"), ("`15:45` 'x' down", "'x' down")],
)
def test_a_quotation_behind_the_time_keeps_its_mark(text: str, rest: str) -> None:
    stamp = scan(text, WORDS)

    assert stamp is not None
    assert text[stamp.length :] == rest


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "10 Uhr: Ausfall", "10:00"),
        ("de", "gegen 11.30 Uhr: behoben", "11:30"),
        ("en", "10 o'clock: down", "10:00"),
        ("ja", "午後1時10分 復旧", "13:10"),
        ("ja", "2024年3月5日午前10時 障害", "10:00"),
    ],
)
def test_hours_are_read_as_a_language_says_them(language: str, text: str, expected: str) -> None:
    found = scan(text, vocabulary.load(language, "en"))

    assert found is not None
    assert found.clock is not None
    assert f"{found.clock.time():%H:%M}" == expected


def test_a_number_of_hours_is_no_time_of_day() -> None:
    assert scan("10 hours later", WORDS) is None
