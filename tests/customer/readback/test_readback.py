"""Finished bytes read back, whatever the format."""

import pytest

from customer_report import page
from pmexport.customer.readback import read_back
from pmexport.errors import UnreadableError
from pmexport.theme.load import load_theme
from pmexport.writers import CUSTOMER_FORMATS, writer

THEME = load_theme().theme


@pytest.mark.parametrize("suffix", CUSTOMER_FORMATS)
def test_every_format_says_what_was_printed(suffix: str) -> None:
    read = read_back(writer(suffix)(page(), THEME).content, suffix)
    said = " ".join(" ".join(text.split()) for _, text in read.texts)

    assert "We see sooner that pages are empty" in said
    assert read.odd == ()


@pytest.mark.parametrize("suffix", ["pdf", "docx", "html", "txt"])
def test_what_cannot_be_read_is_refused(suffix: str) -> None:
    with pytest.raises(UnreadableError):
        read_back(b"\xff\xfe\x00broken", suffix)


def test_a_format_that_nobody_knows_is_refused() -> None:
    with pytest.raises(UnreadableError):
        read_back(b"", "odt")
