"""The ids of one page: each unique, each behind a prefix, so that none can stand for a name of the browser's own."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pmexport.model.prose import Block, BlockQuote, BulletList, DefinitionList, Header, OrderedList
from pmexport.model.report import ActionTable, Columns, EventTable, Narrative, Report, Section

_PREFIX = "s-"
_UNFIT = re.compile(r"[^\w.-]+")


class Anchors:
    """Turns the anchors of a report into ids. A link finds the first part of the page that claimed its anchor."""

    def __init__(self, report: Report) -> None:
        self._known = {section.anchor for section in report.sections}
        for section in report.sections:
            self._known.update(_within(section))
        self._taken: set[str] = set()

    def claim(self, anchor: str) -> str:
        """Return an id for `anchor` that no other part of the page has, and keep it taken."""
        unique = self.upcoming(anchor)
        self._taken.add(unique)
        return unique

    def upcoming(self, anchor: str) -> str:
        """Return the id that the next claim of `anchor` will get."""
        wanted = unique = _identity(anchor)
        number = 1
        while unique in self._taken:
            number += 1
            unique = f"{wanted}-{number}"
        return unique

    def known(self, anchor: str) -> str | None:
        """Return the id that a link to `anchor` leads to, or None where the page has no such part."""
        return _identity(anchor) if anchor in self._known else None


def places(numbers: Mapping[str, int]) -> dict[str, int]:
    """Return the numbers of the page's own ids without the prefix, as other formats know them."""
    return {name.removeprefix(_PREFIX): number for name, number in numbers.items() if name.startswith(_PREFIX)}


def _identity(anchor: str) -> str:
    return _PREFIX + _UNFIT.sub("-", anchor)


def _within(section: Section) -> set[str]:
    match section:
        case Narrative(blocks=blocks):
            return _headers(blocks)
        case Columns():
            inner = (column.blocks for column in section.columns)
            found = {column.anchor for column in section.columns}
            return found.union(*map(_headers, (section.intro, section.rest, *inner)))
        case EventTable():
            return {row.anchor for row in section.rows} | _headers(section.intro + section.rest)
        case ActionTable():
            rows = {row.anchor for group in section.groups for row in group.rows}
            return rows | _headers(section.intro + section.rest)
        case _:
            return set()


def _headers(blocks: tuple[Block, ...]) -> set[str]:
    found: set[str] = set()
    for block in blocks:
        match block:
            case Header(anchor=anchor):
                found.add(anchor)
            case BlockQuote(content=content):
                found |= _headers(content)
            case BulletList(items=items) | OrderedList(items=items):
                found = found.union(*(_headers(item.content) for item in items))
            case DefinitionList(items=definitions):
                found = found.union(*(_headers(item.content) for item in definitions))
            case _:
                pass
    return found - {""}
