"""Zone names."""

import datetime as dt

import pytest

from pmexport.reader.zones import city, zone

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
