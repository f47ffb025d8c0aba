"""What a report for customers says in a person's own words: the cleared values that the guards must read."""

from __future__ import annotations

from collections.abc import Iterator

from pmexport.customer.guards import Spoken
from pmexport.customer.structure import targets_of, words_of
from pmexport.model.customer import CustomerReport, Rule, Wording
from pmexport.model.prose import BulletList, OrderedList, Para, Plain, Table

_READ = frozenset({Rule.WRITTEN, Rule.MARKED})


def spoken(report: CustomerReport) -> Iterator[Spoken]:
    """Yield every text of `report` that somebody wrote for this incident; settings are the team's own and pass."""
    for _, cleared in report.cleared():
        origin = cleared.origin
        if origin.rule not in _READ:
            continue
        match cleared.value:
            case Wording(text):
                yield Spoken(text=text, document=origin.document, line=origin.line)
            case (Para() | Plain() | BulletList() | OrderedList() | Table()) as block:
                yield Spoken(
                    text=words_of(block),
                    joined=words_of(block, gap=""),
                    targets=tuple(targets_of(block)),
                    document=origin.document,
                    line=origin.line,
                )
            case _:
                pass
