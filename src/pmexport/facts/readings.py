"""What a length in a sentence may be the length of, and whether any of these readings fits the timeline.

A sentence is not matched as a whole: the words right beside the length say how it is tied ("after", "until", "to",
"for"), and the classes of the words that are tied to it say between which events it runs. It is contradicted where no
reading fits.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import product

from msgspec import Struct

from pmexport.facts.mentions import Moment, mentioned, stems
from pmexport.facts.pairs import MARK, Pair, Stated, are_comparable, comparison, distances, nearest, own_event
from pmexport.facts.passages import Form
from pmexport.facts.quantities import Bound
from pmexport.facts.roles import (
    Meant,
    beginnings,
    classes_of,
    context,
    ended,
    endings,
    onsets,
    openings,
    relation,
    started,
)
from pmexport.model.facts import Comparison
from pmexport.model.terms import MetricName, Milestone

_METRICS = {
    Milestone.DETECTED: MetricName.TIME_TO_DETECT,
    Milestone.ACKNOWLEDGED: MetricName.TIME_TO_ACKNOWLEDGE,
    Milestone.DECLARED: MetricName.TIME_TO_DECLARE,
    Milestone.CAUSE_FOUND: MetricName.TIME_TO_FIND_CAUSE,
    Milestone.MITIGATED: MetricName.TIME_TO_MITIGATE,
    Milestone.RESOLVED: MetricName.TIME_TO_RESOLVE,
}
_FAR = 2
_SHORTEST = 60
_NEXT = 4
_QUOTED = 40
_BRACKET = re.compile(rf"\(([^()]{{0,20}}{MARK}[^()]{{0,20}})\)")


class Clause(Struct, frozen=True):
    """The part of a sentence around a length: what stands before and behind it, and what was said just `earlier`."""

    before: str
    behind: str
    earlier: str = ""


class Reading(Struct, frozen=True, kw_only=True):
    """Between which events a length may run."""

    starts: Meant
    ends: Meant
    metric: MetricName | None = None


def read(stated: Stated, moments: tuple[Moment, ...]) -> Comparison | None:
    """Compare `stated` with the readings that its clause has; None where it has none or says nothing of events."""
    if not moments or stated.is_aside() or stated.length.seconds < _SHORTEST:
        return None
    clause = clause_of(stated.text, _previous(stated))
    own = own_event(stated.passage, moments)
    found = _reading(clause, moments, own, is_bound=stated.length.bound is Bound.UNDER)
    if found is None or (stated.passage.form is Form.EVENT and own is None):
        return None
    said = stated.said(_around(stated.text))
    if _is_beyond(clause, stated, found, moments):
        return None
    pairs = [
        Pair(one, two)
        for one, two in product(found.starts.moments, found.ends.moments)
        if are_comparable(one, two) and two.at > one.at
    ]
    if not pairs:
        return None
    sure = found.starts.sure and found.ends.sure
    fitting = next((pair for pair in pairs if said.length.allows(pair.seconds)), None)
    if fitting is not None:
        return comparison(fitting, said, agrees=True, metric=found.metric) if sure else None
    told = pairs[0] if sure and found.metric else nearest(pairs, said)
    return comparison(told, said, agrees=False, metric=found.metric, certain=sure)


def _around(text: str) -> str:
    """Return a few words on either side of the mark, as they are written."""
    before, _, behind = text.partition(MARK)
    start = max(0, len(before) - _QUOTED)
    lead = before[start:] if not start else before[start:].partition(" ")[2]
    tail = behind if len(behind) <= _QUOTED else behind[:_QUOTED].rpartition(" ")[0]
    return f"{lead}{MARK}{tail}"


def _is_beyond(clause: Clause, stated: Stated, found: Reading, moments: tuple[Moment, ...]) -> bool:
    """Tell whether a length, far longer than the timeline, need not be the incident's: how old something was."""
    if (found.starts.sure and found.ends.sure) or context("incident").search(f"{clause.before} {clause.behind}"):
        return False
    span = max((pair.seconds for pair in distances(moments)), default=0)
    return stated.length.seconds > _FAR * span


def _previous(stated: Stated) -> str:
    """Return the sentence before the one that states the length."""
    earlier = [one.text for one in stated.passage.sentences() if one.start < stated.sentence.start]
    return earlier[-1] if earlier else ""


def clause_of(text: str, earlier: str = "") -> Clause:
    """Return the clause of `text` in which the mark for a length stands; a bracket with little else is none."""
    plain = _BRACKET.sub(r" \1 ", text)
    before, _, behind = plain.partition(MARK)
    starts = [one.end() for one in context("breaks").finditer(before)]
    stop = context("breaks").search(behind)
    start = starts[-1] if starts else 0
    return Clause(
        before[start:].strip(" ("),
        (behind[: stop.start()] if stop else behind).strip(" )."),
        before[:start].strip() or earlier,
    )


def _reading(clause: Clause, moments: tuple[Moment, ...], own: Moment | None, *, is_bound: bool) -> Reading | None:
    """Return how the words beside the length tie it to events, None where they do not."""
    tied = _tie().match(clause.behind)
    if tied is not None and (tied["after"] or tied["before"]):
        return _of_tied(tied, clause, moments, own)
    if tied is not None and tied["reach"]:
        return _reached(tied["phrase"], moments)
    if tied is not None and tied["later"]:
        return _of_later(tied, clause, moments)
    if own is not None or is_bound:
        led = _within().search(clause.before)
        return _reached(clause.before[: led.start()], moments) if led and own is None else None
    led = _within().search(clause.before)
    if led:
        before = clause.before[: led.start()]
        if timed := _at_clock().match(clause.behind):
            end = ended(timed["clock"], moments)
            start = started(before, moments) or beginnings(moments)
            return Reading(starts=start, ends=end) if end else None
        if found := _reached(before if classes_of(before) else clause.behind, moments):
            return found
    return _of_state(clause, moments) or _whole(clause, moments)


def _of_state(clause: Clause, moments: tuple[Moment, ...]) -> Reading | None:
    """Return the reading of "builds were halted for so long": from the event that says so to another of the same."""
    named = mentioned(clause.before, moments) if context("lasts").search(clause.before) else None
    if named is None or not named.certain or len(named.moments) > 1:
        return None
    start = named.moments[0]
    words = stems(clause.before)
    ends = tuple(one for one in moments if are_comparable(one, start) and one.at > start.at and one.stems & words)
    return Reading(starts=Meant((start,), sure=True), ends=Meant(ends, sure=True)) if ends else None


def _of_tied(tied: re.Match[str], clause: Clause, moments: tuple[Moment, ...], own: Moment | None) -> Reading | None:
    phrase, _, rest = tied["phrase"].partition(",")
    other = clause.before if classes_of(clause.before) or not rest else rest
    own_meant = Meant((own,), sure=True) if own else None
    if tied["after"]:
        begun = started(phrase, moments)
        done = ended(other, moments) or own_meant or Meant(moments, sure=False)
        return Reading(starts=begun, ends=done) if begun else None
    reached = ended(phrase, moments)
    if reached is None:
        return None
    start = own_meant or _start_of(other, moments) or beginnings(moments, until=_only(phrase))
    return Reading(starts=start, ends=reached, metric=_metric(phrase))


def _of_later(tied: re.Match[str], clause: Clause, moments: tuple[Moment, ...]) -> Reading | None:
    """Return the reading of "The alert fired. An hour later it was over"."""
    before = started(clause.earlier, moments) if clause.earlier else None
    end = ended(tied["phrase"].strip(" ,") or clause.before, moments)
    return Reading(starts=before, ends=end) if before and end else None


def _start_of(phrase: str, moments: tuple[Moment, ...]) -> Meant | None:
    """Return the events that `phrase` says something began with, None where it speaks of the trouble as a whole."""
    return started(phrase, moments) if classes_of(phrase) - {Milestone.IMPACT_START} else None


def _reached(phrase: str, moments: tuple[Moment, ...]) -> Reading | None:
    end = ended(phrase, moments)
    if end is None:
        return None
    start = openings(phrase, end, moments) or beginnings(moments, until=_only(phrase))
    return Reading(starts=start, ends=end, metric=_metric(phrase))


def _whole(clause: Clause, moments: tuple[Moment, ...]) -> Reading | None:
    """Return the reading of a length that the trouble as a whole lasted."""
    text = f"{clause.before} {clause.behind}"
    tied = context("lasts").search(clause.before) or Milestone.IMPACT_START in classes_of(_next_words(clause.behind))
    if Milestone.IMPACT_START not in classes_of(text) or not tied or context("work").search(text):
        return None
    return Reading(starts=onsets(moments), ends=endings(moments), metric=MetricName.DURATION)


def _only(phrase: str) -> Milestone | None:
    classes = classes_of(phrase) - {Milestone.IMPACT_START}
    return next(iter(classes)) if len(classes) == 1 else None


def _metric(phrase: str) -> MetricName | None:
    only = _only(phrase)
    return _METRICS.get(only) if only else None


@cache
def _tie() -> re.Pattern[str]:
    names = ("after", "before", "later", "reach")
    ties = "|".join(rf"(?P<{name}>{relation(name)})" for name in names)
    return re.compile(
        rf"^\W*(?:(?:{relation('filler')})\W+){{0,3}}(?:{ties})(?:\b\s*(?P<phrase>.*))$", re.IGNORECASE | re.DOTALL
    )


@cache
def _within() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{relation('within')})\W*(?:(?:a|the|just|only|total|of)\W+){{0,3}}$", re.IGNORECASE)


@cache
def _at_clock() -> re.Pattern[str]:
    return re.compile(r"^,?\s*(?:at|by|um|kl\.?|à|a\s+las|às)\s+(?P<clock>.+)$", re.IGNORECASE | re.DOTALL)


def _next_words(behind: str) -> str:
    return " ".join(behind.strip(" -").split()[:_NEXT])
