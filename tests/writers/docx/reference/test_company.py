"""A company's document, opened with care."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from pmexport.errors import UnavailableError
from pmexport.theme.theme import Colour
from pmexport.writers.docx.reference.company import joined, opened_company, relations_name

_ATTACHED = (
    b'<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"'
    b' Target="http://tarn.example/template.dotm" TargetMode="External"/></Relationships>'
)


def _with(content: bytes, name: str, old: bytes, new: bytes) -> bytes:
    stream = BytesIO()
    with ZipFile(BytesIO(content)) as package, ZipFile(stream, "w") as copy:
        for entry in package.namelist():
            part = package.read(entry)
            copy.writestr(entry, part.replace(old, new) if entry == name else part)
    return stream.getvalue()


def test_a_template_is_typed_as_a_document(dotx: bytes) -> None:
    assert b"document.main+xml" in opened_company(dotx, "t.dotx").parts["[Content_Types].xml"]


def test_the_template_it_hangs_on_is_let_go(company: bytes) -> None:
    hanging = _with(company, "word/_rels/document.xml.rels", b"</Relationships>", _ATTACHED)

    assert b"tarn.example" not in opened_company(hanging, "t.docx").parts["word/_rels/document.xml.rels"]


def test_fields_are_not_updated_at_opening(company: bytes) -> None:
    asking = _with(company, "word/settings.xml", b"</w:settings>", b"<w:updateFields/></w:settings>")

    assert b"updateFields" not in opened_company(asking, "t.docx").parts["word/settings.xml"]


def test_the_sheet_is_the_companys(company: bytes) -> None:
    sheet = opened_company(company, "t.docx").sheet
    assert sheet is not None

    assert (round(sheet.width), round(sheet.text_width)) == (595, 425)


def test_the_colours_are_the_companys(company: bytes) -> None:
    assert opened_company(company, "t.docx").colours()["accent1"] == Colour(0x4F, 0x81, 0xBD)


@pytest.mark.parametrize("content", [b"", b"# Markdown", b"PK\x03\x04broken"])
def test_what_is_no_word_document_is_refused_in_one_line(content: bytes) -> None:
    with pytest.raises(UnavailableError, match=r"^t\.docx: is not a Word document"):
        opened_company(content, "t.docx")


def test_a_zip_of_something_else_is_refused() -> None:
    stream = BytesIO()
    with ZipFile(stream, "w") as package:
        package.writestr("readme.txt", "hello")

    with pytest.raises(UnavailableError, match="is not a Word document"):
        opened_company(stream.getvalue(), "t.docx")


def test_names_within_a_package() -> None:
    assert joined("word/document.xml", "media/a.png") == "word/media/a.png"
    assert joined("word/document.xml", "/word/a.xml") == "word/a.xml"
    assert relations_name("word/document.xml") == "word/_rels/document.xml.rels"


def test_what_word_would_fetch_at_opening_is_let_go(company: bytes) -> None:
    picture = _ATTACHED.replace(b"attachedTemplate", b"image")
    fetching = _with(company, "word/_rels/document.xml.rels", b"</Relationships>", picture)
    kept = opened_company(fetching, "t.docx").parts["word/_rels/document.xml.rels"]

    assert b"tarn.example" not in kept
    assert b'Target="NULL"' in kept


@pytest.mark.parametrize("name", ["../../evil.txt", "word/embeddings/a.exe", "word/activeX/activeX1.bin", "/etc/a"])
def test_what_could_act_by_itself_or_lies_outside_is_refused(company: bytes, name: str) -> None:
    stream = BytesIO(company)
    with ZipFile(stream, "a") as package:
        package.writestr(name, "x")

    with pytest.raises(UnavailableError, match="which could act by itself"):
        opened_company(stream.getvalue(), "t.docx")


def test_a_template_of_many_megabytes_is_refused_with_its_size_and_the_limit(company: bytes) -> None:
    with pytest.raises(UnavailableError, match=r"^t\.docx: has 56 MB, and a template may have 20; take the large pict"):
        opened_company(company + bytes(56_000_000), "t.docx")


def test_a_template_that_unpacks_to_too_much_is_refused(company: bytes) -> None:
    stream = BytesIO(company)
    with ZipFile(stream, "a", ZIP_DEFLATED) as package:
        package.writestr("word/media/image9.bmp", bytes(100_000_000))

    with pytest.raises(UnavailableError, match="is too large for a Word template"):
        opened_company(stream.getvalue(), "t.docx")
