"""A PDF read back."""

import io
import zlib

import pikepdf
import pytest

from customer_report import page
from pmexport.customer.readback.pdf import read_pdf
from pmexport.errors import UnreadableError
from pmexport.theme.load import load_theme
from pmexport.writers import writer

CONTENT = writer("pdf")(page(), load_theme().theme).content


def saved(
    *,
    object_stream_mode: pikepdf.ObjectStreamMode = pikepdf.ObjectStreamMode.preserve,
    encryption: pikepdf.Encryption | bool = False,
) -> bytes:
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(CONTENT)) as document:
        document.save(stream, object_stream_mode=object_stream_mode, encryption=encryption)
    return stream.getvalue()


def test_the_letters_of_a_chart_are_words_again() -> None:
    assert any("Serviceaffected" in text for _, text in read_pdf(CONTENT).texts)


@pytest.mark.parametrize("mode", [pikepdf.ObjectStreamMode.generate, pikepdf.ObjectStreamMode.disable])
def test_objects_are_found_in_streams_and_out_of_them(mode: pikepdf.ObjectStreamMode) -> None:
    texts = [text for _, text in read_pdf(saved(object_stream_mode=mode)).texts]

    assert "Empty pages on 4 March 2026" in texts
    assert any("Loans were safe." in text for text in texts)


def test_metadata_is_read() -> None:
    assert any(place == "metadata" and "Empty pages" in text for place, text in read_pdf(CONTENT).texts)


def test_an_encrypted_file_is_refused() -> None:
    with pytest.raises(UnreadableError, match="encrypted"):
        read_pdf(saved(encryption=pikepdf.Encryption(owner="x", user="y")))


def test_a_font_without_a_table_to_text_is_refused() -> None:
    with pytest.raises(UnreadableError, match="font"):
        read_pdf(saved(object_stream_mode=pikepdf.ObjectStreamMode.disable).replace(b"/ToUnicode", b"/ToNothing"))


def test_text_after_the_end_is_part_of_what_is_searched() -> None:
    raw = b"".join(data for _, data in read_pdf(CONTENT + b"\n% shelf-db-7").raw)

    assert b"shelf-db-7" in raw


def test_plain_strings_are_shown_as_they_are() -> None:
    stream = zlib.compress(b"BT /F1 12 Tf (Hello \\(you\\)) Tj [(W) -300 (orld)] TJ ET")
    content = (
        b"%%PDF-1.4\n1 0 obj\n<</Font <</F1 2 0 R>>>>\nendobj\n2 0 obj\n<</Type /Font/Subtype /Type1>>\nendobj\n"
        b"3 0 obj\n<</Filter /FlateDecode/Length %d>>\nstream\n%s\nendstream\nendobj\n" % (len(stream), stream)
    )

    assert ("page", "Hello (you) W orld") in read_pdf(content).texts
