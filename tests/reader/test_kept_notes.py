"""Footnotes at times, names and labels, which are plain text in the model."""

import pytest

from pmexport.model.postmortem import ActionItem, ActionRun, EventRun, FieldRun, Postmortem, TimelineEvent
from pmexport.model.prose import Inlines, Note, Para, Plain
from read_text import postmortem

FOOTNOTE = "\n\n[^1]: By the clock of the database.\n"


def runs(found: Postmortem) -> list[object]:
    """Return what stands in the sections."""
    return [part for section in found.walk() for part in section.content]


def events(found: Postmortem) -> list[TimelineEvent]:
    """Return the events."""
    return [event for run in runs(found) if isinstance(run, EventRun) for event in run.events]


def actions(found: Postmortem) -> list[ActionItem]:
    """Return the action items."""
    return [item for run in runs(found) if isinstance(run, ActionRun) for item in run.items]


def told(host: TimelineEvent | ActionItem) -> Inlines:
    """Return the first line of an event or an action item."""
    first = host.content[0]
    assert isinstance(first, Para | Plain)
    return first.content


@pytest.mark.parametrize(
    "written",
    [
        "- 10:00[^1] Down",
        "**10:00**[^1]: Down",
        "### 10:00[^1]\n\nDown",
        "| Time | Event |\n|---|---|\n| 10:00[^1] | Down |",
        "| Time[^1] | Event |\n|---|---|\n| 10:00 | Down |",
    ],
)
def test_a_time_s_footnote_stands_before_its_event(written: str) -> None:
    (event,) = events(postmortem(f"# Shop\n\n**Date:** 2024-07-25\n\n## Timeline\n\n{written}{FOOTNOTE}"))

    assert (event.text, isinstance(told(event)[0], Note)) == ("Down", True)


@pytest.mark.parametrize(
    "written",
    [
        "- Fix it - Owner: Kim[^1]",
        "- Fix it (@kim, done[^1])",
        "- Fix it\n  - Owner: Kim[^1]",
        "Action: Fix it\nOwner: Kim[^1]",
        "| Action | Owner |\n|---|---|\n| Fix it | Kim[^1] |",
    ],
)
def test_an_owner_s_footnote_stands_behind_what_is_to_be_done(written: str) -> None:
    (item,) = actions(postmortem(f"# Shop\n\n## Action items\n\n{written}{FOOTNOTE}"))

    assert (item.action, isinstance(told(item)[-1], Note)) == ("Fix it", True)


def test_a_label_s_footnote_stands_at_its_value() -> None:
    found = postmortem(f"# Shop\n\n**Duration[^1]:** 5 minutes\n{FOOTNOTE}")
    (run,) = found.lead

    assert isinstance(run, FieldRun)
    assert isinstance(run.fields[0].value[0], Note)


def test_a_footnote_that_has_its_place_is_told_once() -> None:
    (event,) = events(postmortem(f"# Shop\n\n## Timeline\n\n- 2024-07-25 10:00 Down[^1] again{FOOTNOTE}"))

    assert [isinstance(inline, Note) for inline in told(event)].count(True) == 1
