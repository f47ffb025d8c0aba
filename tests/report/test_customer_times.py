"""The times of a customers' page."""

import datetime as dt

from msgspec.structs import replace

from customer_report import REPORT, page, report
from example_postmortem import at
from pmexport.model.report import EventTable, Timeline
from pmexport.report.customer_times import Clock, customer_words

ENGLISH = customer_words("en")


def test_the_span_has_its_zone_and_length() -> None:
    assert Clock(REPORT, ENGLISH).span(dated=False) == "09:20 to 10:40 UTC (1 h 20 min)"
    assert Clock(REPORT, ENGLISH).span(dated=True) == "4 March 2026, 09:20 to 10:40 UTC (1 h 20 min)"


def test_an_end_that_is_unknown_leaves_no_span() -> None:
    made = replace(REPORT, end=None, eased=None)

    assert Clock(made, ENGLISH).span(dated=True) == ""
    assert Clock(made, ENGLISH).opening("our service").startswith("On 4 March 2026, from 09:20 UTC,")


def test_a_day_alone_is_told_as_a_day() -> None:
    made = replace(REPORT, start=None, end=None, eased=None)

    assert Clock(made, ENGLISH).opening("our service") == "On 4 March 2026, there was a disruption to our service."


def test_two_days_are_both_named() -> None:
    assert REPORT.end is not None
    later = replace(REPORT, end=replace(REPORT.end, value=at("01:10", day=dt.date(2026, 3, 5))))

    assert Clock(later, ENGLISH).span(dated=False).startswith("4 Mar 2026, 09:20 to 5 Mar 2026, 01:10 UTC")


def test_without_moments_there_is_neither_chart_nor_table() -> None:
    made = replace(report(), moments=(), start=None, end=None, eased=None)

    assert [section for section in page(made).sections if isinstance(section, Timeline | EventTable)] == []


def test_a_language_without_words_for_customers_speaks_english_throughout() -> None:
    assert customer_words("tlh").say("customer", "draft") == "DRAFT"
