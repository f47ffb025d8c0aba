"""What the PDF engine may read."""

import pytest

from pmexport.theme.load import load_theme
from pmexport.writers.pdf.faces import face_address
from pmexport.writers.pdf.fetcher import Fetcher

FACES = load_theme("default").theme.type.faces


@pytest.mark.parametrize(
    "address",
    ["file:///etc/hostname", "http://127.0.0.1/", "https://tarnfell.example/x.png", "pmexport-face:none", "x.png"],
)
def test_nothing_is_read_but_data_and_the_theme_s_faces(address: str) -> None:
    with pytest.raises(ValueError, match="only data: addresses"):
        Fetcher(FACES).fetch(address)


def test_a_face_is_read_by_its_name() -> None:
    assert Fetcher(FACES).fetch(face_address(FACES[0])).read() == FACES[0].ttf.read_bytes()


def test_what_a_data_address_holds_is_read() -> None:
    assert Fetcher(FACES).fetch("data:text/plain;base64,aGk=").read() == b"hi"
