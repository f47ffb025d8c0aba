"""What a report for customers says in people's own words: the values and words of a page that guards must read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pmexport.customer.guards import Spoken
from pmexport.customer.structure import targets_of, words_of
from pmexport.model.customer import CustomerReport, Document, Rule, Wording
from pmexport.model.prose import BulletList, OrderedList, Para, Plain, Table

_READ = frozenset({Rule.WRITTEN, Rule.MARKED, Rule.SETTING})
# The public names of services are where it is said what may be named.
_PUBLIC = "services"
_CONTACT = "contact"
_FIELD = re.compile(r"\{[a-z]+\}")


def spoken(report: CustomerReport) -> Iterator[Spoken]:
    """Yield every text of `report` that somebody wrote, for this incident or for all of them in the settings."""
    for place, cleared in report.cleared():
        origin = cleared.origin
        if origin.rule not in _READ or (origin.rule is Rule.SETTING and place == _PUBLIC):
            continue
        match cleared.value:
            case Wording(text):
                yield Spoken(
                    text=_FIELD.sub("", text),
                    document=origin.document,
                    line=origin.line,
                    is_contact=origin.rule is Rule.SETTING and place == _CONTACT,
                )
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


def spoken_by_theme(words: Iterable[str]) -> Iterator[Spoken]:
    """Yield the `words` that a theme puts on each page: its running lines, its legal line, what it renames."""
    for text in words:
        if plain := _FIELD.sub("", text).strip():
            yield Spoken(text=plain, document=Document.SETTINGS, line=0)
