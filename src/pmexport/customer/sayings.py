"""What a page for customers says of its own making: days as machines read them, and cells side by side."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from pmexport.customer.structure import words_of
from pmexport.customer.text import CustomerText
from pmexport.model.customer import CustomerReport
from pmexport.model.report import ActionTable, EventTable, Report


def days_of(report: CustomerReport) -> Iterator[str]:
    """Yield each day that `report` tells as a page writes it for machines: an internal text may write it so as well."""
    for _, cleared in report.cleared():
        if isinstance(cleared.value, dt.date):
            yield cleared.value.isoformat()[:10]


def written_in(text: CustomerText) -> Iterator[str]:
    """Yield what the author wrote for customers, each part, and all of it in its order, a heading before its words."""
    for passages in (text.passages, text.own):
        parts = [part for passage in passages for part in (passage.heading, *map(words_of, passage.blocks))]
        yield from parts
        yield " ".join(parts)


def side_by_side(report: Report) -> Iterator[str]:
    """Yield the words of each row of a table: where every cell came in by the rules, so did its neighbours."""
    for section in report.sections:
        match section:
            case EventTable(rows=rows):
                yield from (" ".join((row.clock, *map(words_of, row.blocks))) for row in rows)
            case ActionTable(groups=groups):
                for row in (row for group in groups for row in group.rows):
                    yield " ".join((*map(words_of, row.blocks), row.status.label if row.status else ""))
            case _:
                pass
