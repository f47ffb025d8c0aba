"""Two events and the length that a text says lies between them."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from pmexport.facts.mentions import Moment
from pmexport.facts.passages import Form, Passage, Sentence
from pmexport.facts.patterns import load
from pmexport.facts.quantities import Length
from pmexport.model.facts import Anchor, ClaimKind, Comparison
from pmexport.model.terms import MetricName

# What stands for the length in a sentence that patterns are searched in.
MARK = "\ue000"
_NEAR_BEFORE, _NEAR_AFTER = 60, 30
_FAR = 80


class _Asides(Struct, frozen=True):
    """The file of patterns."""

    unreal: str
    aside: str
    measure: str
    parts: str


class Said(Struct, frozen=True):
    """A length with the words that state it and their line."""

    length: Length
    quote: str
    line: int


class Stated(Struct, frozen=True):
    """A length in its sentence. `text` is the sentence with a mark for it."""

    length: Length
    sentence: Sentence
    passage: Passage

    @property
    def text(self) -> str:
        """Return the sentence with a mark for the length."""
        return f"{self.sentence.text[: self.length.at]}{MARK}{self.sentence.text[self.length.end :]}"

    @property
    def line(self) -> int:
        """Return the line on which the length stands."""
        return self.passage.line_at(self.sentence.start + self.length.start)

    def is_aside(self, *, tied: bool = False) -> bool:
        """Tell whether it speaks of what might have been, of what usually is, or of another incident.

        What is `tied` to an event ("after the alert") is no target and no setting.
        """
        text, length = self.sentence.text, self.length
        first = max((one.end() for one in _aside("parts").finditer(text, 0, length.at)), default=0)
        stop = _aside("parts").search(text, length.end)
        last = stop.start() if stop else len(text)
        near = _words_of(text, max(first, length.at - _NEAR_BEFORE), min(last, length.end + _NEAR_AFTER))
        around = _words_of(text, max(first, length.at - _FAR), min(last, length.end + _FAR))
        names = ("aside",) if tied else ("aside", "measure")
        return _aside("unreal").search(around) is not None or any(_aside(name).search(near) for name in names)

    def said(self, matched: str) -> Said:
        """Return the length with the words of `matched`, which hold its mark, as they are written."""
        quote = matched.replace(MARK, self.sentence.text[self.length.at : self.length.end]).strip()
        return Said(self.length, re.sub(r"^[,;.\s]+", "", quote), self.line)


def _words_of(text: str, start: int, end: int) -> str:
    """Return the whole words between these places."""
    first = text.find(" ", start) + 1 if start else 0
    last = text.rfind(" ", 0, end) if end < len(text) else len(text)
    return text[first:last]


class Pair(Struct, frozen=True):
    """Two events that a length may run between."""

    start: Moment
    end: Moment

    @property
    def seconds(self) -> int:
        """Return the distance in seconds."""
        return round((self.end.at - self.start.at).total_seconds())


def own_event(passage: Passage, moments: tuple[Moment, ...]) -> Moment | None:
    """Return the event that `passage` tells of: the last one that begins on its line or before."""
    before = [one for one in moments if one.line <= passage.line] if passage.form is Form.EVENT else []
    return max(before, key=lambda one: one.line) if before else None


def are_comparable(one: Moment, other: Moment) -> bool:
    """Tell whether both carry a zone, or neither does."""
    return (one.at.tzinfo is None) == (other.at.tzinfo is None)


def comparison(
    pair: Pair, said: Said, *, agrees: bool, metric: MetricName | None = None, certain: bool = True
) -> Comparison:
    """Return what is `said` beside the distance of `pair`."""
    return Comparison(
        kind=ClaimKind.LENGTH,
        agrees=agrees,
        certain=certain,
        quote=said.quote,
        line=said.line,
        stated=said.length.seconds,
        computed=pair.seconds,
        metric=metric,
        start=anchor(pair.start),
        end=anchor(pair.end),
    )


def anchor(moment: Moment) -> Anchor:
    """Return `moment` as facts keep it."""
    return Anchor(at=moment.at, text=moment.text, line=moment.line)


@cache
def _aside(name: str) -> re.Pattern[str]:
    return re.compile(getattr(load("asides", _Asides), name), re.IGNORECASE)
