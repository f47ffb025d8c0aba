"""How long a report is on paper, on which contents list and footer depend, and a guess before it is laid out."""

from __future__ import annotations

import re
from enum import StrEnum

from pmexport.writers.page import Page

_MOST_WITHOUT_CONTENTS = 4
# A page of A4 holds about 60 such lines; measured over published postmortems.
_LINES_OF_ONE, _LINES_OF_FOUR = 57, 240
_LETTERS_A_LINE, _LINES_A_CHART = 95, 14
# A contents list that begins later than on the second page comes too late.
_LINES_BEFORE_CONTENTS = 90
_PICTURE = re.compile(r"<svg.*?</svg>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_BLOCK = re.compile(r"<(?:p|li|tr|h\d|figure)\b")
_CODE = re.compile(r"<pre>.*?</pre>", re.DOTALL)


class Extent(StrEnum):
    """One page, whose foot need not repeat its title; a few; or so many that a contents list helps."""

    SINGLE = "single"
    SHORT = "short"
    LONG = "long"


def of_pages(pages: int) -> Extent:
    """Return what a report of so many pages is."""
    if pages == 1:
        return Extent.SINGLE
    return Extent.LONG if pages > _MOST_WITHOUT_CONTENTS else Extent.SHORT


def guess(body: str) -> Extent:
    """Return what a page with this HTML in it will probably be; a wrong guess costs a second layout, nothing else."""
    lines = _lines(body)
    if lines <= _LINES_OF_ONE:
        return Extent.SINGLE
    return Extent.LONG if lines > _LINES_OF_FOUR else Extent.SHORT


def opening(page: Page) -> int:
    """Return behind how many parts of `page` its contents list stands: at the best place that is on the first pages."""
    near = (place for place in page.openings if _lines(page.part(0, place)) <= _LINES_BEFORE_CONTENTS)
    return next(near, page.openings[-1])


def _lines(body: str) -> float:
    charts = body.count('class="chart"')
    text = _PICTURE.sub("", body)
    code = sum(part.count("\n") for part in _CODE.findall(text))
    letters = len(_TAG.sub("", text))
    lines: float = letters / _LETTERS_A_LINE + 0.9 * len(_BLOCK.findall(text)) + code + _LINES_A_CHART * charts
    return lines
