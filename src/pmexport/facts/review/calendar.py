"""Weekdays, dates and due dates against the calendar and each other."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator

from pmexport.facts.dates import Day, days
from pmexport.facts.passages import Form, Passage, titles
from pmexport.facts.review import phrases
from pmexport.facts.review.case import Case, Check, Found
from pmexport.facts.review.words import pattern
from pmexport.facts.twins import twins
from pmexport.facts.weekdays import tells_of_the_incident
from pmexport.model.facts import ClaimKind
from pmexport.model.postmortem import ActionItem
from pmexport.model.prose import text_of
from pmexport.model.terms import ActionStatus, SectionKind

_LISTED = (Form.ITEM, Form.ACTION)
_SETTLED = (Form.ACTION, Form.FIELD, Form.TITLE, Form.HEADING, Form.CELL)
# How far before a date stand the words that say what it is for.
_LEAD = 60
_FAR = dt.timedelta(days=20)
_DAY = dt.timedelta(days=1)
_OF_THE_INCIDENT = frozenset(
    {
        SectionKind.SUMMARY,
        SectionKind.IMPACT,
        SectionKind.IMPACT_USER,
        SectionKind.IMPACT_BUSINESS,
        SectionKind.DETECTION,
    }
)


def weekday(case: Case) -> Iterator[Found]:
    """Find weekdays and weekends that the calendar contradicts."""
    for one in case.facts.comparisons:
        if one.kind is ClaimKind.WEEKDAY and not one.agrees and one.day is not None:
            yield Found(line=one.line, quote=one.quote, values={"day": phrases.day(one.day)})


def no_such_day(case: Case) -> Iterator[Found]:
    """Find the 31st of a month that has none."""
    year = case.days[0].year if case.days else 2000
    for passage in (*case.passages, *titles(case.postmortem)):
        for day in days(passage.text):
            if not passage.is_code(day.start) and day.date(year) is None and day.date(2000) is None:
                yield Found(line=passage.line_at(day.start), quote=day.text)


def date_differs(case: Case) -> Iterator[Found]:
    """Find dates said of the incident that differ from its own in month or year alone, or open the summary."""
    incident = case.days
    if not incident:
        return
    yield from (*_twins(case), *_months_later(case))
    for passage in case.passages:
        if passage.form not in (Form.PARAGRAPH, Form.ITEM):
            continue
        if passage.kind not in _OF_THE_INCIDENT and not (passage.kind is None and passage.line < _first_line(case)):
            continue
        for day in days(passage.text):
            date = day.date(incident[0].year)
            known = len(case.moments) != 1  # One event alone does not say when the incident began.
            opens = known and _opens(day, passage)
            # Midnight and zones blur a day; but nothing has failed first on the day after it was over.
            if not date or (_near(date, incident) and not (opens and date > incident[-1])):
                continue
            if opens or any(date.day == one.day for one in incident):
                values = {"date": phrases.day(incident[0]), "written": date.isoformat()}
                yield Found(line=passage.line_at(day.start), quote=day.text, values=values)


def _twins(case: Case) -> Iterator[Found]:
    """Find dates that stand elsewhere with another month or year."""
    for twin in twins(case.postmortem, case.passages, case.days):
        yield Found(
            line=twin.line, quote=twin.text, variant="twin", values={"date": phrases.day(twin.other), "written": ""}
        )


def _months_later(case: Case) -> Iterator[Found]:
    """Find what has happened on the incident's day of a later month, as a date without a year tells it."""
    for passage in case.passages:
        if passage.form not in (Form.PARAGRAPH, Form.ITEM) or passage.kind in _OF_THE_INCIDENT:
            continue
        for day in days(passage.text):
            date = day.date(case.days[-1].year) if day.year is None else None
            later = date is not None and date > case.days[-1] + _FAR and date.day in {one.day for one in case.days}
            text = passage.sentence_at(day.start).text
            if date and later and tells_of_the_incident(text) and not pattern("actions", "to_do").search(text):
                values = {"date": phrases.day(case.days[0]), "written": date.isoformat()}
                yield Found(line=passage.line_at(day.start), quote=day.text, values=values)


def _first_line(case: Case) -> int:
    return next((section.line for section in case.postmortem.sections), sys.maxsize)


def _near(date: dt.date, incident: tuple[dt.date, ...]) -> bool:
    return incident[0] - _DAY <= date <= incident[-1] + _DAY


def _opens(day: Day, passage: Passage) -> bool:
    """Tell whether a summary begins with `day`: "On Monday, 16 June, ..."."""
    lead = passage.text[: day.start].casefold().replace(day.weekday_text.casefold(), "").strip(" ,")
    return passage.kind is SectionKind.SUMMARY and lead in ("on", "on the")


def date_and_timeline(case: Case) -> Iterator[Found]:
    """Find a date of the header, or without one of the title, that is on none of the timeline's days."""
    postmortem = case.postmortem
    field = next((one for one in postmortem.fields if one.name == "date" and not one.placeholder), None)
    if not case.moments:
        return
    spanned = field and any(_near(date, case.days) for day in days(text_of(field.value)) if (date := day.date(0)))
    if postmortem.date and field and not spanned and not _near(postmortem.date, case.days):
        values = {"first": phrases.day(case.days[0]), "date": phrases.day(postmortem.date)}
        yield Found(line=field.line, quote=postmortem.date.isoformat(), values=values)
    titled = [date for one in days(text_of(postmortem.heading)) if one.year and (date := one.date(0))]
    dated = tuple(sorted({*case.days, *(event.day for event in postmortem.timeline if event.day)}))
    if titled and not field and not any(_near(date, dated) for date in titled):
        values = {"first": phrases.day(dated[0]), "date": phrases.day(titled[0])}
        yield Found(line=case.moments[0].line, variant="title", values=values)


def due_before(case: Case) -> Iterator[Found]:
    """Find actions due before the incident."""
    if not case.days:
        return
    first = case.days[0]
    for item in case.actions:
        # What was done already may have been due shortly before: a fix begun earlier.
        earliest = first - _FAR if item.status is ActionStatus.DONE else first
        due, written = (item.due, item.due_text or "") if item.due else _in_words(item, "due_on", first.year)
        if due and due < earliest:
            values = {"due": due.isoformat(), "date": first.isoformat(), "action": phrases.short(item.action)}
            yield Found(line=item.line, quote=written, values=values)
    yield from _due_in_text(case)


def _due_in_text(case: Case) -> Iterator[Found]:
    """Find what is said in running text to be still done before a day that lies before the incident."""
    for passage in case.passages:
        if passage.form not in (Form.PARAGRAPH, Form.ITEM, Form.CELL):
            continue
        for day in days(passage.text):
            text = passage.sentence_at(day.start).text
            date = day.date(0) if day.year else None
            lead = passage.text[max(0, day.start - _LEAD) : day.start]
            if date and date < case.days[0] and _is_due(lead, text):
                values = {"due": date.isoformat(), "date": case.days[0].isoformat(), "action": phrases.short(text)}
                yield Found(line=passage.line_at(day.start), quote=day.text, values=values)


def _is_due(lead: str, sentence: str) -> bool:
    due = pattern("actions", "due_on").search(lead)
    return due is not None and pattern("actions", "to_do").search(sentence) is not None


def _in_words(item: ActionItem, name: str, year: int) -> tuple[dt.date | None, str]:
    """Return the date that stands behind words of `name` in the text of an action, and how it is written."""
    for day in days(item.action):
        if day.year and pattern("actions", name).search(item.action[: day.start]):
            return day.date(year), day.text
    return None, ""


def done_in_future(case: Case) -> Iterator[Found]:
    """Find actions that are done with a date after the day of the check."""
    today = case.options.today
    for item in case.actions:
        if today is None or not _is_done(item):
            continue
        written = [*days(item.status_text or "")]
        told, text = _in_words(item, "done_on", today.year)
        dates = [date for day in written if (date := day.date(today.year))]
        leads = next((day for day in days(item.action) if day.year and not item.action[: day.start].strip()), None)
        dates = dates or [date for date in (item.due, told, leads.date(0) if leads else None) if date]
        if dates and max(dates) > today:
            values = {"date": max(dates).isoformat(), "today": today.isoformat(), "action": phrases.short(item.action)}
            yield Found(line=item.line, quote=item.due_text or item.status_text or text, values=values)
    yield from _told_done(case)


def _is_done(item: ActionItem) -> bool:
    return item.status is ActionStatus.DONE or pattern("actions", "closed").match(item.status_text or "") is not None


def _told_done(case: Case) -> Iterator[Found]:
    """Find actions and fields whose words say that something was done on a day after the check."""
    today = case.options.today
    for passage in (*case.passages, *titles(case.postmortem)) if today else ():
        headed = pattern("actions", "closed").fullmatch(passage.title) is not None and passage.form in _LISTED
        labelled = pattern("actions", "closed").fullmatch(passage.label) is not None
        settled = passage.form in _SETTLED and pattern("actions", "closed").search(passage.text) is not None
        if not (settled or headed or labelled):
            continue
        for day in days(passage.text):
            date = day.date(0) if day.year else None
            lead, behind = passage.text[: day.start], passage.text[day.end :]
            bracketed = (headed or labelled) and lead.endswith("(") and behind.startswith(")")
            done = pattern("actions", "done_on").search(lead) or pattern("actions", "done_behind").match(behind)
            if (
                date
                and today
                and date > today
                and (done or bracketed)
                and not pattern("actions", "due_on").search(lead)
            ):
                values = {"date": date.isoformat(), "today": today.isoformat(), "action": phrases.short(passage.text)}
                yield Found(line=passage.line_at(day.start), quote=day.text, values=values)


CHECKS: dict[str, Check] = {
    "weekday": weekday,
    "no-such-day": no_such_day,
    "date-differs": date_differs,
    "date-and-timeline": date_and_timeline,
    "due-before-incident": due_before,
    "done-in-future": done_in_future,
}
