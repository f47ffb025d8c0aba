"""Times of day in running text, held against the timeline: what agrees, and what differs from the same event's."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from pmexport.facts.claims import anchor
from pmexport.facts.mentions import Moment, mentioned, stems
from pmexport.facts.passages import Form, Passage, Sentence
from pmexport.facts.patterns import load
from pmexport.facts.quantities import Clock, clocks, days
from pmexport.model.facts import ClaimKind, Comparison
from pmexport.model.postmortem import Postmortem
from pmexport.model.terms import SectionKind

_ELSEWHERE = frozenset(
    {
        SectionKind.TIMELINE,
        SectionKind.COMMUNICATION,
        SectionKind.APPENDIX,
        SectionKind.REFERENCES,
        SectionKind.ACTION_ITEMS,
        SectionKind.HEADER,
    }
)
_FORMS = (Form.PARAGRAPH, Form.ITEM)
_MARK = "\ue000"
_NEAR = 2


class _Clocks(Struct, frozen=True):
    """The file of patterns."""

    phrases: dict[str, str]
    windows: dict[str, str]
    context: dict[str, str]


class Told(Struct, frozen=True):
    """A time of day in running text. `passage` is where; `sentence` what it is said in."""

    clock: Clock
    passage: Passage
    sentence: Sentence

    @property
    def line(self) -> int:
        """Return its line."""
        return self.passage.line_at(self.sentence.start + self.clock.start)


class Window(Struct, frozen=True):
    """A span between two times of day; `whole` says that it is the incident's."""

    first: Clock
    last: Clock
    line: int
    quote: str
    whole: bool


def times_told(passage: Passage, postmortem: Postmortem, moments: tuple[Moment, ...]) -> Iterator[Told]:
    """Yield the times in `passage` that are moments of the incident: in its zone, on its days, no habit, no log."""
    if ":" not in passage.text or passage.kind in _ELSEWHERE or passage.form not in _FORMS or not moments:
        return
    dates = {one.at.date() for one in moments}
    for sentence in passage.sentences():
        if _habit().search(sentence.text) or not _is_of(sentence.text, dates, postmortem):
            continue
        for clock in clocks(sentence.text):
            code = passage.is_code(sentence.start + clock.start)
            if not code and _same_zone(clock.zone, postmortem.timezone):
                yield Told(clock, passage, sentence)


def windows(passage: Passage) -> Iterator[Window]:
    """Yield the spans between two times that `passage` states."""
    if passage.form in (Form.ACTION, Form.QUOTE, Form.HEADING) or passage.kind in _ELSEWHERE - {SectionKind.TIMELINE}:
        return
    for sentence in passage.sentences() if ":" in passage.text else ():
        for match in _window().finditer(sentence.text):
            first, last = (next(clocks(match[name]), None) for name in ("first", "last"))
            if first is None or last is None or _habit().search(sentence.text) or any(days(match.group())):
                continue
            whole = _subject().search(sentence.text[: match.start()]) is not None
            line = passage.line_at(sentence.start + match.start())
            yield Window(first, last, line, match.group(), whole)


def timed(told: Told, moments: tuple[Moment, ...]) -> Comparison | None:
    """Return what `told` says of an event: that it agrees, or that the timeline has it at another time."""
    same = [one for one in moments if _minute(one) == told.clock.time.replace(second=0)]
    words = stems(told.sentence.text)
    fitting = next((one for one in same if one.milestone or words & one.stems), None)
    if fitting is not None:
        return _comparison(told, fitting, agrees=True, quote=told.clock.text)
    if same:
        return None
    for phrase in _phrases(told):
        found = mentioned(phrase, moments)
        if found and found.certain and len(found.moments) == 1 and len(stems(phrase)) >= _NEAR:
            return _comparison(told, found.moments[0], agrees=False, quote=_quote(told, phrase))
    return None


def minutes(time: dt.time) -> int:
    """Return a time of day in minutes."""
    return time.hour * 60 + time.minute


def _comparison(told: Told, moment: Moment, *, agrees: bool, quote: str) -> Comparison:
    return Comparison(
        kind=ClaimKind.CLOCK,
        agrees=agrees,
        quote=quote,
        line=told.line,
        stated=minutes(told.clock.time),
        computed=minutes(moment.at.time()),
        start=anchor(moment),
    )


def _quote(told: Told, phrase: str) -> str:
    text = told.sentence.text
    ends = (text.find(phrase), text.find(phrase) + len(phrase), told.clock.start, told.clock.end)
    return text[max(0, min(ends)) : max(ends)].strip()


def _phrases(told: Told) -> Iterator[str]:
    text = f"{told.sentence.text[: told.clock.start]}{_MARK}{told.sentence.text[told.clock.end :]}"
    for pattern in _patterns():
        if match := pattern.search(text):
            yield match["event"].strip(" *")


def _minute(moment: Moment) -> dt.time:
    return moment.at.time().replace(second=0, microsecond=0)


def _is_of(text: str, dates: set[dt.date], postmortem: Postmortem) -> bool:
    """Tell whether the dates in `text`, if any, are days of the incident."""
    year = postmortem.date.year if postmortem.date else next(iter(dates)).year
    return all(day.date(year) in dates for day in days(text))


def _same_zone(written: str, zone: str | None) -> bool:
    return not written or not zone or written.casefold().rstrip("z") in {zone.casefold(), ""}


@cache
def _words() -> _Clocks:
    return load("clocks", _Clocks)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern.replace("{clock}", _MARK)) for pattern in _words().phrases.values())


@cache
def _habit() -> re.Pattern[str]:
    return re.compile(_words().context["habit"], re.IGNORECASE)


@cache
def _window() -> re.Pattern[str]:
    return re.compile(_words().windows["window"], re.IGNORECASE)


@cache
def _subject() -> re.Pattern[str]:
    return re.compile(_words().windows["subject"], re.IGNORECASE)
