"""Addresses: where customers may be led, and what stands behind the host."""

import base64

import pytest

from pmexport.customer.guards.addresses import may_lead, within
from pmexport.customer.guards.known import Known

KNOWN = Known(people=frozenset({"ida"}), marks=frozenset({"tr-enc-14"}))


@pytest.mark.parametrize("address", ["https://status.lib.example/x", "help@lib.example", "help [at] lib [dot] example"])
def test_an_allowed_domain_and_what_is_under_it_may_be_named(address: str) -> None:
    assert may_lead(address, ("lib.example",))


@pytest.mark.parametrize(
    "address", ["https://lib.example.evil.example", "ftp://lib.example", "https://a:b@lib.example"]
)
def test_what_only_looks_like_one_may_not(address: str) -> None:
    assert not may_lead(address, ("lib.example",))


@pytest.mark.parametrize(
    ("path", "rules"),
    [
        ("incidents/2026-07-09", set()),
        ("x/tr-enc-14", {"identifier"}),
        ("?q=%69%64%61", {"person"}),
        ("?d=" + base64.urlsafe_b64encode(b"tr-enc-14").decode(), {"identifier"}),
        ("?at=10.20.30.40", {"ip"}),
        ("?next=https%3A%2F%2Fgrafana.internal%2Fd", {"url"}),
        ("?next=//wiki.corp.example", {"url"}),
        ("?next=https://help.lib.example/x", set()),
    ],
)
def test_what_follows_the_host_is_read_with_its_codes_undone(path: str, rules: set[str]) -> None:
    assert set(within(f"https://status.lib.example/{path}", KNOWN, ("lib.example",))) == rules


@pytest.mark.parametrize(
    ("address", "rules"),
    [
        ("mailto:help@lib.example?body=Thanks%20Ida", {"person"}),
        ("mailto:help@lib.example?cc=ops@corp.example", {"email"}),
        ("mailto:help@lib.example?subject=Your%20loan", set()),
        ("ida.lund@lib.example", {"person"}),
        ("help@lib.example", set()),
        ("https://lib.example/@ida", {"person"}),
        ("https://lib.example?q=ida", {"person"}),
        ("https://tr-enc-14.lib.example/", {"identifier", "host"}),
        ("db-07.prod.lib.example", {"host"}),
        ("https://status.eu.lib.example/", set()),
        ("https://lib.example", set()),
    ],
)
def test_whose_address_it_is_and_what_a_letter_says_are_read_too(address: str, rules: set[str]) -> None:
    assert set(within(address, KNOWN, ("lib.example",))) == rules
