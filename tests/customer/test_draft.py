"""The text of NAME.customer.md."""

from msgspec.structs import replace

from customer_report import POLICY, parsed, report
from example_postmortem import action, postmortem, section
from pmexport.customer.draft import draft
from pmexport.customer.guards.known import known_of
from pmexport.customer.text import file_text
from pmexport.model.postmortem import ActionRun
from pmexport.model.terms import ActionStatus, SectionKind
from pmexport.reader.comments import without_comments
from pmexport.report.customer import draft_words, plain_facts

OWN = replace(
    postmortem(),
    sections=(
        section(
            SectionKind.ROOT_CAUSE,
            "Cause",
            *parsed("A large change made the search slow. Noor saw it on shelf-db-7.\n", 30),
        ),
        section(
            SectionKind.ACTION_ITEMS,
            "Actions",
            ActionRun((action("Test with more books", ActionStatus.DONE), action("Ask Noor to test", None))),
        ),
    ),
)
TEXT = draft(OWN, known_of(OWN), POLICY, plain_facts(report()), draft_words("en"), "Service incident on 4 March 2026")


def test_facts_are_filled_in() -> None:
    assert "On 4 March 2026, between 09:20 and 10:40 UTC, there was a disruption to our service." in TEXT
    assert "Write to help@lib.example." in TEXT


def test_a_sentence_that_passes_every_guard_is_offered_with_its_line() -> None:
    assert "<!-- line 30: A large change made the search slow. -->" in TEXT


def test_a_sentence_that_does_not_is_left_out() -> None:
    assert "Noor" not in TEXT
    assert "shelf-db-7" not in TEXT


def test_a_kept_action_is_offered_as_a_kept_promise() -> None:
    assert "- [x] Test with more books" in TEXT


def test_nothing_offered_goes_out_by_itself() -> None:
    read = file_text(without_comments(TEXT).text, 1, parsed)
    said = repr(read)

    assert "large change" not in said
    assert "more books" not in said
    assert read.findings == ()


def test_no_word_can_end_its_comment() -> None:
    cause = section(SectionKind.ROOT_CAUSE, "Cause", *parsed("It ended --> here at last.\n", 5))
    own = replace(postmortem(), sections=(cause,))
    text = draft(own, known_of(own), POLICY, {}, draft_words("en"), "T")

    assert "here at last" not in without_comments(text).text
