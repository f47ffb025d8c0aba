"""Finished bytes read back: all that a file says, shows, or carries unseen, as texts and as raw bytes."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct

from pmexport.errors import UnreadableError

_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>()\[\]\"']+")


class Readback(Struct, frozen=True, kw_only=True):
    """What a file holds. `texts` is what a person could read, each with its place; `raw` all bytes, unpacked.

    `odd` names what a file for customers has no business to hold, whatever it says; `unusual` what no file that we make
    holds, though another program may put it there; `links` where its links lead outside.
    """

    texts: tuple[tuple[str, str], ...]
    raw: tuple[tuple[str, bytes], ...]
    odd: tuple[str, ...] = ()
    unusual: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


def read_back(content: bytes, suffix: str) -> Readback:
    """Return what `content`, a file of the format `suffix`, holds. Raises UnreadableError where it cannot be known."""
    return _reader(suffix)(content)


def _reader(suffix: str) -> Callable[[bytes], Readback]:
    match suffix:
        case "pdf":
            from pmexport.customer.readback.pdf import read_pdf  # noqa: PLC0415  one format is asked for

            return read_pdf
        case "docx":
            from pmexport.customer.readback.word import read_word  # noqa: PLC0415

            return read_word
        case "html" | "htm":
            from pmexport.customer.readback.web import read_html  # noqa: PLC0415

            return read_html
        case "eml":
            from pmexport.customer.readback.mail import read_mail  # noqa: PLC0415

            return read_mail
        case "txt" | "md" | "status-page.md":
            return _read_text
        case _:
            raise UnreadableError(
                f"a file of the kind {suffix!r} cannot be read back", instead="give PDF, DOCX or HTML"
            )


def _read_text(content: bytes) -> Readback:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableError("is not text in UTF-8") from None
    return Readback(texts=(("text", text),), raw=(), links=tuple(_ADDRESS.findall(text)))
