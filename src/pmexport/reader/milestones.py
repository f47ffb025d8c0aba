"""Which events are milestones, and which words decided."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from pmexport.model.postmortem import TimelineEvent
from pmexport.model.terms import Milestone
from pmexport.reader.vocabulary import Words, key, read_words

_MARKER = 100
_TEXT = 400


class Match(Struct, frozen=True):
    """An event's claim to be a milestone."""

    milestone: Milestone
    weight: int
    words: str


class Window(Struct, frozen=True):
    """The span of impact that the author tells, and the words that tell it."""

    start: dt.time
    end: dt.time
    words: str


Chosen = dict[Milestone, tuple[int, str]]


def mark(events: list[TimelineEvent], window: Window | None = None) -> list[TimelineEvent]:
    """Return `events` with their milestones; an event whose column names its milestone keeps it."""
    claims = [_claims(event) for event in events]
    chosen: Chosen = {
        event.milestone: (number, event.basis or "")
        for number, event in reversed(list(enumerate(events)))
        if event.milestone
    }
    _impact_and_detection(events, claims, chosen, window)
    _change(events, claims, chosen)
    for milestone in (Milestone.DECLARED, Milestone.ACKNOWLEDGED, Milestone.CAUSE_FOUND):
        _first_heaviest(claims, chosen, milestone)
    _resolved(claims, chosen)
    _mitigated(events, claims, chosen)
    _drop_what_contradicts(events, chosen)
    marked = list(events)
    for milestone, (number, basis) in chosen.items():
        marked[number] = replace(marked[number], milestone=milestone, basis=basis)
    return marked


def named(label: str) -> Milestone | None:
    """Return the milestone that a column's cell names: "Detected", "RESOLVED"."""
    return _names().get(key(label))


@cache
def _names() -> dict[str, Milestone]:
    found = {key(str(milestone)): milestone for milestone in Milestone}
    return found | {
        "impact": Milestone.IMPACT_START,
        "start": Milestone.IMPACT_START,
        "detection": Milestone.DETECTED,
        "ack": Milestone.ACKNOWLEDGED,
        "mitigation": Milestone.MITIGATED,
        "resolution": Milestone.RESOLVED,
        "diagnosed": Milestone.CAUSE_FOUND,
        "deploy": Milestone.CHANGE,
    }


@cache
def _patterns() -> tuple[tuple[Milestone, int, re.Pattern[str]], ...]:
    words = read_words("milestones")
    found = [
        (Milestone(name), int(weight), re.compile(pattern))
        for name, table in words.items()
        if name not in {"negated", "signs"}
        for weight, pattern in table.items()
    ]
    return tuple(sorted(found, key=lambda entry: -entry[1]))


@cache
def _sign(table: str, name: str) -> re.Pattern[str]:
    words: Words = read_words("milestones")
    return re.compile(words[table][name], re.IGNORECASE)


def _claims(event: TimelineEvent) -> dict[Milestone, Match]:
    """Return the heaviest claim of `event` to each milestone."""
    if event.milestone is not None:
        return {}
    text = event.text[:_TEXT].casefold().replace("\\", "")
    failed, begun = _sign("negated", "failed").search(text), _sign("negated", "begun").search(text)
    undone = _sign("negated", "undone").search(text)
    found: dict[Milestone, Match] = {}
    for milestone, weight, pattern in _patterns():
        if milestone in found or not (match := pattern.search(text)):
            continue
        if weight < _MARKER and _does_not_count(milestone, weight, failed=failed, begun=begun, undone=undone):
            continue
        if milestone is Milestone.RESOLVED and _sign("negated", "partly").search(text):
            continue
        found[milestone] = Match(milestone, weight, match.group().strip(" :[]"))
    return found


def _does_not_count(
    milestone: Milestone,
    weight: int,
    *,
    failed: re.Match[str] | None,
    begun: re.Match[str] | None,
    undone: re.Match[str] | None,
) -> bool:
    match milestone:
        case Milestone.MITIGATED:
            return bool(failed or (begun and weight < 80))  # noqa: PLR2004 - a weight of the data file
        case Milestone.RESOLVED:
            return bool(failed)
        case Milestone.CHANGE:
            return bool(undone or failed)
        case _:
            return False


def _first_heaviest(
    claims: list[dict[Milestone, Match]], chosen: Chosen, milestone: Milestone, *, least: int = 0
) -> None:
    """Choose the event with the heaviest claim, the first of several, unless it is another milestone already."""
    if milestone in chosen:
        return
    taken = {number for number, _ in chosen.values()}
    best: tuple[int, Match] | None = None
    for number, found in enumerate(claims):
        match = found.get(milestone)
        if match and number not in taken and match.weight >= least and (best is None or match.weight > best[1].weight):
            best = (number, match)
    if best:
        chosen[milestone] = (best[0], _why(best[1]))


def _impact_and_detection(
    events: list[TimelineEvent], claims: list[dict[Milestone, Match]], chosen: Chosen, window: Window | None
) -> None:
    """Impact starts where the text says so; an alert detects before a person does, and one event is not both."""
    if window and Milestone.IMPACT_START not in chosen:
        at = next((n for n, event in enumerate(events) if event.start and _clock(event) == window.start), None)
        if at is not None and events[at].milestone is None:
            chosen[Milestone.IMPACT_START] = (at, f"the summary’s words “{window.words}”")
    _first_heaviest(claims, chosen, Milestone.IMPACT_START, least=70)
    if Milestone.IMPACT_START in chosen and Milestone.DETECTED not in chosen:
        start = events[chosen[Milestone.IMPACT_START][0]].start
        for number, event in enumerate(events):
            if start and event.start and _before(event.start, start):
                claims[number].pop(Milestone.DETECTED, None)
    for found in claims:
        stronger = found.get(Milestone.ACKNOWLEDGED)
        if stronger and stronger.weight >= 90:  # noqa: PLR2004 - "acknowledges the alert" is no alert
            found.pop(Milestone.DETECTED, None)
    _first_heaviest(claims, chosen, Milestone.DETECTED)
    if Milestone.IMPACT_START not in chosen and Milestone.DETECTED in chosen:
        limit = chosen[Milestone.DETECTED][0]
        early = [found if number < limit else {} for number, found in enumerate(claims)]
        _first_heaviest(early, chosen, Milestone.IMPACT_START)
        if Milestone.IMPACT_START not in chosen:
            early = [
                {Milestone.IMPACT_START: found[Milestone.DETECTED]}
                if number < limit and Milestone.DETECTED in found
                else {}
                for number, found in enumerate(claims)
            ]
            _first_heaviest(early, chosen, Milestone.IMPACT_START)


def _why(match: Match) -> str:
    return f"the {'marker' if match.weight >= _MARKER else 'words'} “{match.words}”"


def _clock(event: TimelineEvent) -> dt.time:
    assert event.start is not None  # noqa: S101 - the caller has looked
    return event.start.time().replace(second=0, microsecond=0)


def _change(events: list[TimelineEvent], claims: list[dict[Milestone, Match]], chosen: Chosen) -> None:
    """Choose the change: the last deployment before the impact, or before it was noticed."""
    limit = chosen.get(Milestone.IMPACT_START) or chosen.get(Milestone.DETECTED)
    if Milestone.CHANGE in chosen or limit is None:
        return
    taken = {number for number, _ in chosen.values()}
    for number in range(min(limit[0], len(events)) - 1, -1, -1):
        match = claims[number].get(Milestone.CHANGE)
        if match and number not in taken:
            chosen[Milestone.CHANGE] = (number, _why(match))
            return


def _resolved(claims: list[dict[Milestone, Match]], chosen: Chosen) -> None:
    """Choose the end: the last of the heaviest claims, since an incident can be over twice."""
    if Milestone.RESOLVED in chosen:
        return
    taken = {number for number, _ in chosen.values()}
    best: tuple[int, Match] | None = None
    for number, found in enumerate(claims):
        match = found.get(Milestone.RESOLVED)
        if match and number not in taken and (best is None or match.weight >= best[1].weight):
            best = (number, match)
    if best:
        chosen[Milestone.RESOLVED] = (best[0], _why(best[1]))


def _mitigated(events: list[TimelineEvent], claims: list[dict[Milestone, Match]], chosen: Chosen) -> None:
    """Choose what the author calls mitigated, else the last step before the first sign of recovery or the end."""
    if Milestone.MITIGATED in chosen:
        return
    start = max((chosen[m][0] for m in (Milestone.IMPACT_START, Milestone.DETECTED) if m in chosen), default=-1)
    end = chosen[Milestone.RESOLVED][0] if Milestone.RESOLVED in chosen else len(events)
    taken = {number for number, _ in chosen.values()}
    steps = [
        (number, found[Milestone.MITIGATED])
        for number, found in enumerate(claims)
        if Milestone.MITIGATED in found and start < number < end and number not in taken
    ]
    said = [step for step in steps if step[1].weight >= 80]  # noqa: PLR2004 - a weight of the data file
    if said:
        heaviest = max(said, key=lambda step: step[1].weight)
        chosen[Milestone.MITIGATED] = (heaviest[0], _why(heaviest[1]))
        return
    first = steps[0][0] if steps else end
    sign = next((n for n in range(first + 1, end) if _sign("signs", "recovering").search(events[n].text[:_TEXT])), None)
    before = [step for step in steps if sign is None or step[0] < sign]
    if before:
        number, match = before[-1]
        why = f", followed by “{events[sign].text[:60]}”" if sign is not None else ""
        chosen[Milestone.MITIGATED] = (number, f"the words “{match.words}”{why}")


def _drop_what_contradicts(events: list[TimelineEvent], chosen: Chosen) -> None:
    """Take back a guess that stands in the wrong order to a surer one."""
    order = [
        (Milestone.IMPACT_START, Milestone.DETECTED),
        (Milestone.IMPACT_START, Milestone.RESOLVED),
        (Milestone.CHANGE, Milestone.IMPACT_START),
        (Milestone.MITIGATED, Milestone.RESOLVED),
        (Milestone.CAUSE_FOUND, Milestone.RESOLVED),
        (Milestone.ACKNOWLEDGED, Milestone.RESOLVED),
    ]
    for first, second in order:
        if first in chosen and second in chosen:
            a, b = events[chosen[first][0]].start, events[chosen[second][0]].start
            if a and b and _before(b, a):
                weaker = first if first is not Milestone.IMPACT_START else second
                if events[chosen[weaker][0]].milestone is None:
                    del chosen[weaker]


def _before(one: dt.datetime, other: dt.datetime) -> bool:
    if (one.tzinfo is None) != (other.tzinfo is None):
        return one.replace(tzinfo=None) < other.replace(tzinfo=None)
    return one < other


def window_pattern() -> re.Pattern[str]:
    """Return what tells a span of impact within a sentence; its groups are `start` and `end`."""
    return _sign("signs", "window")
