"""The milestones that header fields date."""

from pmexport.facts.metrics import measure
from pmexport.model.postmortem import Postmortem
from pmexport.model.terms import MetricName
from read_text import postmortem


def moments(found: Postmortem) -> dict[str, str]:
    return {str(moment.milestone): f"{moment.at:%d %H:%M}" for moment in found.moments}


def head(*fields: str) -> Postmortem:
    return postmortem("# Shop down\n\n**Date:** 2024-07-25\n" + "".join(f"{field}\n" for field in fields))


def test_a_field_dates_the_milestone_that_its_label_names() -> None:
    found = head("**Issue onset:** 14:23", "**Detected:** 14:26", "**Mitigated at:** 15:42", "**Resolved:** 16:57")

    assert moments(found) == {
        "impact_start": "25 14:23",
        "detected": "25 14:26",
        "mitigated": "25 15:42",
        "resolved": "25 16:57",
    }


def test_a_time_after_midnight_is_that_of_the_next_day() -> None:
    assert moments(head("**Start:** 23:40", "**End:** 01:10")) == {"impact_start": "25 23:40", "resolved": "26 01:10"}


def test_the_order_of_the_fields_does_not_matter() -> None:
    assert moments(head("**End:** 01:10", "**Start:** 23:40")) == {"impact_start": "25 23:40", "resolved": "26 01:10"}


def test_a_day_alone_is_no_moment() -> None:
    assert moments(head("**Start:** 2024-07-25", "**End:** 2024-07-26")) == {}


def test_a_placeholder_is_no_moment() -> None:
    assert moments(head("**Detected:** HH:MM", "**Resolved:** TBD")) == {}


def test_a_date_that_is_a_range_of_times_tells_start_and_end() -> None:
    found = postmortem("# Shop down\n\n**Date:** 2024-07-25 21:15 UTC to 2024-07-26 02:50 UTC\n")

    assert moments(found) == {"impact_start": "25 21:15", "resolved": "26 02:50"}


def test_a_date_with_one_time_says_not_what_happened_then() -> None:
    assert moments(postmortem("# Shop down\n\n**Date:** 2024-07-25 21:15 UTC\n")) == {}


def test_a_metric_takes_from_the_fields_what_the_timeline_does_not_tell() -> None:
    found = head("**Start:** 14:23", "**Detected:** 14:26", "", "## Timeline", "", "- 14:25 OUTAGE BEGINS")
    metrics = {metric.name: metric.seconds for metric in measure(found).metrics}

    assert metrics[MetricName.TIME_TO_DETECT] == 60
