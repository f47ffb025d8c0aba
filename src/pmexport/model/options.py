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
    """What the report is told. `today` is the day that due dates are held against; None holds them against none.

    `classification` overrides what the postmortem says of itself; `usual_classification` is the theme's, for one that
    says nothing.
    """

    audience: Audience = Audience.FULL
    paper: Paper = Paper.AUTO
    language: str | None = None
    classification: str | None = None
    usual_classification: str = ""
    today: dt.date | None = None
