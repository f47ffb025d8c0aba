"""Times of day in running text against the timeline."""

from rule_examples import TIMELINE, codes


def test_a_time_with_a_date_of_its_own_is_left_alone() -> None:
    assert "clock-outside" not in codes(f"{TIMELINE}The fix was reviewed at 19:00 on 2026-03-09.\n")


def test_without_a_timeline_a_time_is_held_against_the_ends_that_a_sentence_tells() -> None:
    text = """# Orders stopped
**Date:** 2026-03-04

The outage lasted from 20:20 to 20:46 UTC.

## Detection
I was paged at {at} UTC.
"""

    assert "clock-outside" in codes(text.format(at="22:15"))
    assert "clock-outside" not in codes(text.format(at="20:22"))
