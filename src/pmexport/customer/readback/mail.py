"""An e-mail read back: its headers and each of its parts."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default

from pmexport.customer.readback import Readback
from pmexport.customer.readback.allowed import not_allowed
from pmexport.customer.readback.web import read_html

_ODD_HEADERS = (
    "from",
    "sender",
    "reply-to",
    "to",
    "cc",
    "bcc",
    "received",
    "message-id",
    "date",
    "x-mailer",
    "user-agent",
)
_OWN = frozenset({"content-type", "content-transfer-encoding", "mime-version", "x-unsent"})


def read_mail(content: bytes) -> Readback:
    """Return what the message `content` holds."""
    message = message_from_bytes(content, policy=default)
    texts: list[tuple[str, str]] = []
    raw: list[tuple[str, bytes]] = []
    odd = [f"the header {name}" for name in _ODD_HEADERS if message[name]]
    unusual: list[str] = []
    links: list[str] = []
    for part in message.walk():
        unusual += not_allowed("eml", "headers", map(str.lower, part.keys()))
        unusual += not_allowed("eml", "parts", [part.get_content_type()])
        parameters = (part.get_params() or [])[1:]
        unusual += not_allowed("eml", "parameters", [name for name, _ in parameters])
        texts += [(f"header {name}", str(value)) for name, value in part.items() if name.lower() not in _OWN]
        if part.is_multipart():
            texts.append(("preamble", f"{part.preamble or ''} {part.epilogue or ''}"))
            continue
        payload = part.get_payload(decode=True)
        data = payload if isinstance(payload, bytes) else b""
        raw.append((part.get_content_type(), data))
        if part.get_content_type() == "text/html":
            page = read_html(data)
            texts += page.texts
            raw += page.raw
            odd += page.odd
            unusual += page.unusual
            links += page.links
        elif part.get_content_maintype() == "text":
            texts.append(("text part", data.decode("utf-8", "replace")))
        else:
            odd.append(f"an attachment of the kind {part.get_content_type()}")
    return Readback(
        texts=tuple(texts),
        raw=tuple(raw),
        odd=tuple(dict.fromkeys(odd)),
        unusual=tuple(dict.fromkeys(unusual)),
        links=tuple(dict.fromkeys(links)),
    )
