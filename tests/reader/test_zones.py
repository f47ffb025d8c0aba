"""Zone names."""

import datetime as dt

import pytest

from pmexport.reader.zones import Zone, city, doubt, same, zone

NOON = dt.datetime(2024, 7, 25, 12)  # noqa: DTZ001 - a zone is asked about a time of its own


@pytest.mark.parametrize(
    ("name", "hours"),
    [
        ("UTC", 0),
        ("Z", 0),
        ("PST", -7),
        ("CET", 2),
        ("UTC+2", 2),
        ("+05:30", 5.5),
        ("-0700", -7),
        ("Europe/Oslo", 2),
        ("JST", 9),
    ],
)
def test_a_zone_knows_its_distance_from_utc_summer_time_included(name: str, hours: float) -> None:
    found = zone(name)

    assert found is not None
    assert found.rules is not None
    assert dt.timedelta(hours=hours) == found.rules.utcoffset(NOON)


@pytest.mark.parametrize("name", ["IST", "CST"])
def test_a_name_of_several_zones_has_no_rules(name: str) -> None:
    found = zone(name)

    assert found is not None
    assert found.rules is None


@pytest.mark.parametrize("name", ["soon", "Mars/Base", "+99:00"])
def test_other_words_are_no_zone(name: str) -> None:
    assert zone(name) is None


def test_a_city_names_its_zone() -> None:
    assert city("Denver") is not None
    assert city("Pods") is None


@pytest.mark.parametrize(
    ("name", "day", "code"),
    [
        ("IST", "2026-07-02", "zone-ambiguous"),
        ("CST", "2026-01-02", "zone-ambiguous"),
        ("PST", "2026-07-02", "zone-season"),
        ("PDT", "2026-01-02", "zone-season"),
        ("CET", "2026-07-02", "zone-season"),
        ("PST", "2026-01-02", None),
        ("PT", "2026-07-02", None),
        ("UTC", "2026-07-02", None),
        ("+02:00", "2026-07-02", None),
        ("America/Los_Angeles", "2026-07-02", None),
    ],
)
def test_a_zone_of_several_meanings_or_of_another_season_is_doubted(name: str, day: str, code: str | None) -> None:
    where = zone(name)
    assert where is not None
    found = doubt(where, dt.datetime.fromisoformat(day).replace(tzinfo=where.rules))

    assert (found.code if found else None) == code


def test_the_zone_told_for_all_says_which_of_several_was_meant() -> None:
    chicago, kolkata, cst = zone("America/Chicago"), zone("Asia/Kolkata"), zone("CST")
    assert chicago is not None

    assert same(cst, chicago) == Zone("CST", chicago.rules)
    assert same(cst, kolkata) == cst
    assert same(chicago, kolkata) == chicago
