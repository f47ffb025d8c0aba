"""Pictures: read from the text's own folder or from the text itself, checked, and encoded anew.

Nothing is fetched, and nothing outside the folder is read, whatever a path or a link on disk says.
"""

from __future__ import annotations

import base64
import binascii
import re
from pathlib import Path
from urllib.parse import unquote, unquote_to_bytes

from pmexport.model.diagnostic import Diagnostic
from pmexport.model.prose import Picture
from pmexport.model.terms import DiagnosticSeverity
from pmexport.reader.refusal import Refusal

LARGEST_FILE = 20_000_000
MOST_PIXELS_OF_ALL = 150_000_000

_REMOTE = re.compile(r"https?:|//", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_DATA = re.compile(r"data:[^,]{0,200},", re.IGNORECASE)
_DECODINGS = 5
_SHOWN = 60


class Gallery:
    """Reads the pictures of one text, each once."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._known: dict[str, Picture | Refusal] = {}
        self._pixels = 0

    def picture(self, target: str, line: int) -> tuple[Picture | None, tuple[Diagnostic, ...]]:
        """Return the picture at `target`, None where it may not or cannot be read, and what to tell about `line`."""
        if target not in self._known:
            self._known[target] = self._read(target)
        match self._known[target]:
            case Picture() as picture:
                return picture, ()
            case refusal:
                told = Diagnostic(
                    code=refusal.code,
                    severity=DiagnosticSeverity.WARNING,
                    line=line,
                    message=f"the picture {_shown(target)} is left out: {refusal.found}",
                    hint=refusal.instead,
                )
                return None, (told,)

    def _read(self, target: str) -> Picture | Refusal:
        try:
            picture = _encoded_anew(self._content(target))
        except Refusal as refusal:
            return refusal
        self._pixels += picture.width * picture.height
        if self._pixels > MOST_PIXELS_OF_ALL:
            return Refusal("image-too-large", "the pictures before it fill what one text may hold", "use smaller ones")
        return picture

    def _content(self, target: str) -> bytes:
        if _DATA.match(target):
            return _from_data(target)
        if _REMOTE.match(target):
            raise Refusal("image-remote", "pictures from the web are not fetched", "save it beside the text")
        return self._from_disk(_decoded(target))

    def _from_disk(self, target: str) -> bytes:
        path = re.split(r"[?#]", target, maxsplit=1)[0]
        if not path:
            raise Refusal("image-missing", "it has no target", "write ![what it shows](file.png)")
        if "\\" in path or path.startswith(("/", "~")) or _SCHEME.match(path) or not path.isprintable():
            raise Refusal("image-outside", "only files beside the text or below are read", "copy it beside the text")
        if self._folder is None:
            raise Refusal("image-outside", "this text comes from no folder to read it from", "give the text as a file")
        try:
            folder = self._folder.resolve()
            file = (folder / path).resolve()
            if not file.is_relative_to(folder):
                raise Refusal(
                    "image-outside", "it lies outside the folder of the text", "copy it beside the text or below"
                )
            if not file.exists():
                raise Refusal("image-missing", "there is no such file beside the text", "check its name")
            if not file.is_file() or file.stat().st_size > LARGEST_FILE:
                raise Refusal("image-too-large", "it is no file of less than 20 MB", "save it smaller")
            return file.read_bytes()
        except (OSError, RuntimeError, ValueError):
            raise Refusal("image-missing", "it cannot be opened", "check its name and its rights") from None


def shown_target(target: str) -> str:
    """Return `target` where it may be told to others: an address in the web or a path below the text; else nothing."""
    if re.match(r"https?://", target, re.IGNORECASE):
        return target
    return "" if _SCHEME.match(target) or target.startswith(("/", "\\", "%5C", "~")) else target


def _decoded(target: str) -> str:
    """Return `target` without percent signs, however often it was encoded. Source: CVE-2023-38745."""
    for _ in range(_DECODINGS):
        once = unquote(target)
        if once == target:
            return target
        target = once
    raise Refusal("image-outside", "its target is encoded over and over", "write its plain path")


def _from_data(target: str) -> bytes:
    head, _, data = target.partition(",")
    content = unquote_to_bytes(data)
    if len(content) > LARGEST_FILE:
        raise Refusal("image-too-large", "it has more than 20 MB", "save it smaller")
    if not head.lower().endswith(";base64"):
        return content
    try:
        return base64.b64decode(b"".join(content.split()), validate=True)
    except binascii.Error:
        raise Refusal("image-broken", "its base64 is broken", "save it as a file beside the text") from None


def _encoded_anew(content: bytes) -> Picture:
    start = content[:512].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"<") and b"<svg" in content[:4096]:
        from pmexport.reader import vectors  # noqa: PLC0415  an engine, loaded only for a text with such a picture

        return vectors.picture(content)
    from pmexport.reader import rasters  # noqa: PLC0415  as above

    return rasters.picture(content)


def _shown(target: str) -> str:
    return target if len(target) <= _SHOWN else target[: _SHOWN - 1] + "…"
