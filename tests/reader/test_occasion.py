"""The day and the zone of an incident."""

import datetime as dt

import pytest

from pmexport.errors import UsageError
from pmexport.model.options import ReadOptions
from pmexport.reader import read
from read_text import postmortem


def test_the_day_of_the_incident_is_not_that_of_the_postmortem() -> None:
    found = postmortem(
        "# Shop down\n\nPostmortem date: 2024-08-01\nIncident date: 2024-07-25\n\n## Summary\n\nIt broke.\n"
    )

    assert dt.date(2024, 7, 25) == found.date


def test_without_a_field_the_first_event_gives_the_day() -> None:
    assert (
        dt.date(2024, 7, 25)
        == postmortem("# Shop down\n\n## Timeline\n\n- 2024-07-25 10:00 a\n- 2024-07-26 11:00 b\n").date
    )


def test_a_title_without_a_year_takes_it_from_the_file_s_name() -> None:
    assert (
        dt.date(2019, 3, 18)
        == postmortem("# Shop down on 18th March\n\n## Summary\n\nIt broke.\n", "2019-03-18-shop.md").date
    )


def test_no_day_is_invented() -> None:
    assert postmortem("# Shop down\n\n## Timeline\n\n- 10:00 a\n- 11:00 b\n").date is None


def test_a_zone_that_does_not_exist_is_refused() -> None:
    with pytest.raises(UsageError, match="no time zone"):
        read(b"# Shop down\n\n## Timeline\n\n- 10:00 a\n", ReadOptions(timezone="Mars/Base"))


@pytest.mark.parametrize(
    "summary",
    [
        "- **Duration:** 25 July 2024, 10:00 - 11:00 (UTC)\n- **Impact:** no orders",
        "- **Duration**: it lasted from 10:00 on **July 25, 2024**, to 11:00",
        "- Duration\n  - Start: 2024-07-25 10:00\n  - End: 2024-07-25 11:00",
        "Duration: 25 July 2024, 10:00 to 11:00\nImpact: no orders",
    ],
)
def test_the_day_may_stand_in_the_summary_s_length(summary: str) -> None:
    found = postmortem(f"# Shop down\n\n## Summary\n\n{summary}\n\n## Timeline\n\n- 10:00 a\n- 11:00 b\n")

    assert dt.date(2024, 7, 25) == found.date


def test_the_text_s_own_date_goes_before_that_of_the_page() -> None:
    found = postmortem("---\ntitle: Shop down\ndate: 2024-07-27\n---\n\n# Date\n2024-07-25\n\n# Summary\nIt broke.\n")

    assert dt.date(2024, 7, 25) == found.date


def test_a_site_s_date_is_that_of_publication_where_the_text_tells_an_earlier_day() -> None:
    front = "---\ntitle: Shop down\ndate: 2024-08-01\n---\n\n"

    told = postmortem(f"{front}On July 25, 2024 the shop went down.\n\n## Timeline\n\n- 10:00 Down\n- 10:20 Up\n")
    untold = postmortem(f"{front}The shop went down.\n\n## Timeline\n\n- 10:00 Down\n- 10:20 Up\n")

    assert (told.date, untold.date) == (dt.date(2024, 7, 25), dt.date(2024, 8, 1))


def test_a_zone_told_beside_the_day_holds_for_the_times_below() -> None:
    found = postmortem("# Shop down\n\n## Timeline\n\n2024-07-25 (all times UTC):\n\n- 10:00 Down\n- 10:20 Up\n")

    assert found.timezone == "UTC"


def test_the_day_it_was_noticed_is_not_the_day_it_began() -> None:
    head = "---\ndetected: 2026-09-23T19:50Z\n---\n\n# Freeze\n\n"
    text = "## Timeline\n\n- 2026-09-21 20:18 a\n- 2026-09-26 10:00 b\n"

    assert postmortem(head + text).date == dt.date(2026, 9, 21)


@pytest.mark.parametrize("day", ["[25.07.2024]", "(25.07.2024)", "[2024-07-25]"])
def test_the_day_may_stand_in_the_brackets_of_a_form(day: str) -> None:
    assert dt.date(2024, 7, 25) == postmortem(f"# Shop down\n\n**Date:** {day}\n\n## Summary\n\nIt broke.\n").date


def test_a_period_tells_the_day() -> None:
    period = "**Period:** July 25th 2024 10:00 UTC to 11:00 (1 hour)"
    found = postmortem(f"# Shop down\n\n## Outage\n\n{period}\n\n## Timeline\n\n- 10:00 a\n- 11:00 b\n")

    assert dt.date(2024, 7, 25) == found.date


def test_a_summary_that_its_author_indented_tells_the_day() -> None:
    told = "    On July 25, 2024, the shop was down."
    text = f"# Shop down\n\n## Summary\n\n{told}\n\n## Timeline\n\n- 10:00 a\n- 11:00 b\n"

    assert dt.date(2024, 7, 25) == postmortem(text).date


@pytest.mark.parametrize(
    ("told", "day"), [("On July 24-25, 2024, it was down.", 24), ("On July 25, 2024, it was down.", 25)]
)
def test_a_title_s_last_day_gives_way_to_the_first_that_the_summary_tells(told: str, day: int) -> None:
    found = postmortem(f"# Shop down - July 25, 2024\n\n## Summary\n\n{told}\n")

    assert dt.date(2024, 7, day) == found.date


def test_a_title_of_the_last_day_gives_way_to_the_day_on_which_it_was_noticed() -> None:
    text = "- 2026-05-11 09:34 Alert fires\n- 2026-05-14 04:30 Fixed\n"

    assert str(postmortem(f"# 2026-05-14 — Shop down\n\n## Timeline\n\n{text}").date) == "2026-05-11"


def test_events_told_in_full_say_which_number_of_a_date_is_the_month() -> None:
    text = "- 11:10 6th Nov 2023 - down\n- 10:49 7th Nov 2023 - up\n"

    assert str(postmortem(f"# 06-11-2023 - Shop down\n\n## Timeline\n\n{text}").date) == "2023-11-06"


def test_an_incident_that_is_a_moment_is_its_date() -> None:
    found = postmortem("# Shop down\n\n**Incident**: 27 August 2026, 19:18 → 13 September 2026, 13:25\n")

    assert (found.title, str(found.date)) == ("Shop down", "2026-08-27")
