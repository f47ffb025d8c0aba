"""The addresses of faces."""

from pmexport.theme.load import load_theme
from pmexport.writers.pdf.faces import face_address

FACES = load_theme("default").theme.type.faces


def test_a_face_s_address_says_nothing_of_where_its_file_lies() -> None:
    assert face_address(FACES[0]) == "pmexport-face:Inter-400-normal"


def test_no_two_faces_share_an_address() -> None:
    assert len({face_address(face) for face in FACES}) == len(FACES)
