"""What was computed from a postmortem: each length of time with its basis, or why it cannot be had."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from msgspec import Struct

from pmexport.model.terms import MetricName, Milestone, Phase


class Metric(Struct, frozen=True, kw_only=True):
    """A length of time in seconds between two moments; `basis` names the events it stands on or the author's words.

    Exactly one of `seconds` and `unavailable` (the reason, a sentence) is given. `seconds` are those of the wall clock,
    `supported` those of them within support hours, where the settings have a calendar.
    """

    name: MetricName
    seconds: int | None = None
    supported: int | None = None
    start: dt.datetime | None = None
    end: dt.datetime | None = None
    basis: str = ""
    approximate: bool = False
    unavailable: str | None = None


class PhaseLength(Struct, frozen=True, kw_only=True):
    """A phase from one milestone to the next."""

    phase: Phase
    start: dt.datetime
    end: dt.datetime


class Difference(Struct, frozen=True, kw_only=True):
    """A length that the author states against the one computed, in seconds, where the two do not agree."""

    name: MetricName
    stated: int
    stated_text: str
    computed: int
    line: int


class ClaimKind(StrEnum):
    """What a stated figure is a figure of."""

    LENGTH = "length"
    CLOCK = "clock"
    WEEKDAY = "weekday"
    COUNT = "count"


class Anchor(Struct, frozen=True, kw_only=True):
    """An event that a figure is held against."""

    at: dt.datetime
    text: str
    line: int


class Comparison(Struct, frozen=True, kw_only=True):
    """A figure as stated on `line` with the words `quote`, and what the document itself gives for it.

    `stated` and `computed` are seconds of a length, minutes of a day for a clock time, ISO weekdays (6 standing for a
    weekend, too) or counts. A length runs from `start` to `end`; `fits` is the event that the stated figure would lead
    to. `metric` is given where the figure is one of the metrics; `day` is the day that a weekday is held against;
    `noun` is what was counted. `certain` is false where the words do not say which events are meant, and no two fit.
    """

    kind: ClaimKind
    agrees: bool
    quote: str
    line: int
    stated: int
    computed: int
    certain: bool = True
    metric: MetricName | None = None
    start: Anchor | None = None
    end: Anchor | None = None
    fits: Anchor | None = None
    day: dt.date | None = None
    noun: str = ""


class Silence(Struct, frozen=True, kw_only=True):
    """The longest time between two events while the impact lasted."""

    seconds: int
    start: Anchor
    end: Anchor


class Facts(Struct, frozen=True, kw_only=True):
    """All that is computed of one postmortem. `moments` are the milestones reached, in time order.

    `metrics` run from the start of the impact, `from_change` from the change to the same milestones. `comparisons` are
    the author's figures, the metrics' own among them, in the order of their lines.
    """

    metrics: tuple[Metric, ...]
    moments: tuple[tuple[Milestone, dt.datetime], ...] = ()
    phases: tuple[PhaseLength, ...] = ()
    differences: tuple[Difference, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    from_change: tuple[Metric, ...] = ()
    silence: Silence | None = None

    @property
    def time_by_phase(self) -> dict[Phase, int]:
        """Return how many seconds each phase took, in the order in which they were entered."""
        return {one.phase: round((one.end - one.start).total_seconds()) for one in self.phases}

    def metric(self, name: MetricName) -> Metric:
        """Return the metric of that name; every name has one."""
        return next(metric for metric in self.metrics if metric.name is name)

    def moment(self, milestone: Milestone) -> dt.datetime | None:
        """Return when `milestone` was reached, or None."""
        return dict(self.moments).get(milestone)
