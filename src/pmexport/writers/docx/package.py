"""The base document in, the same zip bytes out."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from docx import Document

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

# The first day that a zip can name: a document has no other clock than its own properties.
_EPOCH = (1980, 1, 1, 0, 0, 0)
_FIRST = ("[Content_Types].xml", "_rels/.rels")


def base_parts(folder: Path) -> dict[str, bytes]:
    """Return the parts of the unpacked document in `folder` by their names within the package."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def opened(parts: Mapping[str, bytes]) -> WordDocument:
    """Return `parts` as a document to write into."""
    stream = BytesIO()
    _write(stream, parts, ZIP_STORED)
    return Document(stream)


def packed(document: WordDocument, replaced: Mapping[str, bytes]) -> bytes:
    """Return `document` as bytes that depend on its content alone; `replaced` are parts that it holds as bytes."""
    saved = BytesIO()
    document.save(saved)
    with ZipFile(saved) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    stream = BytesIO()
    _write(stream, {**parts, **replaced}, ZIP_DEFLATED)
    return stream.getvalue()


def _write(stream: BytesIO, parts: Mapping[str, bytes], compression: int) -> None:
    with ZipFile(stream, "w") as package:
        for name in sorted(parts, key=_place):
            entry = ZipInfo(name, _EPOCH)
            entry.create_system = 0
            package.writestr(entry, parts[name], compress_type=compression)


def _place(name: str) -> tuple[int, str]:
    return (_FIRST.index(name) if name in _FIRST else len(_FIRST), name)
