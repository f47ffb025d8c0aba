"""The tags of a finished PDF: what a screen reader is told."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import cast

import msgspec
import pikepdf
import pytest

from example_report import example_report
from pmexport.model import prose as p
from pmexport.model import report as r
from pmexport.theme.load import load_theme
from pmexport.writers.pdf import write
from visual.paper import read

THEME = load_theme("default").theme


@pytest.fixture(scope="module")
def document() -> Iterator[pikepdf.Pdf]:
    words = p.Para((p.Str("See "), p.Link((p.Str("the status page"),), "https://status.tarnfell.example/")))
    narrative = r.Narrative(anchor="n", heading="N", blocks=(words,))
    report = msgspec.structs.replace(example_report(), sections=(*example_report().sections, narrative))
    with pikepdf.open(io.BytesIO(write(report, THEME).content)) as opened:
        yield opened


def elements(document: pikepdf.Pdf, kind: str) -> list[pikepdf.Object]:
    return [element for element in walk(document.Root.StructTreeRoot.K[0]) if element.get("/S") == kind]


def walk(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    yield element
    for child in element.get("/K", []):
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield from walk(child)


def marks(document: pikepdf.Pdf) -> set[tuple[int, int]]:
    """Return page and number of every mark that the tags reach."""
    pages = {page.obj.objgen: number for number, page in enumerate(document.pages)}
    return {
        (pages[element.Pg.objgen], child)
        for element in walk(document.Root.StructTreeRoot.K[0])
        for child in cast("list[object]", list(element.get("/K", [])))
        if isinstance(child, int)
    }


def test_a_header_cell_says_that_it_heads_its_column(document: pikepdf.Pdf) -> None:
    cells = elements(document, "/TH")

    assert cells
    assert {str(cell.A.Scope) for cell in cells} == {"/Column"}


def test_a_list_holds_items_only_and_each_has_a_body(document: pikepdf.Pdf) -> None:
    inside = {str(child.S) for part in elements(document, "/L") for child in part.K}
    bodies = {frozenset(str(child.S) for child in item.K) for item in elements(document, "/LI")}

    assert inside <= {"/LI", "/L"}
    assert all("/LBody" in parts for parts in bodies)


def test_a_list_within_a_list_is_read_after_the_words_that_lead_to_it() -> None:
    inner = p.BulletList((p.ListItem((p.Plain((p.Str("second"),)),)),))
    outer = p.BulletList((p.ListItem((p.Plain((p.Str("first"),)), inner)), p.ListItem((p.Plain((p.Str("third"),)),))))
    section = r.Narrative(anchor="n", heading="N", blocks=(outer,))
    report = msgspec.structs.replace(example_report(), sections=(section,))
    told = " ".join(block.text for block in read(write(report, THEME).content).pages[0].blocks)

    assert [word for word in told.split() if word.isalpha()] == ["N", "first", "second", "third"]


def test_every_figure_has_words(document: pikepdf.Pdf) -> None:
    figures = elements(document, "/Figure")

    assert figures
    assert [figure for figure in figures if not str(figure.get("/Alt", ""))] == []


def test_running_lines_are_artifacts_and_all_else_is_tagged(document: pikepdf.Pdf) -> None:
    reached = marks(document)
    for number, page in enumerate(document.pages):
        running = 0
        for instruction in pikepdf.parse_content_stream(page):
            if str(instruction.operator) == "BDC":
                tag, properties = instruction.operands
                running += str(tag) == "/Artifact"
                assert str(tag) == "/Artifact" or (number, int(properties.MCID)) in reached

        assert running


def test_a_link_is_printed(document: pikepdf.Pdf) -> None:
    links = [link for page in document.pages for link in page.get("/Annots", [])]

    assert links
    assert {int(link.F) for link in links} == {4}
