"""A document opened with care."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest

from pmexport.convert import convert
from pmexport.errors import UnreadableError
from pmexport.reader.word.markdown import as_markdown
from pmexport.reader.word.package import opened, text_of
from pmexport.reader.word.units import units_of


def test_styles_links_lists_and_notes_are_known(made: bytes) -> None:
    word = opened(made, "s.docx")

    assert word.styles["Heading1"] == "heading 1"
    assert "https://tarn.example/runbook" in word.links.values()
    assert any(level.numbered for level in word.lists.values())
    assert len(word.notes) == 1


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"<xml/>"])
def test_anything_else_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableError, match="is not a Word document"):
        opened(content, "s.docx")


def test_an_old_or_locked_document_is_told() -> None:
    with pytest.raises(UnreadableError, match=r"s\.docx: is an old \.doc, or protected by a password"):
        opened(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(512), "s.docx")


def test_a_locked_archive_is_told(made: bytes) -> None:
    locked = bytearray(made)
    for entry in re.finditer(b"PK\x01\x02", made):
        locked[entry.start() + 8] |= 1

    with pytest.raises(UnreadableError, match="is protected by a password"):
        opened(bytes(locked), "s.docx")


def test_a_damaged_archive_is_told(made: bytes) -> None:
    broken = bytearray(made)
    with ZipFile(BytesIO(made)) as package:
        start = package.getinfo("word/document.xml").header_offset + 60
    broken[start : start + 40] = bytes(byte ^ 0x5A for byte in broken[start : start + 40])

    with pytest.raises(UnreadableError, match=r"is (damaged|not a Word document)"):
        opened(bytes(broken), "s.docx")


def test_notes_are_counted_as_they_stand_in_the_text() -> None:
    """LibreOffice counts the lines that part notes from text, too: its first note is 2."""
    source = b"# Search was slow\n\n## Summary\n\nSlow[^b] for an hour[^a].\n\n[^a]: By the log.\n[^b]: Nine seconds.\n"
    document = convert(source, "docx").content
    with ZipFile(BytesIO(document)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for name in ("word/document.xml", "word/footnotes.xml"):
        numbered = re.sub(rb'(<w:footnote(?:Reference)? w:id=")2"', rb'\g<1>3"', parts[name])
        parts[name] = re.sub(rb'(<w:footnote(?:Reference)? w:id=")1"', rb'\g<1>2"', numbered)

    assert b'<w:footnoteReference w:id="3"' in parts["word/document.xml"]
    assert as_markdown(units_of(text_of(parts))) == as_markdown(units_of(opened(document, "s.docx")))
