"""Which sections hold the action items."""

import pytest

from read_text import postmortem

LISTED = "## Action items\n\n- [ ] Add alert\n\n"


def actions(written: str) -> list[str]:
    return [item.action for item in postmortem(f"# Shop down\n\n{written}\n").action_items]


@pytest.mark.parametrize("heading", ["Prevention measures", "Guardrails"])
def test_beside_a_list_of_action_items_measures_are_rules(heading: str) -> None:
    assert actions(f"{LISTED}## {heading}\n\n- Never share a disk") == ["Add alert"]
    assert actions(f"## {heading}\n\n- Never share a disk") == ["Never share a disk"]


def test_a_list_of_action_items_within_the_measures_is_the_list() -> None:
    text = "## Prevention\n\n### Action items\n\n- [ ] Add alert\n\n### Process improvements\n\n- Look twice\n"

    assert actions(text) == ["Add alert"]


def test_measures_with_boxes_to_tick_are_action_items_too() -> None:
    assert actions(f"{LISTED}## Prevention\n\n- [ ] Part the disks") == ["Add alert", "Part the disks"]


def test_a_list_that_is_still_empty_hides_no_measures() -> None:
    assert actions("## Action items\n\n- [ ] Action 1\n- [ ] Action 2\n\n## Prevention\n\n- Part the disks") == [
        "Part the disks"
    ]


def test_beside_a_list_of_follow_ups_remediation_tells_what_was_done() -> None:
    done = "## Remediation actions\n\n1. Restarted the broker\n2. Removed the filter\n\n"

    assert actions(f"{done}## Follow-up actions\n\n1. Add alert") == ["Add alert"]
    assert actions(done) == ["Restarted the broker", "Removed the filter"]


def test_remediation_with_boxes_to_tick_is_still_to_be_done() -> None:
    text = "## Remediation actions\n\n- [ ] Restart the broker\n\n## Follow-up actions\n\n- [ ] Add alert"

    assert actions(text) == ["Restart the broker", "Add alert"]
