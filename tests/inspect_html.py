"""Asks a finished HTML page, as a browser would build it, for its elements, ids, addresses and words."""

from __future__ import annotations

import re

from lxml import html

_ADDRESSES = ("src", "href", "srcset", "data", "poster", "action", "background", "xlink:href")


def parsed(content: bytes) -> html.HtmlElement:
    """Return the tree of the page."""
    return html.document_fromstring(content, parser=html.HTMLParser(encoding="utf-8"))


def text_of(element: html.HtmlElement) -> str:
    """Return the words of `element` with single spaces."""
    return " ".join(element.text_content().split())


def shape_of(page: html.HtmlElement) -> list[tuple[str, tuple[str, ...]]]:
    """Return each element's name with its attributes' names, in order: what the page is, whatever it says."""
    return [
        (element.tag, tuple(sorted(map(str, element.attrib))))
        for element in page.iter()
        if isinstance(element.tag, str)
    ]


def requests_of(page: html.HtmlElement) -> list[str]:
    """Return every address that a browser would fetch without being asked: neither links nor ``data:``."""
    fetched = [
        str(element.get(name))
        for element in page.iter()
        if isinstance(element.tag, str) and element.tag != "a"
        for name in _ADDRESSES
        if element.get(name) is not None
    ]
    for style in page.iter("style"):
        fetched += re.findall(r"url\(([^)]*)\)|@import[^;]*", style.text or "")
    return [address for address in fetched if not address.strip("\"'").startswith("data:")]


def ids_of(page: html.HtmlElement) -> list[str]:
    """Return every id of the page, in order."""
    return [str(element.get("id")) for element in page.iter() if isinstance(element.tag, str) and element.get("id")]
