"""The reader as a whole, on the worked example and on texts that are no postmortem."""

import datetime as dt
from pathlib import Path

import pytest

from pmexport.model.kinds import kinds_held
from pmexport.model.terms import Milestone
from read_text import postmortem, reading


def test_a_text_that_is_no_postmortem_is_kept_and_told() -> None:
    found = reading("# Shopping\n\nMilk and bread.\n\n## Later\n\nEggs.\n")

    assert [section.title for section in found.postmortems[0].sections] == ["Later"]
    assert "no-postmortem" in {each.code for each in found.diagnostics}


@pytest.mark.parametrize("name", ["payment-outage.md", "payment-outage-as-published.md"])
def test_the_worked_example_is_read_in_full_also_as_published(shared: Path, name: str) -> None:
    found = postmortem((shared / "seed" / name).read_text(encoding="utf-8"), name)
    marked = {event.milestone: f"{event.start:%H:%M}" for event in found.timeline if event.milestone and event.start}

    assert (len(found.fields), len(found.timeline), len(found.action_items)) == (7, 20, 9)
    assert {dt.date(2025, 10, 8)} == {event.day for event in found.timeline}
    assert all(item.owner and item.due and item.due.year == 2025 and item.status for item in found.action_items)
    assert marked == {
        Milestone.CHANGE: "13:45",
        Milestone.IMPACT_START: "14:23",
        Milestone.DETECTED: "14:26",
        Milestone.ACKNOWLEDGED: "14:28",
        Milestone.CAUSE_FOUND: "15:15",
        Milestone.MITIGATED: "15:42",
        Milestone.RESOLVED: "16:57",
    }


def test_the_empty_template_holds_nothing(shared: Path) -> None:
    found = reading((shared / "seed" / "template.md").read_text(encoding="utf-8"), "template.md")

    assert kinds_held(found.postmortems[0]) == []
    assert found.postmortems[0].timeline == ()
    assert all(field.placeholder for field in found.postmortems[0].fields)


def test_a_heading_in_a_comment_is_neither_read_nor_reported() -> None:
    found = reading("# Outage: Shop down\n\n<!--\nTimeline\n\n- 10:00 start here\n-->\n\n## Impact\n\nIt was down.\n")

    assert [section.title for section in found.postmortems[0].sections] == ["Impact"]
    assert "heading-lost" not in {each.code for each in found.diagnostics}


def test_a_comment_between_rows_does_not_end_the_timeline() -> None:
    table = "| Time | Event |\n|---|---|\n| 10:00 | Down |\n<!-- ask Kim -->\n| 10:20 | Up |\n"

    assert len(postmortem(f"# Outage\n\n## Timeline\n\n{table}").timeline) == 2


def test_a_comment_that_never_ends_is_told_once() -> None:
    found = reading("# Outage\n\n## Impact\n\nDown.\n\n<!-- not yet\n")

    assert [each.line for each in found.diagnostics if each.code == "comment-open"] == [7]
