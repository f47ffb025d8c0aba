"""Names that no list holds."""

import pytest

from pmexport.customer.guards.proper import is_name, names


def named(text: str, *allowed: str) -> list[str]:
    return [name for name, _, _ in names(text, frozenset(allowed))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We have moved away from Hazelcast.", ["Hazelcast"]),
        ("Our thanks go to Ottoline Vasquez-Thorne in Ghent.", ["Ottoline Vasquez-Thorne"]),
        ("Temenos booked all transfers back.", ["Temenos"]),
        ("This came with Project Osprey.", ["Osprey"]),
        ("A Lumenstream app failed, and the Hazelcast cluster.", ["Lumenstream", "Hazelcast"]),
        ("It was Grace Hill who saw it.", ["Grace"]),
        ("A letter by Anneke de Vries is on its way.", ["Anneke de Vries"]),
    ],
)
def test_a_capital_that_begins_no_word_begins_a_name(text: str, found: list[str]) -> None:
    assert named(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Customers in Germany, Brazil and New York saw it on Monday in Chrome and on Android.",
        "Open Settings, then Help and Contact us, and choose Card Payments.",
        "The API, the SDK and CSV files were not affected.",
        "Homes in Lisbon and the Algarve saw nothing of it.",
        "Couriers near Lumenstream and in the Hazelcast area were late, and any Temenos or Ottoline shop.",
        "The Lumenstream app and our Lumenstream Desktop App kept a copy.",
        "Störung bei Zahlungen mit Kreditkarte wurde heute behoben.",
    ],
)
def test_places_days_products_and_labels_are_no_names(text: str) -> None:
    assert named(text) == []


def test_what_a_team_lets_customers_know_is_none_either() -> None:
    assert named("Lumenstream Studio works again.", "lumenstream") == []
    assert is_name("Lumenstream")
