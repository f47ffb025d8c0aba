"""Bytes to text: what is read, what is refused, and in which words."""

import pytest

from pmexport.errors import UnreadableError
from pmexport.reader.source import LARGEST, decode


def refusal(content: bytes) -> str:
    with pytest.raises(UnreadableError) as caught:
        decode(content, "outage.md")
    return str(caught.value)


def test_a_plain_text_is_read_as_it_stands() -> None:
    source = decode(b"# Outage\n\nIt was down.\n", "outage.md")

    assert (source.text, source.first_line, source.front_matter) == ("# Outage\n\nIt was down.\n", 1, None)


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\n"])
def test_every_line_end_is_a_line_feed(line_end: str) -> None:
    assert decode(f"a{line_end}b".encode(), "outage.md").text == "a\nb"


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert decode(b"\xef\xbb\xbf# Outage", "outage.md").text == "# Outage"


def test_front_matter_is_cut_off_and_the_lines_keep_their_numbers() -> None:
    source = decode(b"---\ntitle: Outage\n---\n# Outage\n", "outage.md")

    assert (source.front_matter, source.first_line, source.text) == ({"title": "Outage"}, 4, "# Outage\n")


@pytest.mark.parametrize("content", [b"", b" \n\t\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(content: bytes) -> None:
    assert refusal(content) == "outage.md: the file is empty; write the postmortem into it first"


def test_bytes_that_are_not_utf_8_are_named_with_offset_and_line() -> None:
    assert refusal("# Caf\u00e9\n\nr\u00e9sum\u00e9".encode("latin-1")) == (
        "outage.md:1: the byte 0xE9 at offset 5 is not UTF-8; "
        "save the file as UTF-8; it may be Windows-1252 or Latin-1 now"
    )


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_named_as_such(encoding: str) -> None:
    assert refusal("# Outage\n\nIt was down for an hour.\n".encode(encoding)) == (
        "outage.md: the file looks like UTF-16; save it as UTF-8"
    )


@pytest.mark.parametrize("content", [b"%PDF-1.7\n%\xe2\xe3", b"PK\x03\x04rest", b"\x89PNG\r\n", b"\x00\x01\x02text"])
def test_what_is_no_text_is_refused(content: bytes) -> None:
    assert refusal(content) == "outage.md: this is not a text file; give a Markdown text in UTF-8"


def test_a_text_beyond_the_limit_is_refused_with_both_sizes() -> None:
    assert refusal(b"a" * (LARGEST + 100_000)) == (
        "outage.md: the file has 5.1 MB, more than the 5 MB that are read; "
        "split it, or move logs and pictures into files of their own"
    )


def test_front_matter_without_a_text_is_refused() -> None:
    assert refusal(b"---\ntitle: Outage\n---\n").startswith("outage.md:4: there is front matter but no text under it")


def test_marks_that_turn_the_direction_are_shown_in_text_and_front_matter() -> None:
    source = decode("---\ntitle: not \u202eton\n---\n# Level \u2066x\u2069\n".encode(), "outage.md")

    assert source.front_matter == {"title": "not [U+202E]ton"}
    assert source.text == "# Level [U+2066]x[U+2069]\n"
    assert [(told.code, told.line) for told in source.diagnostics] == [
        ("direction-override", 2),
        ("direction-override", 4),
    ]
