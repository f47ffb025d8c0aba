"""Web pages and Word documents to Markdown, by converters that the extra ``pmexport[import]`` brings."""

from __future__ import annotations

import io
import re

from pmexport.errors import UnavailableError

_ELEMENT = re.compile(r"<(?:p|div|h[1-6]|ul|ol|table|br|span|strong|section|article|body|html)\b[^>]*>", re.IGNORECASE)
_UNSEEN = ("script", "style", "head", "nav", "template", "noscript")
_INSTEAD = "install it with: pip install 'pmexport[import]'"


def looks_like_page(content: bytes) -> bool:
    """Whether `content` is a whole HTML document."""
    start = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith((b"<!doctype html", b"<html"))


def looks_like_word(content: bytes) -> bool:
    """Whether `content` is a Word document: an archive with a part for the main text."""
    return content.startswith(b"PK\x03\x04") and b"word/document.xml" in content


def plain(text: str) -> str:
    """Return `text`, from HTML where it is such, as Markdown. Raises UnavailableError."""
    return of_html(text) if text.lstrip().startswith("<") and _ELEMENT.match(text.lstrip()) else text


def of_html(page: str) -> str:
    """Return the body of an HTML `page` as Markdown. Raises UnavailableError where the converter is not installed."""
    try:
        import bs4  # noqa: PLC0415  an extra that few need
        import markdownify  # noqa: PLC0415
    except ImportError:
        raise UnavailableError("HTML is read with markdownify, which is not here", instead=_INSTEAD) from None
    soup = bs4.BeautifulSoup(page, "html.parser")
    for element in soup.find_all(_UNSEEN):
        element.decompose()
    converter = markdownify.MarkdownConverter(heading_style="ATX", bullets="-", strong_em_symbol="*")
    return re.sub(r"\n{3,}", "\n\n", str(converter.convert_soup(soup))).strip() + "\n"


def of_word(content: bytes) -> str:
    """Return a Word document as Markdown; pictures are left out. Raises UnavailableError, and ValueError if broken."""
    try:
        import mammoth  # noqa: PLC0415  an extra that few need
    except ImportError:
        raise UnavailableError("Word is read with mammoth, which is not here", instead=_INSTEAD) from None
    try:
        page = mammoth.convert_to_html(io.BytesIO(content), convert_image=mammoth.images.img_element(_no_picture))
    except Exception as error:  # the parser names no type of its own
        raise ValueError(" ".join(str(error).split())[:200]) from error
    return of_html(page.value)


def _no_picture(_image: object) -> dict[str, str]:
    return {"src": ""}
