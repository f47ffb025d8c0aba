"""Which events of the timeline a phrase speaks of: "the rollback decision", "customer impact", "the cause"."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from functools import cache, lru_cache
from math import log

from msgspec import Struct

from pmexport.facts.patterns import load
from pmexport.model.postmortem import Postmortem, TimelineEvent
from pmexport.model.terms import Milestone

_WORD = re.compile(r"[^\W_][^\W_]*(?:['’-][^\W_]+)*")
_LAST_SPACED = "\u3000"
_POSSESSIVE = re.compile(r"['’]s?$")
_ENDING = re.compile(r"(?<=\w{3})(?:ing|ed|es|s|ion|ions|ure|ures|e)$")
# "pinned" is a form of "pin"; "rolled" is one of "roll".
_DOUBLED = re.compile(r"([bdgmnprt])\1$")
_STEM = 5
# Every rule asks for the words of the same events.
_REMEMBERED = 4096
# An event of the timeline is held against all others but itself.
_TIMELINES = 8
_SOME = 0.3
_HALF = 0.45
_FEW = 2
_ENOUGH = 0.6
_CERTAIN = 0.99
_EQUAL = 1e-9
_UNHEARD = 2


class _Mentions(Struct, frozen=True):
    """The file of words."""

    stop: frozenset[str]
    forms: dict[str, str]
    milestones: dict[Milestone, tuple[str, ...]]


class Moment(Struct, frozen=True, kw_only=True):
    """A timed event as far as a phrase can be held against it."""

    at: dt.datetime
    text: str
    line: int
    milestone: Milestone | None
    stems: frozenset[str]


class Mentioned(Struct, frozen=True):
    """The events that a phrase may speak of, all equally well.

    `certain` says that they hold every word of it, `likely` that they hold most, `several` that this is more than one;
    `by_one` that it is one word that at most two have, and half of what the phrase says.
    """

    moments: tuple[Moment, ...]
    certain: bool
    likely: bool = True
    several: bool = True
    by_one: bool = False

    @property
    def speaks(self) -> bool:
        """Tell whether the phrase can hardly speak of other events."""
        return self.certain or (self.likely and (self.several or self.by_one))


def moments_of(postmortem: Postmortem) -> tuple[Moment, ...]:
    """Return the events of `postmortem` with a time of day, in the order written."""
    return tuple(
        Moment(at=event.start, text=event.text, line=event.line, milestone=event.milestone, stems=_stems_of(event))
        for event in postmortem.timeline
        if event.start is not None
    )


def mentioned(phrase: str, moments: tuple[Moment, ...]) -> Mentioned | None:
    """Return the events that `phrase` may speak of, None where it has next to nothing of any."""
    wanted = stems(phrase)
    if not wanted:
        return None
    weights = _weights(wanted, moments)
    whole = sum(weights.values())
    scored = [(sum(weights[word] for word in wanted & moment.stems) / whole, moment) for moment in moments]
    best = max((score for score, _ in scored), default=0.0)
    if best < _SOME:
        return None
    found = tuple(moment for score, moment in scored if score > best - _EQUAL)
    certain = best > _CERTAIN and (len(wanted) > 1 or _is_named(wanted, found))
    several = max(len(wanted & moment.stems) for moment in found) > 1
    by_one = not several and len(found) <= _FEW and best >= _HALF
    return Mentioned(found, certain=certain, likely=best >= _ENOUGH, several=several, by_one=by_one)


def _weights(wanted: frozenset[str], moments: tuple[Moment, ...]) -> dict[str, float]:
    """Return what each word says: the more, the fewer events speak of it; one of none as much as one of two."""
    counts = _counts(moments)
    return {word: log(1 + len(moments) / (counts[word] or _UNHEARD)) for word in wanted}


@lru_cache(maxsize=_TIMELINES)
def _counts(moments: tuple[Moment, ...]) -> Counter[str]:
    """Return how many events speak of each word."""
    return Counter(word for moment in moments for word in moment.stems)


def _is_named(wanted: frozenset[str], found: tuple[Moment, ...]) -> bool:
    """Tell whether one word is enough: it names the milestone of exactly one of the events that speak of it."""
    milestones = (one.milestone for one in found if one.milestone)
    return sum(wanted <= stems(" ".join(_words().milestones[milestone])) for milestone in milestones) == 1


def speaks_of(moment: Moment, milestone: Milestone) -> bool:
    """Tell whether an event speaks of `milestone` in one of its words, be it that milestone or not."""
    return moment.milestone is milestone or bool(moment.stems & stems(" ".join(_words().milestones[milestone])))


@lru_cache(maxsize=_REMEMBERED)
def stems(text: str) -> frozenset[str]:
    """Return the words of `text` that say something, forms of one word being one."""
    words = [word for word in _WORD.findall(text.casefold()) if word not in _words().stop]
    return frozenset(stem for word in words for stem in _unspaced(word) or (_stem(word),))


def _unspaced(word: str) -> list[str]:
    """Return each two neighbours of a word's ideographs, which stand without spaces between the words they make."""
    if max(word) <= _LAST_SPACED:
        return []
    return [run[place : place + 2] for run in _ideographs().findall(word) for place in range(len(run) - 1)]


def _stems_of(event: TimelineEvent) -> frozenset[str]:
    named = _words().milestones.get(event.milestone, ()) if event.milestone else ()
    return stems(f"{event.text} {event.actor or ''} {' '.join(named)}")


def _stem(word: str) -> str:
    plain = _POSSESSIVE.sub("", word.strip("'’-"))
    known = _words().forms.get(plain)
    if known is not None:
        return known
    stem = _DOUBLED.sub(r"\1", _ENDING.sub("", plain) or plain)[:_STEM]
    return _words().forms.get(stem, stem)


@cache
def _words() -> _Mentions:
    return load("mentions", _Mentions)


@cache
def _ideographs() -> re.Pattern[str]:
    return re.compile(r"[\u4e00-\u9fff\u30a1-\u30fa\u30fc]{2,}")
