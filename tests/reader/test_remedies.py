"""Remediation: done at the time, or still to be done."""

import pytest

from pmexport.model.terms import SectionKind
from read_text import postmortem

HEAD = "# Shop down\n\n## Timeline\n\n- 10:00 down\n- 11:00 up\n\n"


@pytest.mark.parametrize(
    "list_of_work",
    [
        "- [ ] Add alert\n- [x] Restart",
        "* SRCH-12 Add a graph\n* SRCH-13 Document the sizes",
        "| Action | Owner |\n|---|---|\n| Add alert | Ana |",
    ],
)
def test_a_remediation_that_lists_work_holds_the_action_items(list_of_work: str) -> None:
    found = postmortem(f"{HEAD}## Remediation\n\n{list_of_work}\n")

    assert found.sections[-1].kind is SectionKind.ACTION_ITEMS
    assert found.action_items


@pytest.mark.parametrize("told", ["- Restarted the broker\n- Removed the filter", "We restarted it, see SRCH-12."])
def test_a_remediation_that_tells_what_was_done_is_the_response(told: str) -> None:
    assert postmortem(f"{HEAD}## Remediation\n\n{told}\n").sections[-1].kind is SectionKind.RESPONSE


def test_beside_action_items_a_list_with_boxes_stays_with_the_response() -> None:
    found = postmortem(f"{HEAD}## Remediation\n\n- [x] Restart\n\n## Action items\n\n- [ ] Add alert\n")

    assert [item.action for item in found.action_items] == ["Add alert"]
