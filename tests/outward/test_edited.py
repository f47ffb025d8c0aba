"""Finished files that somebody may have edited, checked before they are sent."""

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
