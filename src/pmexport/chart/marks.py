"""Events as marks on the line of time: milestones filled, others hollow, near ones as one mark with their count.

An event with a label that is no milestone changes the severity; it leads like one, as a diamond.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from pmexport.chart.labels import fits, spread
from pmexport.chart.pen import Letters, Pen
from pmexport.chart.scale import Scale
from pmexport.model.report import ChartEvent

MILESTONE, EVENT = 3.3, 2.5  # radii
_AIR = 0.9
_MOST = 12  # milestones that all lead; a timeline with more repeats itself
# How far from the line the bars of ranges lie that overlap: on it, above it, below it.
_LANES = (0.0, -3.8, 3.8)
_WEIGHT = 100.0  # a milestone stays at its place while others give way
_NEAR = 4.4  # closer than this, two hollow marks become one with a count


class Mark(Struct, frozen=True):
    """One mark: its events, where they truly lie, how long it is, whether it leads, and where it is drawn."""

    events: tuple[ChartEvent, ...]
    true: float
    size: float
    milestone: bool = False
    place: float = 0.0


def leading(events: Sequence[ChartEvent]) -> list[ChartEvent]:
    """Return the events that lead: the milestones, or of very many the first of each kind."""
    found = [event for event in events if event.label]
    if len(found) <= _MOST:
        return found
    first: dict[str, ChartEvent] = {}
    for event in found:
        first.setdefault(event.label, event)
    return list(first.values())


def marks(events: Sequence[ChartEvent], scale: Scale, long: Callable[[int], float]) -> list[Mark]:
    """Return the marks of `events` in time order, each near its true place and none over another.

    `long` says how long the mark of so many events is.
    """
    low, high = scale.start - MILESTONE, scale.end + MILESTONE
    found: list[Mark] = []
    free = low
    ordered = sorted(events, key=lambda event: event.start)
    leaders = {id(event) for event in leading(ordered)}
    for run in _runs(ordered, leaders):
        milestone = _mark(run[-1:], scale, long) if id(run[-1]) in leaders else None
        until = milestone.true - milestone.size / 2 - _AIR if milestone else high
        between = _fitted(run[:-1] if milestone else run, scale, until - free, long)
        found += between
        if milestone:
            found.append(Mark(milestone.events, milestone.true, milestone.size, milestone=True))
            # Where two milestones leave too little room, what follows makes up for it.
            taken = free + sum(mark.size + _AIR for mark in between)
            free = max(milestone.true - milestone.size / 2, taken) + milestone.size + _AIR
    sizes = [mark.size for mark in found]
    weights = [_WEIGHT if mark.milestone else 1.0 for mark in found]
    places = spread([mark.true for mark in found], sizes, low, high, _AIR, weights=weights)
    return [
        Mark(mark.events, mark.true, mark.size, mark.milestone, place)
        for mark, place in zip(found, places, strict=True)
    ]


def _runs(events: Sequence[ChartEvent], leaders: set[int]) -> list[list[ChartEvent]]:
    """Return the events in runs that end with a milestone, the last one perhaps without."""
    runs: list[list[ChartEvent]] = []
    for event in events:
        if runs and id(runs[-1][-1]) not in leaders:
            runs[-1].append(event)
        else:
            runs.append([event])
    return runs


def _fitted(events: Sequence[ChartEvent], scale: Scale, room: float, long: Callable[[int], float]) -> list[Mark]:
    """Return the marks of the events between two milestones, in as few groups as it takes to fit `room`."""
    near = _NEAR
    while True:
        found = _grouped(events, scale, near, long)
        if len(found) <= 1 or fits([mark.size for mark in found], 0, room, _AIR):
            return found
        near *= 1.3


def _grouped(events: Sequence[ChartEvent], scale: Scale, near: float, long: Callable[[int], float]) -> list[Mark]:
    groups: list[list[ChartEvent]] = []
    for event in events:
        last = groups[-1] if groups else []
        # A mark with a count is longer than one without, and so takes in what would lie under it.
        if last and scale.place(event.start) - scale.place(last[0].start) < near * (1 if len(last) == 1 else 2):
            last.append(event)
        else:
            groups.append([event])
    return [_mark(group, scale, long) for group in groups]


def _mark(group: list[ChartEvent], scale: Scale, long: Callable[[int], float]) -> Mark:
    places = [scale.place(event.start) for event in group]
    true = sum(places) / len(places)
    if len(group) > 1:
        return Mark(tuple(group), true, long(len(group)))
    return Mark(tuple(group), true, 2 * (MILESTONE if group[0].label else EVENT))


def draw_ranges(pen: Pen, events: Sequence[ChartEvent], scale: Scale, y: float) -> None:
    """Draw a bar from start to end of each event that lasts, behind the marks; those that overlap side by side."""
    lasting = [(scale.place(event.start), scale.place(event.end)) for event in events if event.end]
    free: list[float] = []
    for start, end in sorted(place for place in lasting if place[1] > place[0]):
        lane = next((lane for lane, until in enumerate(free) if until < start), len(free))
        free[lane : lane + 1] = [end]
        top = y + _LANES[lane % len(_LANES)] - 1.6
        pen.rect(start, top, max(end - start, 1), 3.2, radius=1.6, fill="empty", stroke="faint", stroke_width="0.6")


def draw_marks(pen: Pen, found: Sequence[Mark], y: float, cluster: str) -> None:
    """Draw the marks on the line at `y`. Milestones come last, over the others."""
    for mark in sorted(found, key=lambda mark: mark.milestone):
        first = mark.events[0]
        words = mark_words(mark, cluster)
        pen.begin(first.row, words)
        if len(mark.events) > 1:
            draw_count(pen, mark.place, y, mark.size, len(mark.events))
        else:
            draw_mark(pen, mark.place, y, first)
        pen.end(first.row)


def draw_count(pen: Pen, x: float, y: float, width: float, count: int) -> None:
    """Draw the mark of several events: their count in a hollow pill."""
    height = pen.strong.size + 2.2
    left = x - width / 2
    pen.rect(
        left,
        y - height / 2,
        width,
        height,
        radius=min(height, width) / 2,
        fill="ground",
        stroke="soft",
        stroke_width="1",
    )
    small = Letters(pen.strong.face, 7.5)
    pen.text(x, y + 0.36 * small.size, str(count), small, fill="soft", anchor="middle")


def draw_mark(pen: Pen, x: float, y: float, event: ChartEvent) -> None:
    """Draw the mark of one event: filled for a milestone, hollow for another.

    Where the time is about, a milestone is a heavy ring and another event a dashed one.
    """
    # Four dashes go round a ring of this size.
    dash = {"stroke_dasharray": "1.9 1.24"} if event.approximate else {}
    if event.label and event.milestone is None:
        reach = MILESTONE + 0.5
        corners = [(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y), (x, y - reach)]
        pen.path(corners, fill="ground" if event.approximate else "ink", stroke="ink", stroke_width="1")
        return
    match bool(event.milestone), event.approximate:
        case True, False:
            pen.circle(x, y, MILESTONE, fill="ink")
        case True, True:
            pen.circle(x, y, MILESTONE - 0.7, fill="ground", stroke="ink", stroke_width="1.7")
        case _:
            pen.circle(x, y, EVENT - 0.5, fill="ground", stroke="soft", stroke_width="1.1", **dash)


def mark_words(mark: Mark, cluster: str) -> str:
    """Return what a mark says while the pointer is over it: each of its events on a line."""
    lines = [" ".join(filter(None, (event.clock, event.text))) for event in mark.events]
    if len(lines) > 1:
        clocks = list(dict.fromkeys((mark.events[0].clock, mark.events[-1].clock)))
        count = cluster.replace("{count}", str(len(lines)))
        lines.insert(0, ", ".join(filter(None, ("\N{EN DASH}".join(clocks), count))))
    return "\n".join(lines)
