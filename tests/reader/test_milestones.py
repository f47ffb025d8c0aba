"""Which events are milestones."""

from pmexport.model.terms import Milestone
from read_text import postmortem

HEAD = "# Shop down\n\n**Date:** 2024-07-25\n\n## Timeline\n\n"


def test_the_basis_names_the_words() -> None:
    event = postmortem(f"{HEAD}- 10:00 Checkout is down\n- 10:05 Incident resolved\n").timeline[1]

    assert event.basis == "the marker “incident resolved”"


def test_a_column_names_the_milestone() -> None:
    table = "| Time | Phase | Event |\n|---|---|---|\n| 10:00 | Detected | Graph looks odd |\n| 10:05 | | Nothing |\n"

    assert [event.milestone for event in postmortem(HEAD + table).timeline] == [Milestone.DETECTED, None]
