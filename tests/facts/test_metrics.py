"""Time to detect, to mitigate, to resolve, with their basis or why they cannot be had."""

import pytest
from msgspec.structs import replace

from example_postmortem import event, postmortem
from pmexport.facts.metrics import measure
from pmexport.model.terms import MetricName, Milestone


@pytest.mark.parametrize(
    ("name", "minutes"),
    [
        (MetricName.DURATION, 80),
        (MetricName.TIME_TO_DETECT, 6),
        (MetricName.TIME_TO_DETECT_FROM_CHANGE, 26),
        (MetricName.TIME_TO_ACKNOWLEDGE, 10),
        (MetricName.TIME_TO_FIND_CAUSE, 30),
        (MetricName.TIME_TO_MITIGATE, 45),
        (MetricName.TIME_TO_RESOLVE, 80),
    ],
)
def test_lengths_run_from_impact_start_unless_the_name_says_otherwise(name: MetricName, minutes: int) -> None:
    assert measure(postmortem()).metric(name).seconds == minutes * 60


def test_the_basis_names_both_events_with_their_lines() -> None:
    metric = measure(postmortem()).metric(MetricName.TIME_TO_DETECT)

    assert metric.basis == "impact start (the event on line 11) to detected (the event on line 12)"


def test_a_length_without_its_events_says_which_are_missing() -> None:
    metric = measure(postmortem()).metric(MetricName.TIME_TO_DECLARE)

    assert (metric.seconds, metric.unavailable) == (None, "no event or field says when: declared")


def test_milestones_in_the_wrong_order_give_no_length() -> None:
    events = (event("09:00", "Alert", Milestone.DETECTED, 1), event("09:20", "Errors", Milestone.IMPACT_START, 2))

    metric = measure(postmortem(events=events)).metric(MetricName.TIME_TO_DETECT)

    assert metric.seconds is None
    assert metric.unavailable == "detected (the event on line 1) comes before impact start (the event on line 2)"


def test_without_events_the_stated_length_stands_and_says_so() -> None:
    metric = measure(postmortem(events=(), stated=5400)).metric(MetricName.DURATION)

    assert (metric.seconds, metric.start, metric.basis) == (5400, None, "stated by the author on line 3")


def test_without_resolution_the_impact_ends_with_the_mitigation() -> None:
    events = tuple(one for one in postmortem().timeline if one.milestone is not Milestone.RESOLVED)

    assert measure(postmortem(events=events)).metric(MetricName.DURATION).seconds == 45 * 60


def test_a_length_between_approximate_events_is_approximate() -> None:
    events = tuple(replace(one, approximate=True) for one in postmortem().timeline)

    metric = measure(postmortem(events=events)).metric(MetricName.DURATION)

    assert metric.approximate
    assert metric.basis.startswith("about impact start")


@pytest.mark.parametrize(("stated", "differs"), [(80, False), (81, False), (90, True), (60, False), (120, True)])
def test_a_stated_length_differs_when_it_is_off_by_more_than_its_own_rounding(stated: int, *, differs: bool) -> None:
    """80 minutes are computed; whole hours may be off by half an hour, minutes by one minute."""
    differences = measure(postmortem(stated=stated * 60)).differences

    assert [difference.computed for difference in differences] == ([4800] if differs else [])
