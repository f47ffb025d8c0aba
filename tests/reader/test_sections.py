"""Which kind a section is."""

import pytest

from pmexport.model.kinds import kinds_held
from pmexport.model.prose import text_of
from pmexport.model.terms import SectionKind
from read_text import postmortem, reading


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("## TL;DR", SectionKind.SUMMARY),
        ("## 2. Customer impact", SectionKind.IMPACT_USER),
        ("# Impact on users", SectionKind.IMPACT_USER),
        ("### Root cause(s)", SectionKind.ROOT_CAUSE),
        ("## 🔴 Why did it happen?", SectionKind.ROOT_CAUSE),
        ("## How was it detected?", SectionKind.DETECTION),
        ("## Resolution & Recovery", SectionKind.RESPONSE),
        ("## What didn’t go so well?", SectionKind.WENT_WRONG),
        ("## Corrective and Preventative Measures", SectionKind.ACTION_ITEMS),
        ("## Lessons learnt", SectionKind.LESSONS),
        ("## See also", SectionKind.REFERENCES),
        ("## Lesons learned", SectionKind.LESSONS),
        ("Root cause\n----------", SectionKind.ROOT_CAUSE),
        ("**Root cause**", SectionKind.ROOT_CAUSE),
        ("**Contributing factors:**", SectionKind.CONTRIBUTING_FACTORS),
    ],
)
def test_a_heading_is_known_by_its_meaning(heading: str, kind: SectionKind) -> None:
    found = postmortem(f"# Shop down\n\nIt broke.\n\n{heading}\n\nText of it.\n")

    assert kind in {section.kind for section in found.walk()}


def test_a_misspelt_heading_is_told() -> None:
    found = reading("# Shop down\n\n## Lesons learned\n\nText.\n")

    assert "heading-misspelt" in {each.code for each in found.diagnostics}


def test_what_happened_is_the_timeline_where_times_stand_below_it() -> None:
    found = postmortem("# Shop down\n\n## What happened\n\n- 10:00 a\n- 10:05 b\n- 10:10 c\n")

    assert len(found.timeline) == 3


def test_lessons_that_are_only_reviews_are_no_lessons() -> None:
    found = postmortem("# Shop down\n\n## Lessons learned\n\n### What went well\n\n- All\n")

    assert kinds_held(found) == [SectionKind.WENT_WELL]


def test_days_that_follow_the_timeline_as_sections_belong_to_it() -> None:
    found = postmortem("# Shop down\n\n## Timeline\n\n### 2024-07-25 10:00\n\nDown\n\n## July 26, 09:00\n\nUp\n")

    assert [event.text for event in found.timeline] == ["Down", "Up"]


def test_a_heading_that_stands_twice_is_told_and_both_are_kept() -> None:
    found = reading("# Outage\n\n## Impact\n\nA.\n\n## Timeline\n\n### 10:00\n\n### 10:00\n\n## Impact\n\nB.\n")

    assert [each.line for each in found.diagnostics if each.code == "section-twice"] == [13]
    assert [section.title for section in found.postmortems[0].sections] == ["Impact", "Timeline", "Impact"]


def test_a_heading_with_its_value_is_a_field_wherever_it_stands() -> None:
    found = reading("# Outage\n\n## Incident Lead: Kim\n\n## Impact\n\nA.\n\n## Severity: SEV-2\n").postmortems[0]

    assert [(field.label, text_of(field.value)) for field in found.fields] == [
        ("Incident Lead", "Kim"),
        ("Severity", "SEV-2"),
    ]


def test_a_timeline_of_blanks_is_still_to_be_filled_in() -> None:
    found = postmortem(
        "# Shop down\n\n## Timeline\n\nDay: **YYYY-MM-DD** TZ=UTC\n\n- `HH:MM`: {What}\n- `HH:MM`: {What}\n"
    )

    assert SectionKind.TIMELINE not in kinds_held(found)


def test_action_items_among_the_lessons_are_no_lessons() -> None:
    found = postmortem("# Shop down\n\n## Lessons learned\n\n### Action items\n\n- Add alert\n")

    assert kinds_held(found) == [SectionKind.ACTION_ITEMS]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Why it could happen", SectionKind.ROOT_CAUSE),
        ("Why detection lagged", SectionKind.DETECTION),
        ("Details of the fix", SectionKind.RESPONSE),
        ("Acoes corretivas e preventivas", SectionKind.ACTION_ITEMS),
        ("Naechste Schritte", SectionKind.ACTION_ITEMS),
        ("Praeventivmassnahmen", SectionKind.ACTION_ITEMS),
        ("预防", SectionKind.ACTION_ITEMS),
    ],
)
def test_a_heading_is_known_by_how_it_begins_and_without_its_accents(heading: str, kind: SectionKind) -> None:
    found = postmortem(f"# Shop down\n\nIt broke.\n\n## {heading}\n\nText.\n")

    assert [section.kind for section in found.walk()] == [kind]


@pytest.mark.parametrize("heading", ["Security related", "Details", "Pool monitoring"])
def test_a_word_that_names_a_section_by_itself_names_none_at_another_s_end(heading: str) -> None:
    assert [section.kind for section in postmortem(f"# Shop down\n\n## {heading}\n\nText.\n").walk()] == [None]


@pytest.mark.parametrize("heading", ["## Impact\n\n### Windows per region", "## Outage windows"])
def test_a_table_of_windows_is_no_timeline(heading: str) -> None:
    rows = "".join(f"| {name} | 2024-05-12 10:0{n} | 2024-05-12 11:00 |\n" for n, name in enumerate("abcd"))
    found = postmortem(f"# Shop slow\n\n{heading}\n\n| Region | From | Until |\n|---|---|---|\n{rows}")

    assert found.timeline == ()


def test_remediation_over_what_is_done_and_what_is_not_holds_action_items() -> None:
    found = postmortem("# Shop down\n\n## Remediation\n\n### Completed\n\n- a\n\n### In progress\n\n- b\n")

    assert [item.action for item in found.action_items] == ["a", "b"]


def test_immediate_actions_of_a_resolution_are_what_was_done_and_their_completion_makes_a_list_of_them() -> None:
    done = postmortem("# Shop down\n\n## Resolution\n\n### Immediate actions\n\n- Restarted it\n")
    kept = postmortem("# Shop down\n\n## Remediation\n\n### Immediate actions (completed)\n\n- Restarted it\n")

    assert (done.action_items, [item.action for item in kept.action_items]) == ((), ["Restarted it"])


def test_a_conclusion_that_tells_the_cause_no_other_section_tells_is_the_cause() -> None:
    text = "# Shop down\n\n## Conclusion\n\nThe cause was a full disk.\n"

    assert kinds_held(postmortem(text)) == [SectionKind.ROOT_CAUSE]
    assert SectionKind.LESSONS in kinds_held(postmortem(f"{text}\n## Root cause\n\nA full disk.\n"))


def test_a_chain_of_events_below_the_cause_is_no_second_timeline() -> None:
    chain = "## Root cause\n\nA leak.\n\n### Chain of events\n\n1. Deployed\n2. Leaked\n\n"

    both = postmortem(f"# Shop down\n\n{chain}## Timeline\n\n- 10:00 Down\n- 11:00 Up\n")
    assert [event.text for event in both.timeline] == ["Down", "Up"]
    assert len(postmortem(f"# Shop down\n\n{chain}").timeline) == 2


def test_technical_details_below_the_cause_tell_of_the_cause() -> None:
    below = postmortem("# Shop down\n\n## Root cause\n\nA leak.\n\n### Technical details\n\nIt leaked.\n")
    assert kinds_held(below) == [SectionKind.ROOT_CAUSE]

    beside = postmortem("# Shop down\n\n## Root cause\n\nA leak.\n\n## Technical details\n\nIt leaked.\n")
    assert SectionKind.REFERENCES in kinds_held(beside)


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Response summary", SectionKind.RESPONSE),
        ("Detection gap analysis", SectionKind.DETECTION),
        ("Remediation (action items)", SectionKind.ACTION_ITEMS),
        ("How are we making incidents like this less likely?", SectionKind.ACTION_ITEMS),
        ("What lessons did you learn?", SectionKind.LESSONS),
        ("Why the pager lied", SectionKind.ROOT_CAUSE),
    ],
)
def test_a_heading_is_known_by_its_subject(heading: str, kind: SectionKind) -> None:
    assert kinds_held(postmortem(f"# Shop down\n\n## {heading}\n\n- It broke.\n\n## Penguins\n\nMany.\n")) == [kind]


def test_a_section_that_asks_why_is_no_cause_beside_one() -> None:
    found = postmortem("# Shop down\n\n## Why it is called that\n\nA bird.\n\n## Root cause\n\nA disk.\n")

    assert [section.kind for section in found.sections] == [None, SectionKind.ROOT_CAUSE]


def test_what_happened_below_an_analysis_is_the_summary_where_there_is_none() -> None:
    analysis = "## Analysis of the problem\n\n### What happened?\n\nIt broke.\n\n### Root cause\n\nA disk.\n"

    assert SectionKind.SUMMARY in kinds_held(postmortem(f"# Shop down\n\n{analysis}"))
    assert [part.kind for part in postmortem(f"# Shop down\n\n## Summary\n\nDown.\n\n{analysis}").walk()].count(
        SectionKind.SUMMARY
    ) == 1


@pytest.mark.parametrize(
    "told", ["It broke.\n\n- 10:00 Down\n- 10:20 Up", "| Time | Event |\n|---|---|\n| 10:00 | Down |\n| 10:20 | Up |"]
)
def test_what_happened_is_the_timeline_where_each_of_its_entries_has_a_time(told: str) -> None:
    assert SectionKind.TIMELINE in kinds_held(postmortem(f"# Shop down\n\n## What happened\n\n{told}\n"))


def test_what_happened_is_the_summary_where_few_of_its_entries_have_a_time() -> None:
    text = "# Shop down\n\n## What happened\n\n- 10:00 Down\n- A disk was full\n- 10:20 Up\n"

    assert SectionKind.TIMELINE not in kinds_held(postmortem(text))
