"""One line of a timeline and its event."""

import pytest

from pmexport.model.prose import Para, text_of
from pmexport.reader import prose, vocabulary
from pmexport.reader.events import EventReader

READER = EventReader(vocabulary.load("en"))


@pytest.mark.parametrize(
    "written",
    [
        "10:20 UTC - Rolled back",
        "**10:20 UTC** Rolled back",
        "Rolled back (10:20 UTC)",
        "Rolled back - 10:20 UTC",
        "Rolled back: 2024-07-25 10:20 UTC",
    ],
)
def test_a_time_is_taken_from_either_end_of_a_line(written: str) -> None:
    (block,) = prose.blocks(written).blocks
    assert isinstance(block, Para)
    event = READER.event(block.content, (), 3)
    (own,) = event.content

    assert event.stamp is not None
    assert event.stamp.clock is not None
    assert (event.stamp.clock.hour, event.stamp.clock.minute, event.line) == (10, 20, 3)
    assert isinstance(own, Para)
    assert text_of(own.content) == "Rolled back"


@pytest.mark.parametrize(("text", "clock"), [("10:20 a", True), ("T+5 a", True), ("25 July 2024", False), ("a", False)])
def test_a_time_of_day_is_told_from_a_day(text: str, *, clock: bool) -> None:
    assert READER.is_clock(text) is clock
