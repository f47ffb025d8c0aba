"""How a sentence ties a length to what it is the length of: which words name its start, and which its end.

The words right beside the length decide ("after", "until", "to", "later"), or a span of two phrases in its clause
("between ... and ..."), or the verb before it ("took", "cost"). What the phrases mean is asked elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from pmexport.facts.numbers import any_of
from pmexport.facts.pairs import MARK
from pmexport.facts.patterns import load

_BRACKET = re.compile(rf"\(([^()]{{0,20}}{MARK}[^()]{{0,20}})\)")
_LONGEST_SIDE = 90
_SHORTEST_SIDE = 2
_SUBJECT = 2


class _Ties(Struct, frozen=True):
    """The file of words."""

    relations: dict[str, tuple[str, ...]]
    context: dict[str, str]


class Clause(Struct, frozen=True):
    """The part of a sentence around a length: what stands before and behind it, and what was said just `earlier`."""

    before: str
    behind: str
    earlier: str = ""

    @property
    def text(self) -> str:
        """Return all of it but the length."""
        return f"{self.before} {self.behind}"


class Tie(Struct, frozen=True, kw_only=True):
    """The words that name the start and the end of a length; empty where the sentence leaves them to be understood.

    `said` tells that the words beside the length leave no doubt that it lies between two events, `alternative` that the
    same words may be parted otherwise.
    """

    start: str = ""
    end: str = ""
    said: bool = False
    alternative: bool = False


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


def ties(clause: Clause, *, is_bound: bool = False) -> Iterator[Tie]:
    """Yield how the length of `clause` may be tied, the plainest first; `is_bound` says that "within" leads it."""
    yield from _spanned(clause)
    since, then = context("since").search(clause.before), context("then").match(clause.behind)
    if since and then:
        yield Tie(start=since["start"], end=then["end"], said=True)
    right = _right().match(clause.behind)
    if right is not None:
        yield from _on_the_right(right, clause)
    if is_bound and (part := _of().match(clause.behind)):
        phrase, _, rest = part["phrase"].partition(",")
        if not rest and not clause.before:
            yield from _unparted(phrase)
        yield Tie(start=phrase, end=rest or clause.before, said=True)
    led = _within().search(clause.before)
    if led or is_bound:
        before = clause.before[: led.start()] if led else clause.before
        yield from _reached_within(before, clause.behind)
    yield from _lasting(clause)
    if took := _took().search(clause.before):
        subject = clause.before[: took.start()]
        if fronted := _fronted().match(clause.before):
            yield Tie(start=fronted["start"], end=clause.behind, said=True)
        yield Tie(end=subject)


def _lasting(clause: Clause) -> Iterator[Tie]:
    """Yield what "it had been down for so long when they noticed" says, and the same with its halves swapped."""
    if context("been").search(clause.before):
        if met := _when().match(clause.behind):
            yield Tie(start=clause.before, end=met["phrase"], said=True)
        elif fronted := _by_then().match(clause.before):
            yield Tie(start=fronted["start"], end=fronted["end"], said=True)


def is_tied(clause: Clause) -> bool:
    """Tell whether "after", "before" or their like stand right behind the length."""
    right = _right().match(clause.behind)
    return right is not None and bool(right["after"] or right["before"])


def lasts(clause: Clause) -> bool:
    """Tell whether `clause` says that something lasted for its length."""
    return context("lasts").search(clause.before) is not None


def _spanned(clause: Clause) -> Iterator[Tie]:
    """Yield each way to part "from A to B" or "between A and B", behind the length or anywhere before it."""
    behind, before = _span().match(clause.behind), _span_before().search(clause.before)
    for found in (behind, before):
        span = found["span"] if found else ""
        for place in _split().finditer(span):
            start, end = span[: place.start()], span[place.end() :]
            yield Tie(start=start, end=end.partition(",")[0][:_LONGEST_SIDE], said=True, alternative=True)


def _on_the_right(right: re.Match[str], clause: Clause) -> Iterator[Tie]:
    reason = context("reason").search(right["phrase"])
    told = right["phrase"][: reason.start()] if reason and reason.start() > _SHORTEST_SIDE else right["phrase"]
    phrase, _, rest = _next_length().split(told)[0].partition(",")
    if right["after"] and not rest and not clause.before:
        yield from _unparted(phrase)
    if right["after"]:
        phrase = _named(phrase, clause.before or rest)
        yield Tie(start=phrase, end=rest if rest and not clause.before else clause.before, said=True)
    elif right["before"]:
        yield Tie(start=rest if rest and not clause.before else clause.before, end=phrase, said=True)
    elif right["later"]:
        first, _, second = clause.before.rpartition(" and ")
        yield Tie(start=first or clause.earlier, end=right["phrase"].strip(" ,") or second)
    else:
        yield Tie(start=clause.before, end=f"{clause.before if _passive().match(phrase) else ''} {phrase}")


def _named(phrase: str, other: str) -> str:
    """Return `phrase` with what its pronoun stands for: "The indexer was back an hour after it had stopped"."""
    pronoun = _pronoun().match(phrase)
    return f"{' '.join(other.split()[:_SUBJECT])}{phrase[pronoun.end() :]}" if pronoun and other else phrase


def _unparted(phrase: str) -> Iterator[Tie]:
    """Yield each way to part "the alert fired we were back", where no comma does, before a word that opens a clause."""
    for place in _opening().finditer(phrase, _SHORTEST_SIDE):
        yield Tie(start=phrase[: place.start()], end=phrase[place.start() :], said=True, alternative=True)


def _reached_within(before: str, behind: str) -> Iterator[Tie]:
    """Yield what "was back after so long" says of its end, and "once the cause was found" of its start."""
    if timed := _at_clock().match(behind):
        yield Tie(start=before, end=timed["clock"])
    fronted = _fronted().match(before)
    if fronted:
        yield Tie(start=fronted["start"], end=fronted["end"], said=True)
    yield Tie(end=before.strip() or behind)


@cache
def context(name: str) -> re.Pattern[str]:
    """Return one of the patterns of the surroundings."""
    return re.compile(_words().context[name], re.IGNORECASE)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.DOTALL)


def _relation(name: str) -> str:
    return any_of(_words().relations[name])


def _right() -> re.Pattern[str]:
    names = ("after", "before", "later", "reach")
    tied = "|".join(rf"(?P<{name}>{_relation(name)})" for name in names)
    return _compiled(rf"^\W*(?:(?:{_relation('filler')})\W+){{0,3}}(?:{tied})(?:\b\s*(?P<phrase>.*))$")


def _next_length() -> re.Pattern[str]:
    return _compiled(rf"\s+(?:{_relation('joints')})\s+(?=\d)")


def _opening() -> re.Pattern[str]:
    return _compiled(rf"(?<=\s)(?:(?:{_relation('openers')})\b|(?-i:[A-Z]))")


def _pronoun() -> re.Pattern[str]:
    return _compiled(rf"^\s*(?:{_relation('pronouns')})\b(?=\s+\w)")


def _of() -> re.Pattern[str]:
    return _compiled(rf"^\s*(?:{_relation('part')})\s+(?P<phrase>.+)$")


def _span() -> re.Pattern[str]:
    return _compiled(rf"^\W*(?:\w+\W+){{0,3}}?(?:{_relation('span')})\s+(?P<span>.+)$")


def _span_before() -> re.Pattern[str]:
    return _compiled(
        rf"\b(?:{_relation('span')})\s+(?P<span>.{{6,160}}?)(?:,?\s+(?:{_relation('verbs')})\b.{{0,40}})?$"
    )


def _split() -> re.Pattern[str]:
    return _compiled(rf"\s+(?:{_relation('split')})\s+")


def _within() -> re.Pattern[str]:
    return _compiled(rf"\b(?:{_relation('within')})(?:\W+\w+){{0,2}}\W*$")


def _took() -> re.Pattern[str]:
    return _compiled(rf"\b(?:{_relation('took')})(?:\W+\w+){{0,2}}\W*$")


def _fronted() -> re.Pattern[str]:
    return _compiled(rf"^\W*(?:{_relation('once')})\s+(?P<start>[^,]+),\s*(?P<end>.+)$")


def _when() -> re.Pattern[str]:
    return _compiled(rf"^\W*(?:{_relation('when')})\s+(?P<phrase>.+)$")


def _by_then() -> re.Pattern[str]:
    return _compiled(rf"^\W*(?:{_relation('when')})\s+(?P<end>[^,]+),\s*(?P<start>.+)$")


def _at_clock() -> re.Pattern[str]:
    return _compiled(rf"^,?\s*(?:{_relation('at')})\s+(?P<clock>.*\d.*)$")


def _passive() -> re.Pattern[str]:
    return _compiled(rf"^\W*(?:{_relation('passive')})\b")


@cache
def _words() -> _Ties:
    return load("ties", _Ties)
