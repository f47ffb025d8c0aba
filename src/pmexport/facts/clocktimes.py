"""Times of day in running text, held against the timeline: what agrees, and what differs from the same event's."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from pmexport.facts.clocks import Clock, clocks, minutes
from pmexport.facts.dates import days
from pmexport.facts.mentions import Moment, mentioned, stems
from pmexport.facts.pairs import anchor, own_event
from pmexport.facts.passages import Form, Passage, Sentence
from pmexport.facts.patterns import load
from pmexport.facts.spans import Span, is_whole, spans
from pmexport.model.facts import ClaimKind, Comparison
from pmexport.model.postmortem import Postmortem
from pmexport.model.terms import SectionKind

_ELSEWHERE = frozenset(
    {
        SectionKind.TIMELINE,
        SectionKind.COMMUNICATION,
        SectionKind.APPENDIX,
        SectionKind.REFERENCES,
        SectionKind.HEADER,
    }
)
_FORMS = (Form.PARAGRAPH, Form.ITEM, Form.TITLE, Form.EVENT, Form.ACTION)
_MARK = "\ue000"
_NEAR = 2
_HALF_A_DAY = 12 * 60
_FEW_WORDS = 8
_LONG = 60


class _Clocks(Struct, frozen=True):
    """The file of patterns."""

    phrases: dict[str, str]
    context: dict[str, str]


class Told(Struct, frozen=True):
    """A time of day in running text. `passage` is where; `sentence` what it is said in, `day` the one date in that."""

    clock: Clock
    passage: Passage
    sentence: Sentence
    day: dt.date | None = None

    @property
    def line(self) -> int:
        """Return its line."""
        return self.passage.line_at(self.sentence.start + self.clock.start)


class Window(Struct, frozen=True):
    """A span between two times that a text states; `whole` says that it is the incident's."""

    span: Span
    line: int
    quote: str
    whole: bool


def times_told(passage: Passage, postmortem: Postmortem, moments: tuple[Moment, ...]) -> Iterator[Told]:
    """Yield the times in `passage` that are moments of the incident: in its zone, on its days, no habit, no log.

    Of an event those are yielded that may be another event's.
    """
    elsewhere = passage.kind in _ELSEWHERE and passage.form is not Form.EVENT
    if elsewhere or not _is_told(passage) or not moments:
        return
    dates = {one.at.date() for one in moments}
    for sentence in passage.sentences():
        named = _days_of(sentence.text, dates, postmortem)
        if not named <= dates:
            continue
        day = next(iter(named)) if len(named) == 1 else None
        for clock in clocks(sentence.text):
            code = passage.is_code(sentence.start + clock.start)
            unreal = _unreal().search(sentence.text[: clock.start]) or _is_habit(sentence.text, clock)
            if not code and not unreal and _same_zone(clock.zone, postmortem.timezone):
                yield Told(clock, passage, sentence, day)


def _is_habit(text: str, clock: Clock) -> bool:
    """Tell whether what stands around `clock`, up to a comma behind it, speaks of what usually is or is planned."""
    stop = text.find(",", clock.end)
    return _habit().search(text[: stop if stop >= 0 else len(text)]) is not None


def _is_told(passage: Passage) -> bool:
    """Tell whether `passage` is text: a field that holds no more than a moment is none."""
    return passage.form in _FORMS or (
        passage.form is Form.FIELD and (len(passage.text.split()) > _FEW_WORDS or len(passage.text) > _LONG)
    )


def windows(passage: Passage) -> Iterator[Window]:
    """Yield the spans between two times or dates that `passage` states; a dash alone makes one of dates only."""
    if passage.form in (Form.ACTION, Form.QUOTE, Form.HEADING) or passage.kind in _ELSEWHERE - {SectionKind.TIMELINE}:
        return
    for sentence in passage.sentences():
        for span in spans(sentence.text) if not _habit().search(sentence.text) else ():
            both = span.first.day is not None and span.last.day is not None
            headed = span.led or (passage.form is Form.FIELD and span.first.day is not None)
            if both or (headed and span.first.clock and span.last.clock):
                start, end = span.first.start, span.last.end
                line = passage.line_at(sentence.start + start)
                yield Window(span, line, sentence.text[start:end].strip(), is_whole(span, sentence.text))


def timed(told: Told, moments: tuple[Moment, ...]) -> Comparison | None:
    """Return what `told` says of an event: that it agrees, or that the timeline has it at another time."""
    same = [one for one in moments if told.clock.says(minutes(one.at.time()))]
    words = stems(told.sentence.text)
    fitting = next((one for one in same if one.milestone or words & one.stems), None)
    if fitting is not None:
        return _comparison(told, fitting, agrees=True, quote=told.clock.text)
    if same:
        return None
    if told.clock.half and (twin := next((one for one in moments if _half_a_day(_minute(one), told.clock.time)), None)):
        return _comparison(told, twin, agrees=False, quote=told.clock.text)
    own = own_event(told.passage, moments)
    others = tuple(one for one in moments if one is not own)
    for phrase in _phrases(told):
        found = mentioned(phrase, others)
        if found and found.certain and len(found.moments) == 1 and len(stems(phrase)) >= _NEAR:
            return _comparison(told, found.moments[0], agrees=False, quote=_quote(told, phrase))
    return None


def _half_a_day(one: dt.time, other: dt.time) -> bool:
    """Tell whether am was written for pm, or pm for am."""
    return abs(minutes(one) - minutes(other)) == _HALF_A_DAY


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


def _days_of(text: str, dates: set[dt.date], postmortem: Postmortem) -> set[dt.date | None]:
    """Return the dates in `text`."""
    year = postmortem.date.year if postmortem.date else next(iter(dates)).year
    return {day.date(year) for day in days(text)}


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
def _unreal() -> re.Pattern[str]:
    return re.compile(_words().context["unreal"], re.IGNORECASE)
