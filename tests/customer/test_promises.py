"""Promises to customers, as they are written."""

import datetime as dt

import pytest

from pmexport.customer.promises import Promise, is_late, promise
from pmexport.model.customer import Month
from pmexport.model.terms import ActionStatus

APRIL = Month(2026, 4)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We test more (by end of April 2026)", Promise(text="We test more", due=APRIL, line=3)),
        ("We test more — by April 2026", Promise(text="We test more", due=APRIL, line=3)),
        ("We test more (done)", Promise(text="We test more", status=ActionStatus.DONE, line=3)),
        ("We test more (in progress)", Promise(text="We test more", status=ActionStatus.IN_PROGRESS, line=3)),
        ("We test more (twice a year)", Promise(text="We test more (twice a year)", line=3)),
    ],
)
def test_the_end_of_an_item_says_how_far_it_is(text: str, expected: Promise) -> None:
    assert promise(text, line=3) == expected


@pytest.mark.parametrize(("day", "late"), [("2026-04-30", False), ("2026-05-01", True)])
def test_a_promise_is_late_when_its_month_is_over(day: str, late: bool) -> None:  # noqa: FBT001  a table's column
    assert is_late(Promise(text="x", due=APRIL), dt.date.fromisoformat(day)) is late


def test_a_promise_that_is_kept_is_never_late() -> None:
    assert not is_late(Promise(text="x", due=APRIL, status=ActionStatus.DONE), dt.date(2027, 1, 1))


@pytest.mark.parametrize(
    "end",
    [
        "by end of October 2025",
        "Oct 2025",
        "bis Ende Oktober 2025",
        "d’ici fin octobre 2025",
        "antes de finales de octubre de 2025",
        "até o fim de outubro de 2025",
        "2025年10月末まで",
        "in progress, by end of October 2025",
    ],
)
def test_a_month_is_read_in_each_language_of_the_page(end: str) -> None:
    made = promise(f"Jobs stop ({end})", line=1)

    assert (made.text, made.due) == ("Jobs stop", Month(2025, 10))


def test_what_is_no_month_stays_in_the_promise() -> None:
    assert promise("Jobs stop (in Region 2025)", line=1).text == "Jobs stop (in Region 2025)"
