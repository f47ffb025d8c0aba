"""Looks for marks in finished files, by other means than the program's own: poppler, pikepdf, lxml, the mail parser."""

import base64
import html
import io
import re
import subprocess
import zipfile
from collections.abc import Iterable, Iterator
from email import message_from_bytes
from pathlib import Path
from urllib.parse import unquote

import pikepdf

MARK = re.compile(r"zqk\d{4}vx")
_DATA = re.compile(r"data:[\w/+.;=-]*;base64,([A-Za-z0-9+/=]+)")


def marks_in(path: Path, marks: Iterable[str]) -> set[str]:
    """Return those of `marks` that the file `path` holds anywhere: shown, hidden, packed, escaped or in metadata."""
    return {mark for text in _texts(path) for mark in MARK.findall(_plain(text))} & set(marks)


def _plain(text: str) -> str:
    decoded = html.unescape(html.unescape(unquote(text)))
    return re.sub(r"[\s\u00ad\u200b-\u200f\u2060\ufeff]+", "", decoded).casefold()


def _texts(path: Path) -> Iterator[str]:
    content = path.read_bytes()
    yield path.name
    yield from _everything(content)
    match path.suffix:
        case ".pdf":
            yield from _pdf(path)
        case ".docx":
            yield from _zip(content)
        case ".eml":
            for part in message_from_bytes(content).walk():
                payload = part.get_payload(decode=True)
                if isinstance(payload, bytes):
                    yield from _everything(payload)


def _everything(content: bytes) -> Iterator[str]:
    """Yield the bytes as text in every width, with tags and without, and what data: addresses hold."""
    text = content.decode("utf-8", "replace")
    yield text
    yield re.sub(r"<[^<>]*>", "", text)
    yield content.decode("utf-16-be", "ignore")
    yield content.decode("utf-16-le", "ignore")
    for packed in _DATA.findall(text):
        yield from _everything(base64.b64decode(packed + "==="))


def _pdf(path: Path) -> Iterator[str]:
    for options in (["-raw"], ["-layout"], ["-fixed", "4"]):
        yield subprocess.run(["pdftotext", *options, str(path), "-"], capture_output=True, check=True).stdout.decode()
    yield subprocess.run(["pdfinfo", "-struct-text", str(path)], capture_output=True, check=False).stdout.decode()
    with pikepdf.open(path) as document:
        yield repr(document.docinfo)
        for thing in document.objects:
            yield repr(thing)
            yield " ".join(_strings(thing))
            if isinstance(thing, pikepdf.Stream):
                yield from _everything(thing.read_bytes())
        for attachment in document.attachments.values():
            yield from _everything(attachment.get_file().read_bytes())


def _strings(thing: pikepdf.Object) -> Iterator[str]:
    if isinstance(thing, pikepdf.String):
        yield str(thing)
    elif isinstance(thing, pikepdf.Array):
        for one in thing.as_list():
            yield from _strings(one)
    elif isinstance(thing, pikepdf.Dictionary):
        for name in thing.keys():  # noqa: SIM118  a pikepdf dictionary iterates otherwise
            yield name
            if name not in {"/Parent", "/P", "/Pg", "/K", "/Prev", "/Next"}:
                yield from _strings(thing[name])


def _zip(content: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        yield package.comment.decode("utf-8", "replace")
        for entry in package.infolist():
            yield entry.filename + entry.comment.decode("utf-8", "replace")
            yield from _everything(package.read(entry))
