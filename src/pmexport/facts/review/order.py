"""The dates of the timeline's events against their neighbours."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise

from pmexport.facts.dates import days
from pmexport.facts.review import phrases
from pmexport.facts.review.case import Case, Check, Found
from pmexport.model.postmortem import TimelineEvent

_FAR = dt.timedelta(days=20)
_CLOSE = dt.timedelta(days=3)
_FEWEST = 3


def event_date(case: Case) -> Iterator[Found]:
    """Find one event far from all of its neighbours, which are close to each other: a month or a year mistyped."""
    yield from _turned_back(case)
    days_of = [(event, event.start.date() if event.start else event.day) for event in case.postmortem.timeline]
    dated = [event for event, day in days_of if day]
    dates = [day for _, day in days_of if day]
    for number, event in enumerate(dated):
        others = sorted(dates[:number][-3:] + dates[number + 1 :][:3])
        if len(others) < 2 or others[-1] - others[0] > _CLOSE:  # noqa: PLR2004 - two neighbours bear each other out
            continue
        far = min(abs(dates[number] - one) for one in others) >= _FAR
        if far and (_is_slip(dates[number], others) or 0 < number < len(dated) - 1):
            values = {"date": phrases.day(dates[number]), "others": phrases.day(others[0])}
            yield Found(line=event.line, quote=event.written, values=values)
    yield from _out_of_order(tuple(zip(dated, dates, strict=True)))


def _is_slip(day: dt.date, others: list[dt.date]) -> bool:
    """Tell whether another month or year would put `day` among its neighbours; what is far for a reason needs both."""
    around = (others[0] - _CLOSE, others[-1] + _CLOSE)
    return any(around[0] <= one <= around[1] for one in _with_another_part(day, around))


def _with_another_part(day: dt.date, others: tuple[dt.date, ...]) -> Iterator[dt.date]:
    """Yield `day` with the month or the year of any of `others`."""
    for other in others:
        for part in ({"month": other.month}, {"year": other.year}):
            with suppress(ValueError):
                yield day.replace(**part)


def _out_of_order(dated: tuple[tuple[TimelineEvent, dt.date], ...]) -> Iterator[Found]:
    """Find the one day without which all the others stand in their order, where another month or year puts it there."""
    dates = [day for _, day in dated]
    if len(dates) < _FEWEST or dates == sorted(dates):
        return
    odd = [place for place in range(len(dates)) if _is_sorted(dates[:place] + dates[place + 1 :])]
    for place in odd:
        event, day = dated[place]
        low = dates[place - 1] if place else dates[1]
        high = dates[place + 1] if place + 1 < len(dates) else low + _FAR
        if any(low <= one <= high for one in _with_another_part(day, (low, high))):
            yield Found(
                line=event.line,
                quote=event.written,
                variant="order",
                values={"date": phrases.day(day), "others": phrases.day(low)},
            )
            return
    if len(odd) == 1 and len(dates) > _FEWEST:
        event, day = dated[odd[0]]
        values = {"date": phrases.day(day), "others": phrases.day(dates[odd[0] - 1 if odd[0] else 1])}
        yield Found(line=event.line, quote=event.written, variant="order", values=values)


def _is_sorted(dates: list[dt.date]) -> bool:
    return all(one <= later for one, later in pairwise(dates))


def _turned_back(case: Case) -> Iterator[Found]:
    """Find the one event under a date of its own line that lies before the days of all events above it."""
    dated = [(event, event.start.date()) for event in case.postmortem.timeline if event.start]
    back = [place for place in range(1, len(dated)) if dated[place][1] < dated[place - 1][1]]
    if len(back) != 1 or back[0] < 2:  # noqa: PLR2004 - two events bear each other out
        return
    event, day = dated[back[0]]
    if any(days(event.written)) or day >= min(one for _, one in dated[: back[0]]):
        return
    values = {"date": phrases.day(day), "others": phrases.day(dated[back[0] - 1][1])}
    yield Found(line=event.line, quote=event.written, variant="back", values=values)


CHECKS: dict[str, Check] = {
    "event-date": event_date,
}
