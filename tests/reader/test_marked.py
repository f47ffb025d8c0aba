"""Times behind a mark."""

import pytest

from pmexport.reader import vocabulary
from pmexport.reader.marked import stamp


@pytest.mark.parametrize("text", ["10:00 Down", "🔴 10:00 Down", "[Alert] 10:00 Down", ":fire: 10:00 - Down"])
def test_a_time_is_found_behind_a_mark(text: str) -> None:
    found = stamp(text, vocabulary.load("en"))

    assert found is not None
    assert found.clock is not None
    assert (found.clock.hour, found.clock.minute) == (10, 0)


@pytest.mark.parametrize("text", ["Down at 10:00", "Kim 10:00 Down", "! Down"])
def test_a_word_is_no_mark(text: str) -> None:
    assert stamp(text, vocabulary.load("en")) is None
