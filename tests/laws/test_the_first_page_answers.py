"""The first page of the worked example tells what a leader asks, down to the last promise (page.md, page-1.png)."""

from __future__ import annotations

import datetime as dt
import shutil
from itertools import product
from pathlib import Path

import pytest

from inspect_pdf import pages_of
from pmexport.convert import convert, read
from pmexport.model.options import PageOptions, ReadOptions
from pmexport.theme.load import load_theme
from visual.office import printed

_THEMES = ("default", "northwind", "mono")
_DAYS = {"undated": None, "late": dt.date(2025, 11, 20)}
_CASES = list(product(_THEMES, _DAYS))
_FIGURES = ("P0 Critical", "2 h 34 min", "3 min", "1 h 19 min", "~8,500", "3 of 9", "Customer impact 2 h 34 min")


@pytest.mark.parametrize("theme", _THEMES)
@pytest.mark.parametrize("today", list(_DAYS.values()), ids=list(_DAYS))
def test_the_first_page_holds_figures_chart_and_every_action(shared: Path, theme: str, today: dt.date | None) -> None:
    source = (shared / "seed" / "payment-outage.md").read_bytes()
    options = ReadOptions(name="payment-outage.md")
    actions = [item.action for item in read(source, options).postmortems[0].action_items]

    made = convert(source, "pdf", options, PageOptions(today=today), load_theme(theme).theme)
    first = " ".join(pages_of(made.content)[0].split())

    assert len(actions) == 9
    assert [wanted for wanted in (*_FIGURES, *actions) if wanted not in first] == []


@pytest.fixture(scope="module")
def word_pages(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], str]:
    """Return the first pages of the Word documents as LibreOffice prints them, by theme and day."""
    folder = tmp_path_factory.mktemp("first")
    source = (shared / "seed" / "payment-outage.md").read_bytes()
    options = ReadOptions(name="payment-outage.md")
    for theme, day in _CASES:
        made = convert(source, "docx", options, PageOptions(today=_DAYS[day]), load_theme(theme).theme)
        (folder / f"{theme}-{day}.docx").write_bytes(made.content)
    printed([folder / f"{theme}-{day}.docx" for theme, day in _CASES], folder)
    return {
        (theme, day): " ".join(pages_of((folder / f"{theme}-{day}.pdf").read_bytes())[0].split())
        for theme, day in _CASES
    }


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize(("theme", "day"), _CASES)
def test_the_first_page_in_word_does_as_well(
    shared: Path, word_pages: dict[tuple[str, str], str], theme: str, day: str
) -> None:
    source = (shared / "seed" / "payment-outage.md").read_bytes()
    actions = [item.action for item in read(source, ReadOptions(name="payment-outage.md")).postmortems[0].action_items]

    assert len(actions) == 9
    # What the chart says is a picture in Word.
    assert [wanted for wanted in (*_FIGURES[:-1], *actions) if wanted not in word_pages[theme, day]] == []
