"""A written time to its parts: date, clock, range, zone, 'about'. Its neighbours settle later what it means."""

from __future__ import annotations

import datetime as dt
import re

from msgspec import Struct
from msgspec.structs import replace

from pmexport.reader.time_patterns import patterns
from pmexport.reader.vocabulary import Vocabulary
from pmexport.reader.written_dates import WrittenDate, of_match
from pmexport.reader.zones import Zone, city, zone


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


_HOURS = ("hour", "bare", "dot_h", "fr_h", "four_h", "oc_h")
_MINUTES = ("minute", "", "dot_m", "fr_m", "four_m", "")
_CLOSERS = re.compile(r"(?:[\s)\]}*`]|(?<!\s)['\"])*")
_PARTING = re.compile(r"\s*(?:[-–—:：|→>~»·]+|…|\.{3}|=(?=\s)|[─-╿]+|,|\.(?=\s)|;|、|/(?=\s)|=+>)?[\s]*")
_ELSEWHERE = re.compile(r"\s*[/(|]\s*(?=[~≈]?\d)")
"""What stands before the same moment on another clock: "10:00 UTC (12:00 CEST)"."""
_HYPHENS = str.maketrans({"\u2010": "-", "\u2011": "-", "\u2212": "-", "\u00a0": " ", "\u202f": " "})
"""Characters that an office program puts for a hyphen or a space; each is one for one."""
_CITY = re.compile(r"\s+([A-Z][A-Za-z]+(?: [A-Z][a-z]+)?)(?=\s+(?:time\b|[-–—:])|\s*:)")
_TRAILING_TIME = re.compile(r"\s+(?:local\s+)?time\b(?=\s*[-–—:,|)]|\s*$)", re.IGNORECASE)


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
        if found.keys() & set(_HOURS):
            return self._clock(found, match)
        date = of_match(found, self._is.months, day_first=self._day_first)
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
        return bool(re.match(r"\s*(?:[-–—:]\s|\S*\s*$)", self._text[at:])) or any(
            bool(what.match(self._text, at)) for what in (self._is.zone, self._is.clock)
        )

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
            clock = any(match.group(name) for name in (*_HOURS, "blank"))
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
        if match := self._is.vague.match(text, at):
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
        if clock is None or not any(clock.group(name) for name in _HOURS):
            return 0
        named = self._is.zone.match(self._text, clock.end())
        return named.end() if named and zone(named["name"]) else 0


def _clock(found: dict[str, str]) -> Clock:
    for hour, minute in (
        ("hour", "minute"),
        ("dot_h", "dot_m"),
        ("fr_h", "fr_m"),
        ("four_h", "four_m"),
        ("bare", ""),
        ("oc_h", ""),
    ):
        if hour in found:
            hours, minutes = int(found[hour]), int(found.get(minute) or 0)
            break
    half = (found.get("half") or found.get("barehalf") or found.get("dothalf") or "").lower()
    half = half or {"午前": "a", "午後": "p"}.get(found.get("ja_half", ""), "")
    if half and hours <= 12:  # noqa: PLR2004 - "13:06 PM" is seen; the hour alone says it
        hours = hours % 12 + (12 if half == "p" else 0)
    return Clock(hour=hours % 24, minute=minutes, second=int(found.get("second") or 0), half=bool(half))


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
