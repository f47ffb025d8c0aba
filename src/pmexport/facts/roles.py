"""What a phrase speaks of, by classes of words: the trouble, its detection, its cause, its end."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import chain

from msgspec import Struct

from pmexport.facts.clocks import clocks, minutes
from pmexport.facts.mentions import Mentioned, Moment, mentioned, stems
from pmexport.facts.patterns import load
from pmexport.model.terms import Milestone

_ENDS = (Milestone.RESOLVED, Milestone.MITIGATED)
_SEVERAL = frozenset({Milestone.DETECTED, Milestone.ACKNOWLEDGED, Milestone.DECLARED})
_FIRST = 2
_SHARED = 2
_EARLY = 3
# Every claim asks for the classes of the same events.
_REMEMBERED = 4096
# From here on scripts put no spaces between words.
_UNSPACED = "\u3000"


class _Roles(Struct, frozen=True):
    """The file of words."""

    classes: dict[Milestone, tuple[str, ...]]
    ordinals: dict[str, str]


class Meant(Struct, frozen=True):
    """The events that a phrase may mean; `sure` says that its words or their milestone leave no others."""

    moments: tuple[Moment, ...]
    sure: bool


@lru_cache(maxsize=_REMEMBERED)
def classes_of(phrase: str) -> frozenset[Milestone]:
    """Return the milestones that the words of `phrase` speak of."""
    return frozenset(milestone for milestone, pattern in _classes().items() if pattern.search(phrase))


def ended(phrase: str, moments: tuple[Moment, ...]) -> Meant | None:
    """Return the events that `phrase` may mean as an end; of the first or the last such only that."""
    return _one_of(phrase, _ended(phrase, moments))


def started(phrase: str, moments: tuple[Moment, ...]) -> Meant | None:
    """Return the events that `phrase` may mean as a start; of the first or the last such only that."""
    return _one_of(phrase, _started(phrase, moments))


def _one_of(phrase: str, meant: Meant | None) -> Meant | None:
    if meant is None or len(meant.moments) < _SHARED or len({one.at.tzinfo is None for one in meant.moments}) > 1:
        return meant
    order = sorted(meant.moments, key=lambda one: one.at)
    if _ordinal("first").search(phrase):
        return Meant((order[0],), sure=meant.sure)
    return Meant((order[-1],), sure=meant.sure) if _ordinal("last").search(phrase) else meant


def _ended(phrase: str, moments: tuple[Moment, ...]) -> Meant | None:
    """Return the events that `phrase` may mean as an end: "anybody noticed", "the site was back"; None where none."""
    clock = next(clocks(phrase), None)
    at = tuple(one for one in moments if clock and clock.says(minutes(one.at.time())))
    if at:
        return Meant(at, sure=True)
    classes = classes_of(phrase) - {Milestone.IMPACT_START}
    named = mentioned(phrase, moments)
    certain = named.moments if named and named.certain else ()
    likely = named.moments if named and named.likely and named.several else ()
    if certain and (not classes or len(stems(phrase)) > 1):
        return Meant(certain, sure=True)
    few = _few(named, phrase)
    if classes:
        shared = few if named and named.several else ()
        return reached(classes, moments, likely or shared, stems(phrase))
    return Meant(likely or few, sure=False) if likely or few else None


def _few(named: Mentioned | None, phrase: str) -> tuple[Moment, ...]:
    """Return events that share some words with `phrase`, where they are few, or the phrase says which of them."""
    if named is None or not (named.several or named.by_one):
        return ()
    told = _ordinal("first").search(phrase) or _ordinal("last").search(phrase)
    return named.moments if told or len(named.moments) <= _FIRST else ()


def reached(
    classes: frozenset[Milestone],
    moments: tuple[Moment, ...],
    named: tuple[Moment, ...] = (),
    words: frozenset[str] = frozenset(),
) -> Meant | None:
    """Return the events at which one of these milestones may have been reached, those that are `named` among them.

    Of those that only speak of it such count as have one of the phrase's own `words`, where any has.
    """
    if classes & set(_ENDS):
        classes |= set(_ENDS)
    marked = tuple(one for one in moments if one.milestone in classes)
    # Of detection and answer there are often several, of which the timeline marks one.
    speaking = () if marked and not classes & _SEVERAL else _sharing(words, _speaking(classes, moments))
    if classes <= {Milestone.DETECTED}:
        speaking = speaking[:_FIRST]
    found = _together(named, marked, speaking)
    return Meant(found, sure=bool(marked)) if found else None


def _started(phrase: str, moments: tuple[Moment, ...]) -> Meant | None:
    """Return the events that `phrase` may mean as a start: "the deployment", "the first alert"; None where none."""
    clock = next(clocks(phrase), None)
    at = tuple(one for one in moments if clock and clock.says(minutes(one.at.time())))
    if at:
        return Meant(at, sure=True)
    classes = classes_of(phrase)
    named = mentioned(phrase, moments)
    likely = named.moments if named and named.likely and named.several else ()
    if named and named.certain:
        return Meant(named.moments, sure=True)
    few = _few(named, phrase)
    if not classes:
        return Meant(likely or few, sure=False) if likely or few else None
    own = classes - {Milestone.IMPACT_START}
    marked = tuple(one for one in moments if one.milestone in (own or classes))
    if not own:
        # The trouble itself begins where it is marked, or with the first row; behind a change with what tells of it.
        speaking = () if marked else _speaking({Milestone.IMPACT_START}, moments)
        changed = bool(speaking) and moments[0].milestone is Milestone.CHANGE
        told = tuple(one for one in speaking if stems(phrase) <= stems(one.text)) if _is_particular(phrase) else ()
        troubled = told[:_FIRST] or (_sharing(stems(phrase), speaking)[:_FIRST] if changed else ())
        return Meant(_together(marked, troubled or moments[:1], likely), sure=bool(marked))
    found = _together(likely, marked, _sharing(stems(phrase), _speaking(own, moments)))
    return Meant(found, sure=bool(marked)) if found else None


def _is_particular(phrase: str) -> bool:
    """Tell whether `phrase` says which trouble it means, and is no name for the incident as a whole."""
    return bool(stems(phrase)) and not re.search(_words().ordinals["whole"], phrase, re.IGNORECASE)


def beginnings(moments: tuple[Moment, ...], *, until: Milestone | None = None) -> Meant:
    """Return the events from which teams count: change and impact, the first row, and for what is later detection."""
    marks = [Milestone.IMPACT_START, Milestone.CHANGE]
    if until is not Milestone.DETECTED:
        marks += [Milestone.DETECTED, Milestone.DECLARED]
    marked = tuple(one for mark in marks for one in moments if one.milestone is mark)
    sure = any(one.milestone in marks[:2] for one in marked)
    begun = any(one.milestone is marks[0] for one in marked)
    troubled = () if begun else _speaking({Milestone.IMPACT_START}, moments)[:_FIRST]
    return Meant(_together(marked, moments[:1], troubled), sure=sure)


def openings(phrase: str, end: Meant, moments: tuple[Moment, ...]) -> Meant | None:
    """Return the event with which began what `phrase` says an end of: a ticket opened that is answered later.

    None unless the end is one event, and earlier ones share two words with the phrase.
    """
    if len(end.moments) != 1:
        return None
    wanted = stems(phrase)
    shared = [(len(wanted & one.stems), one) for one in moments if one.at < end.moments[0].at and one.text]
    most = max((count for count, _ in shared), default=0)
    return Meant(tuple(one for count, one in shared if count == most), sure=False) if most >= _SHARED else None


def onsets(moments: tuple[Moment, ...]) -> Meant:
    """Return the events at which the trouble as a whole may have begun; a change counts where nothing else does."""
    found = beginnings(moments)
    if not found.sure:
        noticed = [place for place, one in enumerate(moments) if one.milestone is Milestone.DETECTED]
        early = max([_EARLY, *(place + 1 for place in noticed[:1])])
        return Meant(_together(found.moments, moments[:early]), sure=False)
    if any(one.milestone is Milestone.IMPACT_START for one in moments):
        told = (Milestone.IMPACT_START, Milestone.DETECTED, Milestone.DECLARED)
        return Meant(tuple(one for one in found.moments if one.milestone in told), sure=True)
    return found


def endings(moments: tuple[Moment, ...]) -> Meant:
    """Return the events at which the incident may have been over."""
    marked = tuple(one for mark in _ENDS for one in moments if one.milestone is mark)
    if marked:
        return Meant(marked, sure=True)
    return Meant(_together(moments[-1:], _speaking(set(_ENDS), moments)), sure=False)


def _speaking(classes: frozenset[Milestone] | set[Milestone], moments: tuple[Moment, ...]) -> tuple[Moment, ...]:
    return tuple(one for one in moments if classes & classes_of(one.text))


def _sharing(words: frozenset[str], moments: tuple[Moment, ...]) -> tuple[Moment, ...]:
    """Return those of `moments` that have one of `words`, all where none has."""
    return tuple(one for one in moments if words & stems(one.text)) or moments


def _together(*groups: tuple[Moment, ...]) -> tuple[Moment, ...]:
    return tuple(dict.fromkeys(chain(*groups)))


def _open(word: str) -> str:
    """Return a word as a regular expression, "*" standing for any ending."""
    return re.escape(word).replace(r"\*", r"\w*").replace(r"\[sz\]", "[sz]").replace(r"\ ", r"\s+")


@cache
def _ordinal(name: str) -> re.Pattern[str]:
    return re.compile(_words().ordinals[name], re.IGNORECASE)


@cache
def _classes() -> dict[Milestone, re.Pattern[str]]:
    return {milestone: _any_of(words) for milestone, words in _words().classes.items()}


def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    spaced = "|".join(_open(word) for word in words if word[0] < _UNSPACED)
    others = (word for word in words if word[0] >= _UNSPACED)
    return re.compile("|".join((rf"(?<!\w)(?:{spaced})(?!\w)", *others)), re.IGNORECASE)


@cache
def _words() -> _Roles:
    return load("roles", _Roles)
