"""Facts are asked for by name."""

from example_postmortem import at
from pmexport.model.facts import Facts, Metric
from pmexport.model.terms import MetricName, Milestone

DURATION = Metric(name=MetricName.DURATION, seconds=7080)
DETECT = Metric(name=MetricName.TIME_TO_DETECT, unavailable="no event says when: detected")
FACTS = Facts(metrics=(DURATION, DETECT), moments=((Milestone.IMPACT_START, at("09:52")),))


def test_a_metric_is_found_by_its_name() -> None:
    assert FACTS.metric(MetricName.TIME_TO_DETECT) == DETECT


def test_a_milestone_that_was_reached_has_its_moment_and_another_has_none() -> None:
    assert FACTS.moment(Milestone.IMPACT_START) == at("09:52")
    assert FACTS.moment(Milestone.DETECTED) is None
