"""A Word document as Markdown, by itself."""

import pytest
from msgspec.structs import replace

from pmexport.convert import read
from pmexport.errors import UnreadableError
from pmexport.model.postmortem import Postmortem
from pmexport.reader.word import markdown
from reader.word.conftest import SOURCE


@pytest.fixture(scope="module")
def again(made: bytes) -> Postmortem:
    return read(markdown(made, "s.docx").encode()).postmortems[0]


@pytest.fixture(scope="module")
def before() -> Postmortem:
    return read(SOURCE.encode()).postmortems[0]


def test_the_head_reads_the_same(again: Postmortem, before: Postmortem) -> None:
    for name in ("title", "date", "severity", "authors", "incident_id", "timezone"):
        assert getattr(again, name) == getattr(before, name), name


def test_the_events_read_the_same(again: Postmortem, before: Postmortem) -> None:
    assert [(one.start, one.milestone, one.text) for one in again.timeline] == [
        (one.start, one.milestone, one.text) for one in before.timeline
    ]


def test_the_actions_read_the_same(again: Postmortem, before: Postmortem) -> None:
    def plainly(postmortem: Postmortem) -> list[object]:
        return [replace(one, line=0, content=(), due_text="", status_text="") for one in postmortem.action_items]

    assert plainly(again) == plainly(before)


def test_marks_links_notes_lists_quotes_and_code_are_kept(made: bytes) -> None:
    text = markdown(made, "s.docx")

    assert "Search took **nine seconds** for an hour." in text
    assert "The index was *cold*; see the [runbook](https://tarn.example/runbook).[^1]" in text
    assert "1. The release emptied it.\n2. Nobody warmed it." in text
    assert "> Warm it first." in text
    assert "```\nwarm --all\n```" in text
    assert "[^1]: Measured on all nodes." in text


def test_what_is_computed_is_left_out(made: bytes) -> None:
    text = markdown(made, "s.docx")

    assert "Contents" not in text
    assert "+0:20" not in text
    assert "Incident postmortem" not in text


def test_what_is_no_word_document_is_refused_in_one_line() -> None:
    with pytest.raises(UnreadableError, match=r"^s\.docx: is not a Word document"):
        markdown(b"# Markdown", "s.docx")
