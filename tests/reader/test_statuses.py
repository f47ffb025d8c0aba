"""Document, incident and action statuses."""

import pytest

from pmexport.model.terms import ActionStatus, DocumentStatus, IncidentStatus
from pmexport.reader import statuses, vocabulary
from read_text import postmortem

WORDS = vocabulary.load("en")


def test_document_status_and_incident_status_are_told_apart() -> None:
    found = postmortem("# Shop down\n\nStatus: Resolved\nDocument status: Draft\n\n## Summary\n\nIt broke.\n")

    assert found.document_status is not None
    assert found.incident_status is not None
    assert (
        found.document_status.document,
        found.incident_status.incident,
    ) == (DocumentStatus.DRAFT, IncidentStatus.RESOLVED)


def test_a_combined_status_says_both() -> None:
    found = statuses.written_status("Complete, monitoring", WORDS)

    assert found.document is not None
    assert found.incident is not None
    assert (found.document.document, found.incident.incident) == (DocumentStatus.FINAL, IncidentStatus.MITIGATED)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("✅ Done", ActionStatus.DONE),
        ("In Progress", ActionStatus.IN_PROGRESS),
        ("Merged (#12)", ActionStatus.DONE),
        ("won't do", ActionStatus.CANCELLED),
        ("on hold", ActionStatus.BLOCKED),
        ("purple", None),
    ],
)
def test_an_action_status_is_known_by_word_or_mark(text: str, status: ActionStatus | None) -> None:
    assert status == statuses.action_status(text, WORDS)


@pytest.mark.parametrize("choice", ["active, mitigated, resolved", "Ongoing / Monitoring / Resolved / Closed"])
def test_statuses_left_to_choose_from_say_nothing(choice: str) -> None:
    found = statuses.written_status(choice, WORDS)

    assert found.document is not None
    assert (found.document.document, found.incident) == (None, None)
