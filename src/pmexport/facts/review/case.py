"""What a rule is given, and what it gives back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from msgspec import Struct

from pmexport.facts.mentions import Moment, moments_of
from pmexport.facts.passages import Passage, passages
from pmexport.model.facts import Facts
from pmexport.model.options import CheckOptions
from pmexport.model.postmortem import ActionItem, Postmortem, Section
from pmexport.model.terms import SectionKind


class Case(Struct, frozen=True, kw_only=True):
    """A postmortem under review with all that is known of it."""

    postmortem: Postmortem
    facts: Facts
    options: CheckOptions
    passages: tuple[Passage, ...]
    moments: tuple[Moment, ...]

    def of_kind(self, *kinds: SectionKind) -> tuple[Passage, ...]:
        """Return the passages in sections of these kinds."""
        return tuple(passage for passage in self.passages if passage.kind in kinds)

    def sections(self, *kinds: SectionKind) -> tuple[Section, ...]:
        """Return the sections of these kinds that hold more than guidance."""
        return tuple(one for one in self.postmortem.walk() if one.kind in kinds and not one.placeholder)

    @property
    def actions(self) -> tuple[ActionItem, ...]:
        """Return the action items that are filled in."""
        return tuple(item for item in self.postmortem.action_items if not item.placeholder)

    @property
    def days(self) -> tuple[dt.date, ...]:
        """Return the days of the incident, the first one first."""
        dates = {one.at.date() for one in self.moments}
        return tuple(sorted(dates or ({self.postmortem.date} if self.postmortem.date else set())))


class Found(Struct, frozen=True, kw_only=True):
    """A place where a rule applies. `values` fill the rule's message and hint; `variant` picks one of its messages."""

    line: int
    quote: str = ""
    variant: str = ""
    values: Mapping[str, str] = {}


Check: TypeAlias = Callable[[Case], Iterator[Found]]


def case_of(postmortem: Postmortem, facts: Facts, options: CheckOptions) -> Case:
    """Return the case that rules are given."""
    return Case(
        postmortem=postmortem,
        facts=facts,
        options=options,
        passages=passages(postmortem),
        moments=moments_of(postmortem),
    )
