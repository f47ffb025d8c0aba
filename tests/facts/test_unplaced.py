"""Lengths that are exact to the minute are held against every two events."""

import pytest

from example_postmortem import postmortem
from pmexport.facts.mentions import moments_of
from pmexport.facts.pairs import Stated
from pmexport.facts.passages import Form, Passage
from pmexport.facts.quantities import lengths
from pmexport.facts.unplaced import is_counted, unplaced
from pmexport.model.facts import Comparison

MOMENTS = moments_of(postmortem())


def said(text: str, form: Form = Form.PARAGRAPH) -> Comparison | None:
    passage = Passage(text=text, line=30, form=form)
    return unplaced(Stated(next(lengths(text)), passage.sentences()[0], passage), MOMENTS)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("41 hours and 3 minutes", True),
        ("12 minutes", True),
        ("90 minutes", False),
        ("about 12 minutes", False),
        ("2 hours", False),
        ("12 minutes 34 seconds", False),
    ],
)
def test_nobody_writes_such_a_length_without_having_counted_it(text: str, *, counted: bool) -> None:
    assert is_counted(next(lengths(text))) is counted


def test_a_counted_length_that_no_two_events_have_is_told_if_not_for_certain() -> None:
    found = said("Nobody could borrow for 3 hours 7 minutes.")

    assert found is not None
    assert (found.agrees, found.certain) == (False, False)


@pytest.mark.parametrize("text", ["Nobody could borrow for 3 hours.", "The job runs every 187 minutes."])
def test_what_is_round_or_something_else_is_left_alone(text: str) -> None:
    assert said(text) is None


def test_events_count_what_was_before_them() -> None:
    assert said("Nobody could borrow for 3 hours 7 minutes.", Form.EVENT) is None
