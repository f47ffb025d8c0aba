"""A date as far as it is written, and the day that it means."""

from __future__ import annotations

import datetime as dt
import re

from msgspec import Struct

_CLOSE = 200
_YEARS = range(1900, 3000)
"""The years of incidents; others are slips or blanks, and leave no room for the day after."""
_ORDERED = re.compile(r"(?<![\d./-])(\d{1,2})[/-](\d{1,2})[/-](?:\d{4}|\d{2})(?![\d./-])")


class WrittenDate(Struct, frozen=True, kw_only=True):
    """A date as far as it is written; `swapped` is the other reading of 03/04."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    swapped: tuple[int, int] | None = None

    def near(self, anchor: dt.date | None) -> dt.date | None:
        """Return the day meant, a missing year and the order of month and day taken from `anchor`; None if unsure."""
        if self.month is None or self.day is None:
            return None
        readings = [(self.month, self.day), *([self.swapped] if self.swapped else [])]
        years = [self.year] if self.year else [anchor.year + step for step in (0, -1, 1)] if anchor else []
        days = [day for year in years for month, number in readings if (day := _day(year, month, number))]
        if not days:
            return None
        if anchor is None or (self.year and not self.swapped):
            return days[0]
        best = min(days, key=lambda day: abs((day - anchor).days))
        close = abs((best - anchor).days) < _CLOSE
        return best if close or not self.swapped else days[0]


def day_comes_first(text: str) -> bool | None:
    """Return whether a document's dates such as 25/04/2024 put the day first; None where none of them tells."""
    pairs = [(int(first), int(second)) for first, second in _ORDERED.findall(text)]
    day, month = any(first > 12 for first, _ in pairs), any(second > 12 for _, second in pairs)  # noqa: PLR2004 - months
    return day if day != month else None


def of_match(found: dict[str, str], months: dict[str, int], *, day_first: bool | None) -> WrittenDate | None:
    """Return the date in `found`, the groups of a match of a time pattern; None where it is no certain one."""
    if "iso_y" in found:
        month, day = found["iso_m"], found["iso_d"]
        if not (month.isdigit() and day.isdigit()):
            return None
        return WrittenDate(year=int(found["iso_y"]), month=int(month), day=int(day))
    if "num_a" in found:
        return _numeric(int(found["num_a"]), int(found["num_b"]), found["num_y"], found["num_s"], known=day_first)
    if "ja_m" in found:
        return WrittenDate(
            year=int(found["ja_y"]) if "ja_y" in found else None, month=int(found["ja_m"]), day=int(found["ja_d"])
        )
    if "cm_y" in found:
        return WrittenDate(year=int(found["cm_y"]), month=int(found["cm_m"]), day=int(found["cm_d"]))
    if "da_m" in found:
        return WrittenDate(month=int(found["da_m"]), day=int(found["da_d"]))
    if "sh_a" in found:
        return _without_year(int(found["sh_a"]), int(found["sh_b"]), known=day_first or found["sh_s"] == ".")
    for month, day, year in (("md_m", "md_d", "md_y"), ("dm_m", "dm_d", "dm_y"), ("ym_m", "ym_d", "ym_y")):
        if month in found:
            return WrittenDate(
                year=int(found[year]) if year in found else None,
                month=months.get(found[month].casefold()),
                day=int(found[day]),
            )
    return None


def day_of_two_numbers(text: str) -> WrittenDate | None:
    """Return the day that "1/28" alone in its place means, a fraction or an amount elsewhere."""
    match = re.fullmatch(r"\s*(\d{1,2})/(\d{1,2})\s*", text, re.ASCII)
    if match is None:
        return None
    month, day = int(match[1]), int(match[2])
    readings = [(m, d) for m, d in ((month, day), (day, month)) if _day(2024, m, d)]
    if not readings:
        return None
    return WrittenDate(month=readings[0][0], day=readings[0][1], swapped=readings[1] if readings[1:] else None)


def _numeric(first: int, second: int, year: str, parting: str, *, known: bool | None) -> WrittenDate:
    full = int(year) + (2000 if len(year) == 2 else 0)  # noqa: PLR2004 - two digits of this century
    day_first = parting == "." or first > 12 or (known is True and second <= 12)  # noqa: PLR2004 - months
    day, month = (first, second) if day_first else (second, first)
    both = known is None and first <= 12 and second <= 12 and parting != "." and first != second  # noqa: PLR2004
    return WrittenDate(year=full, month=month, day=day, swapped=(day, month) if both else None)


def _without_year(first: int, second: int, *, known: bool | None) -> WrittenDate | None:
    """Return the day of "07/10": its month stands first unless the text puts the day there, or no month is so late."""
    readings = [(first, second), (second, first)]
    likely = [(month, day) for month, day in readings[:: -1 if known else 1] if _day(2024, month, day)]
    return WrittenDate(month=likely[0][0], day=likely[0][1]) if likely else None


def _day(year: int, month: int, day: int) -> dt.date | None:
    if year not in _YEARS:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
