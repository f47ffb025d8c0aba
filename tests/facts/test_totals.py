"""How long the incident lasted and how long a milestone took, as sentences state it."""

import pytest

from example_postmortem import postmortem
from pmexport.facts.mentions import moments_of
from pmexport.facts.pairs import Stated
from pmexport.facts.passages import Form, Passage
from pmexport.facts.quantities import lengths
from pmexport.facts.totals import told_ends, total
from pmexport.model.facts import Comparison

MOMENTS = moments_of(postmortem())


def said(text: str) -> Comparison | None:
    passage = Passage(text=text, line=30, form=Form.PARAGRAPH)
    (sentence,) = passage.sentences()
    return total(Stated(next(lengths(text)), sentence, passage), MOMENTS)


@pytest.mark.parametrize(
    ("text", "agrees"),
    [
        ("The outage lasted 80 minutes.", True),
        ("The outage was over after 80 minutes.", True),
        ("Readers could not see any shelf for 80 minutes.", True),
        ("It was 6 minutes before we noticed.", True),
        ("Shelves were degraded for an hour and a half.", False),
        ("The outage ended after three hours.", False),
        ("No reader could borrow a book for 5 hours.", False),
        ("It took us two hours until anybody noticed.", False),
    ],
)
def test_a_length_of_the_incident_is_held_against_its_milestones(text: str, *, agrees: bool) -> None:
    found = said(text)

    assert found is not None
    assert found.agrees is agrees


@pytest.mark.parametrize("text", ["We waited 33 minutes.", "The outage lasted less than three hours."])
def test_a_length_of_something_else_is_none_of_the_incident(text: str) -> None:
    assert said(text) is None


def test_a_sentence_may_say_when_the_incident_was_where_no_event_does() -> None:
    text = "The outage lasted from 2026-03-04 09:20 to 2026-03-04 10:40 UTC."

    ends = told_ends(postmortem(), (Passage(text=text, line=5, form=Form.PARAGRAPH),), MOMENTS)

    assert [(one.milestone, f"{one.at:%H:%M}", one.line) for one in ends] == [
        ("impact_start", "09:20", 5),
        ("resolved", "10:40", 5),
    ]
