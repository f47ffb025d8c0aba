"""Asks a finished PDF, Word or HTML file for the words of its text, in reading order.

Left out is what belongs to one format alone: running headers and footers, the browser's controls and contents list, the
chart's lettering, list numbers, and the head that a table repeats on its next page.
"""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from lxml import etree, html

_LABELS = Path(__file__).resolve().parents[1] / "src" / "pmexport" / "report" / "labels"
# What paper has and a screen need not: where its sections and its links are, in each language.
_PAPER = {
    f'"{said}"'
    for file in _LABELS.glob("*.toml")
    for said in re.findall(r'^(?:contents|addresses) = "(.*)"$', file.read_text("utf-8"), re.MULTILINE)
}
_WORD = re.compile(r"\w+")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def words(text: str) -> list[str]:
    """Return the words of `text`; whatever stands between two of them does not count."""
    return _WORD.findall(text)


# Controls are buttons and lists that a script makes; a figure's words are the chart's.
_NOT_READ = {"nav", "script", "style", "svg", "template", "button", "select", "input"}
_INLINE = {"a", "b", "code", "del", "em", "i", "s", "span", "strong", "sup", "time"}


def html_words(content: bytes) -> list[str]:
    """Return the words of the report in an HTML file."""
    document = html.document_fromstring(content, parser=html.HTMLParser(encoding="utf-8"))
    return words("".join(_html_text(document.get_element_by_id("content"))))


def _html_text(element: html.HtmlElement) -> Iterator[str]:
    if not isinstance(element.tag, str) or element.tag in _NOT_READ:
        return
    # Inline elements part no word, as a word with one bold letter is still one; a note stands on a line of its own.
    edge = "" if element.tag in _INLINE and element.get("class") != "note" else "\n"
    text = edge + (element.text or "")
    for child in element:
        text += "".join(_html_text(child)) + (child.tail or "")
    yield text + edge


def docx_words(content: bytes, *, notes: str) -> list[str]:
    """Return the words of a Word file's body, and of its footnotes under the heading `notes`, where HTML has them."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        body = etree.fromstring(package.read("word/document.xml"))
        footnotes = etree.fromstring(package.read("word/footnotes.xml")) if _has_footnotes(package) else None
    text = _docx_text(body)
    if footnotes is not None:
        real = [note for note in footnotes.iter(f"{_W}footnote") if note.get(f"{_W}type") is None]
        text += f"\n{notes}\n" * bool(real) + "".join(map(_docx_text, real))
    return words(text)


def _has_footnotes(package: zipfile.ZipFile) -> bool:
    return "word/footnotes.xml" in package.namelist()


def _docx_text(element: etree._Element) -> str:
    match element.tag:
        case str(tag) if tag == f"{_W}t":
            return element.text or ""
        case str(tag) if tag in {f"{_W}tab", f"{_W}br", f"{_W}cr"}:
            return " "
        case str(tag) if tag == f"{_W}footnoteReference":
            return element.get(f"{_W}id") or ""
        case str(tag) if tag in {f"{_W}drawing", f"{_W}instrText", f"{_W}sdt"}:
            return ""
    inner = "".join(map(_docx_text, element))
    return f"\n{inner}\n" if element.tag in {f"{_W}p", f"{_W}tc"} else inner


def pdf_words(file: Path) -> list[str]:
    """Return the words of a PDF in the order of its tags; what is not tagged is not part of the text."""
    asked: list[str | Path] = ["pdfinfo", "-struct-text", file]
    tree = subprocess.run(asked, capture_output=True, encoding="utf-8", check=True).stdout
    return words(" ".join(_untwice(_tagged(tree.splitlines()))))


def _tagged(lines: Sequence[str]) -> Iterator[tuple[int, str, bool]]:
    """Yield each text with the number of its page's part and whether it stands in a table's head."""
    path: list[tuple[int, str]] = []
    page = 0
    contents: int | None = None
    for line in lines:
        depth = len(line) - len(line.lstrip(" "))
        found = line.strip()
        if contents is not None and depth > contents:
            continue
        contents = None
        if found.startswith('"'):
            names = [name for _, name in path]
            if found in _PAPER and "H2" in names:
                # The browser's list of contents is a control; paper's is this heading and its neighbours.
                contents = path[names.index("H2") - 1][0]
                continue
            if not {"Lbl", "Figure"} & set(names):
                yield page, found.strip('"'), "THead" in names
            continue
        name = re.match(r"[A-Za-z][A-Za-z0-9]*", found)
        if name is None or found.startswith("Object "):
            continue
        while path and path[-1][0] >= depth:
            path.pop()
        page += len(path) == 1
        path.append((depth, name[0]))


def _untwice(texts: Iterator[tuple[int, str, bool]]) -> Iterator[str]:
    """Leave out a table's head at the start of a page where it repeats the head before it."""
    last_head: list[str] = []
    head: list[str] = []
    opening, page = False, 0
    for number, text, in_head in texts:
        if number != page:
            opening, page = True, number
        if in_head:
            head.append(text)
            continue
        if head:
            repeats = opening and words(" ".join(head)) == words(" ".join(last_head))
            yield from () if repeats else head
            last_head, head, opening = head, [], False
        opening = False
        yield text
    yield from head


def rejoined(parted: Sequence[str], whole: Sequence[str]) -> list[str]:
    """Return `parted` with those neighbours joined that a line's end has parted within one word of `whole`."""
    joined: list[str] = []
    rest = list(parted)
    for word in whole:
        if not rest:
            break
        piece = rest.pop(0)
        while rest and piece != word and word.startswith(piece + rest[0]):
            piece += rest.pop(0)
        joined.append(piece)
    return joined + rest
