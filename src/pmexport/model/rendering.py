"""What a writer gives back: the bytes of one format, and what it has to tell about them."""

from msgspec import Struct

from pmexport.model.diagnostic import Diagnostic


class Rendering(Struct, frozen=True, kw_only=True):
    """A finished document. `pages` is None for formats that have none."""

    content: bytes
    pages: int | None = None
    diagnostics: tuple[Diagnostic, ...] = ()


class Sealed(Struct, frozen=True, kw_only=True):
    """A finished document for customers that passed the leak check. Made in customer/leakcheck.py alone."""

    content: bytes
    pages: int | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
