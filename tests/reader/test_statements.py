"""What the header and labelled lines state."""

import pytest

from pmexport.model.terms import MetricName
from read_text import postmortem


def test_a_time_to_detect_counts_from_the_impact_where_both_are_told() -> None:
    found = postmortem(
        "# Shop down\n\n## Detection\n\n- **Time to detect:** "
        "38 minutes from deployment, 3 minutes from customer impact\n"
    )

    assert {length.name: length.seconds for length in found.stated} == {
        MetricName.TIME_TO_DETECT: 180,
        MetricName.TIME_TO_DETECT_FROM_CHANGE: 2280,
    }


def test_a_length_in_a_list_of_figures_is_stated() -> None:
    found = postmortem("# Shop down\n\n## Stats\n\n- Time to detection: 19 hours 43 minutes.\n- Duration: N/A\n")

    assert {length.name: length.seconds for length in found.stated} == {MetricName.TIME_TO_DETECT: 70_980}


def test_a_length_that_cannot_be_read_keeps_its_text() -> None:
    (found,) = postmortem("# Shop down\n\nDuration: ages\n\n## Summary\n\nIt broke.\n").stated

    assert (found.seconds, found.text) == (None, "ages")


def test_a_severity_stated_under_impact_counts() -> None:
    found = postmortem("# Shop down\n\n## Impact\n\n**Severity:** Major (all of it)\n").severity

    assert found is not None
    assert found.label == "Major"


@pytest.mark.parametrize("told", ["Critical - nobody could work", "High: half of them", "SEV2. All of Oslo"])
def test_a_section_on_severity_and_impact_begins_with_the_severity(told: str) -> None:
    found = postmortem(f"# Shop down\n\n## Severity & Impact\n\n{told}\n").severity

    assert found is not None
    assert told.startswith(found.label)


def test_a_section_on_severity_and_impact_that_names_none_states_none() -> None:
    assert postmortem("# Shop down\n\n## Severity and impact\n\nNobody could work.\n").severity is None
