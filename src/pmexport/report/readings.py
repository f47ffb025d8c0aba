"""Readings in percent found in the events, for the chart's second panel."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pmexport.model.postmortem import TimelineEvent
from pmexport.model.prose import text_of
from pmexport.model.report import Reading, ReadingSeries
from pmexport.report.words import Words

_FEWEST = 4
_HUNDRED = 100.0
_UNIT = re.compile(r"[\s,]*[(\[]?\s*%\s*[)\]]?")
_PERCENT = re.compile(r"(?P<bound>[<>≤≥]\s*)?(?P<value>\d{1,3}(?:\.\d+)?)\s?%")


def readings(events: Sequence[TimelineEvent], words: Words) -> ReadingSeries | None:
    """Return the one quantity that at least four dated events give in percent, in words or in a column; or None.

    An event counts when it names the quantity and holds exactly one percentage, between 0 and 100 (issue 4: only what
    can be read with certainty).
    """
    for quantity in words.sought("readings", "quantities"):
        found = [reading for event in events if (reading := _reading(event, quantity, words))]
        if len(found) >= _FEWEST:
            name = _longest_name((event.text for event in events), quantity, words.sought("readings", "no_names"))
            return ReadingSeries(
                name=f"{name[:1].upper()}{name[1:]}, %",
                note=words.say("timeline", "readings"),
                readings=tuple(sorted(found, key=lambda reading: reading.at)),
            )
    return _from_columns(events, words)


def _from_columns(events: Sequence[TimelineEvent], words: Words) -> ReadingSeries | None:
    """Return the readings of the first further column of the timeline that gives at least four, or None."""
    labels = dict.fromkeys(detail.label for event in events for detail in event.details)
    for label in labels:
        found = [reading for event in events if (reading := _of_column(event, label, words))]
        if len(found) >= _FEWEST:
            name = _UNIT.sub("", label).strip()
            return ReadingSeries(
                name=f"{name}, %",
                note=words.say("timeline", "readings"),
                readings=tuple(sorted(found, key=lambda reading: reading.at)),
            )
    return None


def _of_column(event: TimelineEvent, label: str, words: Words) -> Reading | None:
    """Return the reading in the column `label`: a percentage and nothing else; its sign may stand in the heading."""
    written = next((text_of(detail.value).strip() for detail in event.details if detail.label == label), "")
    if event.start is None or not written:
        return None
    match = _PERCENT.fullmatch(written if written.endswith("%") or "%" not in label else f"{written}%")
    if match is None or float(match["value"]) > _HUNDRED:
        return None
    shown = f"{(match['bound'] or '').strip()} {words.number(float(match['value']))}".strip()
    return Reading(at=event.start, value=float(match["value"]), label=words.say("readings", "value", value=shown))


def _reading(event: TimelineEvent, quantity: str, words: Words) -> Reading | None:
    if event.start is None or quantity not in event.text.casefold():
        return None
    percentages = list(_PERCENT.finditer(event.text))
    if len(percentages) != 1:
        return None
    value = float(percentages[0]["value"])
    if value > _HUNDRED:
        return None
    bound = (percentages[0]["bound"] or "").strip()
    label = f"{bound} {words.number(value)}".strip()
    return Reading(at=event.start, value=value, label=words.say("readings", "value", value=label))


def _longest_name(texts: Iterable[str], quantity: str, no_part_of_a_name: Sequence[str]) -> str:
    """Return the quantity with the word before it, where an event has one: payment success rate."""
    pattern = re.compile(rf"(?:\b([A-Za-z][\w-]*) )?{re.escape(quantity)}", re.IGNORECASE)
    names = [match[0] for text in texts for match in pattern.finditer(text)]
    plain = [name for name in names if name.partition(" ")[0].casefold() not in no_part_of_a_name]
    return max(plain or [quantity], key=len).lower()
