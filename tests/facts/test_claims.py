"""Lengths between two events, as sentences state them."""

import pytest

from example_postmortem import postmortem
from pmexport.facts.claims import claimed
from pmexport.facts.mentions import moments_of
from pmexport.facts.passages import Form, Passage
from pmexport.model.facts import Comparison

MOMENTS = moments_of(postmortem())


def said(text: str, form: Form = Form.PARAGRAPH) -> list[Comparison]:
    return list(claimed(Passage(text=text, line=30, form=form), MOMENTS))


@pytest.mark.parametrize(
    "text",
    [
        "It took 15 minutes from finding the cause to rolling back release 41.",
        "30 minutes passed between the shelves being empty and the cause.",
        "At 09:26, 6 minutes after readers saw empty shelves, we were alerted.",
        "The outage lasted 80 minutes.",
        "An outage of about an hour and twenty minutes.",
        "Shelves were down for 1 hour 20 minutes.",
        "The incident took 45 minutes to mitigate.",
        "Readers saw nothing from 09:20 to 10:40 (80 minutes).",
    ],
)
def test_a_length_that_fits_agrees(text: str) -> None:
    assert [one.agrees for one in said(text)] == [True]


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("It took 36 minutes from finding the cause to release 41 being rolled back.", 15),
        ("At 09:26, 16 minutes after shelves were empty, we were alerted.", 6),
        ("The outage lasted 33 minutes.", 80),
        ("Readers saw nothing from 09:20 to 10:40 (95 minutes).", 80),
    ],
)
def test_a_length_that_fits_no_reading_differs(text: str, minutes: int) -> None:
    assert [(one.agrees, one.computed) for one in said(text)] == [(False, minutes * 60)]


@pytest.mark.parametrize(
    "text",
    [
        "The job runs every 5 minutes.",
        "It took 20 minutes from the meeting to the dinner.",
        "An alert would have cut the outage to 10 minutes.",
    ],
)
def test_a_length_of_something_else_is_left_alone(text: str) -> None:
    assert said(text) == []


def test_what_is_planned_or_quoted_is_left_alone() -> None:
    text = "The outage lasted 33 minutes."

    assert said(text, Form.ACTION) == said(text, Form.QUOTE) == []
