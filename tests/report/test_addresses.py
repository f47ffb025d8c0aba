"""Bare web addresses become links."""

import pytest

from pmexport.model.prose import Code, Link, Para, Row, Str, Strong, Table, text_of
from pmexport.report.addresses import linked
from pmexport.report.prose import set_blocks


def link(address: str) -> Link:
    return Link((Str(address),), address)


def test_an_address_in_a_sentence_is_a_link_to_itself() -> None:
    said = (Str("See https://status.example.org/i/4 for more."),)

    assert linked(said) == (Str("See "), link("https://status.example.org/i/4"), Str(" for more."))


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://a.example.", "https://a.example"),
        ("(https://a.example/x)", "https://a.example/x"),
        ("https://a.example/x_(y),", "https://a.example/x_(y)"),
        ("**https://a.example/x**", "https://a.example/x"),
        ("https://a.example/?q=1&r=2!", "https://a.example/?q=1&r=2"),
        ('"https://a.example/x"', "https://a.example/x"),
        ("https://a.example/x。次の", "https://a.example/x"),
        ("https://a.example/xを参照", "https://a.example/x"),
    ],
)
def test_what_closes_the_sentence_is_no_part_of_the_address(written: str, address: str) -> None:
    content = linked((Str(written),))

    assert [part.target for part in content if isinstance(part, Link)] == [address]
    assert text_of(content) == written


@pytest.mark.parametrize("written", ["https://", "http://.", "no address", "ftp://a.example", "xhttps://a.example"])
def test_what_is_no_web_address_stays_text(written: str) -> None:
    assert linked((Str(written),)) == (Str(written),)


def test_what_is_a_link_or_code_already_stays() -> None:
    said = (Link((Str("https://a.example"),), "https://b.example"), Code("https://c.example"))

    assert linked(said) == said


def test_addresses_in_emphasis_and_in_table_cells_are_links_too() -> None:
    cell = (Strong((Str("https://a.example"),)),)
    table = Table((), (), (Row((cell,)),))

    assert linked(cell) == (Strong((link("https://a.example"),)),)
    assert set_blocks([table]) == (Table((), (), (Row((linked(cell),)),)),)
    assert set_blocks([Para((Str("https://a.example"),))]) == (Para((link("https://a.example"),)),)
