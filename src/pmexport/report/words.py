"""Figures as people say them: 2 h 34 min, 8 October 2025, 3 of 9; labels from labels/*.toml."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from pmexport.model.options import ThemeWords
from pmexport.model.report import Labels
from pmexport.report import labels
from pmexport.report.renaming import renamed

if TYPE_CHECKING:
    from babel import Locale

_MINUS = "\N{MINUS SIGN}"
_MINUTE = 60
_HOUR = 60 * _MINUTE
_DAY = 24 * _HOUR
_SECONDS_MATTER_UNTIL = 10 * _MINUTE
# A language alone does not say how it writes a date; of English, the order that no reader takes for another.
_REGIONS = {"en": "en-GB"}
_FORMS = {"full": "long", "medium": "medium"}
_SHORT = "MMMd"
_NUMBERS = "#,##0.##########"


class Words:
    """The words of one language, with every figure and date phrased in it.

    The only place in the program where a number or a date becomes text on a page. Dates, numbers and plurals are those
    of the Unicode CLDR, as Babel hands them out; lengths of time and all labels stand in the label files.
    """

    def __init__(self, language: str, wording: ThemeWords | None = None) -> None:
        """Take the label file of `language` with what `wording` renames. Raises ThemeError where it names no label."""
        self.language = language
        self._spoken = labels.spoken(language)
        self._data = labels.labels(self._spoken)
        self.wording = wording or ThemeWords()
        if self.wording.renamed:
            self._data = renamed(self._data, self.wording.renamed)

    @property
    def direction(self) -> str:
        """Return ``ltr`` or ``rtl``."""
        return str(self._data["direction"])

    def say(self, table: str, key: str, **values: object) -> str:
        """Return the label `key` of `table` with `values` filled in. Raises KeyError for a label that no file has."""
        text = self._table(table)[key]
        assert isinstance(text, str)  # noqa: S101 - a label file is ours; a wrong one is a bug
        return text.format(**values) if values else text

    def say_counted(self, table: str, key: str, count: int, **values: object) -> str:
        """Return the label `key` of `table` in the plural form that `count` asks for, with it and `values` filled in.

        Raises KeyError for a label that no file has.
        """
        forms = self._table(table)[key]
        assert isinstance(forms, Mapping)  # noqa: S101 - a label file is ours; a wrong one is a bug
        text = forms.get(self._locale.plural_form(count), forms["other"])
        return str(text).format(count=self.number(count), **values)

    def usual(self, classification: str) -> str:
        """Return a theme's `classification` in this language, where it is one of the usual English words."""
        key = classification.casefold()
        return self.say("classification", key) if self.has("classification", key) else classification

    def has(self, table: str, key: str) -> bool:
        """Tell whether `table` has the label `key`."""
        return key in self._table(table)

    @property
    def labels(self) -> Mapping[str, object]:
        """Return every table of the label file."""
        return self._data

    def standard(self, heading: str) -> tuple[str, ...]:
        """Return what the label file itself, before a theme renames it, calls the section `heading`."""
        table = labels.labels(self._spoken).get("heading")
        return (str(table[heading]),) if isinstance(table, dict) and heading in table else ()

    def renamed_heading(self, heading: str) -> str:
        """Return what a theme calls the section `heading`, or nothing where it leaves that to the author."""
        named = {word.key for word in self.wording.renamed if word.table in {"", "heading"}}
        return self.say("heading", heading) if heading in named and self.has("heading", heading) else ""

    def level(self, table: str, key: str) -> int:
        """Return the rank `key` of `table`."""
        rank = self._table(table)[key]
        assert isinstance(rank, int)  # noqa: S101 - a label file is ours
        return rank

    def listed(self, table: str, key: str) -> tuple[str, ...]:
        """Return the list `key` of `table`."""
        return tuple(str(item) for item in self._table(table)[key])  # type: ignore[attr-defined]  # a TOML array

    def sought(self, table: str, key: str) -> tuple[str, ...]:
        """Return the words `key` of `table` to look for in a text: the language's own, and the English ones.

        English terms stand in texts of every language.
        """
        own = self.listed(table, key)
        english = labels.labels(labels.FALLBACK)[table]
        assert isinstance(english, dict)  # noqa: S101 - a label file is ours
        return tuple(dict.fromkeys((*own, *map(str, english[key]))))

    def units(self) -> tuple[str, str, str, str]:
        """Return how many days, hours and minutes are said, each with ``{count}``, and what stands between them."""
        day, hour, minute, between = (self.say("length", key) for key in ("day", "hour", "minute", "between"))
        return day, hour, minute, between

    def finding_name(self, metric: str) -> str:
        """Return what a metric is called within a sentence."""
        names = self._table("findings")["names"]
        assert isinstance(names, dict)  # noqa: S101 - a label file is ours
        return str(names[metric])

    def _table(self, name: str) -> Mapping[str, object]:
        table = self._data[name]
        assert isinstance(table, dict)  # noqa: S101 - a label file is ours
        return table

    def page_labels(self) -> Labels:
        """Return the words that only writers use."""
        return Labels(**{key: str(text) for key, text in self._table("page").items()})

    def length(self, seconds: float) -> str:
        """Return a length of time with its two largest units, seconds only under ten minutes: ``2 h 34 min``."""
        whole = round(abs(seconds))
        if whole < _MINUTE:
            return self._units(("second", whole))
        if whole < _SECONDS_MATTER_UNTIL:
            return self._units(("minute", whole // _MINUTE), ("second", whole % _MINUTE))
        minutes = round(whole / _MINUTE)
        if minutes * _MINUTE >= _DAY:
            hours = round(minutes * _MINUTE / _HOUR)
            return self._units(("day", hours // 24), ("hour", hours % 24))
        return self._units(("hour", minutes * _MINUTE // _HOUR), ("minute", minutes % _MINUTE))

    def _units(self, *units: tuple[str, int]) -> str:
        said = [self.say("length", unit, count=count) for unit, count in units if count or len(units) == 1]
        return self.say("length", "between").join(said)

    def signed_length(self, seconds: float) -> str:
        """Return a distance with its sign: ``+52 min``, ``−38 min``; nothing for none."""
        if round(seconds) == 0:
            return ""
        return f"{_MINUS if seconds < 0 else '+'}{self.length(seconds)}"

    def distance(self, seconds: float, *, with_seconds: bool = False) -> str:
        """Return a distance for a column of figures: ``+1:19``, ``−0:38``; with its days from one on: ``+3 d 1:05``."""
        whole = round(abs(seconds))
        sign = _MINUS if seconds < 0 and whole else "+"
        if whole >= _DAY:
            sign = f"{sign}{self._units(('day', whole // _DAY))}\N{NO-BREAK SPACE}"
            whole %= _DAY
        if with_seconds:
            return f"{sign}{whole // _HOUR}:{whole % _HOUR // _MINUTE:02}:{whole % _MINUTE:02}"
        minutes = whole // _MINUTE
        return f"{sign}{minutes // 60}:{minutes % 60:02}"

    def clock(self, moment: dt.datetime, *, with_seconds: bool = False) -> str:
        """Return the time of day: ``14:23``."""
        return f"{moment:%H:%M:%S}" if with_seconds else f"{moment:%H:%M}"

    def date(self, day: dt.date, form: str = "full") -> str:
        """Return a day: ``8 October 2025`` in full, ``8 Oct 2025`` in medium, ``8 Oct`` in short form."""
        from babel import dates  # noqa: PLC0415  a command that prints no report says no date

        if form in _FORMS:
            return dates.format_date(day, _FORMS[form], self._locale)
        return dates.format_skeleton(_SHORT, day, locale=self._locale)

    def month(self, month: int) -> str:
        """Return the name of `month`, 1 being January."""
        return str(self._locale.months["format"]["wide"][month])

    def weekday(self, day: dt.date) -> str:
        """Return the weekday of `day`."""
        return str(self._locale.days["format"]["wide"][day.weekday()])

    def month_names(self) -> tuple[str, ...]:
        """Return the names of the twelve months."""
        return tuple(self.month(month) for month in range(1, 13))

    def calendar_names(self) -> tuple[str, ...]:
        """Return every name and abbreviation of a month or a weekday, longer ones first."""
        named = (self._locale.months["format"], self._locale.days["format"])
        widths = [kinds[width] for kinds in named for width in ("wide", "abbreviated")]
        names = {str(name).rstrip(".") for width in widths for name in width.values()}
        return tuple(sorted(names | {*self.sought("date", "abbreviations")}, key=lambda name: (-len(name), name)))

    def number(self, value: float) -> str:
        """Return a number as the language writes it, without needless zeros: ``99.5``, ``12,347``."""
        from babel import numbers  # noqa: PLC0415  as above

        return numbers.format_decimal(value, _NUMBERS, self._locale)

    @cached_property
    def _locale(self) -> Locale:
        from babel import Locale, UnknownLocaleError  # noqa: PLC0415  as above

        base = self._spoken.partition("-")[0]
        for tag in (_REGIONS.get(self._spoken, self._spoken), base):
            with suppress(UnknownLocaleError, ValueError):
                return Locale.parse(tag, sep="-")
        return Locale.parse(_REGIONS[labels.FALLBACK], sep="-")  # pragma: no cover
