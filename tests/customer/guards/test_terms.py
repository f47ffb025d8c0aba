"""What a team's settings let out and hold back."""

import pytest

from pmexport.customer.guards.terms import allowed, follows_a_public_name, leads_to_a_public_name, listed, term_pattern
from pmexport.model.options import CustomerPolicy


def rules(text: str, policy: CustomerPolicy) -> set[str]:
    return {rule for rule, _, _ in listed(text, policy)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In der Garderobe hängt ein Zettel.", set()),
        ("Si pagó en garderobe, traiga el billete.", set()),
        ("Unser Dienst garderobe stand still.", {"service"}),
        ("Dann verlor garderobe alle Namen.", {"service"}),
    ],
)
def test_a_service_that_may_be_a_noun_counts_where_it_is_named_as_a_service(text: str, found: set[str]) -> None:
    assert rules(text, CustomerPolicy(services=(("garderobe", "Anmeldung"),))) == found


def test_a_vendor_is_seen_where_no_spaces_are_written() -> None:
    assert rules("NTT データの回線に問題はありませんでした", CustomerPolicy(vendors=("NTTデータ",))) == {"vendor"}


def test_a_number_that_the_contact_names_may_be_told_anywhere() -> None:
    policy = CustomerPolicy(contact="Call us on 01631 496 0100.")

    assert [text for text in ("01631 496 0100", "01631-4960100") if not list(allowed(f"Ring {text}.", policy))] == []


def test_a_version_after_a_public_name_is_the_products() -> None:
    assert follows_a_public_name("On Steam, Emberfall ", CustomerPolicy(public_names=("Emberfall",)))
    assert not follows_a_public_name("On Steam, lootd ", CustomerPolicy(public_names=("Emberfall",)))


def test_a_version_of_a_public_name_is_the_products_too() -> None:
    assert leads_to_a_public_name(" of our Emberfall", CustomerPolicy(public_names=("Emberfall",)))
    assert not leads_to_a_public_name(" of lootd", CustomerPolicy(public_names=("Emberfall",)))


def test_a_term_is_a_whole_word() -> None:
    assert [text for text in ("herons", "heron's", "heronry") if term_pattern("heron").search(text)] == [
        "herons",
        "heron's",
    ]
