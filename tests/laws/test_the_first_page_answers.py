"""The first page of the worked example tells what a leader asks, down to the last promise (page.md, page-1.png)."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from inspect_pdf import pages_of
from pmexport.convert import convert, read
from pmexport.model.options import PageOptions, ReadOptions
from pmexport.theme.load import load_theme

_FIGURES = ("P0 Critical", "2 h 34 min", "3 min", "1 h 19 min", "~8,500", "3 of 9", "Customer impact 2 h 34 min")


@pytest.mark.parametrize("theme", ["default", "northwind", "mono"])
@pytest.mark.parametrize("today", [None, dt.date(2025, 11, 20)], ids=["undated", "late"])
def test_the_first_page_holds_figures_chart_and_every_action(shared: Path, theme: str, today: dt.date | None) -> None:
    source = (shared / "seed" / "payment-outage.md").read_bytes()
    options = ReadOptions(name="payment-outage.md")
    actions = [item.action for item in read(source, options).postmortems[0].action_items]

    made = convert(source, "pdf", options, PageOptions(today=today), load_theme(theme).theme)
    first = " ".join(pages_of(made.content)[0].split())

    assert len(actions) == 9
    assert [wanted for wanted in (*_FIGURES, *actions) if wanted not in first] == []
