"""Facts that carry no free text."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from customer_report import parsed
from example_postmortem import postmortem, section
from pmexport.customer import figures
from pmexport.model.customer import Count, Region
from pmexport.model.postmortem import Postmortem
from pmexport.model.terms import SectionKind


def with_impact(text: str) -> Postmortem:
    return replace(postmortem(), sections=(section(SectionKind.IMPACT, "Impact", *parsed(text)),))


@pytest.mark.parametrize(
    ("value", "count"),
    [
        ("~8,500 unique users", Count(8500, about=True)),
        ("4100", Count(4100)),
        ("about 12k", Count(12000, about=True)),
        ("1.200", Count(1200)),
        ("4% of users", None),
        ("many", None),
    ],
)
def test_users_are_counted_from_their_label(value: str, count: Count | None) -> None:
    found = figures.users(with_impact(f"- **Users affected:** {value}\n"))

    assert (found[0] if found else None) == count


def test_regions_are_a_closed_set() -> None:
    found = figures.regions(with_impact("- **Regions:** EU, ash-dc-3 and Asia\n"))

    assert [region for region, _ in found] == [Region.EUROPE, Region.ASIA]


def test_a_service_is_told_by_its_public_name_only() -> None:
    own = with_impact("- **Services affected:**\n  - Shelf Service (down)\n  - Secret Thing\n")

    assert [name for name, _ in figures.services(own, [("shelf-service", "Shelves"), ("other", "Other")])] == [
        "Shelves"
    ]


@pytest.mark.parametrize(
    ("zone", "name"),
    [
        (dt.UTC, "UTC"),
        (ZoneInfo("Europe/Berlin"), "CET"),
        (dt.timezone(dt.timedelta(hours=5, minutes=30)), "UTC+5:30"),
        (dt.timezone(dt.timedelta(hours=-8), "secret"), "UTC−8"),
    ],
)
def test_a_zone_is_a_known_abbreviation_or_a_distance(zone: dt.tzinfo, name: str) -> None:
    found = figures.zone_name(dt.datetime(2026, 1, 5, 12, tzinfo=zone))

    assert found is not None
    assert found.text == name
