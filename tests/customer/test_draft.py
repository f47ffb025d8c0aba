"""The text of NAME.customer.md."""

from collections.abc import Mapping

from msgspec.structs import replace

from customer_report import POLICY, parsed, report
from example_postmortem import action, postmortem, section
from pmexport.customer import guards
from pmexport.customer.draft import Desk, draft
from pmexport.customer.guards.known import Known
from pmexport.customer.guards.learned import known_of
from pmexport.customer.structure import words_of
from pmexport.customer.text import file_text
from pmexport.model.customer import Topic
from pmexport.model.postmortem import ActionRun, Postmortem
from pmexport.model.terms import ActionStatus, SectionKind
from pmexport.reader.comments import without_comments
from pmexport.report.customer import plain_facts
from pmexport.report.customer_draft import draft_words

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


def desk(own: Postmortem, facts: Mapping[Topic, str] | None = None) -> Desk:
    """Return what a draft of `own` is made of."""
    return Desk(
        postmortem=own,
        known=known_of(own),
        policy=POLICY,
        language="en",
        facts=facts or {},
        words=draft_words("en"),
        title="Service incident on 4 March 2026",
        dated="{title} on 4 March 2026",
        change="09:05 UTC",
        unnamed=("loan desk",),
    )


TEXT = draft(desk(OWN, plain_facts(report())))


def test_facts_are_filled_in() -> None:
    assert "On 4 March 2026, between 09:20 and 10:40 UTC, there was a disruption to our service." in TEXT
    assert "Write to help@lib.example." in TEXT


def test_a_sentence_that_passes_every_guard_is_offered_with_its_line() -> None:
    assert "<!-- A large change made the search slow. --> <!-- line 30 -->" in TEXT


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
    text = draft(desk(own))

    assert "here at last" not in without_comments(text).text


def test_a_likely_cause_is_asked_in_customers_words_with_the_time_of_the_change() -> None:
    assert "<!-- True? The cause was a change that we made to our service at 09:05 UTC. --> <!-- line 30 -->" in TEXT


def test_a_question_that_nobody_answered_is_held_back() -> None:
    said = "True? The cause was a change that we made to our service at 09:05 UTC."

    assert f"<!-- {said} -->" in TEXT
    assert [hit.rule for hit in guards.hits(said, Known(), POLICY)] == ["unfinished"]


def test_a_sentence_of_the_trade_is_offered_last_with_what_to_write_instead() -> None:
    cause = section(
        SectionKind.ROOT_CAUSE, "Cause", *parsed("The query of the report was slow. Many waited for it.\n", 5)
    )
    text = draft(desk(replace(postmortem(), sections=(cause,))))

    assert text.index("Many waited for it.") < text.index("The query of the report was slow.")
    assert "<!-- line 5; “query” = request to our database -->" in text


def test_what_is_let_out_under_one_heading_is_one_paragraph() -> None:
    cause = section(
        SectionKind.ROOT_CAUSE, "Cause", *parsed("Many people came that day. All of them waited long.\n", 5)
    )
    text = draft(desk(replace(postmortem(), sections=(cause,))))
    for sentence in ("Many people came that day.", "All of them waited long."):
        text = text.replace(f"<!-- {sentence} -->", sentence)
    (passage,) = (one for one in file_text(without_comments(text).text, 1, parsed).passages if one.topic is Topic.CAUSE)

    assert [words_of(block) for block in passage.blocks] == ["Many people came that day. All of them waited long."]


def test_the_postmortems_own_title_is_offered_with_the_day() -> None:
    assert f"# {OWN.title} on 4 March 2026".casefold() in TEXT.casefold()


def test_a_service_without_a_public_name_is_pointed_out_and_not_told() -> None:
    assert "Affected inside: loan desk." in TEXT
    assert "loan desk" not in without_comments(TEXT).text


def test_a_german_title_keeps_the_capitals_of_its_nouns() -> None:
    own = replace(OWN, title="Der Samstag ohne Brot")
    german = replace(desk(own), language="de", words=draft_words("de"), dated="{title} am 4. März 2026")

    assert "# Der Samstag ohne Brot am 4. März 2026" in draft(german)


def test_a_passive_is_pointed_out_beside_the_sentence_that_holds_it() -> None:
    own = replace(
        OWN,
        sections=(section(SectionKind.ROOT_CAUSE, "Cause", *parsed("The wrong shelves were moved on Monday.\n", 30)),),
    )

    assert "moved on Monday. --> <!-- line 30; “were moved” does not say who did it -->" in draft(desk(own))
