"""A written time to its parts: date, clock, range, zone, 'about'. Its neighbours settle later what it means."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from pmexport.reader.vocabulary import Vocabulary, load
from pmexport.reader.zones import Zone, city, pattern, zone


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


class Clock(Struct, frozen=True, kw_only=True):
    """A time of day. `half` says whether am or pm was written; without it a 12-hour clock leaves two readings."""

    hour: int
    minute: int
    second: int = 0
    half: bool = False

    def time(self) -> dt.time:
        """Return the time of day."""
        return dt.time(self.hour, self.minute, self.second)


class Stamp(Struct, frozen=True, kw_only=True):
    """Everything a written time says. `text` is that time as written, `length` how far it and what parts it go.

    `elapsed` are seconds since the start for times such as T+5; `unknown` says that blanks stand for digits.
    """

    date: WrittenDate | None = None
    clock: Clock | None = None
    end_date: WrittenDate | None = None
    end_clock: Clock | None = None
    zone: Zone | None = None
    approximate: bool = False
    unknown: bool = False
    elapsed: int | None = None
    text: str = ""
    length: int = 0


_CLOSE = 200
_ISO = (
    r"(?P<iso_y>\d{4})(?P<iso_s>[-/.])(?P<iso_m>\d{1,2}|\?\?|xx)(?P=iso_s)(?P<iso_d>\d{1,2}|\?\?|xx)(?![\d?])"
    r"(?:T(?=\d))?"
)
_ODD = r"(?P<odd>\d{5}-\d\d-\d\d|\d\d[/.-]\d\d[/.-]\d{3}(?!\d))"
_NUMERIC = r"(?P<num_a>\d{1,2})(?P<num_s>[./-])(?P<num_b>\d{1,2})(?P=num_s)(?P<num_y>\d{4}|\d{2})(?![\d.])"
_JAPANESE = r"(?:(?P<ja_y>\d{4})年)?(?P<ja_m>\d{1,2})月(?P<ja_d>\d{1,2})日"
_SHORT = (
    r"(?P<sh_a>[0-2]?\d|3[01])(?P<sh_s>[/.])(?P<sh_b>[0-2]?\d|3[01])(?:(?<!\.\d)(?<!\.\d\d)|\.|(?=\s*[-–—]))"
    r"(?=[\s,]+(?:at\s+)?\d{1,2}(?:[:.]\d\d|[hH]\d\d\b)"
    r"|(?:\s+\w{1,5}\s+|\s*[-–—]\s*)\d{1,2}(?P=sh_s)\d{1,2}(?P=sh_s)\d{4})"
    r"|(?P<da_m>0[1-9]|1[0-2])-(?P<da_d>[0-2]\d|3[01])(?=T?\s*~?\d\d:\d\d)"
)
"""A day without a year, known as one by what stands behind it: a time of day, or the last day of a span."""
_HALF = r"(?:\s*(?P<{0}half>[ap])\.?\s?m\b\.?)"
_CLOCK = (
    r"(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d|\?\?)(?::(?P<second>[0-5]\d)(?:[.,]\d+)?)?(?!\d|:\d)"
    + _HALF.format("")
    + "?(?:\\s*h(?:rs)?\\b)?"
)
_BARE_HALF = r"(?P<bare>1[0-2]|0?[1-9])" + _HALF.format("bare")
_DOTTED = r"(?P<dot_h>[01]?\d|2[0-3])\.(?P<dot_m>[0-5]\d)(?![\d.]|\s*\w?%)" + _HALF.format("dot") + "?"
_FRENCH = r"(?P<fr_h>[01]?\d|2[0-3])\s?[hH時](?P<fr_m>[0-5]\d)?(?:分|(?![\w]))"
_FOUR = r"(?P<four_h>[01]\d|2[0-3])(?P<four_m>[0-5]\d)(?=\s*(?:h\b|hrs\b|hours\b|Z\b|UTC\b|GMT\b|\s*[-–:]\s))"
_BLANK = r"(?P<blank>\?\?:\?\?|[?-]{2}:[?-]{2}|\bhh:mm(?::ss)?\b|\d\d:XX|XX:XX|(?:HH|hh):\d\d)"
_ELAPSED = (
    r"(?P<el>T\s?[+-]?\s?\d+(?::\d\d(?::\d\d)?)?|\+\d{1,3}:\d\d(?::\d\d)?|\+\s?\d+(?=\s?(?:m|h|s|min)))"
    r"(?P<el_u>\s?(?:minutes?|min|hours?|hrs?|h|m|s|sec|seconds?))?\b"
)


_UNTIL = r"(?:[-–](?P<{}_e>\d{{1,2}})(?:st|nd|rd|th|\.)?(?!\d|:\d|\s*[ap]\.?m\b))?"
"""The last day of a span such as "July 25-26"."""
_COMPACT = r"(?P<cm_y>20\d\d)(?P<cm_m>0[1-9]|1[0-2])(?P<cm_d>0[1-9]|[12]\d|3[01])(?!\w|[-.:]\d)"


class _Patterns(Struct, frozen=True):
    """The regular expressions made from a vocabulary."""

    token: re.Pattern[str]
    before: re.Pattern[str]
    link: re.Pattern[str]
    span: re.Pattern[str]
    zone: re.Pattern[str]
    near: re.Pattern[str]
    after: re.Pattern[str]
    months: dict[str, int]


@cache
def _patterns(languages: tuple[str, ...]) -> _Patterns:
    words = load(*languages)
    told, months, days = words.time_words, words.months, words.weekdays
    month = "|".join(sorted((re.escape(name) for name in months), key=len, reverse=True))
    named = (
        rf"(?P<md_m>{month})\.?(?:\s+|(?=\d{{1,2}},?\s+\d{{4}}))(?P<md_d>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|:\d){_UNTIL.format('md')}(?:,?\s+(?P<md_y>\d{{4}})(?!\d|:\d))?"
        rf"|(?P<dm_d>\d{{1,2}})(?:st|nd|rd|th|\.|er)?{_UNTIL.format('dm')}(?:\s+(?:of|de)\s+|\s*[-\s]\s*)(?P<dm_m>{month})\b\.?"
        r"(?:,?\s*(?:(?:de|-)\s*)?(?P<dm_y>\d{4})(?!\d|:\d))?"
    )
    day = "|".join(sorted(map(re.escape, days), key=len, reverse=True))
    token = "|".join(
        [
            _ISO,
            _ODD,
            _NUMERIC,
            _JAPANESE,
            named,
            _ELAPSED,
            _CLOCK,
            _BLANK,
            _SHORT,
            _BARE_HALF,
            _FRENCH,
            _DOTTED,
            _FOUR,
            _COMPACT,
            rf"(?P<weekday>(?:{day})\b\.?)",
        ]
    )
    return _Patterns(
        token=re.compile(rf"(?<![^\WT])(?:{token})", re.IGNORECASE),
        before=re.compile(rf"(?:{_any(told['before'])})\b\s*", re.IGNORECASE),
        link=re.compile(
            rf"(?:[\s(\[{{*`'\"]|(?:{_any(told['links'])})(?![^\W\d_])|[,|)\]}}]|:\s+(?=\d))*", re.IGNORECASE
        ),
        span=re.compile(rf"[\s)\]]*(?:{_any(told['range'])})[\s(\[]*", re.IGNORECASE),
        zone=re.compile(rf"[\s(\[]*(?P<name>{pattern()})[)\]]*", re.IGNORECASE),
        near=re.compile(rf"[\s(\[]*(?:{_any(told['approximate'])})[\s)\]]*", re.IGNORECASE),
        after=re.compile(rf"\s*(?:{_any(told['after'])})(?![^\W_])\.?", re.IGNORECASE),
        months=months,
    )


def _any(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def patterns(words: Vocabulary) -> _Patterns:
    """Return the expressions for `words`, made once."""
    return _patterns(words.languages)


_CLOSERS = re.compile(r"[\s)\]}*`'\"]*")
_PARTING = re.compile(r"\s*(?:[-–—:：|→>~»·]+|…|\.{3}|=(?=\s)|[─-╿]+|,|\.(?=\s)|;|、|/(?=\s)|=+>)?[\s]*")
_ELSEWHERE = re.compile(r"\s*[/(|]\s*(?=[~≈]?\d)")
"""What stands before the same moment on another clock: "10:00 UTC (12:00 CEST)"."""
_HYPHENS = str.maketrans({"\u2010": "-", "\u2011": "-", "\u2212": "-", "\u00a0": " ", "\u202f": " "})
"""Characters that an office program puts for a hyphen or a space; each is one for one."""
_CITY = re.compile(r"\s+([A-Z][A-Za-z]+(?: [A-Z][a-z]+)?)(?=\s+(?:time\b|[-–—:])|\s*:)")
_TRAILING_TIME = re.compile(r"\s+(?:local\s+)?time\b(?=\s*[-–—:,|)]|\s*$)", re.IGNORECASE)


_ORDERED = re.compile(r"(?<![\d./-])(\d{1,2})[/-](\d{1,2})[/-](?:\d{4}|\d{2})(?![\d./-])")


def day_comes_first(text: str) -> bool | None:
    """Return whether a document's dates such as 25/04/2024 put the day first; None where none of them tells."""
    pairs = [(int(first), int(second)) for first, second in _ORDERED.findall(text)]
    day, month = any(first > 12 for first, _ in pairs), any(second > 12 for _, second in pairs)  # noqa: PLR2004 - months
    return day if day != month else None


def scan(text: str, words: Vocabulary) -> Stamp | None:
    """Return the time that `text` begins with, or None."""
    return _Scanner(text, words).read()


class _Scanner:
    """Reads one time, token by token, in whatever order they stand."""

    def __init__(self, text: str, words: Vocabulary) -> None:
        self._text = text.translate(_HYPHENS)
        self._is = patterns(words)
        self._day_first = words.day_first
        self._at = 0
        self._got = Stamp()
        self._range = False

    def read(self) -> Stamp | None:
        start = self._lead()
        self._at = start
        end = start
        while self._token():
            while self._suffix():
                pass
            end = self._at
            self._bridge()
        self._at = end
        got = self._got
        if not (got.date or got.clock or got.unknown or got.elapsed is not None):
            return None
        return self._closed()

    def _lead(self) -> int:
        at = self._skip(re.compile(r"[\s(\[{*`'\"]*"), 0)
        for _ in range(3):
            if near := self._is.near.match(self._text, at):
                if near.group().strip(" ([").isalpha() and not self._text[near.end() - 1].isspace():
                    break
                self._got = replace(self._got, approximate=True)
                at = near.end()
            elif (before := self._is.before.match(self._text, at)) and before.end() > at:
                at = before.end()
            else:
                break
        return at

    def _skip(self, what: re.Pattern[str], at: int) -> int:
        match = what.match(self._text, at)
        return match.end() if match else at

    def _token(self) -> bool:
        match = self._is.token.match(self._text, self._at)
        if match is None or match.end() == self._at:
            return False
        kept = self._taken(match)
        if kept is None:
            return False
        self._got, self._at = kept, match.end()
        return True

    def _taken(self, match: re.Match[str]) -> Stamp | None:
        got = self._got
        found = {name: value for name, value in match.groupdict().items() if value is not None}
        if "weekday" in found:
            return got
        if "el" in found:
            return None if got.date or got.clock else replace(got, elapsed=_elapsed(found["el"], found.get("el_u", "")))
        if "blank" in found:
            return replace(got, unknown=True)
        if found.keys() & {"hour", "bare", "dot_h", "fr_h", "four_h"}:
            return self._clock(found, match)
        date = _date(found, self._is.months, day_first=self._day_first)
        if date is None:
            return replace(got, unknown=True)
        if self._range and got.end_date is None:
            return replace(got, end_date=date)
        if got.date is not None:
            return None
        last = found.get("md_e") or found.get("dm_e")
        return replace(got, date=date, end_date=replace(date, day=int(last)) if last else got.end_date)

    def _clock(self, found: dict[str, str], match: re.Match[str]) -> Stamp | None:
        got = self._got
        if "dot_h" in found and not ("dothalf" in found or got.date or self._range or self._parted(match.end())):
            return None
        if found.get("minute") == "??":
            return replace(got, unknown=True)
        clock = _clock(found)
        if got.clock is None:
            return replace(got, clock=clock)
        if not self._range or got.end_clock is not None:
            return None
        first = got.clock
        if clock.half and not first.half and first.hour <= 12:  # noqa: PLR2004 - "8:10-8:13 AM" shares its half
            shared = first.hour % 12 + (12 if clock.hour >= 12 else 0)  # noqa: PLR2004
            if (shared, first.minute) <= (clock.hour, clock.minute):
                got = replace(got, clock=Clock(hour=shared, minute=first.minute, second=first.second, half=True))
        return replace(got, end_clock=clock)

    def _parted(self, at: int) -> bool:
        return bool(re.match(r"\s*(?:[-–—:]\s|\S*\s*$)", self._text[at:])) or bool(self._is.zone.match(self._text, at))

    def _suffix(self) -> bool:
        """Take a zone, a city or an 'about' that follows what was read."""
        got = self._got
        if got.clock is None and got.elapsed is None and got.date is None:
            return False
        if (match := self._is.zone.match(self._text, self._at)) and (named := zone(match["name"])) and got.clock:
            self._got, self._at = replace(got, zone=got.zone or named), match.end()
            return True
        if got.clock and not got.zone and (match := _CITY.match(self._text, self._at)) and (named := city(match[1])):
            self._got, self._at = replace(got, zone=named), match.end()
            return True
        return False

    def _bridge(self) -> None:
        """Step over what may stand between two tokens; a dash or 'to' before another time makes a range."""
        got, at = self._got, self._at
        span = self._is.span.match(self._text, at)
        if (
            span
            and (got.clock or got.date)
            and (match := self._is.token.match(self._text, self._skip(self._is.near, span.end())))
        ):
            clock = any(match.group(name) for name in ("hour", "bare", "dot_h", "fr_h", "four_h", "blank"))
            self._range = self._range or not clock or got.clock is not None
            self._at = match.start()
            return
        link = self._is.link.match(self._text, at)
        after = link.end() if link else at
        near = self._is.near.match(self._text, after)
        if near and self._is.token.match(self._text, near.end()):
            self._got, after = replace(got, approximate=True), near.end()
        self._at = after

    def _closed(self) -> Stamp:
        got, at = self._got, self._at
        while self._suffix():
            at = self._at
        if got.zone and (end := self._elsewhere(at)):
            at = end
        text = self._text
        if match := re.compile(
            r"\s*[~≈頃]|\s*\((?:approx\.?|approximately|approximate|estimated|est\.?|TBC|about)\)", re.IGNORECASE
        ).match(text, at):
            got, at = replace(self._got, approximate=True), match.end()
        got = replace(self._got, approximate=self._got.approximate or got.approximate)
        if match := _TRAILING_TIME.match(text, at) or (self._is.after.match(text, at) if got.clock else None):
            at = match.end()
        if got.date and got.end_date and got.date.year is None:
            got = replace(got, date=replace(got.date, year=got.end_date.year))
        written = text[:at].strip(" ([{*`'\"")
        at = self._skip(_PARTING, self._skip(_CLOSERS, at))
        return replace(got, text=written.strip(), length=at)

    def _elsewhere(self, at: int) -> int:
        """Return where the same moment on another clock ends, 0 where none follows."""
        parted = _ELSEWHERE.match(self._text, at)
        clock = self._is.token.match(self._text, self._skip(self._is.near, parted.end())) if parted else None
        if clock is None or not any(clock.group(name) for name in ("hour", "bare", "dot_h", "fr_h", "four_h")):
            return 0
        named = self._is.zone.match(self._text, clock.end())
        return named.end() if named and zone(named["name"]) else 0


def _clock(found: dict[str, str]) -> Clock:
    for hour, minute in (("hour", "minute"), ("dot_h", "dot_m"), ("fr_h", "fr_m"), ("four_h", "four_m"), ("bare", "")):
        if hour in found:
            hours, minutes = int(found[hour]), int(found.get(minute) or 0)
            break
    half = (found.get("half") or found.get("barehalf") or found.get("dothalf") or "").lower()
    if half and hours <= 12:  # noqa: PLR2004 - "13:06 PM" is seen; the hour alone says it
        hours = hours % 12 + (12 if half == "p" else 0)
    return Clock(hour=hours % 24, minute=minutes, second=int(found.get("second") or 0), half=bool(half))


def _date(found: dict[str, str], months: dict[str, int], *, day_first: bool | None) -> WrittenDate | None:
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
    for month, day, year in (("md_m", "md_d", "md_y"), ("dm_m", "dm_d", "dm_y")):
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


def _elapsed(text: str, unit: str) -> int:
    digits = re.sub(r"[^\d:-]", "", text) or "0"
    sign = -1 if digits.startswith("-") else 1
    parts = [int(part) for part in digits.strip("-").split(":") if part]
    match len(parts):
        case 3:
            return sign * (parts[0] * 3600 + parts[1] * 60 + parts[2])
        case 2:
            return sign * (parts[0] * 3600 + parts[1] * 60)
        case _:
            size = {"h": 3600, "s": 1}.get(unit.strip()[:1].lower(), 60)
            return sign * parts[0] * size


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
