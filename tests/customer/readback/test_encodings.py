"""Fonts with an encoding of their own."""

from pmexport.customer.readback.encodings import own_letters


def test_a_glyph_is_the_letter_that_its_name_tells_wherever_the_encoding_stands() -> None:
    told = b"<< /Differences [97 /N /o 99/r /unknownglyph] >>"

    for font, bodies in ((b"/Encoding " + told, {}), (b"/Encoding 7 0 R", {7: told})):
        letters = own_letters(font, bodies)
        assert "".join(letters[bytes([code])] for code in b"abbcA") == "NoorA"
        assert letters[b"d"] == "\ufffd"


def test_a_usual_encoding_needs_no_table() -> None:
    assert own_letters(b"/Encoding /WinAnsiEncoding", {}) == {}
