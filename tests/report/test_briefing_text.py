"""What a briefing may say comes from where the author says it best."""

from pathlib import Path

import pytest

from pmexport import ReadOptions, read
from pmexport.report.briefing_text import Topic, at_most, briefing_text, says_why
from pmexport.report.plain import Piece, Plain
from pmexport.report.words import Words


def texts(source: str, topic: Topic) -> list[str]:
    """Return what may be said on `topic` of a postmortem written as `source`."""
    (postmortem,) = read(source.encode(), ReadOptions(name="x.md", folder=Path())).postmortems
    words = Words("en")
    return [
        f"{one.label}: {one.text}" if one.label else one.text
        for one in briefing_text(postmortem, words, Plain(words))[topic]
    ]


HEAD = "# Postmortem: Shelves empty\n\n**Date:** 2026-03-04\n\n"
SHORT = "## Summary\n\nShelves were empty for an hour.\n\n"
SUMMARY = "## Summary\n\nShelves were empty for an hour. Nobody lost a book. The cause was a lost list. A fourth.\n\n"


def test_at_most_three_sentences_say_what_happened() -> None:
    assert texts(HEAD + SUMMARY, Topic.HAPPENED) == [
        "Shelves were empty for an hour.",
        "Nobody lost a book.",
        "The cause was a lost list.",
    ]


def test_what_was_written_for_leaders_is_said_before_the_summary() -> None:
    source = f"{HEAD}{SUMMARY}## Leadership Summary\n\nReaders went home without books for an hour.\n"

    assert texts(source, Topic.HAPPENED) == ["Readers went home without books for an hour."]


def test_front_matter_may_hold_the_summary() -> None:
    source = f"---\ntitle: Shelves empty\nsummary: Readers went home without books.\n---\n\n{SUMMARY}"

    assert texts(source, Topic.HAPPENED) == ["Readers went home without books."]


def test_without_a_summary_the_first_words_are_asked() -> None:
    assert texts(f"{HEAD}Shelves were empty until noon.\n\n## Timeline\n\n- 09:00 Open\n", Topic.HAPPENED) == [
        "Shelves were empty until noon."
    ]


def test_the_cause_is_a_sentence_that_says_why() -> None:
    source = f"{HEAD}{SHORT}## Root Cause\n\nA list has many rows. Shelves stayed empty because the list was lost.\n"

    assert texts(source, Topic.CAUSE) == ["Shelves stayed empty because the list was lost."]


def test_the_cause_is_not_said_twice() -> None:
    source = f"{HEAD}{SUMMARY}## Root Cause\n\nThe list was lost because nobody kept it.\n"

    assert texts(source.replace("The cause was", "The root cause was"), Topic.CAUSE) == []


def test_answers_of_five_whys_mean_nothing_without_their_questions() -> None:
    source = f"{HEAD}## Root Cause\n\n1. Why were shelves empty? The list was lost.\n2. It lay in the wrong room.\n"

    assert texts(source, Topic.CAUSE) == []


def test_factors_and_luck_are_told_by_their_labels() -> None:
    source = (
        f"{HEAD}### Contributing factors\n\n- **One list only:** nobody had a copy of it.\n- **Late count:** at noon.\n"
        "\n### Where we got lucky\n\n- **Rain:** few people came.\n"
    )

    assert texts(source, Topic.FACTORS) == ["One list only", "Late count"]
    assert texts(source, Topic.LUCKY) == ["Rain"]


def test_costs_are_labelled_facts_with_their_whole_value() -> None:
    source = (
        f"{HEAD}## Impact\n\n### Business Impact\n\n- **Fees lost:** about €40\n- **Services affected:**\n  - Lending\n"
    )

    assert texts(source, Topic.COST) == ["Fees lost: about €40"]


def test_impact_without_labels_is_told_in_sentences() -> None:
    assert texts(f"{HEAD}{SHORT}## Impact\n\nEvery reader went home without a book.\n", Topic.COST) == [
        "Every reader went home without a book."
    ]


def test_risk_and_decisions_are_found_by_heading_and_by_label() -> None:
    source = (
        f"{HEAD}## Residual Risk\n\nThe list may be lost again.\n\n## Leadership Summary\n\n"
        "- **Decisions needed:** Buy a second cabinet for the lists.\n"
    )

    assert texts(source, Topic.RISK) == ["The list may be lost again."]
    assert texts(source, Topic.DECISIONS) == ["Buy a second cabinet for the lists."]
    assert texts(source, Topic.HAPPENED) == []


def test_sentences_beyond_three_are_known_so_that_they_are_told_as_left_out() -> None:
    source = f"{HEAD}## Summary\n\nOne shelf was empty. Two shelves were empty. All were empty. Nobody lost a book.\n"
    (postmortem,) = read(source.encode(), ReadOptions(name="x.md", folder=Path())).postmortems
    happened = briefing_text(postmortem, Words("en"), Plain(Words("en")))[Topic.HAPPENED]

    assert (len(happened), at_most(Topic.HAPPENED, happened)) == (4, 3)


@pytest.mark.parametrize(
    "sentence",
    [
        "Work goes on to find the root cause.",
        "The root cause is still unknown to us.",
        "The cause was never found by anybody.",
    ],
)
def test_looking_for_a_cause_tells_none(sentence: str) -> None:
    assert not says_why((Piece(text=sentence),), Words("en"))


@pytest.mark.parametrize(
    "sentence",
    ["The root cause was a lost list.", "It was caused by a lost list.", "Shelves stayed empty due to a lost list."],
)
def test_naming_a_cause_tells_one(sentence: str) -> None:
    assert says_why((Piece(text=sentence),), Words("en"))


def test_a_sentence_torn_from_the_one_before_is_no_cause() -> None:
    cause = "A list has many rows. Additionally, the roll-back failed due to a lost key."

    assert texts(f"{HEAD}{SHORT}## Root Cause\n\n{cause}\n", Topic.CAUSE) == ["A list has many rows.", cause[22:]]


def test_causes_that_have_names_are_listed_by_these() -> None:
    causes = "1. **Lost list**: It was lost because nobody kept it.\n2. **No count**: Nobody counted the books.\n"
    source = f"{HEAD}{SHORT}## Root Cause\n\n{causes}"

    assert (texts(source, Topic.FACTORS), texts(source, Topic.CAUSE)) == (["Lost list", "No count"], [])


def test_posts_of_a_log_of_updates_are_no_story() -> None:
    log = "[Update 10:00]\nShelves are full again.\n\n[Update 09:00]\nShelves are empty now.\n"

    assert texts(f"{HEAD}{log}\n## Timeline\n\n- 09:00 Open\n", Topic.HAPPENED) == []


def test_without_a_summary_the_impact_of_the_head_tells_it() -> None:
    head = HEAD.replace("\n\n", "\n**Impact:** Nobody could lend a book for an hour.\n\n", 1)

    assert texts(head, Topic.HAPPENED) == ["Nobody could lend a book for an hour."]


def test_a_long_chapter_that_names_no_cause_begins_with_what_is_none() -> None:
    chapter = "Lists have rows. " + "Each row holds the name of a book. " * 10

    assert texts(f"{HEAD}{SHORT}## Root Cause\n\n{chapter}\n", Topic.CAUSE) == []
