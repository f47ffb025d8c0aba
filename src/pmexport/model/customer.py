"""What customers may be told: CustomerReport, every leaf Cleared with its Origin. Knows no postmortem.

A value stands here because a rule let it in, and says which: the ledger is a walk over it. Nothing here was made by
taking something away from a postmortem.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum
from typing import Generic, TypeAlias, TypeVar

from msgspec import Struct

from pmexport.model.prose import BulletList, OrderedList, Para, Plain, Table
from pmexport.model.terms import ActionStatus, IncidentStatus, Milestone


class Rule(StrEnum):
    """Why a value may leave."""

    WRITTEN = "written"
    FACT = "fact"
    SENTENCE = "sentence"
    MARKED = "marked"
    SETTING = "setting"


class Document(StrEnum):
    """Which text a value or a finding stands in."""

    POSTMORTEM = "postmortem"
    CUSTOMER_FILE = "customer_file"
    SETTINGS = "settings"


class Origin(Struct, frozen=True):
    """By which rule a value was let in, and where it stood: `line` of `document`, 0 where it has none."""

    rule: Rule
    document: Document = Document.POSTMORTEM
    line: int = 0


class Wording(Struct, frozen=True):
    """Some words that were written, or set, for customers: a type of its own, so that no bare string is cleared."""

    text: str


class ZoneName(Struct, frozen=True):
    """The zone that all times are told in: UTC, an offset from it, or a well-known abbreviation."""

    text: str


class LanguageTag(Struct, frozen=True):
    """The language of the report, as in BCP 47."""

    tag: str


class Count(Struct, frozen=True):
    """How many; `about` where the figure is not exact."""

    number: int
    about: bool = False


class Month(Struct, frozen=True):
    """A month of a year, the precision in which customers are told when a promise is due."""

    year: int
    month: int


class Region(StrEnum):
    """Where customers are, as a closed set."""

    ALL = "all"
    EUROPE = "europe"
    NORTH_AMERICA = "north_america"
    SOUTH_AMERICA = "south_america"
    ASIA = "asia"
    AFRICA = "africa"
    OCEANIA = "oceania"
    MIDDLE_EAST = "middle_east"


class Topic(StrEnum):
    """What a chapter tells, in the order in which customers read it."""

    OPENING = "opening"
    IMPACT = "impact"
    TIMES = "times"
    CAUSE = "cause"
    DONE = "done"
    NEXT = "next"
    DONE_AND_NEXT = "done_and_next"
    CONTACT = "contact"


PublicBlock: TypeAlias = Para | Plain | BulletList | OrderedList | Table

T = TypeVar(
    "T",
    bound=PublicBlock
    | Wording
    | ZoneName
    | LanguageTag
    | Count
    | Month
    | Region
    | Milestone
    | IncidentStatus
    | ActionStatus
    | dt.date
    | dt.timedelta,
)


class Cleared(Struct, Generic[T], frozen=True):
    """A value that passed the gate. Made in customer/gate.py alone."""

    value: T
    origin: Origin


class PublicMoment(Struct, frozen=True, kw_only=True):
    """When something that customers could see happened, told by a fixed sentence or by words marked public."""

    at: Cleared[dt.datetime]
    approximate: bool = False
    milestone: Cleared[Milestone] | None = None
    wording: Cleared[Wording] | None = None


class PublicAction(Struct, frozen=True, kw_only=True):
    """A promise to customers: its wording, how far it is, the month it is due. Never who keeps it."""

    wording: Cleared[Wording]
    status: Cleared[ActionStatus] | None = None
    due: Cleared[Month] | None = None
    late: bool = False


class Chapter(Struct, frozen=True, kw_only=True):
    """What the author wrote for customers on one topic. `heading` is the author's own, where there is one."""

    topic: Topic
    heading: Cleared[Wording] | None = None
    blocks: tuple[Cleared[PublicBlock], ...]


class CustomerReport(Struct, frozen=True, kw_only=True):
    """All that a report for customers is made of. `draft` until somebody signed exactly this text."""

    language: Cleared[LanguageTag]
    draft: bool = True
    revision: int = 1
    title: Cleared[Wording] | None = None
    recipient: Cleared[Wording] | None = None
    status: Cleared[IncidentStatus] | None = None
    date: Cleared[dt.date] | None = None
    zone: Cleared[ZoneName] | None = None
    start: Cleared[dt.datetime] | None = None
    end: Cleared[dt.datetime] | None = None
    eased: Cleared[dt.datetime] | None = None
    length: Cleared[dt.timedelta] | None = None
    services: tuple[Cleared[Wording], ...] = ()
    regions: tuple[Cleared[Region], ...] = ()
    users: Cleared[Count] | None = None
    moments: tuple[PublicMoment, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    actions: tuple[PublicAction, ...] = ()
    corrections: tuple[Cleared[Wording], ...] = ()
    apology: Cleared[Wording] | None = None
    promise: Cleared[Wording] | None = None
    promise_late: Cleared[Wording] | None = None
    contact: Cleared[Wording] | None = None
    legal: Cleared[Wording] | None = None

    def cleared(self) -> Iterator[tuple[str, Cleared[object]]]:  # type: ignore[type-var]  # a walk over leaves of every kind
        """Yield every cleared value with the name of its place, in the order of the fields."""
        yield from _leaves("", self)


def _leaves(place: str, value: object) -> Iterator[tuple[str, Cleared[object]]]:  # type: ignore[type-var]  # as above
    match value:
        case Cleared():
            yield place, value
        case tuple():
            for each in value:
                yield from _leaves(place, each)
        case Struct():
            for name in value.__struct_fields__:
                yield from _leaves(name if name not in _WITHIN else f"{place} {name}", getattr(value, name))
        case _:
            return


# Fields that say little without the field they stand in.
_WITHIN = ("at", "milestone", "wording", "status", "due", "heading", "blocks")
