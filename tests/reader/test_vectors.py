"""SVG: what draws is drawn, what reaches outside is refused."""

import io

import pytest
from PIL import Image

from pmexport.reader import vectors
from pmexport.reader.refusal import Refusal


def svg(inner: str, attributes: str = 'width="40" height="30"') -> bytes:
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"<svg {names} {attributes}>{inner}</svg>".encode()


def code(content: bytes) -> str:
    with pytest.raises(Refusal) as caught:
        vectors.picture(content)
    return caught.value.code


RECT = '<rect width="40" height="30" fill="red"/>'


def test_a_drawing_becomes_a_png_of_twice_its_size() -> None:
    found = vectors.picture(svg(RECT))

    assert (found.media_type, found.width, found.height) == ("image/png", 80, 60)
    assert Image.open(io.BytesIO(found.content)).getpixel((0, 0)) == (255, 0, 0, 255)


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('viewBox="0 0 50 20"', (100, 40)),
        ('width="1in" height="72pt"', (192, 192)),
        ('width="100%" viewBox="0 0 50 20"', (100, 40)),
        ("", (600, 300)),
    ],
)
def test_the_size_is_read_as_written(attributes: str, size: tuple[int, int]) -> None:
    found = vectors.picture(svg(RECT, attributes))

    assert (found.width, found.height) == size


@pytest.mark.parametrize("start", ["", '<?xml version="1.0"?>\n', "<!-- x -->", '<!DOCTYPE svg PUBLIC "-//W3C//DTD">'])
def test_what_drawing_programs_write_first_does_no_harm(start: str) -> None:
    assert vectors.picture(start.encode() + svg(RECT)).width == 80


@pytest.mark.parametrize(
    "inner",
    [
        "<script>x()</script>",
        "<foreignObject><p>x</p></foreignObject>",
        '<image href="file:///srv/a.png"/>',
        '<image xlink:href="data:image/png;base64,AA"/>',
        '<use href="http://a.example/x.svg#a"/>',
        '<a href="https://a.example"><rect/></a>',
        '<rect onload="x()"/>',
        '<rect fill="url(http://a.example/x)"/>',
        "<rect style=\"fill:url( '//a.example')\"/>",
        "<style>@import 'x'</style>",
        "<style>rect { fill: url(x) }</style>",
        '<pattern id="p" width="100000" height="100000"/>',
        '<filter id="f"><feTurbulence numOctaves="100000000"/></filter>',
        '<filter id="f"><feImage href="#a"/></filter>',
        '<animate attributeName="x"/>',
    ],
)
def test_what_reaches_outside_or_has_no_bounds_is_refused(inner: str) -> None:
    assert code(svg(inner)) == "image-unsafe"


@pytest.mark.parametrize(
    "start",
    ['<!DOCTYPE svg [<!ENTITY a "x">]>', '<!DOCTYPE svg SYSTEM "x" [ ]>', '<?xml-stylesheet href="x.css"?>'],
)
def test_entities_and_style_sheets_are_refused(start: str) -> None:
    assert code(start.encode() + svg(RECT)) == "image-unsafe"


@pytest.mark.parametrize(
    ("inner", "attributes"),
    [
        (RECT, 'width="100000" height="100000"'),
        ("<g>" * 200 + "</g>" * 200, ""),
        ("<g/>" * 60_000, ""),
        ('<g id="a"><use href="#b"/></g><g id="b"><rect/></g><use href="#a"/>', ""),
        ('<g opacity="0.5"/>' * 1000, 'width="2400" height="2400"'),
    ],
)
def test_what_would_exhaust_the_machine_is_refused(inner: str, attributes: str) -> None:
    assert code(svg(inner, attributes)) == "image-too-large"


@pytest.mark.parametrize("content", [b"<svg", b"<svg xmlns='http://www.w3.org/2000/svg'>", b"<svg>\xff</svg>"])
def test_what_is_not_well_formed_is_refused(content: bytes) -> None:
    assert code(content) == "image-broken"


def test_text_is_set_in_the_shipped_type_whatever_it_asks_for() -> None:
    plain = vectors.picture(svg("")).content
    lettered = vectors.picture(svg('<text y="20" font-family="Nowhere">Load</text>')).content

    assert lettered != plain


def test_copies_of_one_shape_are_fine() -> None:
    assert vectors.picture(svg('<defs><path id="a" d="M0 0h9v9z"/></defs>' + '<use xlink:href="#a"/>' * 9)).width == 80
