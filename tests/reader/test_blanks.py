"""Which sections still hold nothing but what a template left."""

import pytest

from pmexport.model.kinds import kinds_held
from pmexport.model.terms import SectionKind
from read_text import postmortem


def kinds(written: str) -> set[SectionKind]:
    return set(kinds_held(postmortem(f"# Shop down\n\n{written}")))


def test_a_template_that_only_asks_holds_nothing() -> None:
    found = kinds(
        "## Summary\n\nProvide a brief description of what happened.\n\n"
        "## Timeline\n\nList key events.\n\n```\n- 00:00 Incident detected\n```\n\n"
        "## Root cause\n\nDescribe the underlying factors.\n\n"
        "## Action items\n\n- [ ] Preventative measure 1\n- [ ] Preventative measure 2\n"
    )

    assert found == set()


def test_one_sentence_in_the_imperative_is_no_template() -> None:
    found = kinds("## Resolution\n\nAdd a disk.\n\n## Summary\n\nThe disk was full.\n")

    assert found == {SectionKind.SUMMARY, SectionKind.RESPONSE}


def test_what_is_filled_in_of_a_template_counts() -> None:
    found = kinds(
        "## Summary\n\nProvide a description.\n\n## Impact\n\nDescribe the effect.\n\n"
        "## Detection\n\nExplain how it was noticed.\n\n## Root cause\n\nDescribe it.\n\nA disk was full.\n"
    )

    assert found == {SectionKind.ROOT_CAUSE}


@pytest.mark.parametrize(
    ("row", "blank"),
    [
        ("| [Action 1] | [Name] | High | YYYY-MM-DD | To do |", True),
        ("| [Action 1] | Kim | High | 2024-05-12 | To do |", False),
        ("| Add alert | [Name] | High | YYYY-MM-DD | To do |", False),
    ],
)
def test_a_table_of_actions_is_blank_where_it_names_neither_action_nor_person(row: str, *, blank: bool) -> None:
    head = "| Action | Owner | Priority | Due date | Status |\n|---|---|---|---|---|\n"

    assert (kinds(f"## Action items\n\n{head}{row}\n") == set()) is blank


FORM = (
    "Title: [short title]\nDate: [incident date]\nLead: [name]\n\n## Summary\n\nOne-paragraph summary of it.\n\n"
    "## Root cause\n\nConcise explanation of what went wrong.\n\n## Lessons learned\n\n- Team changes\n\n"
    "## Action items\n\n- Short-term (rollback, patch)\n"
)


def test_a_form_that_nobody_began_to_fill_in_holds_nothing() -> None:
    found = postmortem(f"# Postmortem template\n\n{FORM}")

    assert (kinds_held(found), found.action_items) == ([], ())


@pytest.mark.parametrize(
    ("asked", "answer"),
    [("[incident date]", "2024-07-25"), ("- Team changes", "- Team changes\n\n" + "The disk was full once more. " * 9)],
)
def test_a_form_that_is_filled_in_here_and_there_holds_what_it_says(asked: str, answer: str) -> None:
    assert SectionKind.LESSONS in kinds_held(postmortem(f"# Postmortem template\n\n{FORM.replace(asked, answer)}"))


def held(text: str) -> set[str]:
    return {str(kind) for kind in kinds_held(postmortem(text))}


@pytest.mark.parametrize("answer", ["", "\n\nAll shops, for an hour.\n"])
def test_what_is_all_in_italics_is_guidance_where_a_template_often_says_so(answer: str) -> None:
    asked = "*% of users, and for how long*"
    others = "## Summary\n\n*...and so on, please*\n\n## Cause\n\n*Ask why five times*\n\n"
    text = f"# Report\n\n{others}## Impact\n\n{asked}{answer}\n"

    assert held(text) == ({"impact"} if answer else set())


def test_angle_brackets_may_hold_several_paragraphs_of_a_template() -> None:
    assert held("# Report\n\n## Summary\n\n<Two sentences, e.g.\n\nOn May 3 the shop\nwas down.>\n") == set()
    assert held("# Report\n\n## Summary\n\nTwo nodes < three.\n\nThe shop\nwas down.\n") == {"summary"}


PROSE = """# Postmortem: <title>

- **Date:** YYYY-MM-DD
- **Duration:** HH:MM to HH:MM
- **Author:**
- **Status:** draft | review | final

## Impact

{impact}

## Timeline

| Time | Event |
|---|---|
| 00:00 | first symptom |
| 00:00 | alert fires |

## Actions

| # | Action | Kind | Due |
|---|---|---|---|
| 1 | | prevent | YYYY-MM-DD |
"""


def test_a_template_with_prose_of_its_own_is_known_by_its_blank_head_and_lists() -> None:
    text = PROSE.format(
        impact="Figures, not adjectives. What was not measured is a finding in itself, and so is an action."
    )

    assert held(text) == set()
    assert "impact" in held(text.replace("YYYY-MM-DD\n- **Dur", "2024-05-03\n- **Dur"))


def test_references_of_a_template_are_blank_with_all_else() -> None:
    references = "## References\n\n- Ticket: INC-YYYY-NNN\n- Log: `var/exceptions.log`\n"
    blanks = "## Impact\n\nTBD\n\n## Timeline\n\nTBD\n\n## Cause\n\nTBD\n\n"

    assert held(f"# Report\n\n{blanks}{references}") == set()
    told = blanks.replace("TBD", "It broke.", 1)
    assert "references" in held(f"# Report\n\n{told}{references}")


NAMELESS = """# {title}

{fields}

## Summary

A paragraph that sums up what went on.

## Timeline

| Time | Event |
|---|---|
| 10:00 | First alert |
| 10:30 | Resolved |

## Root cause

What actually made it break.

## Action items

- [ ] An action with an owner
"""


@pytest.mark.parametrize(
    ("title", "fields"),
    [
        ("Post-mortem: [Incident title]", "**Date:** YYYY-MM-DD\n**Author:** [Name]"),
        ("Incident postmortem", "**Date:** YYYY-MM-DD\n**Author:** [Name]"),
        ("Post-mortem: {INCIDENT_TITLE}", "**ID:** INC-YYYY-NNN\n**Lead:** [Name]"),
        ("Incident Review Template", "> Fill this in within five days."),
    ],
)
def test_a_document_without_a_name_and_without_a_day_is_a_template(title: str, fields: str) -> None:
    found = postmortem(NAMELESS.format(title=title, fields=fields))

    assert (kinds_held(found), found.timeline, found.action_items) == ([], (), ())


@pytest.mark.parametrize(
    ("title", "fields", "told"),
    [
        ("Shop down", "**Author:** [Name]", "10:00"),
        ("Post-mortem: [Incident title]", "**Author:** Ana", "10:00"),
        ("Post-mortem: [Incident title]", "**Date:** 2024-05-03", "10:00"),
        ("Incident Review Template", "", "2024-05-03 10:00"),
    ],
)
def test_a_name_or_a_day_makes_it_an_incident_s(title: str, fields: str, told: str) -> None:
    found = postmortem(NAMELESS.format(title=title, fields=fields).replace("10:00", told))

    assert {"summary", "timeline", "root_cause", "action_items"} <= {str(kind) for kind in kinds_held(found)}
    assert len(found.timeline) == 2


def test_a_form_of_an_issue_tracker_is_a_template() -> None:
    text = NAMELESS.format(title="", fields="**ID:** INC-YYYY-NNN").replace("# \n", "")
    matter = 'name: Incident postmortem\nabout: A report\ntitle: "[Postmortem] <YYYY-MM-DD> <short summary>"'

    assert kinds_held(postmortem(f"---\n{matter}\n---\n{text}")) == []
