"""Milestone labels over the line of time: clock, distance and name, each beside its leader.

They take as many rows as they need. A leader hangs from its label's row through all rows below. A label to the right of
its leader that reaches over the next one's must therefore stand in a higher row, and one to the left of it likewise;
the rows are the longest paths through these demands. Leaders bend where straight ones have no room, or would climb
higher than a bend is worth. Labels under the first row take one line in place of two where they then still fit.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from pmexport.chart.labels import fits, spread
from pmexport.chart.marks import Mark
from pmexport.chart.pen import ASCENT, Anchor, Pen
from pmexport.model.report import ChartEvent
from pmexport.theme.fonts import fitted

_UNDER = 4.2  # from a row to the next
_BESIDE = 4.0  # from leader to words
_AIR = 7.0  # from words to the next leader or words
_STEP = 9.0  # from one bent leader to the next
_BEND = 18.0  # the height in which a bent leader gives way
_SHIFT = 0.4  # what a point of bend costs against a point of height
_FLAT_AIR = 4.5
_BETWEEN = 3.0  # from clock to name on one line
_LOW = 3  # rows of straight leaders up to which no bent ones are tried


class Flag(Struct, frozen=True):
    """A label: its mark, the two lines, and where they stand. `flat` sets both on one line."""

    mark: Mark
    above: str
    below: str
    width: float
    left: bool = False
    row: int = 0
    bent: float | None = None
    flat: bool = False

    @property
    def leader(self) -> float:
        """Return where the leader hangs: over its mark, or where it had to give way."""
        return self.mark.place if self.bent is None else self.bent

    def reach(self) -> tuple[float, float]:
        """Return from where to where the words run, with the air that they need."""
        run = _BESIDE + self.width + self.air
        return (self.mark.place - run, self.mark.place) if self.left else (self.mark.place, self.mark.place + run)

    @property
    def air(self) -> float:
        """Return how far other leaders and words keep away; a flat label has only leaders beside it."""
        return _FLAT_AIR if self.flat else _AIR


def flags(pen: Pen, marks: Sequence[Mark]) -> list[Flag]:
    """Return the labels of the milestones among `marks`, in time order, with row and side."""
    chosen = [mark for mark in marks if mark.milestone]
    for shorter in (_whole, _without_distance, _cut):
        found = [shorter(pen, mark) for mark in chosen]
        straight = _straight(found, pen.width)
        layouts = [_flattened(pen, straight)] if straight is not None else []
        if straight is None or rows(straight) > _LOW:
            layouts += [stairs] if (stairs := _stairs(pen, found)) else []
        if layouts:
            return min(layouts, key=lambda laid: _cost(pen, laid))
    return []


def rows(found: Sequence[Flag]) -> int:
    """Return how many rows the labels take."""
    return max((flag.row + 1 for flag in found), default=0)


def height(pen: Pen, found: Sequence[Flag]) -> float:
    """Return how much room the labels and the bends of their leaders take over the marks."""
    bends = _BEND - 6 if any(flag.bent is not None for flag in found) else 0
    return _row_tops(pen, found)[-1] + bends


def _row_tops(pen: Pen, found: Sequence[Flag]) -> list[float]:
    """Return where each row begins, and at last where the lowest ends."""
    tops = [0.0]
    for row in range(rows(found)):
        lines = 1 if all(flag.flat for flag in found if flag.row == row) else 2
        tops.append(tops[-1] + lines * pen.line_height + _UNDER)
    return tops


def draw_flags(pen: Pen, found: Sequence[Flag], top: float, foot: float) -> None:
    """Draw the leaders down to `foot`, then the words."""
    tops = [top + row for row in _row_tops(pen, found)]
    for flag in found:
        bend = foot - (6 if flag.bent is None else _BEND)
        points = [(flag.leader, tops[flag.row]), (flag.leader, bend), (flag.mark.place, foot)]
        pen.path(points, stroke="ink", stroke_width="0.75")
    for flag in found:
        first = flag.mark.events[0]
        pen.begin(first.row, first.text)
        _draw_words(pen, flag, tops[flag.row] + ASCENT * pen.plain.size)
        pen.end(first.row)


def _draw_words(pen: Pen, flag: Flag, y: float) -> None:
    x = flag.leader + (-_BESIDE if flag.left else _BESIDE)
    above = below = x
    if flag.flat and flag.left:
        above = x - pen.strong.width(flag.below) - _BETWEEN
    elif flag.flat:
        below = x + pen.plain.width(flag.above) + _BETWEEN
    anchor: Anchor = "end" if flag.left else "start"
    pen.text(above, y, flag.above, pen.plain, fill="soft", anchor=anchor)
    pen.text(below, y + (0 if flag.flat else pen.line_height), flag.below, pen.strong, fill="ink", anchor=anchor)


def _whole(pen: Pen, mark: Mark) -> Flag:
    event = mark.events[0]
    return _flag(pen, mark, " ".join(filter(None, (event.clock, event.distance))), event.label)


def _without_distance(pen: Pen, mark: Mark) -> Flag:
    return _flag(pen, mark, mark.events[0].clock, mark.events[0].label)


def _cut(pen: Pen, mark: Mark) -> Flag:
    event: ChartEvent = mark.events[0]
    room = max(pen.width / 3 - _BESIDE - _AIR, 20.0)
    return _flag(
        pen,
        mark,
        fitted(event.clock, pen.plain.face, pen.plain.size, room),
        fitted(event.label, pen.strong.face, pen.strong.size, room),
    )


def _flag(pen: Pen, mark: Mark, above: str, below: str) -> Flag:
    return Flag(mark, above, below, max(pen.plain.width(above), pen.strong.width(below)))


def _straight(found: list[Flag], width: float) -> list[Flag] | None:
    """Return the labels beside straight leaders in as few rows as can be; None where there is no room for them."""
    sides = range(len(found) + 1)
    layouts = [laid for start in sides for end in sides if start <= end and (laid := _laid(found, start, end, width))]
    return min(layouts, key=lambda laid: (rows(laid), _lefts(laid)), default=None)


def _flattened(pen: Pen, hung: list[Flag]) -> list[Flag]:
    """Return the labels with each row under the first on one line whose labels, being wider, climb no further."""
    for row in range(1, rows(hung)):
        laid = _straight([_flat(pen, flag) if flag.row == row else flag for flag in hung], pen.width)
        if laid is not None and height(pen, laid) < height(pen, hung):
            hung = laid
    return hung


def _flat(pen: Pen, flag: Flag) -> Flag:
    if flag.flat:
        return flag
    width = pen.plain.width(flag.above) + _BETWEEN + pen.strong.width(flag.below)
    return replace(flag, width=width, flat=True)


def _stairs(pen: Pen, found: list[Flag]) -> list[Flag] | None:
    """Return the labels as flights of stairs with bent leaders; None where not even the narrowest flights fit.

    More steps in a flight cost height, and bring the leaders nearer to their marks.
    """
    groupings = [_grouped(found, steps, apart=apart) for steps in range(1, len(found) + 1) for apart in (False, True)]
    layouts = [laid for flights in groupings if (laid := _flights(flights, pen.width))]
    return min(layouts, key=lambda laid: _cost(pen, laid), default=None)


def _cost(pen: Pen, laid: list[Flag]) -> float:
    return height(pen, laid) + _SHIFT * _furthest(laid)


def _furthest(laid: list[Flag]) -> float:
    return max((abs(flag.leader - flag.mark.place) for flag in laid), default=0.0)


def _grouped(found: list[Flag], steps: int, *, apart: bool) -> list[list[Flag]]:
    """Return the labels in flights of at most so many steps; with `apart`, one clear of a flight begins another."""
    flights: list[list[Flag]] = []
    for flag in found:
        last = flights[-1] if flights else []
        clear = apart and last and flag.mark.place >= last[0].reach()[1]
        if last and len(last) < steps and not clear:
            last.append(flag)
        else:
            flights.append([flag])
    return flights


def _flights(flights: list[list[Flag]], width: float) -> list[Flag] | None:
    sizes = [max(_STEP * step + _BESIDE + flag.width for step, flag in enumerate(flight)) for flight in flights]
    if not fits(sizes, 0, width, _AIR):
        return None
    # A flight hangs by its leaders, which stand at its left: it wants to be where these fall straight.
    wanted = [
        sum(flag.mark.place for flag in flight) / len(flight) - _STEP * (len(flight) - 1) / 2 + size / 2
        for flight, size in zip(flights, sizes, strict=True)
    ]
    places = spread(wanted, sizes, 0, width, _AIR)
    return [
        Flag(flag.mark, flag.above, flag.below, flag.width, row=step, bent=place - size / 2 + _STEP * step)
        for flight, place, size in zip(flights, places, sizes, strict=True)
        for step, flag in enumerate(flight)
    ]


def _lefts(laid: list[Flag]) -> float:
    return sum(flag.left for flag in laid)


def _laid(found: list[Flag], start: int, end: int, width: float) -> list[Flag] | None:
    """Return the labels, those from `start` to `end` right of their leaders and the others left; None if impossible."""
    sided = [replace(flag, left=not start <= index < end, row=0) for index, flag in enumerate(found)]
    for flag in sided:
        low, high = flag.reach()
        if low + flag.air * flag.left < 0 or high - flag.air * (not flag.left) > width:
            return None
    below: list[set[int]] = [set() for _ in sided]
    for one, flag in enumerate(sided):
        for two in range(one + 1, len(sided)):
            if not _demand(flag, sided[two], one, two, below):
                return None
    placed = _levels(below)
    if placed is None:
        return None
    return [replace(flag, row=row) for flag, row in zip(sided, placed, strict=True)]


def _demand(one: Flag, two: Flag, first: int, second: int, below: list[set[int]]) -> bool:
    """Note which of two labels must stand below the other; return False where both must."""
    (start, end), (other_start, other_end) = one.reach(), two.reach()
    over_two = start <= two.mark.place < end and not one.left
    over_one = other_start < one.mark.place <= other_end and two.left
    if over_two and over_one:
        return False
    if over_two:
        below[second].add(first)
    elif over_one:
        below[first].add(second)
    elif start < other_end and other_start < end and not one.left and two.left:
        # Their words would meet between the two leaders: the later one goes lower.
        below[second].add(first)
    return True


def _levels(below: list[set[int]]) -> list[int] | None:
    """Return each label's row, the longest path from the top; None where the demands run in a circle."""
    levels = [0] * len(below)
    for _ in range(len(below) + 1):
        new = [max((levels[over] + 1 for over in overs), default=0) for overs in below]
        if new == levels:
            return levels
        levels = new
    return None
