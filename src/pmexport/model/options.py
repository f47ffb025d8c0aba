"""What each station is told: its own options only."""

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Self

from msgspec import Struct
from msgspec.structs import replace

from pmexport.model.diagnostic import Diagnostic
from pmexport.model.terms import Audience, DiagnosticSeverity, SectionKind


class Paper(StrEnum):
    """The paper to set a report on; auto follows the report's language and region."""

    AUTO = "auto"
    A4 = "A4"
    LETTER = "Letter"


class ReadOptions(Struct, frozen=True, kw_only=True):
    """What the reader is told. `folder` is where pictures may be read from; None reads none from disk.

    `timezone` is an IANA name that overrides what the text says; `name` the source's file name, a last resort for date
    and id. `words` are the team's own, each the table and the name it belongs to in the vocabulary, and the word.
    """

    name: str = ""
    folder: Path | None = None
    timezone: str | None = None
    language: str | None = None
    words: tuple[tuple[str, str, str], ...] = ()


PLURAL_FORMS = ("zero", "one", "two", "few", "many", "other")
"""The forms that a counted word may have. Source: Unicode CLDR, language plural rules."""


class Renamed(Struct, frozen=True):
    """A word of the page's own that a theme says otherwise: `key` of `table`, or of any table where that is empty.

    `place` is where it stands and `name` what it is called there, for messages. `form` is one of PLURAL_FORMS where
    only that form is meant.
    """

    table: str
    key: str
    text: str
    place: str = ""
    name: str = ""
    form: str = ""


class Grade(Struct, frozen=True):
    """A word of a scheme, as authors write it: the key of its badge, and what it means."""

    scheme: str
    written: str
    key: str
    label: str = ""


class ThemeWords(Struct, frozen=True, kw_only=True):
    """The words of a theme: what is renamed, the grades of its schemes, and the names of badges by scheme and key."""

    renamed: tuple[Renamed, ...] = ()
    grades: tuple[Grade, ...] = ()
    names: tuple[tuple[str, str, str], ...] = ()

    def grade(self, scheme: str, written: str) -> Grade | None:
        """Return the grade of `scheme` that `written` names, whatever its case and hyphens."""
        wanted = _letters(written)
        return next((one for one in self.grades if one.scheme == scheme and _letters(one.written) == wanted), None)

    def name(self, scheme: str, key: str) -> str:
        """Return what a badge is called, or nothing where the theme leaves that to the author."""
        return next((name for one, known, name in self.names if (one, known) == (scheme, key)), "")


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


class PageOptions(Struct, frozen=True, kw_only=True):
    """What the report is told. `today` is the day that due dates are held against; None holds them against none.

    `classification` overrides what the postmortem says of itself; `usual_classification` is the theme's, for one that
    says nothing. `wording` is the theme's.
    """

    audience: Audience = Audience.FULL
    paper: Paper = Paper.AUTO
    language: str | None = None
    classification: str | None = None
    usual_classification: str = ""
    today: dt.date | None = None
    wording: ThemeWords = ThemeWords()


class SupportHours(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When support is staffed: ISO weekdays (1 is Monday), from and until what time, in which zone, and not when."""

    days: tuple[int, ...] = (1, 2, 3, 4, 5)
    start: dt.time = dt.time(9)
    end: dt.time = dt.time(17)
    timezone: str = "UTC"
    holidays: frozenset[dt.date] = frozenset()


class Thresholds(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """From where on a rule speaks. Minutes, or how many of something; see docs/rules/README.md."""

    gap_minutes: int = 30
    actions: int = 12
    whys: int = 3
    summary_words: int = 150


class PatternRule(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A rule that a team adds: what matches `pattern` (a regular expression, in any case) in `sections` is found.

    Without `sections` it is searched everywhere.
    """

    id: str
    pattern: str
    message: str
    hint: str = ""
    severity: DiagnosticSeverity = DiagnosticSeverity.WARNING
    sections: tuple[SectionKind, ...] = ()


class CheckOptions(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the review is told. `today` is the day that due dates are held against; None holds them against none.

    `disable` are codes of rules; `severity` weighs rules otherwise than they do themselves; `required` are the
    sections that a postmortem of a severity level (0 is the worst) must have, a level not named having those of the
    next less severe level that is, and what the review itself asks for where none is; `rules` are the team's own;
    `prose` has a linter for prose look at the wording as well.
    """

    today: dt.date | None = None
    disable: frozenset[str] = frozenset()
    severity: Mapping[str, DiagnosticSeverity] = {}
    thresholds: Thresholds = Thresholds()
    required: Mapping[int, tuple[SectionKind, ...]] = {}
    rules: tuple[PatternRule, ...] = ()
    prose: bool = False


class CustomerPolicy(Struct, frozen=True, kw_only=True):
    """What a team lets its customers be told, and in which words. From the settings, never from a postmortem.

    `services` are pairs of an internal name and its public one. `allowed_domains` are those that links and addresses
    may lead to; `banned` and `vendors` must not be named, `public_names` (of products, say) may. `refused_marks` are
    classifications that stop the export, `permitted_marks` those of them that are let through by name. `longest` is the
    length in words and `hardest` the reading grade (Flesch-Kincaid) above which the author is told.

    `promise` words by when something will be done, `promise_late` that it is late: ``By {month} {year}``.
    `translations` are texts for one language: the name of the field, the tag of the language, the text.

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
    public_names: tuple[str, ...] = ()
    services: tuple[tuple[str, str], ...] = ()
    refused_marks: tuple[str, ...] = ("TLP:RED", "TLP:AMBER+STRICT")
    permitted_marks: tuple[str, ...] = ()
    customers: tuple[str, ...] = ()
    recipient: str | None = None
    promise: str = ""
    promise_late: str = ""
    translations: tuple[tuple[str, str, str], ...] = ()
    longest: int = 450
    hardest: float = 12.0
    today: dt.date | None = None

    def in_language(self, language: str) -> Self:
        """Return the policy with its texts in `language`, or in its base language, where they are translated."""
        own = {
            field: text
            for wanted in (language.partition("-")[0], language)
            for field, tag, text in self.translations
            if tag.casefold() == wanted.casefold()
        }
        return replace(self, **own)


class WordOptions(Struct, frozen=True, kw_only=True):
    """What the Word writer is told beside the report.

    `reference` is a company's document or template, and `reference_name` what its file is called, for messages.
    `editable` makes statuses and due dates controls; `findings` stand as comments at their places. Of `source`, the
    text that the report was made of, the document keeps what the page words in its own way, to be read back.
    """

    reference: bytes = b""
    reference_name: str = ""
    editable: bool = False
    findings: tuple[Diagnostic, ...] = ()
    source: str = ""


class PdfVariant(StrEnum):
    """Which standards a PDF follows: one that everyone can read, or that and an archive's with the source in it."""

    UA = "pdf/ua-1"
    ARCHIVE = "pdf/a-3a"


class PdfOptions(Struct, frozen=True, kw_only=True):
    """What the PDF writer is told beside the report.

    An archive's file carries `source`, the text it was made of, under `source_name`.
    """

    variant: PdfVariant = PdfVariant.UA
    source: bytes = b""
    source_name: str = ""
