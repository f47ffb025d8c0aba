"""Figures as people say them: 2 h 34 min, 8 October 2025, 3 of 9; labels from labels/*.toml."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pmexport.model.report import Labels

_MINUS = "\N{MINUS SIGN}"
_MINUTE = 60
_HOUR = 60 * _MINUTE
_DAY = 24 * _HOUR
_SECONDS_MATTER_UNTIL = 10 * _MINUTE

Table = Mapping[str, str]


class Words:
    """The words of one language, with every figure and date phrased in it.

    The only place in the program where a number or a date becomes text on a page.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self._data = _labels(language)

    @property
    def direction(self) -> str:
        """Return ``ltr`` or ``rtl``."""
        return str(self._data["direction"])

    def say(self, table: str, key: str, **values: object) -> str:
        """Return the label `key` of `table` with `values` filled in. Raises KeyError for a label that no file has."""
        text = self._table(table)[key]
        assert isinstance(text, str)  # noqa: S101 - a label file is ours; a wrong one is a bug
        return text.format(**values) if values else text

    def has(self, table: str, key: str) -> bool:
        """Tell whether `table` has the label `key`."""
        return key in self._table(table)

    def level(self, table: str, key: str) -> int:
        """Return the rank `key` of `table`."""
        rank = self._table(table)[key]
        assert isinstance(rank, int)  # noqa: S101 - a label file is ours
        return rank

    def listed(self, table: str, key: str) -> tuple[str, ...]:
        """Return the list `key` of `table`."""
        return tuple(str(item) for item in self._table(table)[key])  # type: ignore[attr-defined]  # a TOML array

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
        return " ".join(said)

    def signed_length(self, seconds: float) -> str:
        """Return a distance with its sign: ``+52 min``, ``−38 min``; nothing for none."""
        if round(seconds) == 0:
            return ""
        return f"{_MINUS if seconds < 0 else '+'}{self.length(seconds)}"

    def distance(self, seconds: float, *, with_seconds: bool = False) -> str:
        """Return a distance for a column of figures: ``+1:19``, ``−0:38``; hours are not broken into days."""
        whole = round(abs(seconds))
        sign = _MINUS if seconds < 0 and whole else "+"
        if with_seconds:
            return f"{sign}{whole // _HOUR}:{whole % _HOUR // _MINUTE:02}:{whole % _MINUTE:02}"
        minutes = whole // _MINUTE
        return f"{sign}{minutes // 60}:{minutes % 60:02}"

    def clock(self, moment: dt.datetime, *, with_seconds: bool = False) -> str:
        """Return the time of day: ``14:23``."""
        return f"{moment:%H:%M:%S}" if with_seconds else f"{moment:%H:%M}"

    def date(self, day: dt.date, form: str = "full") -> str:
        """Return a day: ``8 October 2025`` in full, ``8 Oct 2025`` in medium, ``8 Oct`` in short form."""
        return self.say(
            "date",
            form,
            day=day.day,
            month=self.listed("date", "months")[day.month - 1],
            month_short=self.listed("date", "months_short")[day.month - 1],
            year=day.year,
        )

    def number(self, value: float) -> str:
        """Return a number without needless zeros: ``99.5``, ``45``."""
        return f"{value:g}"

    def number_grouped(self, value: int) -> str:
        """Return a whole number with its thousands set apart as the language does: ``12,347``."""
        return f"{value:,}".replace(",", str(self._table("customer").get("thousands", ",")))


@cache
def _labels(language: str) -> Mapping[str, object]:
    """Return the label file of `language`, of its base language, or English."""
    folder = Path(__file__).parent / "labels"
    for name in (language, language.partition("-")[0], "en"):
        file = folder / f"{name}.toml"
        if file.is_file():
            return tomllib.loads(file.read_text(encoding="utf-8"))
    raise FileNotFoundError(folder)  # pragma: no cover - English ships with the package
