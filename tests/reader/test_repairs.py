"""What pasting breaks, mended and told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmexport.reader import vocabulary
from pmexport.reader.repairs import repair
from read_text import postmortem, reading


def test_lost_headings_emptied_bullets_and_a_swallowed_fence_are_mended_and_told() -> None:
    text = (
        "# Shop down\n## Root cause\nThe query:\n```sql\nSELECT 1\nWHERE a = 'b'The job runs every 5 minutes.\n"
        "Contributing factors\n-\nNo timeout: it ran on.\n-\nNo limit: it grew.\nDetection\n- By an alert.\n"
    )
    found = reading(text)

    assert [section.title for section in found.postmortems[0].walk()] == [
        "Root cause",
        "Contributing factors",
        "Detection",
    ]
    assert {"fence-unclosed", "heading-lost", "timeline-missing"} == {each.code for each in found.diagnostics}


@pytest.mark.parametrize(
    "text",
    [
        "# A\n\n## Summary\n\nIt broke.\n",
        "Our\nimpact was\nsmall.\n",
        "```\nDetection\n```\n",
        "- Impact\n- Detection\n",
        "Impact\n======\n",
        "| Impact |\n|---|\n| x |\n",
    ],
)
def test_a_sound_text_is_left_alone(text: str) -> None:
    (piece,) = repair(text, 1, vocabulary.load("en")).pieces

    assert text == piece.text


@given(st.text(alphabet="# -|`aSummary\n", max_size=200))
def test_lines_keep_their_numbers(text: str) -> None:
    pieces = repair(text, 1, vocabulary.load("en")).pieces
    if len(pieces) == 1:
        assert text.count("\n") == pieces[0].text.count("\n")
    else:
        assert 1 <= pieces[1].first_line <= text.count("\n") + 1


def test_a_question_alone_between_blank_lines_is_a_heading() -> None:
    found = reading("# Shop down\n\nIt broke.\n\nHow did we fix it?\n\nWe rolled back.\n\nCan this be?\n\nYes.\n")

    assert [section.title for section in found.postmortems[0].walk()] == ["How did we fix it?"]


def test_a_document_without_any_mark_is_read_by_its_plain_headings() -> None:
    found = postmortem(
        "Postmortem – Kafka lag\n\nSeverity: Sev2\n\nWhat happened\nConsumers fell behind.\n\nTimeline (PST)\n"
        "9:05am - deploy\n9:12am - lag alert\n\nAction items\n• Revert - done\n• Add alert\n"
    )

    assert [section.title for section in found.sections] == ["What happened", "Timeline", "Action items"]
    assert [event.text for event in found.timeline] == ["deploy", "lag alert"]
    assert [item.action for item in found.action_items] == ["Revert", "Add alert"]


def test_a_template_s_question_below_its_heading_is_no_lost_heading() -> None:
    asked = "# Shop down\n\n### Timeline:\nWhat was the timeline of events/actions?\n\n"
    text = f"{asked}2024-05-12 10:00 Down  \n2024-05-12 10:05 Up\n"

    assert [event.text for event in postmortem(text).timeline] == ["Down", "Up"]


def test_a_numbered_line_that_is_underlined_is_a_heading() -> None:
    found = postmortem(
        "Shop down\n=========\n\n1. Impact\n---------\n\nAll.\n\n2. Root cause\n-------------\n\nA disk.\n"
    )

    assert [section.title for section in found.sections] == ["Impact", "Root cause"]


def test_a_numbered_item_above_a_rule_stays_one() -> None:
    found = postmortem("# Shop down\n\n## Actions\n\n1. Add alert\n---\n\nThat is all.\n")

    assert [item.action for item in found.action_items] == ["Add alert"]


def test_labels_on_lines_of_their_own_are_the_headings_of_a_text_without_others() -> None:
    text = (
        "Title: Shop down\n\nSummary:\nIt broke.\nImpact:\n\t•\tno orders\n\t•\tno mail\nTimeline:\n\n"
        "10:00 AM: Down.\n\n11:30 AM: Up.\n\nPreventive Actions:\n\t•\tAdd alert\n"
    )
    found = reading(text)
    read = found.postmortems[0]

    assert [section.title for section in read.sections] == ["Summary", "Impact", "Timeline", "Preventive Actions"]
    assert [event.text for event in read.timeline] == ["Down.", "Up."]
    assert [item.action for item in read.action_items] == ["Add alert"]
    assert [each.line for each in found.diagnostics if each.code == "heading-lost"] == [3, 5, 8, 14]


def test_a_label_below_other_lines_begins_a_list() -> None:
    found = postmortem("# Shop down\n\nCause: a disk.\nTimeline:\n- 10:00: down\n- 11:00: up\n")

    assert [event.text for event in found.timeline] == ["down", "up"]


def test_a_picture_before_a_lost_heading_changes_nothing() -> None:
    found = postmortem("# Shop down\n\n## Retro\n\n:+1: What went well\n- logs\n\n:-1: What went badly\n- no alert\n")

    assert [str(part.kind) for part in found.walk() if part.children == ()] == ["went_well", "went_wrong"]
