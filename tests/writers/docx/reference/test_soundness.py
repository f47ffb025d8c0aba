"""What is refused as a template, with a line that says why and what to do."""

import re
import zlib
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.shared import Mm

from inspect_docx import WordFile
from pmexport.errors import UnavailableError
from pmexport.model.options import WordOptions
from pmexport.model.report import Report
from pmexport.theme.theme import Theme
from pmexport.writers.docx import write
from pmexport.writers.docx.markup import qualified
from pmexport.writers.docx.reference.company import opened_company
from pmexport.writers.docx.reference.soundness import check_document, check_room, is_word, points, sound_part
from pmexport.writers.docx.reference.soundness import refused_where_it_is_none as refused

Change = Callable[[bytes], bytes]
_STRICT = (
    b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/wordprocessingml/main",
)


def _changed(content: bytes, part: str, change: Change) -> bytes:
    stream = BytesIO()
    with ZipFile(BytesIO(content)) as package, ZipFile(stream, "w", ZIP_DEFLATED) as copy:
        for name in package.namelist():
            written = package.read(name)
            copy.writestr(name, change(written) if name == part else written)
    return stream.getvalue()


def _refusal(content: bytes) -> str:
    with pytest.raises(UnavailableError) as raised:
        opened_company(content, "t.docx")
    return str(raised.value)


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "word/settings.xml", "word/theme/theme1.xml"])
def test_a_part_cut_short_is_named(company: bytes, part: str) -> None:
    assert f"t.docx: is damaged: {part} cannot be read" in _refusal(_changed(company, part, lambda xml: xml[:300]))


def test_a_part_that_declares_entities_is_refused(company: bytes) -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document'
    content = _changed(company, "word/document.xml", lambda xml: xml.replace(b"<w:document", bomb, 1))

    assert "is damaged: word/document.xml" in _refusal(content)


def test_damage_within_the_archive_is_told(company: bytes) -> None:
    broken = bytearray(_changed(company, "", bytes))
    with ZipFile(BytesIO(broken)) as package:
        start = package.getinfo("word/document.xml").header_offset + 60
    broken[start : start + 40] = bytes(byte ^ 0x5A for byte in broken[start : start + 40])

    assert re.match(r"t\.docx: is (damaged|not a Word document)", _refusal(bytes(broken)))
    with pytest.raises(UnavailableError, match="is damaged"), refused("t.docx"):
        zlib.decompress(b"no such thing")


def test_a_password_is_told(company: bytes) -> None:
    locked = bytearray(company)
    for entry in re.finditer(b"PK\x01\x02", company):
        locked[entry.start() + 8] |= 1

    assert _refusal(bytes(locked)) == "t.docx: is protected by a password; save a copy without it"


def test_an_old_document_is_told() -> None:
    assert "t.docx: is an old .doc, or protected by a password" in _refusal(
        bytes.fromhex("d0cf11e0a1b11ae1") + bytes(99)
    )


def test_another_kind_of_office_file_is_no_word_document(company: bytes) -> None:
    sheet = _changed(
        company, "[Content_Types].xml", lambda xml: xml.replace(b"wordprocessingml.document", b"spreadsheetml.sheet")
    )

    assert "is not a Word document" in _refusal(sheet)


def test_a_package_that_names_no_document_is_no_word_document(company: bytes) -> None:
    assert "is not a Word document" in _refusal(
        _changed(company, "_rels/.rels", lambda xml: xml.replace(b"/officeDocument", b"/else"))
    )


def test_a_strict_document_is_refused_rather_than_left_empty(company: bytes) -> None:
    strict = _changed(company, "word/document.xml", lambda xml: xml.replace(*_STRICT))

    assert "save it as Word Document (.docx)" in _refusal(strict)


def test_a_page_without_room_is_refused(company: bytes) -> None:
    tiny = re.compile(rb"<w:pgSz [^>]*>")
    content = _changed(company, "word/document.xml", lambda xml: tiny.sub(b'<w:pgSz w:w="100" w:h="100"/>', xml))

    assert _refusal(content) == "t.docx: leaves 0 x 0 pt between its margins; a report needs 200 pt (7 cm) each way"


def test_an_empty_file_is_refused_and_not_passed_over(report: Report, theme: Theme) -> None:
    with pytest.raises(UnavailableError, match=r"empty\.docx: is not a Word document"):
        write(report, theme, WordOptions(reference=b"", reference_name="empty.docx"))


def test_a_colour_that_is_none_is_passed_over(company: bytes) -> None:
    odd = _changed(company, "word/theme/theme1.xml", lambda xml: xml.replace(b'"4F81BD"', b'"ZZZ"'))

    assert "accent1" not in opened_company(odd, "t.docx").colours()


def test_a_document_with_macros_leaves_as_one_without(company: bytes) -> None:
    plain = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    macros = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    content = _changed(company, "[Content_Types].xml", lambda xml: xml.replace(plain, macros))

    assert plain in opened_company(content, "t.docm").parts["[Content_Types].xml"]
    assert is_word(macros.decode())


@pytest.mark.parametrize(
    ("length", "expected"), [("1440", 72), ("1in", 72), ("25.4mm", 72), ("-20", 1), ("12pt", 12), ("x", 0), (None, 0)]
)
def test_lengths_may_say_their_unit(length: str | None, expected: float) -> None:
    assert points(length) == pytest.approx(expected)


def test_a_sound_document_passes_all_of_it(company: bytes) -> None:
    opened = opened_company(company, "t.docx")
    check_document(sound_part(opened.parts[opened.main], opened.main, "t.docx"), "t.docx")
    check_room(opened.sheet, "t.docx")

    assert opened.sheet is not None


def test_a_landscape_company_keeps_its_sheet(report: Report, theme: Theme) -> None:
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(297), Mm(210)
    stream = BytesIO()
    document.save(stream)
    word = WordFile(write(report, theme, WordOptions(reference=stream.getvalue(), reference_name="l.docx")).content)

    sheet = opened_company(stream.getvalue(), "l.docx").sheet
    assert sheet is not None
    assert sheet.long_width == sheet.text_width
    sizes = [
        [int(str(size.get(qualified(f"w:{side}")))) for side in "wh"] for size in word.body.iter(qualified("w:pgSz"))
    ]
    assert [size for size in sizes if size[0] < size[1]] == []
