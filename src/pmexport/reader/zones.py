"""Which time zone a written name means."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from msgspec import Struct

from pmexport.reader.vocabulary import read_words

_OFFSET = r"(?:utc|gmt)?\s*([+-−])(\d{1,2})(?::?([0-5]\d))?$"
_IANA = re.compile(r"[A-Za-z_]+/[A-Za-z_]+(?:/[A-Za-z_]+)?$")


class Zone(Struct, frozen=True):
    """A zone as written; `rules` is None where the name means more than one zone."""

    name: str
    rules: dt.tzinfo | None


def zone(name: str) -> Zone | None:
    """Return the zone that `name` writes: an abbreviation, an offset, an IANA name; None where it is no zone."""
    plain = " ".join(name.split())
    target = _names().get(plain.casefold())
    if target is not None:
        return Zone(plain, _rules(target))
    if match := re.match(_OFFSET, plain, re.IGNORECASE):
        sign, hours, minutes = match.groups()
        distance = dt.timedelta(hours=int(hours), minutes=int(minutes or 0))
        if distance >= dt.timedelta(hours=15):
            return None
        return Zone(plain, dt.timezone(distance if sign == "+" else -distance))
    if _IANA.match(plain) and (rules := _rules(plain)):
        return Zone(plain, rules)
    return None


class Doubt(Struct, frozen=True):
    """What makes a zone uncertain, for the author."""

    code: str
    message: str
    hint: str


def same(named: Zone | None, told: Zone | None) -> Zone | None:
    """Return `named`, or the zone `told` for all where `named` has several meanings and this is one of them."""
    if named is None or named.rules is not None or told is None or told.rules is None:
        return named
    seasons = {dt.datetime(2000, month, 1, tzinfo=told.rules).tzname() for month in (1, 7)}
    return Zone(named.name, told.rules) if named.name.upper() in seasons else named


def doubt(where: Zone, moment: dt.datetime) -> Doubt | None:
    """Return what is uncertain of a `moment` told in the zone `where`: a name of several zones, or of another season.

    Who writes PST in July means the time on the clock there, which is PDT: so it is read.
    """
    if where.rules is None:
        return Doubt(
            "zone-ambiguous",
            f"“{where.name}” is the name of more than one time zone, so these times are kept without one",
            "write the offset, as in UTC+5:30, or a name such as Asia/Kolkata; --timezone gives it from outside",
        )
    local = moment.tzname() or ""
    seasons = {moment.replace(month=month, day=1).tzname() for month in (1, 7)}
    if where.name.upper() not in seasons or where.name.upper() == local:
        return None
    return Doubt(
        "zone-season",
        f"“{where.name}” is not the time of {moment:%Y-%m-%d}, when {local} holds; it is read as the local time there",
        f"write {local}, or UTC",
    )


@cache
def city(name: str) -> Zone | None:
    """Return the zone named after the city `name`, as in "16:37 Denver"."""
    place = name.strip().title().replace(" ", "_")
    for area in read_words("zones")["areas"]["names"].split("|"):
        if rules := _rules(f"{area.strip()}/{place}"):
            return Zone(name, rules)
    return None


@cache
def pattern() -> str:
    """Return a regular expression for every zone name, offset and IANA name that can follow a time."""
    names = sorted(map(re.escape, _names()), key=len, reverse=True)
    area = "|".join(name.strip() for name in read_words("zones")["areas"]["names"].split("|"))
    return (
        rf"(?:(?:{'|'.join(names)})(?![\w/])(?:\s*[+-]\d{{1,2}}(?::?\d\d)?(?!\w|:\d))?"
        # "09:00-11:30" is a range; only after seconds, or in ISO 8601's form, is "-11:30" an offset.
        rf"|(?:\+\d\d:?|-\d\d|(?:(?<=:\d\d:\d\d)|(?<=T\d\d:\d\d))-\d\d:)\d\d(?!\w|:\d)"
        rf"|(?:{area}|US)/[A-Za-z_]+)"
    )


@cache
def _names() -> dict[str, str]:
    words = read_words("zones")
    found = {name.strip(): target for target, names in words["zones"].items() for name in names.split("|")}
    return found | {name.strip(): "" for name in words["ambiguous"]["names"].split("|")}


@cache
def _rules(name: str) -> dt.tzinfo | None:
    if name == "UTC":
        return dt.UTC
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
