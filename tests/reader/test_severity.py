"""Severity labels to levels."""

import pytest

from pmexport.reader.severity import severity
from read_text import reading


def test_a_severity_no_scheme_knows_has_no_level_and_is_told() -> None:
    found = reading("# Shop down\n\nSeverity: Chartreuse\n\n## Timeline\n\n- 10:00 a\n- 11:00 b\n")

    assert found.postmortems[0].severity is not None
    assert found.postmortems[0].severity.level is None
    assert [each.code for each in found.diagnostics if each.code.startswith("severity")] == ["severity-unknown"]


@pytest.mark.parametrize(
    ("text", "label", "level"),
    [
        ("P0", "P0", 0),
        ("SEV-1", "SEV-1", 1),
        ("severity::1", "severity::1", 1),
        ("Major (High Impact, Service Degradation)", "Major", 1),
        ("SEV-2 -> SEV-1", "SEV-2 -> SEV-1", 1),
        ("1 - Critical", "1 - Critical", 0),
        ("minor", "minor", 3),
        ("Chartreuse", "Chartreuse", None),
        ("2", "2", None),
    ],
)
def test_a_label_is_kept_as_written_and_has_a_level_where_a_scheme_knows_it(
    text: str, label: str, level: int | None
) -> None:
    found = severity(text)

    assert (label, level) == (found.label, found.level)


@pytest.mark.parametrize(
    "text",
    [
        "# [SEV-2] Shop down\n\n## Summary\n\nAll was down.\n",
        "# SEV-2: Shop down\n\n## Summary\n\nAll was down.\n",
        "# Shop down\n\n## Summary\n\nThis was a SEV-2 incident.\n",
    ],
)
def test_a_severity_is_heard_in_the_title_and_where_a_sentence_calls_the_incident_one(text: str) -> None:
    found = reading(text).postmortems[0].severity

    assert found is not None
    assert (found.label, found.level) == ("SEV-2", 2)


def test_a_code_that_calls_no_incident_one_is_no_severity() -> None:
    assert reading("# Shop down\n\n## Summary\n\nThe P1 queue was full.\n").postmortems[0].severity is None
