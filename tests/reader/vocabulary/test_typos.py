"""One letter wrong."""

import pytest

from pmexport.reader.vocabulary.typos import near


@pytest.mark.parametrize("wanted", ["timline", "timeliine", "tiemline", "timelime", "timelines"])
def test_a_letter_missed_doubled_swapped_or_wrong_is_near(wanted: str) -> None:
    assert near("timeline", wanted)


@pytest.mark.parametrize("wanted", ["timlne", "deadline", "lifeline"])
def test_two_letters_are_too_many(wanted: str) -> None:
    assert not near("timeline", wanted)
