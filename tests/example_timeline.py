"""Timelines to draw, and a look at what was drawn."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from msgspec import Struct

from pmexport.chart.canvas import Canvas, Drawing, Form, Paint
from pmexport.chart.pen import Pen
from pmexport.chart.timeline import draw
from pmexport.model.report import Band, Bracket, ChartEvent, Day, Reading, ReadingSeries, Timeline
from pmexport.model.terms import Milestone, Phase
from pmexport.theme.load import load_theme

MIDNIGHT = dt.datetime(2031, 3, 4, tzinfo=dt.timezone(dt.timedelta(hours=1)))
THEME = load_theme("default").theme
NAMES = {
    Milestone.CHANGE: "Change deployed",
    Milestone.DECLARED: "Declared",
    Milestone.IMPACT_START: "Impact starts",
    Milestone.DETECTED: "Detected",
    Milestone.ACKNOWLEDGED: "Acknowledged",
    Milestone.CAUSE_FOUND: "Cause found",
    Milestone.MITIGATED: "Mitigated",
    Milestone.RESOLVED: "Resolved",
}


def at(clock: str, day: int = 0) -> dt.datetime:
    """Return the moment of ``HH:MM`` on the example's day, or `day` days after it."""
    hour, minute = map(int, clock.split(":"))
    return MIDNIGHT + dt.timedelta(days=day, hours=hour, minutes=minute)


def event(start: dt.datetime, milestone: Milestone | None = None, **fields: object) -> ChartEvent:
    """Return an event, a milestone if one is named."""
    given: dict[str, object] = {"start": start, "clock": f"{start:%H:%M}", "text": f"What was seen at {start:%H:%M}"}
    given |= {"milestone": milestone, "label": NAMES[milestone] if milestone else "", "row": f"event-{start:%d%H%M}"}
    return ChartEvent(**(given | fields))  # type: ignore[arg-type]  # the fields of the type, some replaced


def band(phase: Phase, name: str, length: str, start: dt.datetime, end: dt.datetime) -> Band:
    """Return a phase."""
    return Band(phase=phase, name=name, length=length, start=start, end=end)


def timeline(
    events: Sequence[ChartEvent] = (),
    bands: Sequence[Band] = (),
    impact: Bracket | None = None,
    readings: Sequence[tuple[dt.datetime, float]] = (),
    days: Sequence[int] = (0,),
) -> Timeline:
    """Return a timeline of these."""
    series = ReadingSeries(
        name="Success rate, %",
        note="read off the events; the lines are drawn",
        readings=tuple(Reading(at=moment, value=value, label=f"{value:g} %") for moment, value in readings),
    )
    return Timeline(
        anchor="timeline",
        heading="Timeline",
        note="",
        events=tuple(events),
        bands=tuple(bands),
        impact=impact,
        days=tuple(Day(start=at("00:00", day), label=f"{4 + day} March 2031", short=f"{4 + day} Mar") for day in days),
        readings=series if readings else None,
        description="From 09:00 to 12:00 & back",
        compressed="{length} left out",
        cluster="{count} events",
    )


def outage() -> Timeline:
    """Return an outage of three hours with milestones, phases, readings and other events."""
    change, start, found, cause, calm, end = (
        at(clock) for clock in ("09:00", "09:40", "09:43", "10:30", "11:10", "12:00")
    )
    return timeline(
        events=sorted(
            [
                event(change, Milestone.CHANGE, distance="-40 min"),
                event(start, Milestone.IMPACT_START),
                event(found, Milestone.DETECTED, distance="+3 min"),
                event(cause, Milestone.CAUSE_FOUND, distance="+50 min"),
                event(calm, Milestone.MITIGATED, distance="+1 h 30 min"),
                event(end, Milestone.RESOLVED, distance="+2 h 20 min"),
                *(event(at(clock)) for clock in ("09:50", "10:05", "11:30")),
            ],
            key=lambda one: one.start,
        ),
        bands=[
            band(Phase.LATENT, "Latent", "40 min", change, start),
            band(Phase.UNNOTICED, "Unnoticed", "3 min", start, found),
            band(Phase.INVESTIGATING, "Investigating", "47 min", found, cause),
            band(Phase.MITIGATING, "Mitigating", "40 min", cause, calm),
            band(Phase.RECOVERING, "Recovering", "50 min", calm, end),
        ],
        impact=Bracket(label="Customer impact 2 h 20 min", start=start, end=end),
        readings=[(found, 97), (at("09:50"), 0), (at("11:30"), 80), (end, 99.5)],
    )


class Word(Struct, frozen=True):
    """Words as they stand in a picture."""

    text: str
    x: float
    y: float
    bold: bool


class Picture:
    """A drawing taken apart."""

    def __init__(self, drawing: Drawing) -> None:
        self.drawing = drawing
        self.root = ET.fromstring(drawing.svg)  # noqa: S314 - our own picture

    def all(self, tag: str) -> list[ET.Element]:
        """Return the elements of that name, in the order drawn."""
        return list(self.root.iter(f"{{http://www.w3.org/2000/svg}}{tag}"))

    @property
    def words(self) -> list[Word]:
        """Return the words with their places, in the order drawn."""
        return [
            Word(one.text or "", float(one.get("x", "0")), float(one.get("y", "0")), one.get("font-weight") == "600")
            for one in self.all("text")
        ]

    @property
    def texts(self) -> list[str]:
        """Return the words alone."""
        return [word.text for word in self.words]

    def word(self, text: str) -> Word:
        """Return the one place where `text` stands."""
        (found,) = (word for word in self.words if word.text == text)
        return found


def picture(shown: Timeline, width: float = 493, form: Form = "across", paint: Paint = "light") -> Picture:
    """Draw and take apart."""
    return Picture(draw(shown, THEME, Canvas(width=width, form=form, paint=paint)))


def pen(width: float = 493) -> Pen:
    """Return a pen to draw a part of the chart with."""
    return Pen(Canvas(width=width), THEME)


def drawn(used: Pen) -> Picture:
    """Take apart what a pen has drawn so far."""
    return Picture(used.drawing(300, "a part"))
