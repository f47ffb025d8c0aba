"""Where tables and the document end: no blank paragraph more than Word needs, no last page of two lines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pmexport.writers.docx.heights import Heights
from pmexport.writers.docx.markup import Element, is_paragraph, is_table, keep, qualified, style_of, whole, words

_END = "TableEnd"
# The lowest paragraph that there is: after a table that ends the document it must not need a page of its own.
_LOWEST = "SectionEnd"
# So many lines at least stand on the last page; a paragraph of more than the second number may break.
_FEWEST, _MOST = 3, 12
# In parts of the page's height, by an estimate.
_FOOT = 0.78
# More letters than a line of running text takes, so that lines are rather more than counted.
_LETTERS = 115


def ended(body: Sequence[Element], heights: Heights, *, alone: bool) -> list[Element]:
    """Return `body` without the paragraphs that end a table before a heading; `alone`, its last lines held together.

    A body that is not alone is put into a company's document, where other text may follow.

    Word needs a paragraph after a table only before another table and at the end of a cell or of the document; a
    heading has room of its own above it. Near the foot of a page the lowest paragraph stays: LibreOffice leaves a
    heading behind there that follows a table at once. Before what begins a page it must go, or at a full page's foot it
    would have one of its own.
    """
    kept: list[Element] = []
    later = [*body[1:], None][: len(body)]
    for element, following, end in zip(body, later, heights.ends(body), strict=True):
        if style_of(element) == _END and (_is_heading(following) or _turns_page(following)):
            if not alone or end.down < _FOOT or _turns_page(following):
                continue
            _lower(element)
        kept.append(element)
        # A heading right behind a contents list would be left at a foot as one behind a table is.
        if _is_list(element) and _is_heading(following) and (not alone or end.down >= _FOOT):
            kept.append(words("", _LOWEST))
    if alone:
        _close(kept)
    return kept


def _is_list(element: Element) -> bool:
    """Return whether `element` is a contents list, the one thing of a body in a control of its own."""
    return element.tag == qualified("w:sdt")


def _is_heading(element: Element | None) -> bool:
    return element is not None and style_of(element).startswith("Heading")


def _turns_page(element: Element | None) -> bool:
    """Return whether `element`, or the first paragraph in it, begins a page."""
    first = None if element is None or is_table(element) else next(element.iter(qualified("w:p")), None)
    return first is not None and first.find(f"{qualified('w:pPr')}/{qualified('w:pageBreakBefore')}") is not None


def _close(body: Sequence[Element]) -> None:
    """Hold the last lines of `body` together."""
    lines = 0
    for element, before in pairwise([*reversed(body), None]):
        if element is None or not is_paragraph(element):
            return
        if style_of(element) == _END:
            _end_table(element, before, at_end=lines == 0)
            return
        text = "".join(one.text or "" for one in element.iter(qualified("w:t")))
        count = max(1, -(-len(text) // _LETTERS))
        if count > _MOST or element.find(f".//{qualified('w:drawing')}") is not None:
            return
        whole(element)
        lines += count
        if lines >= _FEWEST or before is None or is_table(before):
            return
        keep(before)


def _end_table(end: Element, table: Element | None, *, at_end: bool) -> None:
    """Make `end` as low as can be where it ends the document; hold the table's last row with it where lines follow."""
    rows = [] if table is None else table.findall(qualified("w:tr"))
    if at_end:
        _lower(end)
    elif rows:
        keep(rows[-1])


def _lower(end: Element) -> None:
    """Make the paragraph `end` as low as can be."""
    for style in end.iter(qualified("w:pStyle")):
        style.set(qualified("w:val"), _LOWEST)
