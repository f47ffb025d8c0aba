"""The zip around the parts."""

from io import BytesIO
from zipfile import ZipFile

from pmexport.shipped import shipped
from pmexport.writers.docx.package import base_parts, opened, packed, parts_of


def test_no_entry_carries_a_time(content: bytes) -> None:
    with ZipFile(BytesIO(content)) as package:
        times = {entry.date_time for entry in package.infolist()}

    assert times == {(1980, 1, 1, 0, 0, 0)}


def test_the_content_types_come_first(content: bytes) -> None:
    with ZipFile(BytesIO(content)) as package:
        names = package.namelist()

    assert names[:2] == ["[Content_Types].xml", "_rels/.rels"]
    assert names[2:] == sorted(names[2:])


def test_the_base_document_is_one_by_itself() -> None:
    base = opened(base_parts(shipped("templates") / "base.docx"))

    assert [paragraph.text for paragraph in base.paragraphs] == []


def test_a_part_can_be_replaced_when_it_is_packed() -> None:
    base = opened(base_parts(shipped("templates") / "base.docx"))

    with ZipFile(BytesIO(packed(parts_of(base, {"word/footnotes.xml": b"<notes/>"})))) as package:
        assert package.read("word/footnotes.xml") == b"<notes/>"


def test_no_library_leaves_its_name(content: bytes) -> None:
    with ZipFile(BytesIO(content)) as package:
        parts = b"".join(package.read(name) for name in package.namelist())

    assert b"python-docx" not in parts
