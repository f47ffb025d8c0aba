"""Time to detect, to mitigate, to resolve: each with from, to and basis, or why it cannot be had."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from pmexport.facts.hours import supported_seconds
from pmexport.facts.mentions import moments_of
from pmexport.facts.milestones import Reached, milestones_reached
from pmexport.facts.passages import passages
from pmexport.facts.phases import phases
from pmexport.facts.silence import longest_silence
from pmexport.facts.stated import comparisons
from pmexport.model.facts import Difference, Facts, Metric
from pmexport.model.options import SupportHours
from pmexport.model.postmortem import Postmortem, StatedLength
from pmexport.model.terms import MetricName, Milestone

_MINUTE = 60
_HOUR = 60 * _MINUTE
_DAY = 24 * _HOUR


class Span(Struct, frozen=True):
    """From which milestone to which a metric runs; of several ends the first that was reached counts."""

    start: Milestone
    ends: tuple[Milestone, ...]


# Source of the names and bounds: Google SRE workbook, "Incident response" (time to detect, to mitigate, to resolve run
# from the start of impact), and issue 3: detection and the length of the impact are what customers feel.
SPANS: Mapping[MetricName, Span] = {
    MetricName.DURATION: Span(Milestone.IMPACT_START, (Milestone.RESOLVED, Milestone.MITIGATED)),
    MetricName.TIME_TO_DETECT: Span(Milestone.IMPACT_START, (Milestone.DETECTED,)),
    MetricName.TIME_TO_DETECT_FROM_CHANGE: Span(Milestone.CHANGE, (Milestone.DETECTED,)),
    MetricName.TIME_TO_DECLARE: Span(Milestone.IMPACT_START, (Milestone.DECLARED,)),
    MetricName.TIME_TO_ACKNOWLEDGE: Span(Milestone.IMPACT_START, (Milestone.ACKNOWLEDGED,)),
    MetricName.TIME_TO_FIND_CAUSE: Span(Milestone.IMPACT_START, (Milestone.CAUSE_FOUND,)),
    MetricName.TIME_TO_MITIGATE: Span(Milestone.IMPACT_START, (Milestone.MITIGATED,)),
    MetricName.TIME_TO_RESOLVE: Span(Milestone.IMPACT_START, (Milestone.RESOLVED,)),
}

_FROM_IMPACT = (Milestone.IMPACT_START,)


def measure(postmortem: Postmortem, hours: SupportHours | None = None) -> Facts:
    """Return every metric of `postmortem`, its phases, and where the author's own figures differ from the timeline.

    With `hours` each metric says as well how much of it lay within them.
    """
    reached = milestones_reached(postmortem)
    stated = {length.name: length for length in postmortem.stated if length.seconds is not None}
    metrics = tuple(_clocked(_metric(name, span, reached, stated.get(name)), hours) for name, span in SPANS.items())
    later = {name: Span(Milestone.CHANGE, span.ends) for name, span in SPANS.items() if span.start in _FROM_IMPACT}
    moments = {milestone: one.at for milestone, one in reached.items()}
    return Facts(
        metrics=metrics,
        moments=tuple(sorted(moments.items(), key=lambda moment: moment[1])),
        phases=phases(moments),
        from_change=tuple(_clocked(_metric(name, span, reached, None), hours) for name, span in later.items()),
        silence=longest_silence(moments_of(postmortem), moments),
        differences=tuple(_differences(metrics, stated)),
        comparisons=comparisons(postmortem, passages(postmortem), metrics),
    )


def _clocked(metric: Metric, hours: SupportHours | None) -> Metric:
    if hours is None or metric.start is None or metric.end is None:
        return metric
    return replace(metric, supported=supported_seconds(metric.start, metric.end, hours))


def _metric(name: MetricName, span: Span, reached: Mapping[Milestone, Reached], stated: StatedLength | None) -> Metric:
    start = reached.get(span.start)
    end = next((reached[milestone] for milestone in span.ends if milestone in reached), None)
    if start and end and end.at >= start.at:
        return Metric(
            name=name,
            seconds=round((end.at - start.at).total_seconds()),
            start=start.at,
            end=end.at,
            basis=f"{_named(start)} to {_named(end)}",
            approximate=start.approximate or end.approximate,
        )
    if stated is not None:
        return Metric(name=name, seconds=stated.seconds, basis=f"stated by the author on line {stated.line}")
    return Metric(name=name, unavailable=_reason(span, start, end))


def _named(one: Reached) -> str:
    about = "about " if one.approximate else ""
    return f"{about}{one.milestone.replace('_', ' ')} ({one.source})"


def _reason(span: Span, start: Reached | None, end: Reached | None) -> str:
    if start and end:
        return f"{_named(end)} comes before {_named(start)}"
    missing = [milestone for milestone, one in ((span.start, start), (span.ends[0], end)) if one is None]
    return f"no event or field says when: {', '.join(milestone.replace('_', ' ') for milestone in missing)}"


def _differences(metrics: tuple[Metric, ...], stated: Mapping[MetricName, StatedLength]) -> list[Difference]:
    found = []
    for metric in metrics:
        said = stated.get(metric.name)
        if said is None or said.seconds is None or metric.seconds is None or metric.start is None:
            continue
        if abs(said.seconds - metric.seconds) > _grain(said.seconds):
            found.append(
                Difference(
                    name=metric.name,
                    stated=said.seconds,
                    stated_text=said.text,
                    computed=metric.seconds,
                    line=said.line,
                )
            )
    return found


def _grain(seconds: int) -> int:
    """Return how far a stated length may be off in seconds, half of the unit that it was evidently rounded to."""
    if seconds % _DAY == 0:
        return _DAY // 2
    if seconds % _HOUR == 0:
        return _HOUR // 2
    return _MINUTE
