"""A theme's word across every page."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator

import pikepdf
import pytest
from msgspec.structs import replace

from example_report import example_report
from pmexport.theme.colour import contrast
from pmexport.theme.load import load_theme
from pmexport.theme.theme import Colour, Theme
from pmexport.writers.html import write as write_html
from pmexport.writers.page.watermark import on_paper, on_screen
from pmexport.writers.pdf import write as write_pdf

PLAIN = load_theme("default").theme


def marked(word: str) -> Theme:
    return replace(PLAIN, watermark=word)


def turned(page: pikepdf.Page) -> int:
    """Return how often the page's content turns what follows by 45 degrees."""
    steps = [step for step in pikepdf.parse_content_stream(page) if str(step.operator) == "cm"]
    angles = [math.degrees(math.atan2(float(step.operands[1]), float(step.operands[0]))) for step in steps]
    return sum(abs(abs(angle) - 45) < 1 for angle in angles)


def tree(part: pikepdf.Object) -> Iterator[str]:
    """Yield the kind of every tag, from the root down."""
    for one in part if isinstance(part, pikepdf.Array) else (part,):
        if isinstance(one, pikepdf.Dictionary) and "/S" in one:
            yield str(one.S)
            yield from tree(one.get("/K", pikepdf.Array()))


def test_without_a_word_there_is_none() -> None:
    assert (on_paper(PLAIN, 210, 297), on_screen(PLAIN)) == ("", "")


def test_it_lies_across_every_page_of_a_pdf() -> None:
    with pikepdf.open(io.BytesIO(write_pdf(example_report(), marked("Sample")).content)) as made:
        assert {turned(page) for page in made.pages} == {1}


def test_it_is_nothing_that_is_read_aloud() -> None:
    def tags(theme: Theme) -> list[str]:
        with pikepdf.open(io.BytesIO(write_pdf(example_report(), theme).content)) as made:
            return list(tree(made.Root.StructTreeRoot.K))

    assert tags(marked("Sample")) == tags(PLAIN)


def test_a_browser_shows_it_behind_the_page() -> None:
    page = write_html(example_report(), marked("Sample")).content.decode()

    assert 'body::before{content:"SAMPLE";z-index:-1' in page


@pytest.mark.parametrize("name", ["default", "northwind", "mono"])
def test_text_on_it_can_be_read(name: str) -> None:
    theme = replace(load_theme(name).theme, watermark="Sample")
    written = on_paper(theme, 210, 297).partition("color:#")[2][:6]

    assert contrast(theme.light.faint, Colour(*bytes.fromhex(written))) >= 4.5


@pytest.mark.parametrize("word", ["I", "Strictly confidential until released"])
def test_it_stays_on_its_page(word: str) -> None:
    shift = on_paper(marked(word), 210, 297).partition("translate(")[2].partition("mm")[0]

    assert float(shift) > 0


def test_a_word_cannot_end_the_style_sheet() -> None:
    assert "</style>" not in on_screen(marked('"}</style>')) + on_paper(marked('"}</style>'), 210, 297)
