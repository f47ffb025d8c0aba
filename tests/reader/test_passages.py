"""Texts that tell when an incident was."""

import pytest

from read_text import postmortem

EVENTS = "- 10:00 down\n- 11:00 up\n"
ROWS = "|---|---|\n| 10:00 | down |\n| 11:00 | up |\n"


@pytest.mark.parametrize(
    "text",
    [
        f"On 5 March 2024 the shop was down.\n\n## Timeline\n\n{EVENTS}",
        f"## Summary\n\n- The shop was down on 2024-03-05.\n\n## Timeline\n\n{EVENTS}",
        f"## Impact\n\nOn 5 March 2024 from 10:00 all shops were down.\n\n## Timeline\n\n{EVENTS}",
        f"## Timeline\n\nAll times on 2024-03-05, UTC.\n\n{EVENTS}",
        f"## Timeline\n\n| Timeline 05.03.24 | Event |\n{ROWS}",
        "## Timeline\n\n| Date (2024) | Event |\n|---|---|\n| Mar 5 10:00 | down |\n| Mar 5 11:00 | up |\n",
    ],
)
def test_the_day_is_told_in_many_places(text: str) -> None:
    found = postmortem(f"# Shop down\n\n{text}")

    assert str(found.date) == "2024-03-05"
    assert {str(event.day) for event in found.timeline} == {"2024-03-05"}


def test_a_day_without_its_year_in_the_impact_tells_none() -> None:
    assert postmortem(f"# Shop down\n\n## Impact\n\nSince 5 March.\n\n## Timeline\n\n{EVENTS}").date is None
