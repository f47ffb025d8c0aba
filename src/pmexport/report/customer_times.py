"""The times of a customers' page: the span, the chart of two phases, and the table of moments in fixed sentences."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from pmexport.model.customer import (
    Count,
    CustomerReport,
    LanguageTag,
    Month,
    PublicMoment,
    Region,
    Wording,
    ZoneName,
)
from pmexport.model.options import ThemeWords
from pmexport.model.prose import Blocks, BulletList, OrderedList, Para, Plain, Str, Table, text_of
from pmexport.model.report import Band, ChartEvent, Day, EventRow, EventTable, Section, Timeline
from pmexport.model.terms import ActionStatus, IncidentStatus, Milestone, Phase
from pmexport.report.words import Words

_FEWEST_ON_A_CHART = 2
_MOST_DAYS = 62


def customer_words(language: str, wording: ThemeWords | None = None) -> Words:
    """Return the words of `language`, or the English ones where it has none: never two languages mixed."""
    words = Words(language, wording)
    try:
        words.has("customer", "kind")
    except KeyError:
        return Words("en", wording)
    return words


class Clock:
    """How the moments of one report are told: with the day where there are several, and always with the zone."""

    def __init__(self, report: CustomerReport, words: Words) -> None:
        self.report = report
        self.words = words
        days = {moment.at.value.date() for moment in report.moments}
        self.several_days = len(days) > 1
        self.zone = report.zone.value.text if report.zone else ""

    def say(self, key: str, **values: object) -> str:
        """Return a label of the customers' page."""
        return self.words.say("customer", key, **values)

    def time(self, moment: PublicMoment) -> str:
        """Return the time of day, and that it is not exact where it is not."""
        clock = self.words.clock(moment.at.value)
        return self.say("moment_about", clock=clock) if moment.approximate else clock

    def span(self, *, dated: bool) -> str:
        """Return from when to when customers were affected, with zone and length; nothing where an end is unknown.

        With `dated` the day stands before it.
        """
        start, end, length = self.report.start, self.report.end or self.report.eased, self.report.length
        if start is None or end is None or end.value < start.value:
            return ""
        first, last = start.value, end.value
        values = {"start": self.words.clock(first), "end": self.words.clock(last)}
        if first.date() == last.date():
            text = self.say("span_dated" if dated else "span", date=self.words.date(first.date()), **values)
        else:
            days = {
                "start_day": self.words.date(first.date(), "medium"),
                "end_day": self.words.date(last.date(), "medium"),
            }
            text = self.say("span_days", **values, **days)
        about = self.say("length", length=self.words.length(length.value.total_seconds())) if length else ""
        return " ".join(filter(None, (text, self.zone, about)))

    def opening(self, what: str) -> str:
        """Return when `what` was disrupted, as a sentence of typed facts."""
        report, words = self.report, self.words
        start, end = report.start, report.end or report.eased
        date = report.date.value if report.date else start.value.date() if start else None
        if start is not None and end is not None and end.value >= start.value:
            first, last = words.clock(start.value), " ".join(filter(None, (words.clock(end.value), self.zone)))
            if start.value.date() == end.value.date():
                return self.say("opening", date=words.date(start.value.date()), start=first, end=last, what=what)
            first = f"{words.date(start.value.date())}, {first}"
            last = f"{words.date(end.value.date())}, {last}"
            return self.say("opening_days", start=first, end=last, what=what)
        if start is not None:
            first = " ".join(filter(None, (words.clock(start.value), self.zone)))
            return self.say("opening_since", date=words.date(start.value.date()), start=first, what=what)
        if date is not None:
            return self.say("opening_day", date=words.date(date), what=what)
        return self.say("opening_undated", what=what)

    def sentence(self, moment: PublicMoment) -> str:
        """Return the fixed sentence of a milestone, or the words that were marked public."""
        if moment.wording is not None:
            return moment.wording.value.text
        assert moment.milestone is not None  # noqa: S101 - the gate gives one of the two
        return self.say(f"sentence_{moment.milestone.value.value}")


def when(clock: Clock, written: Blocks, anchor: Callable[[str], str]) -> Iterator[Section]:
    """Yield the chart, where two moments have a time, and the table of all moments."""
    moments = clock.report.moments
    bands = _bands(clock)
    drawn = len(moments) >= _FEWEST_ON_A_CHART and bool(bands)
    if drawn:
        yield _chart(clock, bands, anchor("when"))
    if moments or written:
        zone = clock.say("clock_heading_zone", zone=clock.zone) if clock.zone else clock.say("clock_heading")
        yield EventTable(
            anchor=anchor("times"),
            heading="" if drawn else clock.say("when"),
            intro=written,
            clock_heading=zone,
            event_heading=clock.say("event_heading"),
            rows=tuple(_rows(clock)),
        )


def _rows(clock: Clock) -> Iterator[EventRow]:
    day: dt.date | None = None
    for number, moment in enumerate(clock.report.moments):
        date = moment.at.value.date()
        label = clock.words.date(date) if clock.several_days and date != day else ""
        day = date
        yield EventRow(
            anchor=f"e-{number + 1}",
            day=label,
            clock=clock.time(moment),
            datetime=moment.at.value.isoformat(),
            approximate=moment.approximate,
            blocks=(Plain((Str(clock.sentence(moment)),)),),
        )


def _bands(clock: Clock) -> tuple[Band, ...]:
    report = clock.report
    stops = [stop.value for stop in (report.start, report.eased, report.end) if stop is not None]
    if report.start is None or len(stops) < _FEWEST_ON_A_CHART or stops != sorted(stops) or stops[0] == stops[-1]:
        return ()
    recovers = report.eased is not None and report.end is not None and report.eased.value < report.end.value
    middle = stops[1] if recovers or len(stops) == _FEWEST_ON_A_CHART else stops[-1]
    bands = [_band(clock, Phase.UNNOTICED, "band_affected", stops[0], middle)] if middle > stops[0] else []
    if recovers:
        bands.append(_band(clock, Phase.RECOVERING, "band_recovering", middle, stops[-1]))
    return tuple(bands)


def _band(clock: Clock, phase: Phase, name: str, start: dt.datetime, end: dt.datetime) -> Band:
    length = clock.words.length((end - start).total_seconds())
    return Band(phase=phase, name=clock.say(name), length=length, start=start, end=end)


def _chart(clock: Clock, bands: tuple[Band, ...], anchor: str) -> Timeline:
    moments, words = clock.report.moments, clock.words
    first, last = moments[0].at.value, moments[-1].at.value
    told = ", ".join(clock.say("chart_band", name=band.name, length=band.length) for band in bands)
    days = ""
    if last.date() != first.date():
        days = words.say("timeline", "days", first=words.date(first.date()), last=words.date(last.date()))
    return Timeline(
        anchor=anchor,
        heading=clock.say("when"),
        note=clock.say("chart_note", days=days, zone=clock.zone) if clock.zone and days else days,
        events=tuple(
            ChartEvent(
                start=moment.at.value,
                approximate=moment.approximate,
                clock=clock.time(moment),
                text=clock.sentence(moment),
                row=f"e-{number + 1}",
            )
            for number, moment in enumerate(moments)
        ),
        bands=bands,
        days=_days(first, last, words),
        description=clock.say("chart", first=words.clock(first), last=words.clock(last), bands=told),
        compressed="",
        cluster=words.say("timeline", "cluster"),
    )


def _days(first: dt.datetime, last: dt.datetime, words: Words) -> tuple[Day, ...]:
    midnight = first.replace(hour=0, minute=0, second=0, microsecond=0)
    days: list[Day] = []
    while midnight <= last and len(days) < _MOST_DAYS:
        date = midnight.date()
        days.append(Day(start=midnight, label=words.date(date), short=words.date(date, "short")))
        midnight += dt.timedelta(days=1)
    return tuple(days)


def told(place: str, value: object, clock: Clock) -> str:
    """Return what a cleared `value` of `place` says on the page, for the ledger."""
    words = clock.words
    match value:
        case Wording(text) | ZoneName(text) | LanguageTag(text):
            return text
        case Milestone():
            return clock.say(f"sentence_{value.value}")
        case IncidentStatus():
            return clock.say(f"status_{value.value}")
        case ActionStatus():
            return words.say("status", value.value)
        case Region():
            return clock.say(f"region_{value.value}") if value is not Region.ALL else clock.say("where_all").strip()
        case Count(number, about):
            return words.say_counted("customer", "users_about" if about else "users", number, where="")
        case Month(year, month):
            return clock.say("due", month=words.month(month), year=year)
        case dt.datetime():
            return f"{words.date(value.date())}, {words.clock(value)}"
        case dt.date():
            return words.date(value)
        case dt.timedelta():
            return words.length(value.total_seconds())
        case Para(content) | Plain(content):
            return text_of(content)
        case BulletList(items) | OrderedList(items):
            return "; ".join(told(place, one, clock) for item in items for one in item.content)
        case Table(head=head, rows=rows):
            return "; ".join(text_of(cell) for cell in (*head, *(cell for row in rows for cell in row.cells)))
        case _:
            return str(value)
