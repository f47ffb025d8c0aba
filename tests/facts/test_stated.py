"""The author's figures: which agree and which do not."""

import pytest

from pmexport.convert import read
from pmexport.facts.metrics import measure
from pmexport.model.facts import Comparison
from pmexport.model.terms import MetricName

TEXT = """# Orders stopped
**Date:** 2026-03-04
{}

## Timeline
| Time (UTC) | Event |
|---|---|
| 08:40 | Release 7 deployed |
| 09:00 | Outage begins |
| 09:06 | Automated alert: order rate below 50 % |
| 09:40 | First alert of the payment gateway |
| 11:00 | Incident resolved |
"""


def compared(field: str) -> list[Comparison]:
    return [one for one in measure(read(TEXT.format(field).encode()).postmortems[0]).comparisons if one.line == 3]


@pytest.mark.parametrize(
    "field",
    ["**Duration:** 2 hours", "**Time to detect:** 6 minutes", "**Time to detect:** 26 minutes from deployment"],
)
def test_a_field_that_fits_its_metric_agrees(field: str) -> None:
    assert [one.agrees for one in compared(field)] == [True]


def test_a_field_that_fits_another_usual_reading_agrees() -> None:
    """Detection counted to the second alert, duration from the change."""
    assert [one.agrees for one in compared("**Time to detect:** 40 minutes")] == [True]
    assert [one.agrees for one in compared("**Duration:** 2 hours 20 minutes")] == [True]


def test_a_field_that_fits_nothing_differs_and_says_what_it_would_fit() -> None:
    [one] = compared("**Time to detect:** 20 minutes from deployment")

    assert (one.agrees, one.metric, one.computed) == (False, MetricName.TIME_TO_DETECT_FROM_CHANGE, 26 * 60)
    assert one.fits is not None
    assert one.fits.text == "Outage begins"


def test_the_longest_reading_is_no_excuse() -> None:
    assert [one.agrees for one in compared("**Duration:** 5 hours")] == [False]
