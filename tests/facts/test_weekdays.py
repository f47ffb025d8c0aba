"""Weekdays against the calendar. 4 March 2026 is a Wednesday."""

import pytest
from msgspec.structs import replace

from example_postmortem import event, postmortem
from pmexport.facts.passages import Form, Passage
from pmexport.facts.weekdays import named_days, weekday_of
from pmexport.model.terms import SectionKind
from rule_examples import findings


def agrees(text: str, kind: SectionKind = SectionKind.LUCKY) -> list[bool]:
    passage = Passage(text=text, line=30, form=Form.ITEM, kind=kind)
    return [one.agrees for one in named_days(passage, postmortem())]


@pytest.mark.parametrize(
    "text", ["On Wednesday, 4 March 2026", "It happened on a Wednesday night", "Wednesday traffic is low"]
)
def test_a_weekday_that_fits_agrees(text: str) -> None:
    assert agrees(text) == [True]


@pytest.mark.parametrize("text", ["On Monday, 4 March 2026", "Weekend timing: few readers", "It was a Sunday morning"])
def test_a_weekday_that_the_calendar_denies_differs(text: str) -> None:
    assert agrees(text) == [False]


@pytest.mark.parametrize(
    "text", ["Had it been a weekend, nobody would have seen it", "No deploys on Fridays", "Reviewed until next Monday"]
)
def test_another_day_or_a_habit_is_left_alone(text: str) -> None:
    assert agrees(text) == []


def test_a_weekday_alone_counts_only_where_the_incident_is_told() -> None:
    assert agrees("It happened on a Sunday", SectionKind.REFERENCES) == []


def test_a_bare_weekday_of_a_day_close_by_that_the_text_dates_is_left_alone() -> None:
    text = """# Orders stopped
**Date:** 2026-03-05

## Summary
On Thursday, March 5, 2026 orders failed until Friday, March 6, 2026.

It failed again on {day} night.
"""

    assert [one.quote for one in findings(text.format(day="Friday")) if one.code == "weekday"] == []
    assert [one.quote for one in findings(text.format(day="Monday")) if one.code == "weekday"] == ["Monday"]


def test_the_weekday_in_an_events_row_is_checked() -> None:
    row = replace(event("09:00", "Shelves are empty", line=9), written="Thu Mar 4 09:00")

    assert [(one.agrees, one.quote, one.line) for one in weekday_of(row)] == [(False, "Thu", 9)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was resolved on Thursday, the day after.", [True]),
        ("It was resolved on Friday, the day after.", [False]),
        ("On Thursday, the next morning, users were back.", [True]),
        ("On Tuesday, the day before, nobody had noticed the errors.", [True]),
        ("On Monday, the evening before, nobody had noticed the errors.", [False]),
    ],
)
def test_the_day_after_and_the_day_before_are_counted_from_the_incident(text: str, expected: list[bool]) -> None:
    assert agrees(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Am Mittwoch, dem 4. März 2026, fiel alles aus", [True]),
        ("Am Montag, dem 4. März 2026, fiel alles aus", [False]),
        ("4. mars 2026 var en onsdag", [True]),
        ("4. mars 2026 var en søndag", [False]),
        ("Le mercredi 4 mars 2026", [True]),
        ("El 4 de marzo de 2026 fue un domingo", [False]),
        ("Na quinta-feira, 4 de março de 2026", [False]),
    ],
)
def test_weekdays_are_read_in_the_languages_that_texts_are_read_in(text: str, expected: list[bool]) -> None:
    assert agrees(text) == expected
