"""Timelines in tables, whatever their columns are called."""

from pmexport.model.postmortem import TimelineEvent
from read_text import postmortem

HEAD = "# Shop down\n\n**Date:** 2024-07-25\n\n## Timeline\n\n"


def rows(table: str) -> tuple[TimelineEvent, ...]:
    return postmortem(HEAD + table + "\n").timeline


def test_further_columns_are_actor_and_details() -> None:
    found = rows(
        "| Time | Who | What | Data link |\n|---|---|---|---|\n| 10:00 | Kim | Restarts | graph 7 |\n"
        "| 10:20 | Ola | Waits | |"
    )

    assert [event.actor for event in found] == ["Kim", "Ola"]
    assert [detail.label for detail in found[0].details] == ["Data link"]


def test_a_start_and_an_end_column_make_a_span() -> None:
    (event,) = rows("| Start | End | Event |\n|---|---|---|\n| 10:00 | 10:30 | Down |")

    assert event.start is not None
    assert event.end is not None
    assert (event.end - event.start).total_seconds() == 1800


def test_a_column_of_times_is_found_without_a_heading_that_says_so() -> None:
    assert [event.text for event in rows("| Uhr | Was |\n|---|---|\n| 10:00 | Down |\n| 10:20 | Up |")] == [
        "Down",
        "Up",
    ]


def test_a_table_without_times_stays_a_table() -> None:
    assert rows("| Name | Role |\n|---|---|\n| Kim | Lead |") == ()


def test_a_row_of_nothing_but_month_and_day_is_a_day() -> None:
    found = rows("Time | What\n--- | ---\n7/25 |\n22:00 | Down\n7/26 |\n01:20 | Up")

    assert [str(event.start)[:16] for event in found] == ["2024-07-25 22:00", "2024-07-26 01:20"]
