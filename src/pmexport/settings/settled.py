"""Every setting, merged from its layers, and as the options that each station is given."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from pmexport.errors import ThemeError, UsageError
from pmexport.model.diagnostic import Diagnostic
from pmexport.model.options import CheckOptions, CustomerPolicy, PageOptions, Paper, ReadOptions, SupportHours
from pmexport.model.terms import Audience, DiagnosticSeverity
from pmexport.settings.customer import customer_policy
from pmexport.settings.layer import LOOK, Layer, nearest
from pmexport.settings.values import READERS, as_table
from pmexport.settings.words import own_words
from pmexport.theme.brand import Overlay, read_brand
from pmexport.theme.load import Look
from pmexport.theme.theme import CustomerWishes
from pmexport.theme.wording import graded

_DEFAULT_THEME = "default"
_TABLES = ("customer", "check", "support_hours", "reader")
_CHECK_KEYS = "docs/rules/README.md and docs/metrics.md list what may stand there"


class Settings(Struct, frozen=True, kw_only=True):
    """Every setting with its built-in value. `theme` is a shipped theme's name or a folder.

    `customer`, `check`, `support_hours` and `reader` are the tables of those names as they stand in the files.
    """

    theme: str | Path = _DEFAULT_THEME
    paper: Paper = Paper.AUTO
    lang: str | None = None
    timezone: str | None = None
    classification: str | None = None
    today: dt.date | None = None
    customer: Mapping[str, object] = {}
    check: Mapping[str, object] = {}
    support_hours: Mapping[str, object] = {}
    reader: Mapping[str, object] = {}
    template: Path | None = None
    over: Overlay = Overlay()

    @property
    def look(self) -> Look:
        """Return the theme with what these settings change of it."""
        return Look(theme=str(self.theme), template=str(self.template or ""), over=self.over)

    def read_options(self, source: str) -> ReadOptions:
        """Return what the reader is told of the file `source`; standard input, ``-``, has no folder for pictures."""
        folder = None if source == "-" else Path(source).parent
        words = (*(own_words(self.reader) if self.reader else ()), *self._graded())
        return ReadOptions(name=source, folder=folder, timezone=self.timezone, language=self.lang, words=words)

    def _graded(self) -> tuple[tuple[str, str, str], ...]:
        """Return the words of the severity scheme, the settings' or the theme's, as a team's own for that level."""
        if str(self.theme) == _DEFAULT_THEME and not self.over.content:
            return ()
        try:
            grades = graded(read_brand(self.theme, self.over), "severity")
        except ThemeError:
            # A theme that cannot be read is told by what draws with it; a text is read all the same.
            return ()
        return tuple(
            ("severity", str(min(int(grade.key), 4)), grade.written) for grade in grades if grade.key.isdigit()
        )

    def customer_policy(
        self, *, recipient: str | None = None, permitted: tuple[str, ...] = (), brand: CustomerWishes | None = None
    ) -> CustomerPolicy:
        """Return what customers may be told, from the table [customer] over what the theme says. Raises UsageError."""
        own = customer_policy(self.customer, brand)
        marks = (*own.permitted_marks, *permitted)
        return replace(own, permitted_marks=marks, recipient=recipient, today=self.today)

    def page_options(self, audience: Audience = Audience.FULL) -> PageOptions:
        """Return what the report is told."""
        return PageOptions(
            audience=audience,
            paper=self.paper,
            language=self.lang,
            classification=self.classification,
            today=self.today,
        )

    def check_options(self) -> CheckOptions:
        """Return what the review is told. Raises UsageError for a value of ``[check]`` that cannot be."""
        options = _converted({**self.check, "today": self.today}, CheckOptions, "check")
        for rule in options.rules:
            try:
                re.compile(rule.pattern)
            except re.error as error:
                wrong = f"the pattern of {rule.id} is no regular expression, {error}"
                raise UsageError(wrong, place="[check] rules", instead=_CHECK_KEYS) from None
        return options

    def calendar(self) -> SupportHours | None:
        """Return when support is staffed, None where ``[support_hours]`` says nothing. Raises UsageError."""
        return _converted(self.support_hours, SupportHours, "support_hours") if self.support_hours else None


Table = TypeVar("Table", bound=Struct)


def _converted(values: Mapping[str, object], table: type[Table], name: str) -> Table:
    import msgspec  # noqa: PLC0415  rendering needs none of it

    try:
        return msgspec.convert(values, table, strict=False)
    except msgspec.ValidationError as error:
        found, _, key = str(error).partition(" - at `$.")
        place = f"[{name}] {key.rstrip('`')}".rstrip()
        raise UsageError(f"{found[:1].lower()}{found[1:]}", place=place, instead=_CHECK_KEYS) from None


class Settled(Struct, frozen=True, kw_only=True):
    """The settings, and what there is to say about the files and variables they came from, each with its place."""

    settings: Settings
    diagnostics: tuple[tuple[str, Diagnostic], ...] = ()


def settle(*layers: Layer | None) -> Settled:
    """Merge `layers`, weakest first, over what is built in; tables are merged key by key. Raises UsageError."""
    settings = Settings()
    diagnostics: list[tuple[str, Diagnostic]] = []
    for layer in filter(None, layers):
        for key, value in layer.values.items():
            if key in READERS:
                settings = replace(settings, **{key: READERS[key](value, layer, key)})
            elif key in LOOK:
                content = {**settings.over.content, key: as_table(value, layer, key)}
                over = Overlay(content=content, shown=layer.place, lines={**settings.over.lines, **layer.inner_lines})
                settings = replace(settings, over=over)
            elif key in _TABLES:
                table = as_table(value, layer, key)
                if key == "check" and "rules" in table and layer.folder is None:
                    # A text from elsewhere may not bring patterns that run for hours.
                    raise UsageError("[check] rules belong in a settings file", place=layer.at(key))
                settings = replace(settings, **{key: {**getattr(settings, key), **table}})
            else:
                diagnostics.append((layer.place, _unknown(key, layer)))
    return Settled(settings=settings, diagnostics=tuple(diagnostics))


def _unknown(key: str, layer: Layer) -> Diagnostic:
    near = nearest(key, (*READERS, *_TABLES, *LOOK))
    return Diagnostic(
        code="unknown-setting",
        severity=DiagnosticSeverity.WARNING,
        line=layer.lines.get(key, 0),
        message=f"there is no setting {layer.names.get(key, key)}",
        hint=f"did you mean {near}?" if near else None,
    )
