"""An HTML file read back: every word, attribute and comment, and what its data: addresses hold."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from urllib.parse import unquote_to_bytes

from pmexport.customer.readback import Readback
from pmexport.customer.readback.allowed import not_allowed
from pmexport.customer.readback.pictures import carried
from pmexport.errors import UnreadableError
from pmexport.shipped import shipped

_SPOKEN = frozenset(
    {"alt", "title", "content", "href", "src", "cite", "action", "label", "value", "placeholder", "datetime"}
)
_FURNITURE = frozenset({"viewport", "color-scheme", "referrer", "content-security-policy"})
_DATA = re.compile(r"data:[\w/+.-]*((?:;[\w=.-]+)*),([^\"')\s]*)")
_TAG = re.compile(r"<[^>]*>")
_HEAD = 2000
_BLOCK = frozenset({"p", "div", "li", "td", "th", "tr", "h1", "h2", "h3", "h4", "section", "title", "br", "text"})
_ODD_TAGS = {"iframe": "a frame", "object": "an embedded object", "embed": "an embedded object", "form": "a form"}
# Comments and generated words: what of a sheet a person could read.
_SAID_IN_STYLE = re.compile(r"/\*.*?\*/|(?<![\w-])content\s*:\s*[^;}]*", re.DOTALL)
_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,5})\s?")
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|opacity\s*:\s*0(?!\.)", re.IGNORECASE
)


def read_html(content: bytes) -> Readback:
    """Return what the HTML `content` holds. Raises UnreadableError where it is not UTF-8."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableError("is not HTML in UTF-8") from None
    reader = _Reader()
    reader.feed(text)
    reader.close()
    packed = [("data address", _unpacked(*match)) for match in _DATA.findall(text)]
    pictures = (("picture", said) for _, data in packed for said in (*carried(data), *_drawn(data)))
    texts = (("page", "".join(reader.words)), *reader.texts, *pictures)
    raw = (("file", _DATA.sub("data:", text).encode()), *packed)
    return Readback(
        texts=texts,
        raw=raw,
        odd=tuple(dict.fromkeys(reader.odd)),
        unusual=tuple(dict.fromkeys(reader.unusual)),
        links=tuple(dict.fromkeys(reader.links)),
    )


def _unpacked(options: str, data: str) -> bytes:
    if ";base64" not in options:
        return unquote_to_bytes(data)
    try:
        return base64.b64decode(unquote_to_bytes(data), validate=False)
    except (binascii.Error, ValueError):
        raise UnreadableError("holds a data: address that cannot be unpacked") from None


def _drawn(data: bytes) -> Iterator[str]:
    """Yield the words of a drawing in SVG, of which an editor keeps who made it and what it was called."""
    if b"<svg" in data[:_HEAD]:
        yield _TAG.sub(" ", data.decode("utf-8", "replace"))


@cache
def _script() -> frozenset[str]:
    """Return the lines of the script that our pages have."""
    text = (shipped("templates") / "screen.js").read_text(encoding="utf-8")
    return frozenset({"", *map(str.strip, text.splitlines())})


class _Reader(HTMLParser):
    """Collects words, what attributes say, and what is hidden."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.texts: list[tuple[str, str]] = []
        self.odd: list[str] = []
        self.unusual: list[str] = []
        self.links: list[str] = []
        self._code = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.unusual += [*not_allowed("html", "tags", [tag]), *not_allowed("html", "attributes", given)]
        if tag in {"style", "script"}:
            self._code = tag
        if tag in _BLOCK:
            self.words.append("\n")
        if tag in _ODD_TAGS:
            self.odd.append(_ODD_TAGS[tag])
        if "hidden" in given or _HIDING.search(given.get("style", "")):
            self.odd.append("hidden text")
        if tag == "meta" and given.get("name") == "author":
            self.odd.append("an author")
        if tag == "meta" and (given.get("name") or given.get("http-equiv", "")).casefold() in _FURNITURE:
            return
        if tag == "a" and not given.get("href", "").startswith("#"):
            self.links.append(given.get("href", ""))
        self.unusual += not_allowed("html", "classes", given.get("class", "").split())
        self.texts += [
            ("id", given["id"].replace("-", " ")) for _ in not_allowed("html", "ids", [given.get("id", "content")])
        ]
        for name, value in given.items():
            is_own = name.startswith("data-") and any(not_allowed("html", "attributes", [name]))
            if (
                name in _SPOKEN or name.startswith("aria-l") or name == "data-words" or is_own
            ) and not value.startswith(("data:", "#")):
                self.texts.append((f"{tag} {name}", value))
            if name.startswith("on"):
                self.odd.append("a script in an attribute")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._code:
            self._code = ""
        if tag in _BLOCK:
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._code:
            self.words.append(data)
        elif self._code == "style":
            said = _SAID_IN_STYLE.findall(data)
            self.texts += [("style", _ESCAPE.sub(lambda code: chr(int(code[1], 16)), one)) for one in said]
        elif any(line.strip() not in _script() for line in data.splitlines()):
            self.unusual.append("a script that is not ours")
            self.texts.append(("script", data))

    def handle_comment(self, data: str) -> None:
        self.odd.append("a comment")
        self.texts.append(("comment", data))
