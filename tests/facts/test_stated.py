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


def differing(text: str) -> list[tuple[int, int]]:
    """Return line and minutes of what the timeline contradicts."""
    found = measure(read(text.encode()).postmortems[0]).comparisons
    return [(one.line, one.stated // 60) for one in found if not one.agrees]


def test_the_title_of_the_document_states_figures_too() -> None:
    assert differing(TEXT.format("").replace("# Orders stopped", "# Five hour outage of orders")) == [(1, 300)]


def test_a_value_below_its_label_is_told_at_its_own_line() -> None:
    assert differing(TEXT.format("**Impact:**\nThe outage lasted five hours.")) == [(4, 300)]


@pytest.mark.parametrize(
    "sentence",
    [
        # No setting and no guess: it is tied to an event.
        "The alert of the longer timeout fired 50 minutes after the outage had begun.",
        "Raise it quicker, for we were alerted five hours after the outage began, and not assume we could have waited.",
        # Told the wrong way round, and as far apart in neither direction.
        "Release 7 was deployed two hours after the first alert of the payment gateway.",
        # The words of one event, told as the start and as the end.
        "The alert of the payment gateway came 50 minutes after the order rate alert.",
    ],
)
def test_a_length_tied_to_an_event_is_held_against_it(sentence: str) -> None:
    assert [line for line, _ in differing(TEXT.format(sentence))] == [3]


def test_minutes_to_detection_are_counted_from_the_beginning() -> None:
    """80 minutes lie between the last alert and the end, which are neither."""
    text = TEXT.format("**Time to detect:** 82 minutes").replace("| 11:00 |", "| 11:02 |").replace("begins", "noticed")

    assert differing(text) == [(3, 82)]


def test_words_may_stand_around_the_times_in_a_bracket() -> None:
    text = TEXT.format("**Duration:** ~3h (gateway wedged 09:00 UTC → resolved ~11:00 UTC)")

    assert differing(text) == [(3, 180)]


def test_what_is_at_least_so_many_minutes_was_counted_too() -> None:
    assert differing(TEXT.format("\nЗаказы не принимались не менее 8 ч 58 мин.")) == [(4, 538)]
