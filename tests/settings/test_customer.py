"""The table [customer]: what customers may be told."""

from pmexport.settings import Settings
from pmexport.theme.theme import CustomerWishes


def test_texts_for_customers_may_be_given_by_language() -> None:
    settled = Settings(
        customer={"apology": {"en": "We are sorry.", "de": "Es tut uns leid."}, "contact": "a@b.example"}
    )
    policy = settled.customer_policy()

    assert policy.in_language("de-AT").apology == "Es tut uns leid."
    assert policy.in_language("en").apology == "We are sorry."
    assert (policy.in_language("fr").apology, policy.in_language("fr").contact) == ("", "a@b.example")


def test_what_a_brand_knows_of_customers_lies_under_the_settings() -> None:
    brand = CustomerWishes(
        services={"a": "A", "b": "B"}, domains=("a.example",), banned=("Heron",), contact="a@a.example"
    )
    stated = Settings(customer={"contact": "b@b.example", "banned": ["Swan"], "services": {"b": "Beta"}})
    policy = stated.customer_policy(brand=brand)

    assert (policy.contact, policy.allowed_domains, policy.banned) == ("b@b.example", ("a.example",), ("Heron", "Swan"))
    assert dict(policy.services) == {"a": "A", "b": "Beta"}
