"""What was read of one action item so far."""

from pmexport.reader.action_found import Found


def test_the_same_thing_is_taken_once() -> None:
    found = Found()

    assert [found.take("owner", "Kim"), found.take("owner", "Noa"), found.take("owner", "")] == [True, False, False]
