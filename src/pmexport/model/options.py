"""What each station is told: its own options only."""

import datetime as dt
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from pmexport.model.terms import Audience


class Paper(StrEnum):
    """The paper to set a report on; auto follows the report's language and region."""

    AUTO = "auto"
    A4 = "A4"
    LETTER = "Letter"


class ReadOptions(Struct, frozen=True, kw_only=True):
    """What the reader is told. `folder` is where pictures may be read from; None reads none from disk.

    `timezone` is an IANA name that overrides what the text says; `name` the source's file name, a last resort for date
    and id.
    """

    name: str = ""
    folder: Path | None = None
    timezone: str | None = None
    language: str | None = None


class PageOptions(Struct, frozen=True, kw_only=True):
    """What the report is told. `today` is the day that due dates are held against; None holds them against none."""

    audience: Audience = Audience.FULL
    paper: Paper = Paper.AUTO
    language: str | None = None
    classification: str | None = None
    today: dt.date | None = None


class CustomerPolicy(Struct, frozen=True, kw_only=True):
    """What a team lets its customers be told, and in which words. From the settings, never from a postmortem.

    `services` are pairs of an internal name and its public one. `allowed_domains` are those that links and addresses
    may lead to; `banned` and `vendors` must not be named. `refused_marks` are classifications that stop the export,
    `permitted_marks` those of them that are let through by name. `longest` is the length in words and `hardest` the
    reading grade (Flesch-Kincaid) above which the author is told.

    `customers` are the names of customers, none of whom may stand in another's version; `recipient` is whom this
    version is for.
    """

    company: str = ""
    contact: str = ""
    apology: str = ""
    legal: str = ""
    allowed_domains: tuple[str, ...] = ()
    banned: tuple[str, ...] = ()
    vendors: tuple[str, ...] = ()
    services: tuple[tuple[str, str], ...] = ()
    refused_marks: tuple[str, ...] = ("TLP:RED", "TLP:AMBER+STRICT")
    permitted_marks: tuple[str, ...] = ()
    customers: tuple[str, ...] = ()
    recipient: str | None = None
    longest: int = 450
    hardest: float = 12.0
    today: dt.date | None = None
