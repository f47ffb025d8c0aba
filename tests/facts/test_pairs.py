"""A stated length in its sentence, and the event that a passage tells of."""

import pytest

from example_postmortem import postmortem
from pmexport.facts.mentions import moments_of
from pmexport.facts.pairs import MARK, Stated, own_event
from pmexport.facts.passages import Form, Passage
from pmexport.facts.quantities import lengths

MOMENTS = moments_of(postmortem())


def stated(text: str) -> Stated:
    passage = Passage(text=text, line=30, form=Form.PARAGRAPH)
    return Stated(next(lengths(text)), passage.sentences()[0], passage)


def test_what_is_said_is_quoted_as_written_with_the_words_that_bound_it() -> None:
    one = stated("We answered within 15 minutes of the alert.")

    assert one.text == f"We answered {MARK} of the alert."
    assert one.said(f"{MARK} of the alert").quote == "within 15 minutes of the alert"


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("An alert would have cut it to 10 minutes.", True),
        ("The job runs every 10 minutes.", True),
        (
            "It took 10 minutes to go back to the versions that had run there previously, all in their order.",
            False,
        ),
    ],
)
def test_a_length_is_an_aside_where_words_near_it_say_so(text: str, *, aside: bool) -> None:
    assert stated(text).is_aside() is aside


def test_only_an_event_tells_of_an_event_of_its_own() -> None:
    first = MOMENTS[0]

    assert own_event(Passage(text="x", line=first.line, form=Form.PARAGRAPH), MOMENTS) is None
    assert own_event(Passage(text="x", line=first.line, form=Form.EVENT), MOMENTS) in MOMENTS
