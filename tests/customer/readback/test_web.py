"""An HTML file read back."""

import base64

import pytest

from pmexport.customer.readback.web import read_html


def test_entities_are_letters_and_attributes_are_read() -> None:
    read = read_html(b'<p title="one">&#116;wo</p><!-- three --><img alt="four" src="x.png">')
    said = " ".join(text for _, text in read.texts).split()

    assert {"one", "two", "three", "four", "x.png"} <= set(said)


def test_data_addresses_are_unpacked() -> None:
    packed = base64.b64encode(b"hidden").decode()
    read = read_html(
        f'<img src="data:image/png;base64,{packed}"><style>a{{background:url(data:,plain)}}</style>'.encode()
    )

    assert {b"hidden", b"plain"} <= {data for _, data in read.raw}


@pytest.mark.parametrize(
    ("page", "odd"),
    [
        ('<p hidden="">x</p>', "hidden text"),
        ('<p style="visibility: hidden">x</p>', "hidden text"),
        ("<iframe></iframe>", "a frame"),
        ('<p onclick="x()">x</p>', "a script in an attribute"),
        ("<!-- x -->", "a comment"),
    ],
)
def test_what_a_page_has_no_business_to_hold_is_named(page: str, odd: str) -> None:
    assert odd in read_html(page.encode()).odd


def test_an_attribute_and_a_script_that_our_pages_lack_are_unusual() -> None:
    found = read_html(b"<main data-x='1'><script>alert(1)</script></main>")

    assert found.unusual == ("the attribute data-x", "a script that is not ours")


def test_a_link_that_leads_outside_is_told() -> None:
    assert read_html(b"<a href='#a'>a</a><a href='https://a.example/'>b</a>").links == ("https://a.example/",)


@pytest.mark.parametrize(
    "page",
    [
        '<p data-service="shelf-core">x</p>',
        '<script>const service = "shelf-core"</script>',
        r'<style>p::after{content:"\73 helf-core"}</style>',
        '<img src="data:image/svg+xml;base64,'
        + base64.b64encode(b"<svg><title>shelf-core</title></svg>").decode()
        + '">',
    ],
)
def test_what_is_put_into_a_page_unseen_is_read(page: str) -> None:
    assert [text for _, text in read_html(page.encode()).texts if "shelf-core" in text]


def test_an_attribute_of_our_own_tables_says_nothing() -> None:
    assert not [text for _, text in read_html(b'<tr data-priority="none"></tr>').texts if "none" in text]
