"""Word documents as LibreOffice sets them in pages: every word in order, and nothing that no page may show."""

from __future__ import annotations

import io
import re
import shutil
from pathlib import Path

import pdfplumber
import pytest
from msgspec import Struct

from inspect_docx import WordFile
from pmexport.convert import convert
from postmortems import CORPUS, EVERY, SAMPLES, beside
from visual.check import check_paper
from visual.office import printed, read_office
from words_of import docx_words

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
]

# Blank forms, whose blanks are all that they say.
_FORMS = {"os-santiago__issue-template-postmortem"}
# Chinese and Japanese let a full stop hang in the margin.
_HANGING = re.compile("[。，、．]' leaves")
# Where the running lines stand, in points from the page's edge.
_EDGE = 46.0
_NOTE_MARK = re.compile(r"'\d+' is set in")


class Printed(Struct, frozen=True):
    """A document, and its pages as a PDF."""

    document: bytes
    pages: bytes


@pytest.fixture(scope="module")
def every_print(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Printed]:
    """Return all of them, since LibreOffice takes longer to start than to print."""
    folder = tmp_path_factory.mktemp("pages")
    for source in (*SAMPLES, *CORPUS):
        (folder / f"{source.stem}.docx").write_bytes(convert(source.read_bytes(), "docx", beside(source)).content)
    printed([folder / f"{source.stem}.docx" for source in (*SAMPLES, *CORPUS)], folder)
    return {
        source: Printed(*((folder / f"{source.stem}.{suffix}").read_bytes() for suffix in ("docx", "pdf")))
        for source in (*SAMPLES, *CORPUS)
    }


@pytest.mark.parametrize("source", EVERY)
def test_no_page_shows_what_no_page_may_show(source: Path, every_print: dict[Path, Printed]) -> None:
    found = check_paper(read_office(every_print[source].pages))
    spared = {"placeholder"} if source.stem in _FORMS else set()

    assert [
        one
        for one in found
        if one.rule not in spared and not _HANGING.search(one.seen) and not _NOTE_MARK.match(one.seen)
    ] == []


@pytest.mark.parametrize("source", EVERY)
def test_every_word_is_there_in_order(source: Path, every_print: dict[Path, Printed]) -> None:
    document = WordFile(every_print[source].document)
    said = _letters("".join(docx_words(every_print[source].document, notes=""))[: -_notes_length(document) or None])
    contents = _letters("".join(document.contents()))
    seen, noted = _printed(every_print[source].pages, document)

    assert contents in seen
    assert _without_numbers(seen.replace(contents, "", 1), said) == said
    assert noted == []


def _notes_length(document: WordFile) -> int:
    return len(_letters("".join(document.footnotes())))


def _printed(content: bytes, document: WordFile) -> tuple[str, list[str]]:
    """Return the letters of all pages as they were set, without the footnotes, and those notes that were not found."""
    with pdfplumber.open(io.BytesIO(content)) as paper:
        pages = [
            _letters("".join(char["text"] for char in page.chars if not _runs_along(char, page.height)))
            for page in paper.pages
        ]
    lost = []
    for number, note in enumerate(document.footnotes(), 1):
        wanted = f"{number}{_letters(note)}"
        place = next((at for at, page in enumerate(pages) if wanted in page), None)
        if place is None:
            lost.append(note)
        else:
            pages[place] = "".join(pages[place].rsplit(wanted, 1))
    return "".join(pages), lost


def _runs_along(char: dict[str, object], height: float) -> bool:
    """Tell whether `char` is of a running line; LibreOffice may end the mark of one at a space."""
    at_an_edge = float(str(char["bottom"])) < _EDGE or float(str(char["top"])) > height - _EDGE
    return char["tag"] == "Artifact" or (char["mcid"] is None and at_an_edge)


def _without_numbers(seen: str, said: str) -> str:
    """Return `seen` without the numbers of lists, which the document's text does not hold."""
    found: list[str] = []
    at = 0
    while at < len(seen):
        rest = said[len(found) : len(found) + 12]
        number = re.match(r"\d{1,3}", seen[at:])
        if number and not seen.startswith(rest, at) and seen.startswith(rest, at + number.end()):
            at += number.end()
            continue
        found.append(seen[at])
        at += 1
    return "".join(found)


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())
