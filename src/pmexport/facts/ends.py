"""When the incident began and ended where a field or a sentence says so, and not the timeline."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from pmexport.facts.clocks import clocks
from pmexport.facts.dates import days
from pmexport.facts.mentions import Moment
from pmexport.facts.passages import Form, Passage
from pmexport.facts.spans import Span, is_whole, lasts, opens, spans
from pmexport.model.postmortem import Postmortem
from pmexport.model.prose import text_of
from pmexport.model.terms import FieldName, Milestone, SectionKind

_TELL_THE_WHOLE = frozenset({None, SectionKind.SUMMARY, SectionKind.IMPACT, SectionKind.IMPACT_USER})
_FORMS = (Form.PARAGRAPH, Form.ITEM, Form.FIELD)


def told_ends(postmortem: Postmortem, texts: tuple[Passage, ...], moments: tuple[Moment, ...]) -> tuple[Moment, ...]:
    """Return when the incident began and ended where a field or a sentence says so and not the timeline."""
    fields = fields_of(postmortem)
    zone = moments[0].at.tzinfo if moments else None
    year = postmortem.date.year if postmortem.date else 0
    told = [
        _moment(milestone, at.replace(tzinfo=zone), point.text, line)
        for line, span in _whole_spans(texts)
        if year and (span.dated or not moments) and not span.is_backwards()
        for milestone, at, point in zip(
            (Milestone.IMPACT_START, Milestone.RESOLVED),
            _ends(span, postmortem.date) or (),
            (span.first, span.last),
            strict=False,
        )
    ]
    return (*fields, *_opened(postmortem, zone), *told)


def _ends(span: Span, date: dt.date | None) -> tuple[dt.datetime, dt.datetime] | None:
    """Return both ends of `span`, on `date` where it has none of its own."""
    if date is None or span.dated or span.first.clock is None or span.last.clock is None:
        return span.ends(date.year) if date else None
    first, last = (dt.datetime.combine(date, clock.time) for clock in (span.first.clock, span.last.clock))
    return first, (last if last >= first else last + dt.timedelta(days=1))


def fields_of(postmortem: Postmortem) -> tuple[Moment, ...]:
    """Return the milestones that fields date."""
    return tuple(_moment(one.milestone, one.at, one.text, one.line) for one in postmortem.moments)


def _opened(postmortem: Postmortem, zone: dt.tzinfo | None) -> Iterator[Moment]:
    """Yield when it began by a date with a time of day in the head, where only its end has a field of its own."""
    told = {one.milestone for one in postmortem.moments}
    if Milestone.RESOLVED not in told or Milestone.IMPACT_START in told:
        return
    for field in postmortem.fields:
        text = text_of(field.value)
        day, clock = next(days(text), None), next(clocks(text), None)
        if field.name is FieldName.DATE and clock and day and (date := day.date(0)):
            at = dt.datetime.combine(date, clock.time, postmortem.moments[0].at.tzinfo or zone)
            yield _moment(Milestone.IMPACT_START, at, text, field.line)


def _whole_spans(texts: tuple[Passage, ...]) -> Iterator[tuple[int, Span]]:
    for passage in texts:
        if passage.kind in _TELL_THE_WHOLE and passage.form in _FORMS and ":" in passage.text:
            for sentence in passage.sentences():
                for span in spans(sentence.text):
                    if _tells_the_whole(span, sentence.text):
                        yield passage.line_at(sentence.start + span.first.start), span


def _tells_the_whole(span: Span, text: str) -> bool:
    """Tell whether the incident is meant: said before the span, or behind one that opens its sentence."""
    timed = span.first.clock is not None and span.last.clock is not None
    return timed and span.led and (is_whole(span, text) or opens(span, text) or lasts(span, text))


def _moment(milestone: Milestone, at: dt.datetime, text: str, line: int) -> Moment:
    return Moment(at=at, text=text, line=line, milestone=milestone, stems=frozenset())
