"""The dates of the timeline's events against their neighbours."""

import pytest

from rule_examples import codes

TEXT = """# Orders stopped

## Timeline
| Date | Event |
|---|---|
| {first} | New image deployed |
| 2026-03-04 | Orders begin to fail |
| {third} | Retries double the load |
| 2026-03-06 | Queue was emptied by hand |
| {last} | Orders are back |
"""


def told(first: str = "2026-03-03", third: str = "2026-03-05", last: str = "2026-03-07") -> bool:
    return "event-date" in codes(TEXT.format(first=first, third=third, last=last))


@pytest.mark.parametrize("third", ["2026-04-05", "2025-03-05"])
def test_a_month_or_a_year_mistyped_stands_out_of_order(third: str) -> None:
    assert told(third=third)


def test_the_one_day_without_which_all_others_are_in_order_is_told() -> None:
    assert told(last="2026-02-27")


def test_days_in_their_order_are_left_alone() -> None:
    assert not told()


def test_what_was_long_before_for_a_reason_is_left_alone() -> None:
    assert not told(first="2025-11-20")
