"""How long the incident lasted and how long a milestone took, in whatever words a sentence says it."""

import pytest

from example_postmortem import postmortem
from pmexport.facts.mentions import moments_of
from pmexport.facts.pairs import Stated
from pmexport.facts.passages import Form, Passage
from pmexport.facts.quantities import lengths
from pmexport.facts.readings import read
from pmexport.model.facts import Comparison

MOMENTS = moments_of(postmortem())


def said(text: str) -> Comparison | None:
    passage = Passage(text=text, line=30, form=Form.PARAGRAPH)
    (sentence,) = passage.sentences()
    return read(Stated(next(lengths(text)), sentence, passage), MOMENTS)


@pytest.mark.parametrize(
    ("text", "agrees"),
    [
        ("The outage lasted 80 minutes.", True),
        ("The outage was over after 80 minutes.", True),
        ("Readers could not see any shelf for 80 minutes.", True),
        ("It was 6 minutes before we noticed.", True),
        ("Shelves were degraded for an hour and a half.", False),
        ("The outage ended after three hours.", False),
        ("Shelves stayed empty and nobody could borrow anything for the better part of three hours.", False),
        ("It took someone two hours to spot the problem.", False),
        ("Only after three hours was the library back to normal; after 80 minutes it was not.", False),
        ("Utfallet varte i tre timer.", False),
        ("Der Ausfall dauerte drei Stunden.", False),
        ("La panne a duré trois heures.", False),
        ("A interrupção durou três horas.", False),
        ("La interrupción duró 80 minutos.", True),
        ("No reader could borrow a book for 5 hours.", False),
        ("It took us two hours until anybody noticed.", False),
    ],
)
def test_a_length_of_the_incident_is_held_against_its_milestones(text: str, *, agrees: bool) -> None:
    found = said(text)

    assert found is not None
    assert found.agrees is agrees


@pytest.mark.parametrize(
    "text",
    [
        "We waited 33 minutes.",
        "The outage lasted less than three hours.",
        "Certificates naturally take a long time (up to 33 minutes) to be set up.",
        "It was the third outage in 3 months.",
    ],
)
def test_a_length_of_something_else_is_none_of_the_incident(text: str) -> None:
    assert said(text) is None
