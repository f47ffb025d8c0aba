"""A contents list that asks nothing: its entries are there already, linked, with the pages of the PDF where known."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pmexport.writers.docx.links import anchor_id
from pmexport.writers.docx.manuscript import Manuscript
from pmexport.writers.docx.markup import Element, keep, paragraph, qualified, run, style_of, twips, w, words

_LISTED = "Heading1"
_FEWEST = 4
# On so many pages everything is found without a list.
_SHORT = 2
# A longer list takes a page and more, and may break.
_ON_ONE_PAGE = 30
# LibreOffice does not hold the heading with the list, which it takes for a part of its own. A page that is filled so
# far is turned where the list would not fit on the rest of it; one that is less is not left behind: the list breaks.
# In a company's styles and faces less is certain.
_WELL_FILLED, _FULL, _FULL_IN_COMPANY = 0.6, 0.97, 0.9
_SWITCHES = r' TOC \o "1-1" \h \z '
_NO_PAGES = r"\n "
# A content control has a number of its own; those of the action table count from one.
_NUMBER = 2_000_000


def contents(
    body: Sequence[Element], manuscript: Manuscript, pages: Mapping[str, int], opening: int = 0, *, company: bool
) -> Element | None:
    """Return the list of the headings in `body` under its own heading; None where there are few, or it has no name.

    A document of a page or two, by an estimate, has none.

    `pages` are page numbers by the ids of anchors, as `anchor_id` gives them. `opening` says how many of `body`
    stand before the list from the top of a page; 0 where that is not known. In a `company`'s document the estimate
    is rougher.
    """
    entries = [(_text(element), name) for element in body if style_of(element) == _LISTED and (name := _mark(element))]
    if len(entries) < _FEWEST or not manuscript.labels.contents:
        return None
    ends = manuscript.heights.ends(body)
    if ends[-1].page <= _SHORT:
        return None
    numbers = [pages.get(anchor_id(manuscript.bookmarks.anchor(name))) for _, name in entries]
    numbered = all(number is not None for number in numbers)
    listed = [
        _entry(text, name, number if numbered else None, manuscript)
        for (text, name), number in zip(entries, numbers, strict=True)
    ]
    title = words(manuscript.labels.contents, "TOCHeading")
    together = len(listed) <= _ON_ONE_PAGE and opening > 0
    if opening:
        rest = (_FULL_IN_COMPANY if company else _FULL) - manuscript.heights.share([title, *listed])
        together = _turned(title, ends[opening - 1].down, rest) and together
    for entry in listed[:-1] if together else ():
        keep(entry)
    instruction = _SWITCHES if numbered else _SWITCHES + _NO_PAGES
    listed[0][1:1] = [_mark_of("begin"), _instruction(instruction), _mark_of("separate")]
    listed[-1].append(_mark_of("end"))
    return _control(title, *listed)


def _turned(title: Element, at: float, last: float) -> bool:
    """Begin a page with the list where it would not fit on a page that is well filled; return whether it is on one.

    `at` says how far down its page the list begins, and `last` up to where it may, in parts of the page's height.
    """
    if at <= last:
        return True
    if at < _WELL_FILLED:
        return False
    properties = title.find(qualified("w:pPr"))
    assert properties is not None  # noqa: S101 - every paragraph of ours has a style
    properties.append(w("pageBreakBefore"))
    return True


def _entry(text: str, name: str, page: int | None, manuscript: Manuscript) -> Element:
    content = [run(text)]
    if page is not None:
        content += [run("\t"), _mark_of("begin"), _instruction(f" PAGEREF {name} \\h "), _mark_of("separate")]
        content += [run(str(page)), _mark_of("end")]
    stop = w("tabs", w("tab", val="right", leader="dot", pos=twips(manuscript.width)))
    return paragraph("TOC1", [w("hyperlink", *content, anchor=name, history="1")], stop)


def _control(*content: Element) -> Element:
    """Return `content` in a content control: what Word calls a building block, with its own button to update it."""
    kind = w("docPartObj", w("docPartGallery", val="Table of Contents"), w("docPartUnique"))
    return w("sdt", w("sdtPr", w("id", val=_NUMBER), kind), w("sdtContent", *content))


def _mark_of(kind: str) -> Element:
    return w("r", w("fldChar", fldCharType=kind))


def _instruction(text: str) -> Element:
    instruction = w("instrText")
    instruction.text = text
    instruction.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return w("r", instruction)


def _mark(element: Element) -> str:
    found = element.find(qualified("w:bookmarkStart"))
    return "" if found is None else str(found.get(qualified("w:name")))


def _text(element: Element) -> str:
    return re.sub(r"\s+", " ", "".join(one.text or "" for one in element.iter(qualified("w:t")))).strip()
