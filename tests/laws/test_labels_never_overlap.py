"""No label of the chart lies over another or leaves the frame, whatever the timeline and the width."""

from __future__ import annotations

import datetime as dt
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from pmexport.chart.canvas import Canvas, Form
from pmexport.chart.labels import spread
from pmexport.chart.timeline import draw
from pmexport.model.report import Band, Bracket, ChartEvent, Day, Reading, ReadingSeries, Timeline
from pmexport.model.terms import Milestone, Phase
from pmexport.theme.fonts import face, text_width
from pmexport.theme.load import load_theme

THEME = load_theme("default").theme
NIGHT = dt.datetime(2031, 3, 1, tzinfo=dt.timezone(dt.timedelta(hours=2)))
SPANS = st.sampled_from([600, 36_000, 864_000, 7_776_000])
WIDTHS = st.floats(min_value=200, max_value=1100)
FORMS: st.SearchStrategy[Form] = st.sampled_from(["across", "upright"])
TEXT = re.compile(r"<text ([^>]*)>([^<]*)</text>")


@st.composite
def timelines(draw_from: st.DrawFn) -> Timeline:
    span = draw_from(SPANS)
    start = NIGHT + dt.timedelta(minutes=draw_from(st.integers(0, 1440)))
    offsets = sorted(draw_from(st.lists(st.integers(0, span), max_size=40)))
    if draw_from(st.booleans()):
        offsets += [offset + draw_from(st.sampled_from([0, 60, 864_000])) for offset in offsets[-3:]]
    times = sorted(start + dt.timedelta(seconds=offset // 60 * 60) for offset in offsets)
    reached = sorted(draw_from(st.sets(st.integers(0, max(len(times) - 1, 0)), max_size=8))) if times else []
    names = dict(zip(reached, Milestone, strict=False))
    events = tuple(
        ChartEvent(
            start=time,
            end=time + dt.timedelta(seconds=span // 7) if draw_from(st.integers(0, 9)) == 0 else None,
            approximate=draw_from(st.booleans()),
            clock=f"{time:%H:%M}",
            distance="+3 d 10 h 20 min" if draw_from(st.booleans()) else "",
            milestone=names.get(index),
            label=draw_from(st.sampled_from(["Impact starts", "Cause found", "Customer impact ended"]))
            if index in names
            else draw_from(st.sampled_from(["", "", "", "Severity SEV-1"])),
            text="Pool of connections exhausted",
            row=f"event-{index}",
        )
        for index, time in enumerate(times)
    )
    points = [times[index] for index in reached]
    bands = tuple(
        Band(phase=phase, name=str(phase).title(), length="2 h 34 min", start=since, end=until)
        for phase, since, until in zip(Phase, points, points[1:], strict=False)
    )
    first = start.replace(hour=0, minute=0)
    touched = sorted({(time.date() - first.date()).days for time in times})
    days = tuple(
        Day(
            start=first + dt.timedelta(days=day),
            label=f"{first + dt.timedelta(days=day):%d September %Y}",
            short="1 Mar",
        )
        for day in touched
    )
    values = draw_from(st.lists(st.floats(0, 100), min_size=len(times), max_size=len(times)))
    readings = tuple(
        Reading(at=time, value=value, label=f"{value:.1f} %") for time, value in zip(times, values, strict=True)
    )
    return Timeline(
        anchor="timeline",
        heading="Timeline",
        note="",
        events=events,
        bands=bands,
        impact=Bracket(label="Customer impact 2 h 34 min", start=points[0], end=points[-1])
        if len(points) > 1
        else None,
        days=days,
        readings=ReadingSeries(
            name="Success rate, %", note="readings, with lines drawn between them", readings=readings
        )
        if draw_from(st.booleans())
        else None,
        description="A timeline",
        compressed="{length} not drawn",
        cluster="{count} events",
    )


def boxes(svg: str) -> list[tuple[str, float, float, float, float]]:
    """Return each text of the picture with its left, top, right and bottom."""
    found = []
    for attributes, words in TEXT.findall(svg):
        looks = dict(re.findall(r'([\w-]+)="([^"]*)"', attributes))
        letters = face(THEME.type, THEME.type.text, int(looks.get("font-weight", "400")))
        size = float(looks["font-size"])
        width = text_width(words.replace("&amp;", "&"), letters, size)
        left = float(looks["x"]) - {"start": 0, "middle": width / 2, "end": width}[looks.get("text-anchor", "start")]
        baseline = float(looks["y"])
        found.append((words, left, baseline - 0.73 * size, left + width, baseline + 0.2 * size))
    return found


@settings(max_examples=150, deadline=None)
@given(timelines(), WIDTHS, FORMS)
def test_no_label_lies_over_another(timeline: Timeline, width: float, form: Form) -> None:
    found = boxes(draw(timeline, THEME, Canvas(width=width, form=form)).svg)

    over = [
        (one, two)
        for index, one in enumerate(found)
        for two in found[index + 1 :]
        if one[1] < two[3] - 0.05 and two[1] < one[3] - 0.05 and one[2] < two[4] - 0.05 and two[2] < one[4] - 0.05
    ]
    assert not over


@settings(max_examples=150, deadline=None)
@given(timelines(), WIDTHS, FORMS)
def test_no_label_leaves_the_frame(timeline: Timeline, width: float, form: Form) -> None:
    drawing = draw(timeline, THEME, Canvas(width=width, form=form))

    outside = [
        box
        for box in boxes(drawing.svg)
        if box[1] < -0.05 or box[2] < -0.05 or box[3] > width + 0.05 or box[4] > drawing.height + 0.05
    ]
    assert not outside


@settings(max_examples=50, deadline=None)
@given(timelines(), WIDTHS, FORMS)
def test_the_same_timeline_gives_the_same_bytes(timeline: Timeline, width: float, form: Form) -> None:
    canvas = Canvas(width=width, form=form, paint="variables")

    assert draw(timeline, THEME, canvas) == draw(timeline, THEME, canvas)


PLACES = st.lists(st.tuples(st.floats(0, 500), st.floats(1, 20)), min_size=1, max_size=25)


@given(PLACES, st.floats(0, 5))
def test_spread_labels_keep_their_order_and_stay_apart(wanted: list[tuple[float, float]], gap: float) -> None:
    sizes = [size for _, size in wanted]
    places = spread([place for place, _ in wanted], sizes, 0, 700, gap)

    short = [
        index
        for index in range(len(places) - 1)
        if places[index + 1] - places[index] < (sizes[index] + sizes[index + 1]) / 2 + gap - 1e-6
    ]
    assert not short


@given(PLACES)
def test_spread_labels_stay_on_their_line(wanted: list[tuple[float, float]]) -> None:
    places = spread([place for place, _ in wanted], [size for _, size in wanted], 0, 500)

    beyond = [
        place
        for place, (_, size) in zip(places, wanted, strict=True)
        if place < size / 2 - 1e-6 or place > 500 - size / 2 + 1e-6
    ]
    assert not beyond
