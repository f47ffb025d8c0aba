"""Which of the days in a text is the incident's, and which are those of a release, a repair, a publication."""

import pytest

from pmexport.reader.told_days import told_days
from pmexport.reader.vocabulary import load
from read_text import postmortem

ENGLISH = load("en")


def first_day(*texts: str) -> str:
    """Return the likeliest day as month and day."""
    date = told_days(list(texts), ENGLISH).stamps[0].date
    assert date is not None
    return f"{date.month}-{date.day}"


def test_the_day_of_a_change_comes_after_the_day_of_the_trouble() -> None:
    assert first_day("On 2024-02-20 we shipped a change. On 2024-03-05 at 10:00 UTC the load rose.") == "3-5"
    assert first_day("The certificate was issued 2023-04-07 and expired on 2024-03-05.") == "3-5"


def test_a_change_that_was_the_trouble_keeps_its_day() -> None:
    assert first_day("On 2024-03-05 we deployed a bad rule, and it went down. Fixed on 2024-03-06.") == "3-5"


def test_the_day_of_the_repair_comes_last() -> None:
    assert first_day("It was fixed on 2024-03-06.", "It was introduced on 2024-03-04.") == "3-4"


@pytest.mark.parametrize("line", ["Published on 12 March 2024.", "Posted by Ann Lee on March 12, 2024"])
def test_the_day_of_publication_is_not_the_incident_s(line: str) -> None:
    found = told_days([line, "It broke on March 4th."], ENGLISH)

    assert found.published is not None
    assert (found.published.day, [stamp.date.day for stamp in found.stamps if stamp.date]) == (12, [4])


def test_a_package_that_was_published_on_a_day_tells_that_day() -> None:
    assert first_day("A malicious version was published on 2024-03-05.") == "3-5"


@pytest.mark.parametrize("day", ["Sept. 18th, 2017", "18 Sept. 2017"])
def test_a_shortened_month_ends_no_sentence(day: str) -> None:
    assert first_day(f"In the morning of {day}, it went down.") == "9-18"


def test_publication_tells_the_year() -> None:
    told = postmortem("# Search down\n\nPublished on 12 March 2024.\n\n## Summary\n\nOn March 4th it went down.\n")
    labelled = postmortem("# Search down\n\n**Posted:** 2024-01-12\n\n## Timeline\n\n- Dec 30, 10:00 a\n")

    assert [str(found.date) for found in (told, labelled)] == ["2024-03-04", "2023-12-30"]


def test_front_matter_s_day_of_publication_tells_the_year_of_the_text_s() -> None:
    head = "---\ndate: 2024-03-12T08:00:00Z\ntitle: The March 5 outage\n---\n\n"

    assert str(postmortem(f"{head}On March 5 at 10:00 UTC we were down.\n").date) == "2024-03-05"


@pytest.mark.parametrize("label", ["incident_date", "occurred_on", "started_at"])
def test_a_label_that_names_the_incident_comes_before_a_plain_date(label: str) -> None:
    found = postmortem(f"---\ndate: 2024-03-12\n{label}: 2024-03-05\ntitle: Search down\n---\n\nIt broke.\n")

    assert str(found.date) == "2024-03-05"


def test_yesterday_is_the_day_before_publication() -> None:
    head = "---\ndate: 2024-03-06\ntitle: Search down\n---\n\n"

    assert str(postmortem(f"{head}Yesterday our search was down for two hours.\n").date) == "2024-03-05"


def test_the_day_may_stand_behind_words() -> None:
    assert str(postmortem("# A\n\n**When:** Tuesday the 5th of March, 2024, from 10am\n").date) == "2024-03-05"


def test_a_heading_may_ask_for_the_day() -> None:
    assert str(postmortem("# A\n\n## When did it happen?\n\n2024-03-05, 10:00–12:00\n").date) == "2024-03-05"
