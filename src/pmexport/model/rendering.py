"""What a writer gives back: the bytes of one format, and what it has to tell about them."""

from collections.abc import Mapping

from msgspec import Struct

from pmexport.model.diagnostic import Diagnostic


class Rendering(Struct, frozen=True, kw_only=True):
    """A finished document. `pages` is None for formats that have none.

    `places` are the pages, from 1, on which the parts of the document begin, by the ids of their anchors; `depth` is
    how far down the last page the text goes, in millimetres, where that is known.
    """

    content: bytes
    pages: int | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    places: Mapping[str, int] = {}
    depth: float = 0


class Sealed(Struct, frozen=True, kw_only=True):
    """A finished document for customers that passed the leak check. Made in customer/leakcheck.py alone."""

    content: bytes
    pages: int | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
