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
