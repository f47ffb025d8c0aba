"""PDF/A-3 with the source in it."""

import datetime as dt
import io

import pikepdf
import pytest

from example_report import example_report
from inspect_pdf import pages_of
from pmexport.model.options import PdfOptions, PdfVariant
from pmexport.theme.load import covered, load_theme
from pmexport.writers.pdf import write

# The engine leaves its own file of colours open.
pytestmark = [
    pytest.mark.filterwarnings("ignore:unclosed file.*sRGB:ResourceWarning"),
    pytest.mark.filterwarnings("ignore:Exception ignored in.*sRGB:pytest.PytestUnraisableExceptionWarning"),
]

SOURCE = b"# Declined cards\n"
OPTIONS = PdfOptions(variant=PdfVariant.ARCHIVE, source=SOURCE, source_name="declined-cards.md")


@pytest.fixture(scope="module")
def content() -> bytes:
    return write(example_report(), load_theme("default").theme, OPTIONS).content


def test_the_source_is_in_the_file_as_its_source(content: bytes) -> None:
    with pikepdf.open(io.BytesIO(content)) as document:
        [held] = list(document.attachments.values())
        [file] = list(document.Root.AF)

        assert held.filename == "declined-cards.md"
        assert held.get_file().read_bytes() == SOURCE
        assert (held.get_file().mime_type, str(file.AFRelationship)) == ("text/markdown", "/Source")


def test_the_file_says_that_it_is_for_archives_and_accessible(content: bytes) -> None:
    with pikepdf.open(io.BytesIO(content)) as document, document.open_metadata() as metadata:
        assert (metadata.pdfa_status, str(metadata["pdfuaid:part"])) == ("3A", "1")
        assert str(document.Root.OutputIntents[0].S) == "/GTS_PDFA1"
        assert document.Root.MarkInfo.Marked


def test_the_same_report_gives_the_same_archive(content: bytes) -> None:
    assert write(example_report(), load_theme("default").theme, OPTIONS).content == content


def test_the_source_is_dated_like_the_report(content: bytes) -> None:
    with pikepdf.open(io.BytesIO(content)) as document:
        [held] = list(document.attachments.values())

        assert held.get_file().creation_date == dt.datetime(2026, 3, 12, tzinfo=dt.UTC)


def test_other_files_carry_nothing() -> None:
    plain = write(example_report(), load_theme("default").theme).content

    with pikepdf.open(io.BytesIO(plain)) as document:
        assert list(document.attachments) == []


def test_a_title_page_stands_before_the_report_where_it_is_asked_for() -> None:
    theme = load_theme("default").theme
    plain = pages_of(write(example_report(), theme).content)
    with_title = pages_of(write(example_report(), covered(theme)).content)

    assert len(with_title) == len(plain) + 1
    assert " ".join(example_report().marks.title.split()) in " ".join(with_title[0].split())
    assert "Time to mitigate" not in with_title[0]
