"""The addresses under which a page on paper names the faces of its theme; apart from the engine, which is costly."""

from urllib.parse import quote

from pmexport.theme.theme import Face

_SCHEME = "pmexport-face:"


def face_address(face: Face) -> str:
    """Return the address of `face`; it says nothing of where the file lies."""
    return _SCHEME + quote(f"{face.family}-{face.weight}-{'italic' if face.italic else 'normal'}", safe="")
