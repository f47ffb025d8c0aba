"""What a length in a sentence may be the length of, and whether any of these readings fits the timeline.

The words that a length is tied to are looked up in the timeline, by the words of its events and by classes of words. A
claim is contradicted where a reading has events and none of them fits.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from msgspec import Struct

from pmexport.facts.between import Between, stretch
from pmexport.facts.clocks import clocks, minutes
from pmexport.facts.mentions import Moment, mentioned, stems
from pmexport.facts.pairs import MARK, Stated, are_comparable, comparison, own_event
from pmexport.facts.passages import Form
from pmexport.facts.quantities import Bound, Length
from pmexport.facts.roles import Meant, beginnings, classes_of, ended, endings, onsets, openings, started
from pmexport.facts.ties import Clause, Tie, clause_of, context, is_tied, lasts, ties
from pmexport.model.facts import Comparison
from pmexport.model.terms import MetricName, Milestone

_NEXT = 4
_METRICS = {
    Milestone.DETECTED: MetricName.TIME_TO_DETECT,
    Milestone.ACKNOWLEDGED: MetricName.TIME_TO_ACKNOWLEDGE,
    Milestone.DECLARED: MetricName.TIME_TO_DECLARE,
    Milestone.CAUSE_FOUND: MetricName.TIME_TO_FIND_CAUSE,
    Milestone.MITIGATED: MetricName.TIME_TO_MITIGATE,
    Milestone.RESOLVED: MetricName.TIME_TO_RESOLVE,
}
_FAR = 3
_MUCH_FURTHER = 10
_SHORTEST = 60
_BEYOND_DOUBT, _DETAIL = 100, 300
_QUOTED = 40


class Reading(Struct, frozen=True, kw_only=True):
    """Between which events a length may run."""

    starts: Meant
    ends: Meant
    metric: MetricName | None = None
    alternative: bool = False
    named: bool = False

    @property
    def sure(self) -> bool:
        """Tell whether both ends are."""
        return self.starts.sure and self.ends.sure

    def pairs(self, length: Length) -> Between | None:
        """Return every start with every end that comes after it, where there are any.

        Else every end with every start that comes after it, where both are named and none is `length` away: one that is
        may be told the wrong way round by a reader of few words.
        """
        forth = Between(self.starts.moments, self.ends.moments)
        if forth.first():
            return forth
        back = Between(self.ends.moments, self.starts.moments)
        return back if self.named and back.first() and not any(back.fitting(length)) else None


def read(stated: Stated, moments: tuple[Moment, ...], *, named: bool = False) -> Comparison | None:
    """Compare `stated` with the readings that its clause has; None where it has none or says nothing of events.

    With `named` only such readings count of which both ends are named.
    """
    clause = clause_of(stated.text, _previous(stated))
    if not moments or stated.is_aside(tied=is_tied(clause)) or stated.length.seconds < _SHORTEST:
        return None
    own = own_event(stated.passage, moments)
    if stated.passage.form is Form.EVENT and own is None:
        return None
    said = stated.said(_around(stated.text))
    if has_clocks_of(stated.length, stated.sentence.text):
        return None
    differing: Comparison | None = None
    for found in _readings(clause, moments, own, is_bound=stated.length.bound is Bound.UNDER):
        if differing is not None and not found.alternative:
            break
        if named and not found.named:
            continue
        pairs = found.pairs(stated.length)
        if pairs is None or _is_beyond(clause, stated, found, moments):
            continue
        fitting = next(pairs.fitting(said.length), None)
        if fitting is not None:
            return comparison(fitting, said, agrees=True, metric=found.metric) if found.sure else None
        if found.metric and _is_detail(stated, pairs):
            continue
        told = pairs.first() if found.sure and found.metric else pairs.nearest(said.length.seconds)
        if told is not None and differing is None:
            differing = comparison(told, said, agrees=False, metric=found.metric, certain=found.sure)
    return differing


def has_clocks_of(length: Length, text: str) -> bool:
    """Tell whether `text` itself has two times of day that are as far apart as it says."""
    at = [minutes(one.time) * 60 for one in clocks(text)]
    return any(length.allows(two - one) for one, two in combinations(at, 2) if two > one)


def _around(text: str) -> str:
    """Return a few words on either side of the mark, as they are written."""
    before, _, behind = text.partition(MARK)
    start = max(0, len(before) - _QUOTED)
    lead = before[start:] if not start else before[start:].partition(" ")[2]
    tail = behind if len(behind) <= _QUOTED else behind[:_QUOTED].rpartition(" ")[0]
    return f"{lead}{MARK}{tail}"


def _is_beyond(clause: Clause, stated: Stated, found: Reading, moments: tuple[Moment, ...]) -> bool:
    """Tell whether a length, far longer than the timeline, need not be the incident's: how old something was."""
    span = stretch(moments)
    told = found.sure or (found.metric and context("incident").search(clause.text))
    if told and 0 < stated.length.seconds <= _BEYOND_DOUBT * span:
        return False
    known = found.starts.sure or found.ends.sure
    return not span or stated.length.seconds > (_MUCH_FURTHER if known else _FAR) * span


def _is_detail(stated: Stated, pairs: Between) -> bool:
    """Tell whether a length is so short beside the incident that it can hardly be told of it as a whole."""
    nearest = pairs.nearest(stated.length.seconds)
    return nearest is not None and nearest.seconds > _DETAIL * stated.length.seconds


def _previous(stated: Stated) -> str:
    """Return the sentence before the one that states the length."""
    earlier = [one.text for one in stated.passage.sentences() if one.start < stated.sentence.start]
    return earlier[-1] if earlier else ""


def _readings(clause: Clause, moments: tuple[Moment, ...], own: Moment | None, *, is_bound: bool) -> Iterator[Reading]:
    """Yield how the words beside the length tie it to events; of an event only what ties it to that."""
    others = tuple(one for one in moments if one is not own)
    every = [(tie, _start(tie, others, own), ended(tie.end, others)) for tie in ties(clause, is_bound=is_bound)]
    # Where one way of parting the words names both ends, those that name one only are none.
    parted = any(tie.alternative and start and end for tie, start, end in every)
    for tie, start, end in every:
        if own is not None:
            if tie.said:
                yield Reading(starts=start or _own(own), ends=end if start is None and end else _own(own))
        elif tie.said:
            if (start or end) and (not parted or not tie.alternative or (start and end)):
                yield _of_said(tie, start, end, moments)
        elif end is not None and not context("work").search(clause.before):
            begun = start or openings(f"{tie.start} {tie.end}", end, moments)
            default = beginnings(moments, until=_only(tie.end))
            # "Within five minutes" of what, where nothing says it?
            if begun or not is_bound or (default.sure and (end.sure or not tie.start)):
                yield Reading(starts=begun or default, ends=end, metric=_metric(tie.end))
    if own is None and not is_bound:
        found = _of_state(clause, moments) or _until(clause, moments) or _whole(clause, moments)
        if found:
            yield found


def _of_said(tie: Tie, start: Meant | None, end: Meant | None, moments: tuple[Moment, ...]) -> Reading:
    """Return the reading of a length that lies between two events, of which any may be the one that is not found."""
    anyone = Meant(moments, sure=False)
    default = beginnings(moments, until=_only(tie.end)) if end and not _content(tie.start) else anyone
    if start and end and len(start.moments) == 1 and start.moments == end.moments:
        end = _other(tie.end, start.moments[0], moments)
    named = start is not None and end is not None
    return Reading(starts=start or default, ends=end or anyone, alternative=tie.alternative, named=named)


def _other(phrase: str, start: Moment, moments: tuple[Moment, ...]) -> Meant | None:
    """Return which later event than `start`, of which its words speak first, `phrase` may mean."""
    later = tuple(one for one in moments if are_comparable(one, start) and one.at > start.at)
    found = mentioned(phrase, later)
    return Meant(found.moments, sure=False) if found else None


def _own(moment: Moment) -> Meant:
    return Meant((moment,), sure=True)


def _content(phrase: str) -> bool:
    """Tell whether `phrase` has words that say something."""
    return bool(stems(phrase))


def _start(tie: Tie, moments: tuple[Moment, ...], own: Moment | None = None) -> Meant | None:
    """Return what the start's words mean; where they are a subject only ("the outage", "we"), the end decides.

    An event that is its `own` end may go on behind the words that name the start.
    """
    if not tie.start or (not tie.said and not classes_of(tie.start) - {Milestone.IMPACT_START}):
        named = mentioned(tie.start, moments) if tie.start else None
        return Meant(named.moments, sure=False) if named and named.likely and named.several else None
    found = started(tie.start, moments)
    if own is not None and (found is None or not found.sure):
        found = started(" ".join(tie.start.split()[:_NEXT]), moments) or found
    return found


def _of_state(clause: Clause, moments: tuple[Moment, ...]) -> Reading | None:
    """Return the reading of "builds were halted for so long": from the event that says so to another of the same."""
    named = mentioned(clause.before, moments) if lasts(clause) else None
    if named is None or not named.likely or not named.several:
        return None
    start = min(named.moments, key=lambda one: one.at.replace(tzinfo=None))
    if not named.certain or len(named.moments) > 1:
        # Of several events of the same the others may be its end.
        ends = named.moments if len(named.moments) > 1 else moments
        later = tuple(one for one in ends if are_comparable(one, start) and one.at > start.at)
        return Reading(starts=Meant((start,), sure=False), ends=Meant(later, sure=False)) if later else None
    words = stems(clause.before)
    ends = tuple(one for one in moments if are_comparable(one, start) and one.at > start.at and one.stems & words)
    return Reading(starts=_own(start), ends=Meant(ends, sure=True)) if ends else None


def _until(clause: Clause, moments: tuple[Moment, ...]) -> Reading | None:
    """Return the reading of "it stayed unnoticed for so long", which ends where it was noticed."""
    if not lasts(clause) or not context("until").search(clause.before):
        return None
    end = ended(clause.before, moments)
    return Reading(starts=beginnings(moments, until=_only(clause.before)), ends=end) if end else None


def _whole(clause: Clause, moments: tuple[Moment, ...]) -> Reading | None:
    """Return the reading of a length that the trouble as a whole lasted."""
    tied = lasts(clause) or Milestone.IMPACT_START in classes_of(" ".join(clause.behind.strip(" -").split()[:_NEXT]))
    if Milestone.IMPACT_START not in classes_of(clause.text) or not tied or context("work").search(clause.text):
        return None
    return Reading(starts=onsets(moments), ends=endings(moments), metric=MetricName.DURATION)


def _only(phrase: str) -> Milestone | None:
    classes = classes_of(phrase) - {Milestone.IMPACT_START}
    return next(iter(classes)) if len(classes) == 1 else None


def _metric(phrase: str) -> MetricName | None:
    only = _only(phrase)
    return _METRICS.get(only) if only else None
