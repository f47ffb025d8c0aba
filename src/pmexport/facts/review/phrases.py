"""How a message says a length of time, a moment and a day."""

from __future__ import annotations

import datetime as dt
import re

from pmexport.model.facts import Anchor

_UNITS = ((86_400, "day"), (3_600, "hour"), (60, "minute"), (1, "second"))
_LONGEST = 60
_ADDRESS = re.compile(r":?\s*\(?https?://\S+")
_CLOSE = 300


def length(seconds: int) -> str:
    """Return a length with its two largest units: ``2 hours 34 minutes``."""
    rest = round(abs(seconds))
    said: list[str] = []
    for size, name in _UNITS:
        count, rest = divmod(rest, size)
        if count and len(said) < 2:  # noqa: PLR2004 - two units are as exact as a reader wants
            said.append(f"{count} {name}{'s' if count > 1 else ''}")
        elif said:
            break
    return " ".join(said) or "0 minutes"


def event(anchor: Anchor, other: Anchor | None = None) -> str:
    """Return an event as ``14:26 “Automated alert” (line 54)``, with its date where `other` is on another day."""
    form = "%Y-%m-%d %H:%M" if other and other.at.date() != anchor.at.date() else "%H:%M"
    form += " %Z" if other and other.at.utcoffset() != anchor.at.utcoffset() else ""
    if not anchor.line:
        return anchor.at.strftime(form)
    return f"{anchor.at.strftime(form)} “{short(anchor.text)}” (line {anchor.line})"


def moment(at: dt.datetime, other: dt.datetime) -> str:
    """Return ``14:26``, with its date where `other` is on another day."""
    return f"{at:%H:%M}" if at.date() == other.date() else f"{at:%Y-%m-%d %H:%M}"


def short(text: str) -> str:
    """Return `text` without addresses, cut at a word where it is long."""
    plain = " ".join(_ADDRESS.sub("", text).split()) or " ".join(text.split())
    if len(plain) <= _LONGEST:
        return plain
    return f"{plain[:_LONGEST].rsplit(' ', 1)[0].rstrip(',;:')}…"


def listed(words: list[str]) -> str:
    """Return ``one, two and three``."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def day(date: dt.date) -> str:
    """Return a day with its weekday: ``Wednesday 2025-10-08``."""
    return f"{weekday(date.isoweekday())} {date.isoformat()}"


def weekday(number: int) -> str:
    """Return the name of an ISO weekday."""
    return ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[number - 1]


def before(one: dt.datetime, other: dt.datetime) -> bool:
    """Tell whether `one` comes before `other`; where only one of them has a zone, their clocks are compared."""
    if (one.tzinfo is None) != (other.tzinfo is None):
        return one.replace(tzinfo=None) < other.replace(tzinfo=None)
    return one < other


def close(one: dt.datetime, other: dt.datetime) -> bool:
    """Tell whether the two are the same but for rounding to five minutes."""
    if (one.tzinfo is None) != (other.tzinfo is None):
        one, other = one.replace(tzinfo=None), other.replace(tzinfo=None)
    return abs((one - other).total_seconds()) <= _CLOSE
