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
