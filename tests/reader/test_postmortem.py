"""Sections to a postmortem, nothing lost."""

from pmexport.model.prose import text_of
from pmexport.model.terms import Milestone
from read_text import postmortem, reading


def test_what_is_not_known_is_kept_as_a_section_in_its_place() -> None:
    found = postmortem("# Shop down\n\n## Summary\n\nIt broke.\n\n## Penguins\n\nMany.\n\n## Impact\n\nAll.\n")

    assert [section.title for section in found.sections] == ["Summary", "Penguins", "Impact"]


def test_the_heading_is_kept_as_written_beside_the_title() -> None:
    found = postmortem("# Incident Postmortem: Shop down\n\n## Summary\n\nIt broke.\n")

    assert (found.title, text_of(found.heading)) == ("Shop down", "Incident Postmortem: Shop down")


def test_the_start_of_impact_is_the_one_that_the_summary_tells() -> None:
    found = postmortem(
        "# Shop down\n\n**Date:** 2024-07-25\n\n## Summary\n\nDown from 10:03 to 11:00 UTC.\n\n"
        "## Timeline\n\n- 10:00 Deployed v2\n- 10:03 First customer complains\n- 10:05 Alert: errors\n"
        "- 11:00 Resolved\n"
    )

    assert [event.milestone for event in found.timeline] == [
        Milestone.CHANGE,
        Milestone.IMPACT_START,
        Milestone.DETECTED,
        Milestone.RESOLVED,
    ]


def test_what_does_not_apply_is_no_blank_to_fill_in() -> None:
    found = reading("# Shop down\n\n**Ticket:** N/A\n**Severity:** TBD\n\n## Impact\n\nN/A\n\n## Summary\n\nTBD\n")
    told = [each.message for each in found.diagnostics if each.code in {"field-empty", "section-empty"}]

    assert told == ["Severity is still to be filled in", "the section “Summary” is still to be filled in"]
