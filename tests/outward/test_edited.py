"""Finished files that somebody may have edited, checked before they are sent."""

import io

import pikepdf
import pytest

from customer_report import TEXT
from outward_run import POSTMORTEM
from pmexport.model.options import CustomerPolicy, Paper, ReadOptions
from pmexport.model.rendering import Sealed
from pmexport.outward import Papers, Prepared, prepare, sealed_files
from pmexport.outward.edited import leaks_of


def prepared(text: str | None = None, postmortem: str = POSTMORTEM) -> Prepared:
    papers = Papers(
        name="x.md",
        content=postmortem.encode(),
        customer_name="x.customer.md",
        customer_content=text.encode() if text is not None else None,
    )
    return prepare(papers, ReadOptions(name="x.md"), CustomerPolicy())


def test_an_internal_word_in_a_finished_file_is_found() -> None:
    assert leaks_of(b"The nightly reindexer held every lock.", "txt", prepared(), "default") != ()
    assert leaks_of(b"We are sorry.", "txt", prepared(), "default") == ()


@pytest.mark.parametrize("suffix", ["pdf", "docx", "html", "txt", "status-page.md", "eml"])
def test_a_file_that_nobody_edited_passes_the_check_by_hand(suffix: str) -> None:
    ready = prepared(TEXT)
    (made,) = sealed_files(ready, "default", Paper.A4, (suffix,))

    assert isinstance(made, Sealed)
    assert leaks_of(made.content, suffix, ready, "default") == ()


@pytest.mark.parametrize("words", ["Our web-12 was down.", "It was 9d41c7e.", "See src/app/main.py for it."])
def test_machines_commits_and_paths_are_found_where_people_read(words: str) -> None:
    assert leaks_of(f"<p>{words}</p>".encode(), "html", prepared(), "default") != ()


def drawn(*streams: str) -> bytes:
    """Return a PDF whose one page is drawn by `streams`."""
    document = pikepdf.new()
    page = document.add_blank_page()
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=document.make_indirect(font)))
    for stream in streams:
        page.contents_add(document.make_stream(f"BT /F1 12 Tf 50 50 Td {stream} ET".encode()))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize("stream", ["(Noor) Tj", "(N) Tj (o) Tj (o) Tj (r) Tj", "(N o o r  said so) Tj"])
def test_a_name_is_found_however_a_page_draws_its_letters(stream: str) -> None:
    assert "somebody's name" in {leak.place for leak in leaks_of(drawn(stream), "pdf", prepared(), "default")}


@pytest.mark.parametrize("stream", ["(Serviceaffected1h19min) Tj", "(1 8 M a y 2 0 2 6) Tj"])
def test_the_letters_of_a_chart_hide_nothing(stream: str) -> None:
    assert leaks_of(drawn(stream), "pdf", prepared(), "default") == ()
